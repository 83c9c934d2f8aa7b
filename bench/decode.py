"""`make bench-decode`: photographs with expected text, read by our decoders and by each library alone, side by side."""

import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import zxingcpp

from checkin_desktop.scanning.decoder import DoorDecoder, StillDecoder
from checkin_desktop.scanning.stills import load_pictures
from checkin_desktop.scanning.views import to_grey
from checkin_desktop.services.ports.scanning import Pixels

_SIDE = 1280


def main(folder: Path, step: int) -> None:
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["symbology"] == "QRCode"][::step]
    pictures = [(r["expected"], _webcam_scale(next(load_pictures(folder / r["file"])))) for r in rows]
    print(
        f"{'decoder':32} {'read':>7} {'wrong':>6} {'CPU ms':>8} {'ratio':>6}   of {len(pictures)} QR photographs"
    )
    base = 0.0
    for name, decode in _decoders().items():
        read = wrong = 0
        started = time.process_time()
        for expected, picture in pictures:
            texts = decode(picture)
            read += expected in texts
            wrong += bool(texts) and expected not in texts
        ms = (time.process_time() - started) * 1000 / max(1, len(pictures))
        base = base or ms
        print(f"{name:32} {read / len(pictures):7.1%} {wrong:6} {ms:8.1f} {ms / base:6.2f}")


def _webcam_scale(picture: Pixels) -> Pixels:
    factor = _SIDE / max(picture.shape[:2])
    if factor >= 1:
        return picture
    return np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)


def _decoders() -> dict[str, Callable[[Pixels], list[str]]]:
    still = StillDecoder()

    def door(picture: Pixels) -> list[str]:
        decoder = DoorDecoder()
        for _ in range(12):
            if found := decoder.decode(picture):
                return [r.text for r in found]
        return []

    def ours(picture: Pixels) -> list[str]:
        return [r.text for r in still.decode(picture)]

    def zxing(picture: Pixels) -> list[str]:
        formats = zxingcpp.BarcodeFormat.QRCodeModel2
        return [b.text for b in zxingcpp.read_barcodes(to_grey(picture), formats=formats)]

    def zbar(picture: Pixels) -> list[str]:
        from pyzbar import pyzbar

        found = pyzbar.decode(to_grey(picture), symbols=[pyzbar.ZBarSymbol.QRCODE])
        return [b.data.decode("utf-8", "replace") for b in found]

    def opencv(picture: Pixels) -> list[str]:
        try:
            good, texts, *_ = cv2.QRCodeDetector().detectAndDecodeMulti(to_grey(picture))
        except cv2.error:
            return []
        return [t for t in texts if t] if good else []

    return {
        "zxing-cpp alone": zxing,
        "pyzbar alone": zbar,
        "OpenCV alone": opencv,
        "ours, a photograph": ours,
        "ours, up to 12 frames of it": door,
    }


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/codes"),
        int(sys.argv[2]) if len(sys.argv) > 2 else 1,
    )
