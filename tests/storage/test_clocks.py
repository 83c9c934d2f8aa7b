"""Clocks that are measured again and again: only what they concern is corrected, and it comes out as from anew."""

import random
from datetime import timedelta
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.clocks import Measurement, correction
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import ClockMeasured, PassageRecorded
from checkin_desktop.services.check_in import admit_attendee, enter_from_paper, undo
from checkin_desktop.services.recent_passages import recent_passages
from support.desks import OPENING, ROSTER, Station, differences, exchange_all, found, joined

POINT = Checkpoint("panel", "Panel", CheckpointKind.SESSION, OPENING.date(), reentry=True)


@pytest.mark.parametrize("seed", range(6))
def test_a_measurement_changes_what_a_rebuild_would(tmp_path: Path, seed: int) -> None:
    """Random scans, undone ones, paper, and measurements of clocks that run wild, at three desks."""
    chance = random.Random(seed)
    first = found(tmp_path / "1.checkin", checkpoints=(POINT,), people=ROSTER)
    desks = [first, joined(tmp_path / "2.checkin", first), joined(tmp_path / "3.checkin", first)]
    for _ in range(60):
        desk = chance.choice(desks)
        desk.clock.turn(chance.choice([1, 30, 400, 1_500]))
        what = chance.random()
        if what < 0.45:
            admit_attendee(desk.desk, chance.choice(desk.people()).id, POINT.id, day_confirmed=True)
        elif what < 0.52:
            at = OPENING + timedelta(minutes=chance.randrange(300))
            enter_from_paper(desk.desk, [chance.choice(desk.people()).id], POINT.id, at)
        elif what < 0.58:
            scans = [p for p in recent_passages(desk.desk, 5) if p.outcome is not Outcome.REFUSED]
            if scans:
                undo(desk.desk, scans[-1].entry)
        elif what < 0.85:
            peer = chance.choice(desks).file.station.station_id
            offset = chance.choice([0, 1_500, -5_000, 90_000, -700_000, 700_000])
            _append(desk, ClockMeasured(peer, offset, 20, bound=chance.random() < 0.2))
        else:
            desk.take_from(chance.choice(desks))
    before = {s.path: s.digest() for s in desks}
    assert {s.path: s.rebuilt_digest() for s in desks} == before
    exchange_all(desks)
    assert differences(desks[0], desks[1]) == differences(desks[0], desks[2]) == {}
    assert first.digest() == first.rebuilt_digest()
    for s in desks:
        s.close()


def test_scans_are_told_by_the_reference_stations_clock(one: Station, tmp_path: Path) -> None:
    two = joined(tmp_path / "two.checkin", one)
    admit_attendee(two.desk, two.people()[0].id, "day-2025-10-09")
    _append(two, ClockMeasured(one.file.station.station_id, 600_000, 20))
    one.take_from(two)
    with one.file.read() as reads:
        (passage,) = reads.passages.recent(9, two.file.station.station_id)
    assert passage.at == one.clock.now + 600_000
    three = joined(tmp_path / "three.checkin", one)
    assert differences(one, three) != {}
    exchange_all([one, three])
    assert differences(one, three) == {}
    for s in (two, three):
        s.close()


def test_the_offset_found_is_the_nearest_whatever_the_measurements() -> None:
    """Against the plain definition: of all measurements the nearest in time, the earlier of two as near."""
    chance = random.Random(7)
    a, b = b"a" * 16, b"b" * 16
    for _ in range(300):
        known = [
            Measurement(
                *chance.choice([(a, b), (b, a)]), chance.randrange(20_000), 1_000 * chance.randrange(-9, 9), 0
            )
            for _ in range(chance.randrange(6))
        ]
        at = chance.randrange(25_000)
        points = sorted(
            (m.measured_at, m.offset_ms) if m.station_id == b else (m.measured_at + m.offset_ms, -m.offset_ms)
            for m in known
        )
        nearest = min(points, key=lambda p: (abs(p[0] - at), p), default=(0, 0))[1]
        assert correction(known, a, b, at) == (nearest if abs(nearest) >= 2_000 else 0)


def _append(desk: Station, fact: ClockMeasured | PassageRecorded) -> None:
    with desk.file.unit() as unit:
        unit.append(fact)
