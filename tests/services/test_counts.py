"""The figures of `event info` are what a recount of everybody and every scan gives, and cheap ones stay cheap."""

from typing import Any

import pytest
from sqlalchemy import event as listening

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.services.certificates import issue
from checkin_desktop.services.check_in import check_in, undo
from checkin_desktop.services.desk import at_a_glance, event_info, newest_entry
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.import_roster import ImportCancelled, import_roster
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.register_walk_in import register, withdraw
from checkin_desktop.services.settle_conflict import conflicts, settle
from support.desks import OPENING, Station, exchange_all, person, reading_of

DAY = OPENING.date()
LUNCH = Checkpoint("lunch", "Almuerzo", CheckpointKind.ONCE, DAY)
ROOM = Checkpoint("room", "Sala", CheckpointKind.SESSION, DAY, direction=Direction.BOTH, reentry=True)


def _recounted(station: Station) -> tuple[int, ...]:
    """One by one, from what is listed."""
    with station.file.read() as reads:
        entered = [c for c in reads.event.checkpoints() if not c.once]
        presences = [p for c in entered for p in reads.passages.presences(c.id).items()]
        refused = [p for p in reads.passages.all() if p.outcome is Outcome.REFUSED and not p.undone]
        valid = [c for c in reads.certificates.all() if not c.revoked]
        return (
            len(reads.people.all()),
            len({a for a, p in presences if p.admissions}),
            len({a for a, p in presences if p.inside}),
            len(refused),
            len(reads.conflicts.all(open_only=True)),
            len(valid),
            len(list(reads.journal.entries())),
        )


def _told(station: Station) -> tuple[int, ...]:
    info, seen = event_info(station.desk), at_a_glance(station.desk)
    assert (seen.attendees, seen.admitted, seen.conflicts) == (info.attendees, info.admitted, info.conflicts)
    return (
        info.attendees, info.admitted, info.inside, info.refused, info.conflicts, info.certificates, info.entries
    )  # fmt: skip


def _scan(station: Station, code: str, place: str | None = None) -> Any:
    station.clock.turn(90)
    return check_in(station.desk, code, place, source=Source.SCANNER)


def test_counts_are_a_recount(one: Station, other: Station) -> None:
    define_checkpoint(one.desk, LUNCH)
    define_checkpoint(one.desk, ROOM)
    ana, beto = one.person("Ana"), one.person("Beto")
    records = [register(s.desk, person("Walter Nuevo", "70000001")) for s in (one, other)]
    for station, record in zip((one, other), records, strict=True):
        _scan(station, station.badge(record))
        issue(station.desk, [record.id], terms=Terms("vino", alone_reason="sola"))
    undo(one.desk, _scan(one, one.badge(beto)).entry, "otra persona")
    for place in (None, "room", "room", "lunch"):
        _scan(one, one.badge(ana), place)
    for _ in ("in", "out"):
        _scan(one, one.badge(beto), "room")
    carla = register(one.desk, person("Carla Almuerza", "70000002"))
    _scan(one, one.badge(carla), "lunch")
    withdraw(one.desk, carla.id)
    refused = [_scan(one, code) for code in (one.badge(carla), "nobody's")]
    undo(one.desk, refused[1].entry, "nada")
    assert _told(one) == _recounted(one)

    exchange_all([one, other])
    same = next(c for c in conflicts(one.desk) if c.kind is ConflictKind.SAME_DOCUMENT)
    settle(one.desk, same.id, Choice.SAME_PERSON)
    exchange_all([one, other])
    for station in (one, other):
        found = _told(station)
        assert found == _recounted(station)
        assert found[2] < found[1] < found[0], "somebody stayed away, somebody left"
        assert found[3:6] == (1, 2, 2)
        station.rebuilt_digest()
        assert _told(station) == found


def test_a_cancelled_import_counts_nobody(one: Station) -> None:
    before = _told(one)
    many = [person(f"Nadie Número{n}", f"{60_000_000 + n}") for n in range(250)]
    with pytest.raises(ImportCancelled):
        import_roster(one.desk, reading_of(many), lambda done, total: done < 200)
    assert _told(one)[:6] == before[:6]
    assert _told(one) == _recounted(one)


def test_the_newest_entry_tells_whether_anything_came(one: Station, other: Station) -> None:
    before = newest_entry(one.desk)
    at_a_glance(one.desk)
    assert newest_entry(one.desk) == before
    _scan(other, other.badge(other.person("Ana")))
    assert one.take_from(other) == 1
    assert newest_entry(one.desk) > before


@pytest.mark.parametrize("index", ["attendee_away", "presence_came", "conflict_unsettled"])
def test_a_glance_is_counted_from_its_indexes(one: Station, index: str) -> None:
    with one.file.read() as reads:
        conn, plans = reads.connection, list[str]()

        def explain(conn: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement.startswith("SELECT"):
                rows = conn.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                plans.extend(str(row[3]) for row in rows)

        listening.listen(conn, "before_cursor_execute", explain)
        reads.event.glance()
        listening.remove(conn, "before_cursor_execute", explain)
    assert any(index in plan for plan in plans), plans
