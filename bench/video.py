"""`make bench-video`: simulated badges held before a webcam; how many are read within half a second, and at what cost.

A badge's code is 25 mm wide (29 modules, error correction H), so 2.4 pixels a module at 40 cm and 720p. A badge
counts as read if its text comes within 15 frames (500 ms) of being held; `ours` at the door beside the libraries alone.
"""

import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import segno
import zxingcpp

from checkin_desktop.domain.badge import crockford, make_code
from checkin_desktop.domain.people import Category
from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.simulated_camera import SimulatedCamera
from checkin_desktop.scanning.simulated_conditions import Conditions, phone_in_dark_mode
from checkin_desktop.scanning.views import to_grey
from checkin_desktop.services.ports.scanning import Pixels

_FRAMES = 15
_FRAME_MS = 1000 / 30
_MODULES, _CODE_MM, _SCALE = 29, 25.0, 8
_PX_PER_MM = _MODULES * _SCALE / _CODE_MM
_AT_40 = Conditions(near_mm=400, far_mm=400, motion=3.0, light=0.6, swing=0.1, noise=6.0)
_CASES = {
    "25 mm at 40 cm, dim, hands moving": _AT_40,
    "well lit": replace(_AT_40, light=0.92, noise=3.2),
    "tilted up to 45 degrees": replace(_AT_40, tilt=math.radians(45)),
    "exposure swings": replace(_AT_40, light=0.8, swing=0.5, swing_per_s=9),
    "glare on the badge": replace(_AT_40, light=0.9, glare=200),
    "a finger over a corner": replace(_AT_40, covered=0.22),
    "a phone in dark mode": _AT_40,
}
_CURVES = {
    "distance": [replace(_AT_40, near_mm=d, far_mm=d) for d in (300, 400, 500, 600, 700, 800)],
    "light": [replace(_AT_40, light=x, swing=x / 6, noise=8) for x in (0.6, 0.4, 0.25, 0.15, 0.1)],
    "motion": [replace(_AT_40, motion=m) for m in (2, 4, 6, 8, 12)],
    "defocus": [replace(_AT_40, defocus=d) for d in (0.5, 1.0, 1.5, 2.0, 2.5)],
}
_FIELD = {"distance": "near_mm", "light": "light", "motion": "motion", "defocus": "defocus"}
_Decode = Callable[[Pixels], set[str]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one decoder: badges read in time, wrong texts, the middle and the 95th percentile latency, CPU a frame."""

    read: float
    wrong: int
    p50_ms: float
    p95_ms: float
    cpu_ms: float


def main(badges: int) -> None:
    cv2.setNumThreads(1)
    print(f"{'':36}{'decoder':12}{'read':>8}{'wrong':>7}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'ratio':>7}")
    for number, (name, conditions) in enumerate(_CASES.items()):
        count = badges if number == 0 else max(8, badges // 4)
        tallies = _measured(_decoders(), conditions, count, seed=number, phone="phone" in name)
        base = tallies["zxing-cpp"].cpu_ms
        for decoder, t in tallies.items():
            print(
                f"{name:36}{decoder:12}{t.read:8.1%}{t.wrong:7}{t.p50_ms:8.0f}{t.p95_ms:8.0f}"
                f"{t.cpu_ms:8.2f}{t.cpu_ms / base:7.2f}"
            )
            name = ""
    print("\nHow far it goes (ours / zxing-cpp):")
    for curve, steps in _CURVES.items():
        shares = []
        for number, conditions in enumerate(steps):
            both = {n: d for n, d in _decoders().items() if n != "pyzbar"}
            t = _measured(both, conditions, max(8, badges // 8), seed=100 + number)
            value = getattr(conditions, _FIELD[curve])
            shares.append(f"{value:g}: {t['ours'].read:.0%}/{t['zxing-cpp'].read:.0%}")
        print(f"  {curve:10}" + "  ".join(shares))


def _decoders() -> dict[str, _Decode]:
    door = DoorDecoder()

    def zxing(pixels: Pixels) -> set[str]:
        found = zxingcpp.read_barcodes(to_grey(pixels), formats=zxingcpp.BarcodeFormat.QRCodeModel2)
        return {b.text for b in found}

    def zbar(pixels: Pixels) -> set[str]:
        from pyzbar import pyzbar

        found = pyzbar.decode(to_grey(pixels), symbols=[pyzbar.ZBarSymbol.QRCODE])
        return {b.data.decode("utf-8", "replace") for b in found}

    return {"ours": lambda p: {r.text for r in door.decode(p)}, "zxing-cpp": zxing, "pyzbar": zbar}


def _measured(
    decoders: dict[str, _Decode], conditions: Conditions, count: int, seed: int, phone: bool = False
) -> dict[str, Tally]:
    codes = list(_codes(count))
    pictures = [_phone(c) if phone else _badge(c) for c in codes]
    first: dict[str, dict[int, int]] = {name: {} for name in decoders}
    wrong, cpu, frames = dict.fromkeys(decoders, 0), dict.fromkeys(decoders, 0.0), 0
    for pixels, showing in _film(pictures, conditions, seed):
        frames += 1
        for name, decode in decoders.items():
            started = time.thread_time()
            texts = decode(pixels)
            cpu[name] += time.thread_time() - started
            if showing and codes[showing[0]] in texts and showing[1] < _FRAMES:
                first[name].setdefault(showing[0], max(0, showing[1]) + 1)
            wrong[name] += len(texts - {codes[showing[0]]} if showing else texts)
    return {n: _tally(first[n], wrong[n], cpu[n] / frames, count) for n in decoders}


def _tally(first: dict[int, int], wrong: int, cpu_s: float, count: int) -> Tally:
    waits = [n * _FRAME_MS for n in first.values()] or [math.nan]
    p50, p95 = (float(v) for v in np.percentile(waits, (50, 95)))
    return Tally(len(first) / count, wrong, p50, p95, cpu_s * 1000)


def _film(
    pictures: Sequence[Pixels], conditions: Conditions, seed: int
) -> Iterator[tuple[Pixels, tuple[int, int] | None]]:
    camera = SimulatedCamera(pictures, _PX_PER_MM, seed, held=_FRAMES, conditions=conditions)
    while (frame := camera.read()) is not None:
        yield frame.pixels, camera.showing


def _codes(count: int) -> Iterator[str]:
    for n in range(count):
        yield make_code("7Q3MX", Category.ATTENDEE, crockford(n.to_bytes(16, "big"), 15), bytes(range(32)))


def _badge(code: str) -> Pixels:
    """A white badge of 86 by 54 mm, its code at the right."""
    badge = np.full((round(54 * _PX_PER_MM), round(86 * _PX_PER_MM)), 250, np.uint8)
    picture = _code(code)
    side = picture.shape[0]
    top, left = badge.shape[0] - side - 4 * _SCALE, badge.shape[1] - side - 4 * _SCALE
    badge[top : top + side, left : left + side] = picture
    cv2.putText(badge, "NUSTA AUROLUZ", (20, 120), cv2.FONT_HERSHEY_DUPLEX, 1.3, 20, 2)
    cv2.putText(badge, "Mancomunidad Tikaluna", (20, 190), cv2.FONT_HERSHEY_DUPLEX, 0.8, 60, 1)
    return badge


def _phone(code: str) -> Pixels:
    return phone_in_dark_mode(_code(code))


def _code(text: str) -> Pixels:
    code = segno.make(text, version=3, error="H", micro=False, boost_error=False)
    modules = np.pad(np.array([list(row) for row in code.matrix], np.uint8), 2)
    return np.asarray(255 - 240 * np.kron(modules, np.ones((_SCALE, _SCALE), np.uint8)), np.uint8)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
