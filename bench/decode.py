"""`make bench-decode`: photographs with expected text, read by our decoders and by each library alone, side by side.

CPU milliseconds a photograph on one thread, at webcam scale; `ratio` is to zxing-cpp alone in the same run. The QR
photographs are halved by a hash of their group: what pays was chosen
on `tune`; `held out` was looked at less, yet is not blind.
"""

import csv
import hashlib
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import zxingcpp

from checkin_desktop.scanning.decoder import DoorDecoder, StillDecoder
from checkin_desktop.scanning.stills import load_pictures
from checkin_desktop.scanning.views import to_grey
from checkin_desktop.services.ports.scanning import Pixels

_SIDE = 1280
_FRAMES = 30
_F = zxingcpp.BarcodeFormat
_Decode = Callable[[Pixels], list[str]]


@dataclass(slots=True)
class Score:
    """Of one decoder on one category."""

    pictures: int = 0
    read: int = 0
    wrong: int = 0
    spent_ms: list[float] = field(default_factory=list)

    def add(self, texts: set[str], expected: set[str], ms: float) -> None:
        self.pictures += 1
        self.read += bool(texts & expected)
        self.wrong += bool(texts and not texts & expected)
        self.spent_ms.append(ms)


def main(folder: Path, step: int) -> None:
    cv2.setNumThreads(1)
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[::step]
    decoders = _decoders()
    scores: dict[tuple[str, str], Score] = {}
    for row in rows:
        picture = _webcam_scale(next(load_pictures(folder / row["file"])))
        kind, expected = row["symbology"], _expected(row)
        for name, decode in decoders.items():
            started = time.thread_time()
            texts = {_same(t) for t in decode(picture)}
            ms = (time.thread_time() - started) * 1000
            for category in _categories(row, kind):
                scores.setdefault((category, name), Score()).add(texts, expected, ms)
    _print(scores, list(decoders))


def _categories(row: dict[str, str], kind: str) -> list[str]:
    if kind != "QRCode":
        return [kind]
    half = "tune" if hashlib.sha256(row["group"].encode()).digest()[-1] % 2 == 0 else "held out"
    return ["QRCode", f"QRCode, {half}", "  " + row["category"]]


def _print(scores: dict[tuple[str, str], Score], names: list[str]) -> None:
    print(f"{'':26}{'decoder':26}{'read':>12}{'wrong':>7}{'CPU ms':>8}{'p95':>7}{'ratio':>7}")
    order = sorted(
        {c for c, _ in scores}, key=lambda c: (not c.startswith("QRCode"), not c.startswith("  "), c)
    )
    for category in order:
        shown = names if not category.startswith("  ") else names[:2]
        base = float(np.mean(scores[category, names[0]].spent_ms))
        for name in shown:
            s = scores[category, name]
            mean, p95 = float(np.mean(s.spent_ms)), float(np.percentile(s.spent_ms, 95))
            title = category if name == shown[0] else ""
            share = f"{s.read}/{s.pictures} {s.read / s.pictures:5.1%}"
            print(f"{title:26}{name:26}{share:>14}{s.wrong:5}{mean:8.2f}{p95:7.1f}{mean / base:7.2f}")


def _webcam_scale(picture: Pixels) -> Pixels:
    factor = _SIDE / max(picture.shape[:2])
    if factor >= 1:
        return picture
    return np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)


def _expected(row: dict[str, str]) -> set[str]:
    if row["symbology"] == "none":
        return set()
    return {_same(t) for t in (row["expected"], *json.loads(row["expected_all_json"] or "[]"))}


def _same(text: str) -> str:
    return " ".join(text.split())


def _decoders() -> dict[str, _Decode]:
    still = StillDecoder()

    def ours(picture: Pixels) -> list[str]:
        return [r.text for r in still.decode(picture)]

    def door(picture: Pixels) -> list[str]:
        decoder = DoorDecoder()
        for _ in range(_FRAMES):
            if found := decoder.decode(picture):
                return [r.text for r in found]
        return []

    def zxing(picture: Pixels) -> list[str]:
        return [b.text for b in zxingcpp.read_barcodes(to_grey(picture), formats=_F.QRCodeModel2)]

    def zxing_all(picture: Pixels) -> list[str]:
        return [b.text for b in zxingcpp.read_barcodes(to_grey(picture))]

    def zbar(picture: Pixels) -> list[str]:
        from pyzbar import pyzbar

        return [b.data.decode("utf-8", "replace") for b in pyzbar.decode(to_grey(picture))]

    return {
        "zxing-cpp, QR": zxing,
        "ours, a photograph": ours,
        f"ours, {_FRAMES} frames of it": door,
        "zxing-cpp, all": zxing_all,
        "pyzbar": zbar,
        "OpenCV QRCodeDetector": _opencv(cv2.QRCodeDetector()),
        "OpenCV Aruco": _opencv(cv2.QRCodeDetectorAruco()),
    }


def _opencv(detector: cv2.GraphicalCodeDetector) -> _Decode:
    def decode(picture: Pixels) -> list[str]:
        try:
            good, texts, *_ = detector.detectAndDecodeMulti(to_grey(picture))
        except (cv2.error, UnicodeDecodeError):
            return []
        return [t for t in texts if t] if good else []

    return decode


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/codes"),
        int(sys.argv[2]) if len(sys.argv) > 2 else 1,
    )
