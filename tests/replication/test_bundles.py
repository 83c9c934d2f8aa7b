"""Bundle files: what is on the stick is whole, ours, and never lost; whatever else is on it is refused in words."""

import contextlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import StationRenamed
from checkin_desktop.domain.journal import Entry
from checkin_desktop.keys.sealing import encrypt
from checkin_desktop.replication.bundle import BundleError, BundleFiles
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.exchange import (
    PassphraseNeeded,
    exchange_bundle,
    open_sealed,
    set_passphrase,
)
from checkin_desktop.services.ports.exchange import BundleCover
from checkin_desktop.services.settle_conflict import conflicts
from checkin_desktop.startup.events import join_event, open_event
from support.desks import ROSTER, Clock, Station, differences, exchange_all, found, joined, snapshot
from support.forge import forged, hash_of, last_of

PASSPHRASE = "cusco 2025"
KEY = b"k" * 32
COVER = BundleCover(b"e" * 16, "Encuentro", b"sealed")
FILES = BundleFiles()


def entry(number: int) -> Entry:
    """The shape of an entry; bundles carry it without asking what it says."""
    e = Entry(b"", b"s" * 16, number, bytes(32), number, 0, "", "said", 1, bytes([number]), bytes(64))
    return replace(e, hash=hash_of(e))


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "one.checkin", people=ROSTER)
    set_passphrase(station.desk, PASSPHRASE)
    yield station
    station.close()


def _carried(station: Station, stick: Path) -> tuple[int, int]:
    result = exchange_bundle(station.desk, FILES, stick, PASSPHRASE)
    return result.sent, result.received


def _small(path: Path) -> Path:
    FILES.add(path, COVER, KEY, [entry(1)], b"s" * 16, 0)
    return path


def _said(path: Path) -> set[bytes]:
    cover = FILES.look(path)
    assert cover is not None
    return {e.hash for e in FILES.read(path, cover, KEY).entries}


def test_cut_off_anywhere_it_is_refused(tmp_path: Path) -> None:
    whole = _small(tmp_path / "stick").read_bytes()
    cut = tmp_path / "cut"
    accepted = []
    for length in range(len(whole)):
        cut.write_bytes(whole[:length])
        try:
            held = _said(cut)
        except BundleError:
            continue
        accepted.append((length, held))
    assert [held for _, held in accepted] == [set()]  # between segments: whole, with less in it


@settings(max_examples=150)
@given(data=st.data())
def test_a_flipped_bit_never_brings_anything_in(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped"
    path.unlink(missing_ok=True)
    whole = bytearray(_small(path).read_bytes())
    bit = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[bit // 8] ^= 1 << bit % 8
    path.write_bytes(bytes(whole))
    with contextlib.suppress(BundleError):
        assert _said(path) == {entry(1).hash}  # only the name on the cover may have changed


@settings(max_examples=80)
@given(noise=st.binary(max_size=300))
def test_noise_is_no_bundle(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "noise"
    for data in (noise, b"CHECKIN-BUNDLE 1\n" + noise):
        path.write_bytes(data)
        with pytest.raises(BundleError):
            _said(path)


def _with_segment(path: Path, packed: bytes) -> Path:
    whole = _small(path).read_bytes()
    segment = encrypt(KEY, packed, b"checkin-desktop segment" + COVER.event_id)
    path.write_bytes(whole + len(segment).to_bytes(4, "big") + segment)
    return path


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    packer, bomb = zlib.compressobj(9), b""
    for _ in range(257):
        bomb += packer.compress(bytes(1024 * 1024))
    with pytest.raises(BundleError) as told:
        _said(_with_segment(tmp_path / "stick", bomb + packer.flush()))
    assert told.value.sentence == "exchange-damaged"


@pytest.mark.parametrize("inside", [b"", b"\x00", cbor2.dumps([1]), cbor2.dumps([b"s", 1, [[1, 2]]])])
def test_a_segment_of_something_else_is_refused(tmp_path: Path, inside: bytes) -> None:
    with pytest.raises(BundleError):
        _said(_with_segment(tmp_path / "stick", zlib.compress(inside)))


def test_a_damaged_newest_file_loses_nothing(tmp_path: Path) -> None:
    """A stick pulled too early: the previous file is read, and what is added next stands on it."""
    stick = tmp_path / "stick"
    for number in (1, 2, 3):
        FILES.add(stick, COVER, KEY, [entry(number)], b"s" * 16, 0)
    whole = stick.read_bytes()
    for damaged in (whole[:-7], whole[:-1] + bytes([whole[-1] ^ 1]), b""):
        stick.write_bytes(damaged)
        assert _said(stick) == {entry(1).hash, entry(2).hash}
    for number in (4, 5):
        FILES.add(stick, COVER, KEY, [entry(number)], b"s" * 16, 0)
    assert _said(stick) == {entry(n).hash for n in (1, 2, 4, 5)}


def test_an_interrupted_write_leaves_the_bundle_as_it_was(tmp_path: Path) -> None:
    stick = _small(tmp_path / "stick")
    (tmp_path / "stick.part").mkdir()
    before = stick.read_bytes()
    with pytest.raises(BundleError) as told:
        FILES.add(stick, COVER, KEY, [entry(2)], b"s" * 16, 0)
    assert told.value.sentence == "exchange-cannot-write"
    assert stick.read_bytes() == before


def test_gone_between_two_renames_the_previous_one_serves(tmp_path: Path) -> None:
    stick = _small(tmp_path / "stick")
    stick.rename(tmp_path / "stick.previous")
    assert _said(stick) == {entry(1).hash}
    FILES.add(stick, COVER, KEY, [entry(2)], b"s" * 16, 0)
    assert _said(stick) == {entry(1).hash, entry(2).hash}


def test_a_stick_carries_everything_both_ways_and_only_once(one: Station, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    other = joined(tmp_path / "other.checkin", one)
    check_in(one.desk, one.badge(one.person("Ana")), source=Source.CAMERA)
    check_in(other.desk, one.badge(one.person("Ana")), source=Source.CAMERA)
    everything = len(one.entries())
    assert _carried(one, stick) == (everything, 0)
    assert _carried(other, stick) == (2, 1)
    assert _carried(one, stick) == (0, 2)
    before = stick.read_bytes()
    for station in (one, other):
        assert _carried(station, stick) == (0, 0)
    assert stick.read_bytes() == before
    assert differences(one, other) == {}
    assert len(conflicts(one.desk)) == 1
    other.close()


def test_another_events_stick_is_refused_by_name(one: Station, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stranger = found(tmp_path / "stranger.checkin")
    set_passphrase(stranger.desk, PASSPHRASE)
    _carried(stranger, stick)
    before = one.digest()
    with pytest.raises(PersonFacingError) as told:
        _carried(one, stick)
    assert (told.value.sentence, told.value.arguments) == ("exchange-other-event", {"name": "Encuentro"})
    assert one.digest() == before
    stranger.close()


def test_an_entry_that_was_altered_stops_the_whole_stick(one: Station, tmp_path: Path) -> None:
    stick, other = tmp_path / "stick", joined(tmp_path / "other.checkin", one)
    bad = replace(forged(other, last_of(other), StationRenamed("x")), sig=bytes(64))
    _carried(other, stick)
    cover = FILES.look(stick)
    assert cover is not None
    FILES.add(stick, cover, one.secrets.event.bundle_key, [bad], b"s" * 16, 0)
    before = one.digest()
    with pytest.raises(PersonFacingError) as told:
        _carried(one, stick)
    assert told.value.sentence == "exchange-altered"
    assert one.digest() == before
    other.close()


def test_joining_asks_for_the_passphrase_and_takes_the_next_free_slot(
    one: Station, tmp_path: Path, home: Path
) -> None:
    stick = tmp_path / "stick"
    _carried(one, stick)
    with pytest.raises(PassphraseNeeded):
        join_event(stick, None, path=tmp_path / "two.checkin")
    with pytest.raises(PersonFacingError) as told:
        join_event(stick, "otra frase", path=tmp_path / "two.checkin")
    assert told.value.sentence == "exchange-wrong-passphrase"
    assert not (tmp_path / "two.checkin").exists()
    slots = []
    for name in ("two", "three"):
        opened_event, result = join_event(stick, PASSPHRASE, path=tmp_path / f"{name}.checkin")
        slots.append(opened_event.desk.store.station.slot)
        assert result.joined
        opened_event.close()
    assert slots == [2, 3]
    _carried(one, stick)
    assert one.faults() == []
    with pytest.raises(PersonFacingError) as told:
        join_event(tmp_path / "nothing", PASSPHRASE)
    assert told.value.sentence == "exchange-no-bundle"


def test_a_slot_taken_twice_is_a_conflict_and_the_later_desk_moves(one: Station, tmp_path: Path) -> None:
    two = joined(tmp_path / "two.checkin", one, "Mesa dos")
    three = joined(tmp_path / "three.checkin", one, "Mesa tres", Clock(one.clock.now + 1000))
    assert two.file.station.slot == three.file.station.slot == 2
    exchange_all([one, two, three])
    assert [c.kind.value for c in conflicts(one.desk)] == ["slot_taken_twice"]
    stick = tmp_path / "stick"
    for station in (one, two, three, one, two):
        _carried(station, stick)
    assert (two.file.station.slot, three.file.station.slot) == (2, 3)
    assert conflicts(one.desk) == ()
    assert differences(one, two) == {}
    two.close()
    three.close()


def test_a_copied_file_goes_on_as_a_new_station(one: Station, tmp_path: Path, home: Path) -> None:
    one.close()
    open_event(one.path).close()
    copy = snapshot(one, tmp_path / "copy.checkin")
    with open_event(one.path) as original:
        first = original.file.station.station_id
    with open_event(copy) as cloned:
        second = cloned.file.station.station_id
    with open_event(copy) as again:
        assert again.file.station.station_id == second
    with open_event(one.path) as original:
        assert original.file.station.station_id == first
    assert first != second


def test_an_old_copy_put_back_goes_on_as_a_new_station(one: Station, tmp_path: Path, home: Path) -> None:
    one.close()
    with open_event(one.path) as original:
        before = original.file.station.station_id
        backup = snapshot(one, tmp_path / "backup")
        check_in(original.desk, "nadie", "day-2025-10-09", source=Source.SCANNER)
    one.path.write_bytes(backup.read_bytes())
    wal = Path(str(backup) + "-wal")
    if wal.is_file():
        Path(str(one.path) + "-wal").write_bytes(wal.read_bytes())
    with open_event(one.path) as restored:
        assert restored.file.station.station_id != before


def test_passphrases(one: Station, tmp_path: Path) -> None:
    with one.file.read() as reads:
        sealed = reads.event.record().sealed
    assert sealed is not None
    assert open_sealed(sealed, f" {PASSPHRASE} ") == one.secrets
    with pytest.raises(PersonFacingError) as told:
        set_passphrase(one.desk, "otra frase")
    assert told.value.sentence == "exchange-passphrase-set-already"
    with pytest.raises(PersonFacingError) as told:
        set_passphrase(one.desk, "corta")
    assert told.value.sentence == "exchange-passphrase-short"
    fresh = found(tmp_path / "fresh.checkin")
    with pytest.raises(PassphraseNeeded):
        exchange_bundle(fresh.desk, FILES, tmp_path / "stick", None)
    fresh.close()
