"""Keystrokes of a search: `python bench/search.py [people]`, 100,000 by default.

Prints p50, p99 and the worst time of a keystroke in milliseconds; a screen frame lasts 16.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from check_in import crowd

from checkin_desktop.services.find_attendee import search
from support.desks import found

TYPED = ("quispe", "ñahui condori", "nombre12 mam", "40012345", "municipalidad 3", "a", "m", "rojas nombre5")


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        station = found(Path(name) / "event.checkin", people=crowd(people))  # type: ignore[arg-type]
        times = []
        for text in TYPED * 4:
            for end in range(1, len(text) + 1):
                start = time.perf_counter()
                search(station.desk, text[:end], "day-2025-10-09")
                times.append(((time.perf_counter() - start) * 1000, text[:end]))
        times.sort()
        p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
        print(f"{people} people, {len(times)} keystrokes")
        print(f"  p50 {p50[0]:.2f} ms   p99 {p99[0]:.2f} ms ({p99[1]!r})   worst {times[-1][0]:.2f} ms")
        station.close()


if __name__ == "__main__":
    main()
