"""Whatever a station of the event signs is kept, and comes to the same state in any order."""

import dataclasses
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.facts import Fact, commitments
from checkin_desktop.domain.journal import Entry
from checkin_desktop.services.authority import NotAllowed
from checkin_desktop.services.badges import revoke_badge
from checkin_desktop.services.certificates import issue, review
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import event_info, stations
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.organisations import organisations
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.settle_conflict import conflicts
from support.desks import ROSTER, Station, differences, found, joined, opened, snapshot
from support.forge import forged, last_of

_KINDS = get_args(Fact)


@pytest.fixture(scope="module")
def desks() -> Iterator[tuple[Station, Station, Path]]:
    """An event in which something has happened, and a folder for copies of it."""
    folder = Path(tempfile.mkdtemp())
    one = found(folder / "one.checkin", people=ROSTER)
    ana = one.person("Ana")
    check_in(one.desk, one.badge(ana), source=Source.CAMERA)
    issue(one.desk, [ana.id], exception_reason="vino")
    revoke_badge(one.desk, one.person("Beto").id)
    other = joined(folder / "other.checkin", one)
    one.take_from(other)
    yield one, other, folder
    one.close()
    other.close()
    shutil.rmtree(folder)


def _facts(one: Station) -> st.SearchStrategy[Fact]:
    """Facts of every kind whose references are often to something real."""
    ids = [a.id for a in one.people()] + [a.code_id for a in one.people()]
    entries = [e.hash for e in one.entries()]
    some_id = st.sampled_from([*ids, "", "X" * 15])
    some_entry = st.sampled_from([*entries, b"?" * 32])
    fitting: dict[str, st.SearchStrategy[Any]] = {
        "attendee_id": some_id,
        "attendee_ids": st.lists(some_id, max_size=3).map(tuple),
        "code_id": some_id,
        "code_ids": st.lists(some_id, max_size=3).map(tuple),
        "checkpoint_id": st.sampled_from(["day-2025-10-09", "nowhere"]),
        "organisation_id": st.sampled_from([o.id for o in organisations(one.desk)]),
        "into": st.sampled_from(["", *(o.id for o in organisations(one.desk))]),
        "serial": st.integers(0, 3) | st.integers(),
        "serials": st.lists(st.integers(0, 3), max_size=3).map(tuple),
        "slot": st.integers(0, 4),
        "entry": some_entry,
        "members": st.lists(some_entry, max_size=3).map(tuple),
        "replaces": st.lists(some_entry, max_size=3).map(tuple),
        "station_id": st.sampled_from([one.file.station.station_id, b"?" * 16]),
        "peer": st.sampled_from([one.file.station.station_id, b"?" * 16]),
        "event_id": st.just(one.file.secrets.event_id),
        "import_id": st.sampled_from([b"1" * 16, b"2" * 16]),
        "timezone": st.just("America/Lima"),
        "subject": some_id.flatmap(
            lambda i: st.sampled_from([i, f"{i}|day-2025-10-09", f"{i}|attendee", "1"])
        ),
    }

    def built(kind: type) -> st.SearchStrategy[Any]:
        overrides = {}
        for field in dataclasses.fields(kind):
            if field.name in fitting and not (field.name == "replaces" and field.type == "int"):
                if not (field.name == "replaces" and kind.__name__ == "CertificateIssued"):
                    overrides[field.name] = fitting[field.name]
            elif field.name == "profile":
                overrides[field.name] = built(get_type(kind, "profile"))
            elif field.name == "profiles":
                overrides[field.name] = st.lists(built(profile_type()), max_size=3).map(tuple)
            elif field.name == "settings" and get_type(kind, "settings") is EventSettings:
                overrides[field.name] = st.from_type(get_type(kind, "settings")).map(
                    lambda said: dataclasses.replace(said, timezone="America/Lima")
                )
        return st.builds(kind, **overrides)

    return st.sampled_from(_KINDS).flatmap(built)


def get_type(kind: type, name: str) -> type:
    return next(f.type for f in dataclasses.fields(kind) if f.name == name)  # type: ignore[return-value]


def profile_type() -> type:
    return get_type(next(k for k in _KINDS if k.__name__ == "AttendeeRegistered"), "profile")


def _chains(one: Station, other: Station, said: list[tuple[bool, Fact]]) -> list[Entry]:
    ends = {True: last_of(one), False: last_of(other)}
    entries = []
    for by_one, fact in said:
        station = one if by_one else other
        entry = forged(station, ends[by_one], fact, [None] * len(commitments(fact)))  # type: ignore[list-item]
        ends[by_one] = entry
        entries.append(entry)
    return entries


@settings(max_examples=40)
@given(data=st.data())
def test_no_signed_entry_breaks_a_desk(desks: tuple[Station, Station, Path], data: st.DataObject) -> None:
    one, other, folder = desks
    said = data.draw(st.lists(st.tuples(st.booleans(), _facts(one)), min_size=1, max_size=5))
    entries = _chains(one, other, said)
    first = opened(snapshot(one, folder / "first.checkin"), one, noticed=False)
    second = opened(snapshot(one, folder / "second.checkin"), one, noticed=False)
    try:
        received, refused = first.take_in(entries)
        for _ in entries:  # each round finds at least one more predecessor
            for entry in reversed(entries):
                second.take_in([entry])
        assert received + sum(refused.values()) == len(entries)
        unlike = differences(first, second)
        assert unlike == {}, unlike
        first.rebuilt_digest()
        unlike = differences(first, second)
        assert unlike == {}, unlike
        for station in (first, second):
            for look in (event_info, roster, organisations, stations, conflicts, review, recent_passages):
                with suppress(NotAllowed):  # an organiser defined among the entries: sign in first
                    look(station.desk)  # type: ignore[operator]
    finally:
        first.close()
        second.close()
        for path in folder.glob("first*"):
            path.unlink()
        for path in folder.glob("second*"):
            path.unlink()
