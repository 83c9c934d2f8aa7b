"""Keystrokes of a search: `python bench/search.py [people]`, 100,000 by default.

Prints p50, p99 and the worst time of a keystroke in milliseconds, by the clock and by the processor, and the slowest
beginnings typed; a screen frame lasts 16.
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
        times: list[tuple[float, float, str]] = []
        for text in TYPED * 4:
            for end in range(1, len(text) + 1):
                start, cpu = time.perf_counter(), time.process_time()
                search(station.desk, text[:end], "day-2025-10-09")
                used, took = time.process_time() - cpu, time.perf_counter() - start
                times.append((took * 1000, used * 1000, text[:end]))
        print(f"{people} people, {len(times)} keystrokes")
        for place, what in enumerate(("clock", "processor")):
            sorted_by = sorted(t[place] for t in times)
            p50, p99 = sorted_by[len(times) // 2], sorted_by[len(times) * 99 // 100]
            print(f"  {what:9} p50 {p50:.2f} ms   p99 {p99:.2f} ms   worst {sorted_by[-1]:.2f} ms")
        least: dict[str, float] = {}
        for _, used, typed in times:
            least[typed] = min(used, least.get(typed, used))
        slowest = sorted(least, key=lambda typed: -least[typed])[:5]
        print("  slowest:", ", ".join(f"{typed!r} {least[typed]:.1f} ms" for typed in slowest))
        station.close()


if __name__ == "__main__":
    main()
