"""An event of today with many invented people: `python bench/crowded.py FILE [people]`; prints a badge of it."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from check_in import crowd

from checkin_desktop.services.desk import to_ms
from support.desks import LIMA, Clock, found


def crowded(path: Path, people: int) -> str:
    """Made by the import, as a list is; answers one person's badge code."""
    now = datetime.now(LIMA)
    station = found(path, days=(now.date(),), people=crowd(people), clock=Clock(to_ms(now)))  # type: ignore[arg-type]
    try:
        return station.badge(station.people()[people // 2])
    finally:
        station.close()


if __name__ == "__main__":
    print(crowded(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000))
