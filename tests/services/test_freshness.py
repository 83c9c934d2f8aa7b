"""What exists on this desk alone, and since when the others are silent, over real sticks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.comparing import Lacking, compare, heads_text, is_heads_text
from checkin_desktop.services.exchange import exchange_bundle, set_passphrase
from checkin_desktop.services.freshness import SILENT_S, freshness, known_until, note_elsewhere
from support.desks import ROSTER, Station, found, joined

FILES = BundleFiles()
HOUR_MS = 3_600_000


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "one.checkin", people=ROSTER)
    set_passphrase(station.desk, "cusco 2025")
    yield station
    station.close()


@pytest.fixture
def two(one: Station, tmp_path: Path) -> Iterator[Station]:
    station = joined(tmp_path / "two.checkin", one, "Mesa 2")
    yield station
    station.close()


def scan(station: Station, one: Station, name: str) -> None:
    check_in(station.desk, one.badge(one.person(name)), source=Source.CAMERA)


def carry(station: Station, stick: Path) -> None:
    exchange_bundle(station.desk, FILES, stick, "cusco 2025")


def test_a_desk_alone_has_everything_only_here(one: Station) -> None:
    found_here = freshness(one.desk)
    assert found_here.only_here == len(one.entries())
    assert not found_here.shared
    assert found_here.others == ()


def test_what_went_onto_a_stick_is_no_longer_only_here(one: Station, two: Station, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    carry(one, stick)
    assert freshness(one.desk).only_here == 0
    scan(one, one, "Ana")
    assert freshness(one.desk).only_here == 1
    carry(one, stick)
    assert freshness(one.desk).only_here == 0
    assert freshness(one.desk).shared


def test_a_hub_that_has_some_of_it_leaves_the_rest(one: Station, two: Station) -> None:
    with one.desk.store.read() as reads:
        before = reads.journal.heads()
    note_elsewhere(one.desk.store, before)
    scan(one, one, "Ana")
    assert freshness(one.desk).only_here == 1
    note_elsewhere(one.desk.store, {})  # somebody who has less takes nothing back
    assert freshness(one.desk).only_here == 1


def test_says_since_when_a_desk_is_silent(one: Station, two: Station, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    scan(two, one, "Ana")
    carry(two, stick)
    carry(one, stick)
    [other] = freshness(one.desk).others
    assert other.name == "Mesa 2"
    assert freshness(one.desk).silent == ()
    heard = known_until(other)
    one.clock.now += HOUR_MS
    assert [s.name for s in freshness(one.desk).silent] == ["Mesa 2"]
    two.clock.now = one.clock.now
    scan(two, one, "Ana")
    carry(two, stick)
    carry(one, stick)
    assert freshness(one.desk).silent == ()
    later = known_until(freshness(one.desk).others[0])
    assert heard is not None
    assert later is not None
    assert (later - heard).total_seconds() > SILENT_S


def test_two_desks_compare_what_they_hold_by_one_short_text(
    one: Station, two: Station, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    for station in (one, two, one):
        carry(station, stick)
    same = compare(one.desk, heads_text(two.desk))
    assert (same.other, same.here, same.there) == ("Mesa 2", (), ())
    scan(two, one, "Ana")
    said = heads_text(two.desk)
    assert is_heads_text(said)
    assert said.isalnum()
    assert len(said) < 300
    found = compare(one.desk, said.lower())
    assert found.here == (Lacking("Mesa 2", 1),)
    assert found.there == ()
    back = compare(two.desk, heads_text(one.desk))
    assert (back.here, back.there) == ((), (Lacking("Mesa 2", 1),))


def test_any_other_text_and_another_event_is_refused(one: Station, tmp_path: Path) -> None:
    good = heads_text(one.desk)
    for bad in (good[:-2], good[:-1] + ("0" if good[-1] != "0" else "1"), "CHKHEADS1", "CHKHEADS1ZZ", "hola"):
        with pytest.raises(PersonFacingError) as told:
            compare(one.desk, bad)
        assert told.value.sentence == "compare-not-heads"
    stranger = found(tmp_path / "stranger.checkin")
    with pytest.raises(PersonFacingError) as other_event:
        compare(one.desk, heads_text(stranger.desk))
    assert other_event.value.sentence == "hub-pairing-other-event"
    stranger.close()
