"""What each scan makes the window count, with many people here: `python bench/counts.py [people]`.

Prints the processor time of one look (the top bar, how fresh the desk is, whether anything came) beside a plain walk
through the admissions' table by SQLite alone.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from check_in import crowd

from checkin_desktop.services.check_in import enter_from_paper
from checkin_desktop.services.desk import at_a_glance, event_info, newest_entry
from checkin_desktop.services.freshness import freshness
from support.desks import DAYS, OPENING, found


def measured(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, the best of five."""

    def once() -> float:
        start = time.process_time()
        work()
        return (time.process_time() - start) * 1000

    return min(once() for _ in range(5))


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "event.checkin"
        station = found(path, people=crowd(people))
        enter_from_paper(station.desk, [a.id for a in station.people()], f"day-{DAYS[0]}", OPENING)
        desk = station.desk
        with sqlite3.connect(path) as plain:
            walk = measured(lambda: plain.execute("SELECT sum(length(station_id)) FROM presence").fetchone())
        for name, work in (("glance", at_a_glance), ("freshness", freshness), ("newest", newest_entry),
                           ("whole event info", event_info)):  # fmt: skip
            took = measured(lambda work=work: work(desk))  # type: ignore[misc]
            print(f"{people} here: {name} {took:.2f} ms, {took / walk:.1f} × a walk through the admissions")
        station.close()


if __name__ == "__main__":
    main()
