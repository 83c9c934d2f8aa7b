"""What a desk takes in from others: everything that is sound, nothing that is not, and never twice."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import (
    AttendeeRegistered,
    CheckpointDefined,
    EventCreated,
    ImageAdded,
    PersonalErased,
    Profile,
    StationEnrolled,
    StationRenamed,
    StationRevoked,
)
from checkin_desktop.domain.journal import NO_HASH, hlc_at
from checkin_desktop.domain.people import Category
from checkin_desktop.keys.event_keys import new_station_keys, proof_of_slot
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.exchange import continue_as_new_station
from checkin_desktop.services.register_walk_in import correct, register, withdraw
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import insert_entry
from checkin_desktop.storage.errors import TooLarge
from checkin_desktop.storage.event_file import open_event_file
from checkin_desktop.wire.bodies import MAX_BODY_BYTES, decode_body
from checkin_desktop.wire.entries import MAX_PERSONAL_BYTES, MalformedEntry, commitment_to, from_wire, to_wire
from support.desks import OPENING, ROSTER, Station, differences, exchange_all, found, joined, opened, snapshot
from support.forge import forged, hash_of, last_of, signed


def _written(station: Station) -> None:
    for name in ("Ana", "Beto"):
        check_in(station.desk, station.badge(station.person(name)), source=Source.CAMERA)
        station.clock.turn(5)
    withdraw(station.desk, station.person("Carla").id)


def test_order_and_repetition_make_no_difference(one: Station, other: Station) -> None:
    _written(one)
    new = one.entries()[-3:]
    assert other.take_in(reversed(new)) == (3, {})
    assert other.take_in(new + new) == (0, {})
    assert differences(one, other) == {}


def test_an_entry_waits_for_what_was_written_before_it(one: Station, other: Station) -> None:
    _written(one)
    first, second, third = one.entries()[-3:]
    assert other.take_in([second, third]) == (0, {"no_predecessor": 2})
    assert other.take_in([first]) == (1, {})
    assert other.take_in([second, third]) == (2, {})
    assert differences(one, other) == {}


def test_an_altered_body_is_refused_and_noticed_on_disk(one: Station, other: Station) -> None:
    _written(one)
    written = one.entries()[-3]
    altered = replace(written, body=written.body.replace(b"admitted", b"refused_"))
    assert altered.body != written.body
    assert other.take_in([replace(altered, hash=hash_of(altered))])[1] == {"signature": 1}
    with one.file.unit() as unit:
        unit.connection.exec_driver_sql(
            "UPDATE entry SET body = ? WHERE hash = ?", (altered.body, written.hash)
        )
    assert [fault for *_, fault in one.faults()] == ["altered"]


@pytest.mark.parametrize("what", ["hlc", "recorded_at", "operator_id", "kind", "version"])
def test_every_part_of_the_envelope_is_under_the_signature(one: Station, other: Station, what: str) -> None:
    _written(one)
    e = one.entries()[-3]
    value = getattr(e, what)
    changed = replace(e, **{what: value + "x" if isinstance(value, str) else value + 1})
    assert other.take_in([replace(changed, hash=hash_of(changed))])[1] == {"signature": 1}


def test_a_signature_of_another_station_is_refused(one: Station, other: Station) -> None:
    e = forged(one, last_of(one), StationRenamed("Puerta"))
    assert other.take_in([signed(e, other.file.station.station_key)])[1] == {"signature": 1}
    assert other.take_in([e]) == (1, {})


def test_a_dropped_entry_in_the_file_is_noticed(one: Station) -> None:
    _written(one)
    dropped = one.entries()[-2]
    with one.file.unit() as unit:
        unit.connection.exec_driver_sql("DELETE FROM entry WHERE hash = ?", (dropped.hash,))
    assert [fault for *_, fault in one.faults()] == ["no_predecessor"]


def test_numbers_clock_and_station_follow_the_predecessor(one: Station, other: Station) -> None:
    last, theirs = last_of(one), last_of(other)
    fact = StationRenamed("Puerta")
    for wrong in (
        forged(one, last, fact, seq=last.seq + 2),
        forged(one, last, fact, hlc=last.hlc),
        forged(one, last, fact, prev_hash=theirs.hash, seq=theirs.seq + 1),
    ):
        assert other.take_in([wrong]) == (0, {"out_of_order": 1})
    assert other.take_in([forged(one, last, fact, prev_hash=b"?" * 32)])[1] == {"no_predecessor": 1}


def test_both_branches_of_a_forked_chain_stay_everywhere(
    one: Station, other: Station, tmp_path: Path
) -> None:
    twin = opened(snapshot(one, tmp_path / "twin.checkin"), one, noticed=False)
    check_in(one.desk, one.badge(one.person("Ana")), source=Source.CAMERA)
    check_in(twin.desk, one.badge(one.person("Beto")), source=Source.CAMERA)
    exchange_all([other, one])
    exchange_all([other, twin])
    exchange_all([one, other, twin])
    ends = other.heads()[one.file.station.station_id]
    assert len(ends) == 2
    assert {a.id for a in one.inside()} == {one.person("Ana").id, one.person("Beto").id}
    assert differences(one, twin) == differences(one, other) == {}
    assert one.faults() == []
    twin.close()


def test_a_station_that_finds_itself_forked_continues_as_a_new_one(
    one: Station, other: Station, tmp_path: Path
) -> None:
    twin = opened(snapshot(one, tmp_path / "twin.checkin"), one, noticed=False)
    twin.clock.turn(1)
    for station in (one, twin):
        check_in(station.desk, one.badge(one.person("Ana")), source=Source.CAMERA)
    twin.take_from(one)
    before = twin.file.station.station_id
    with twin.file.unit() as unit:
        assert unit.forked()
        continue_as_new_station(unit, twin.file)
    assert twin.file.station.station_id != before
    check_in(twin.desk, one.badge(one.person("Beto")), source=Source.CAMERA)
    exchange_all([one, twin, other])
    assert differences(one, twin) == differences(one, other) == {}
    twin.close()


def test_another_events_entries_are_refused(one: Station, tmp_path: Path) -> None:
    stranger = found(tmp_path / "stranger.checkin", people=ROSTER)
    before = one.digest()
    received, refused = one.take_in(stranger.entries())
    assert received == 0
    assert refused["other_event"] == 1
    assert one.digest() == before
    stranger.close()


def test_a_station_needs_a_desk_slots_word(one: Station) -> None:
    rogue = new_station_keys(2, new_station_keys(2, bytes(32)).station_key)
    event_id = one.file.secrets.event_id
    key = SigningKey(rogue.station_key).public
    fact = StationEnrolled(event_id, key, 2, proof_of_slot(event_id, rogue), "Intrusa")
    start = replace(forged(one, last_of(one), fact), station_id=rogue.station_id, seq=1, prev_hash=NO_HASH)
    assert one.take_in([signed(start, rogue.station_key)])[1] == {"not_enrolled": 1}


def test_nobody_writes_under_another_stations_name(one: Station, other: Station) -> None:
    """Even with a good slot: a station's id comes from its key."""
    own = other.file.station
    event_id = one.file.secrets.event_id
    victim = one.file.station.station_id
    keys = replace_keys = type(own)(victim, own.station_key, own.slot, own.slot_key)
    key = SigningKey(keys.station_key).public
    fact = StationEnrolled(event_id, key, own.slot, proof_of_slot(event_id, replace_keys), "Impostora")
    start = replace(forged(one, last_of(one), fact), station_id=victim, seq=1, prev_hash=NO_HASH)
    assert other.take_in([signed(start, own.station_key)])[1] == {"not_enrolled": 1}


@pytest.mark.parametrize(("kind", "version"), [("room_painted", 1), ("station_renamed", 2)])
def test_what_this_version_does_not_know_is_kept_and_passed_on(
    one: Station, other: Station, tmp_path: Path, kind: str, version: int
) -> None:
    third = joined(tmp_path / "third.checkin", one)
    e = forged(one, last_of(one), StationRenamed("Puerta"), kind=kind, version=version)
    assert other.take_in([e]) == (1, {})
    with other.file.read() as reads:
        assert reads.journal.held() == [(e.hash, "unknown_kind")]
    exchange_all([other, third, one])
    assert e in third.entries()
    assert differences(one, other) == differences(third, other) == {}
    assert other.faults() == []
    third.close()


def test_nonsense_in_a_known_kind_is_kept_and_does_not_count(one: Station, other: Station) -> None:
    e = forged(one, last_of(one), StationRenamed("Puerta"), body=b"\xa1\x64name\x01")
    assert other.take_in([e]) == (1, {})
    with other.file.read() as reads:
        assert reads.journal.held() == [(e.hash, "malformed")]
    assert other.digest() == other.rebuilt_digest()


def test_personal_values_must_be_those_promised(one: Station, other: Station) -> None:
    register(one.desk, ROSTER[0].__class__(given_names="Walter", document="70000009"))
    e = last_of(one)
    other_value = replace(e, personal=(e.personal[0].replace(b"Walter", b"Wilmer"),))  # type: ignore[union-attr]
    assert other.take_in([other_value])[1] == {"altered": 1}
    assert other.take_in([replace(e, personal=())])[1] == {"altered": 1}
    assert other.take_in([e]) == (1, {})


def test_personal_values_that_cannot_be_read_do_not_count(one: Station, other: Station) -> None:
    value = b"\xff not cbor"
    profile = Profile("X" * 15, "", "", Category.GUEST, commitment_to(value))
    e = forged(one, last_of(one), AttendeeRegistered(profile), [value])
    assert other.take_in([e]) == (1, {})
    with other.file.read() as reads:
        assert reads.journal.held() == [(e.hash, "malformed")]


def test_huge_entries_are_refused_before_they_are_stored(one: Station) -> None:
    e = last_of(one)
    for wrong in (
        replace(e, body=bytes(MAX_BODY_BYTES + 1)),
        replace(e, personal=(bytes(MAX_PERSONAL_BYTES + 1),)),
    ):
        with pytest.raises(MalformedEntry):
            from_wire(to_wire(wrong))


def test_a_clock_absurdly_ahead_is_not_followed(one: Station, other: Station) -> None:
    sane = one.clock.now
    other.clock.turn(60 * 60 * 24 * 365 * 70)
    check_in(
        other.desk,
        other.badge(other.person("Ana")),
        "day-2025-10-09",
        source=Source.CAMERA,
        day_confirmed=True,
    )
    one.take_from(other)
    check_in(one.desk, one.badge(one.person("Beto")), source=Source.CAMERA)
    assert hlc_at(sane) <= last_of(one).hlc < hlc_at(sane + 60_000)
    exchange_all([one, other])
    assert differences(one, other) == {}


def test_what_a_stolen_laptop_wrote_later_is_kept_but_does_not_count(
    one: Station, other: Station, tmp_path: Path
) -> None:
    check_in(other.desk, other.badge(other.person("Ana")), source=Source.CAMERA)
    last_good = last_of(other).seq
    check_in(other.desk, other.badge(other.person("Beto")), source=Source.CAMERA)
    one.take_from(other)
    with one.file.unit() as unit:
        unit.append(StationRevoked(other.file.station.station_id, last_good))
    check_in(other.desk, other.badge(other.person("Carla")), source=Source.CAMERA)
    exchange_all([one, other])
    assert [a.name for a in one.inside()] == ["Ana Quispe"]
    assert len(one.entries()) == len(other.entries())
    assert differences(one, other) == {}
    late = joined(tmp_path / "late.checkin", one)
    exchange_all([one, late])
    assert differences(one, late) == {}
    late.close()


def test_a_station_revoked_from_its_first_entry_is_still_relayed(
    one: Station, other: Station, tmp_path: Path
) -> None:
    with one.file.unit() as unit:
        unit.append(StationRevoked(other.file.station.station_id, 0))
    check_in(other.desk, other.badge(other.person("Carla")), source=Source.CAMERA)
    exchange_all([one, other])
    assert one.inside() == []
    assert {e.hash for e in one.entries()} == {e.hash for e in other.entries()}


def test_an_event_speaks_once(one: Station, other: Station) -> None:
    """The event's first entry said again, with other slots, changes nothing."""
    born = next(e for e in one.entries() if e.kind == "event_created")
    fact = decode_body(born.kind, born.version, born.body)
    assert isinstance(fact, EventCreated)
    again = forged(other, last_of(other), replace(fact, name="Otro", slots=fact.slots[:1] * 2))
    for station in (one, other):
        assert station.take_in([again]) == (1, {})
    assert differences(one, other) == {}
    with one.file.read() as reads:
        assert reads.event.record().name == "Encuentro"
        assert len(reads.event.slots()) == 32
        assert reads.journal.held() == [(again.hash, "said_already")]
    assert one.faults() == []


def test_erased_values_stay_away(one: Station, other: Station, tmp_path: Path) -> None:
    copy = snapshot(one, tmp_path / "old.checkin")
    ana = one.person("Ana")
    with one.file.unit() as unit:
        unit.append(PersonalErased((ana.id,)))
    late = opened(copy, one)
    correct(late.desk, ana.id, replace(ana.person, position="Alcaldesa"))
    exchange_all([one, other, late])
    for station in (one, other, late):
        with station.file.read() as reads:
            gone = reads.people.attendee(ana.id)
            assert gone is not None
            assert (gone.name, gone.person.document) == ("", "")
            assert not reads.people.matching("Quispe", 9)
        said = [e for e in station.entries() if any(p and b"Quispe" in p for p in e.personal)]
        assert said == []
        assert station.faults() == []
    assert differences(one, other) == differences(one, late) == {}
    correct(one.desk, ana.id, ana.person)
    assert one.people()[0].person.document == "" or "Quispe" not in {a.person.surnames for a in one.people()}
    assert one.digest() == one.rebuilt_digest()
    late.close()


def test_stations_that_revoke_each_other_come_to_one_state(
    one: Station, other: Station, tmp_path: Path
) -> None:
    """Which of the two counts is the same everywhere, whichever came first."""
    third = joined(tmp_path / "third.checkin", one)
    ours, theirs = one.file.station.station_id, other.file.station.station_id
    first = forged(one, last_of(one), StationRevoked(ours, 0))
    second = forged(other, last_of(other), StationRevoked(ours, 0))
    against = forged(other, second, StationRevoked(theirs, 1))
    assert third.take_in([first, second, against]) == (3, {})
    for entry in (second, against, first):
        assert other.take_in([entry]) == (1, {})
    exchange_all([other, third])
    assert differences(other, third) == {}
    third.rebuilt_digest()
    assert differences(other, third) == {}
    third.close()


def test_a_newer_program_counts_what_an_older_one_left_aside(one: Station) -> None:
    """As the older one left the file: the entry stored and held, since it did not know its kind."""
    room = Checkpoint("room", "Sala 2", CheckpointKind.SESSION, OPENING.date())
    entry = forged(one, last_of(one), CheckpointDefined(room))
    with one.file.unit() as unit:
        insert_entry(unit.connection, entry)
        unit.connection.execute(insert(t.held), {"entry": entry.hash, "reason": "unknown_kind"})
    one.close()
    file = open_event_file(one.path)
    with file.read() as reads:
        assert reads.journal.held() == []
        assert room in reads.event.checkpoints()
    file.close()


def test_what_other_desks_would_refuse_for_its_size_is_never_written(one: Station, other: Station) -> None:
    ana = one.person("Ana")
    before = one.heads()
    with pytest.raises(TooLarge):
        correct(one.desk, ana.id, replace(ana.person, note="n" * (MAX_PERSONAL_BYTES + 1)))
    with pytest.raises(TooLarge), one.file.unit() as unit:
        unit.append(ImageAdded(bytes(MAX_BODY_BYTES + 1)))
    assert one.heads() == before
    _written(one)
    assert other.take_from(one) == 3
