"""Arrivals by the quarter of an hour: short lulls drawn, long ones left out and marked, days named."""

from datetime import datetime
from zoneinfo import ZoneInfo

from checkin_desktop.services.arrivals import QUARTER_MS, Quarter, quarters, time_marks

LIMA = ZoneInfo("America/Lima")


def ms(day: int, hour: int, minute: int = 0) -> int:
    return round(datetime(2025, 10, day, hour, minute, tzinfo=LIMA).timestamp() * 1000)


def shown(steps: dict[int, int]) -> list[tuple[str, int, bool]]:
    return [(f"{q.at:%d %H:%M}", q.arrivals, q.after_lull) for q in quarters(steps, LIMA)]


def test_a_short_lull_is_drawn_and_a_night_is_not() -> None:
    assert quarters({}, LIMA) == ()
    assert shown({ms(9, 8): 5, ms(9, 9): 2, ms(10, 8): 7}) == [
        ("09 08:00", 5, False),
        ("09 08:15", 0, False),
        ("09 08:30", 0, False),
        ("09 08:45", 0, False),
        ("09 09:00", 2, False),
        ("10 08:00", 7, True),
    ]
    assert shown({ms(9, 8): 5, ms(9, 9, 15): 1}) == [("09 08:00", 5, False), ("09 09:15", 1, True)]


def test_times_below_name_the_day_and_where_a_lull_ends() -> None:
    days = quarters({ms(9, 8): 5, ms(9, 8, 15): 1, ms(10, 8): 7, ms(10, 8, 15): 7}, LIMA)
    assert time_marks(days, 8) == ((0, "09/10 08:00"), (1, "08:15"), (2, "10/10 08:00"), (3, "08:15"))
    many = tuple(Quarter(q.at, 1) for q in quarters({ms(9, 8) + n * QUARTER_MS: 1 for n in range(40)}, LIMA))
    marks = time_marks(many, 8)
    assert [n for n, _ in marks] == list(range(0, 40, 5))
    assert marks[1][1] == "09:15"
