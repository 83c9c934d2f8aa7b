"""What travels: deterministic bytes, parsed strictly, and personal values behind their commitments."""

import contextlib
import dataclasses
from typing import Any, get_args

import cbor2
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.beside import named_beside
from checkin_desktop.domain.facts import AttendanceSet, Fact, PassageUndone, StationRenamed, commitments
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.people import Person
from checkin_desktop.wire.bodies import (
    MAX_BODY_BYTES,
    MalformedBody,
    decode_body,
    deterministic,
    encode_body,
    kind_of,
    storable,
    without_nul,
)
from checkin_desktop.wire.entries import (
    MAX_PERSONAL_BYTES,
    MalformedEntry,
    commitment_to,
    decode_batch,
    encode_batch,
    entry_hash,
    from_wire,
)
from checkin_desktop.wire.personal import (
    CertificateValues,
    CodeText,
    pack_personal,
    person_values,
    unpack_certificate,
    unpack_code,
    unpack_person,
)

KINDS = get_args(Fact)
int64 = st.integers(-(2**63), 2**63 - 1)


def _fits_a_database(fact: Any) -> bool:
    def fits(value: Any) -> bool:
        match value:
            case int():
                return -(2**63) <= value < 2**63
            case str():
                return "\0" not in value
            case tuple() | frozenset():
                return all(map(fits, value))
            case _ if dataclasses.is_dataclass(value):
                return all(fits(getattr(value, f.name)) for f in dataclasses.fields(value))
            case _:
                return True

    return fits(fact)


facts = st.sampled_from(KINDS).flatmap(st.from_type)


@settings(max_examples=200)
@given(facts)
def test_a_fact_is_read_as_it_was_written(fact: Fact) -> None:
    kind, version, body = encode_body(fact)
    assert kind == kind_of(type(fact))
    assert encode_body(fact) == (kind, version, body)
    if _fits_a_database(fact):
        assert decode_body(kind, version, body) == fact
    else:
        with pytest.raises(MalformedBody):
            decode_body(kind, version, body)


def test_a_name_without_end_and_a_nul_are_refused_and_ours_are_cleaned() -> None:
    """PostgreSQL holds no NUL and indexes nothing endless: what one hub can't store, none may count."""
    for fact in (StationRenamed("Pu\0erta"), AttendanceSet("A" * 257, True), PassageUndone(bytes(257), "")):
        with pytest.raises(MalformedBody):
            decode_body(*encode_body(fact))
    assert storable(StationRenamed("Pu\0erta")) == StationRenamed("Puerta")
    assert decode_body(*encode_body(AttendanceSet("A" * 256, True))) == AttendanceSet("A" * 256, True)


@settings(max_examples=200)
@given(facts)
def test_bodies_are_in_core_deterministic_encoding(fact: Fact) -> None:
    """RFC 8949 section 4.2.1: shortest heads, definite lengths, map keys in the order of their bytes."""
    body = encode_body(fact)[2]
    assert deterministic(cbor2.loads(body)) == body
    assert _check_item(body, 0) == len(body)


def _check_item(data: bytes, at: int) -> int:
    """Where the item at `at` ends; fails where its encoding is not the deterministic one."""
    major, low = data[at] >> 5, data[at] & 31
    assert low <= 27, "indefinite length or reserved"
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(low, 0)
    value = int.from_bytes(data[at + 1 : at + 1 + size], "big") if size else low
    if size and major != 7:
        assert value >= {1: 24, 2: 2**8, 4: 2**16, 8: 2**32}[size], "not the shortest head"
    at += 1 + size
    if major in (2, 3):
        return at + value
    if major == 6:
        return _check_item(data, at)
    if major == 4:
        for _ in range(value):
            at = _check_item(data, at)
    if major == 5:
        keys = []
        for _ in range(value):
            start, at = at, _check_item(data, at)
            keys.append(data[start:at])
            at = _check_item(data, at)
        assert keys == sorted(set(keys)), "keys out of order"
    return at


@settings(max_examples=300)
@given(st.sampled_from([kind_of(k) for k in KINDS]), st.binary(max_size=60))
def test_noise_is_malformed_never_an_error_of_another_kind(kind: str, noise: bytes) -> None:
    with pytest.raises(MalformedBody):
        decode_body(kind, 1, noise)


@settings(max_examples=200)
@given(facts, st.data())
def test_a_changed_body_is_a_fact_or_malformed(fact: Fact, data: st.DataObject) -> None:
    kind, version, body = encode_body(fact)
    changed = bytearray(body)
    changed[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(MalformedBody):
        assert isinstance(decode_body(kind, version, bytes(changed)), type(fact))


def test_unknown_kinds_and_versions_are_left_alone() -> None:
    kind, version, body = encode_body(StationRenamed("Puerta"))
    assert decode_body("room_painted", 1, body) is None
    assert decode_body(kind, version + 1, body) is None


named = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=16)
entries = st.builds(
    lambda station, seq, prev, hlc, at, operator, kind, version, body, sig, personal: Entry(
        entry_hash(station, seq, prev, hlc, at, operator, kind, version, body),
        station, seq, prev, hlc, at, operator, kind, version, body, sig, tuple(personal),
    ),
    st.binary(min_size=16, max_size=16),
    st.integers(1, 2**63 - 1),
    st.binary(min_size=32, max_size=32),
    st.integers(0, 2**63 - 1),
    st.integers(-(2**53), 2**53),
    named,
    named,
    st.integers(1, 2**16 - 1),
    st.binary(max_size=40),
    st.binary(min_size=64, max_size=64),
    st.lists(st.none() | st.binary(max_size=20), max_size=3),
)  # fmt: skip


@given(st.lists(entries, max_size=3))
def test_entries_travel_whole(batch: list[Entry]) -> None:
    assert decode_batch(encode_batch(batch)) == batch


@given(st.binary(max_size=200))
def test_noise_is_no_batch(noise: bytes) -> None:
    with contextlib.suppress(MalformedEntry):
        assert decode_batch(noise) == []


@given(entries, st.integers(0, 8), st.data())
def test_every_field_counts_for_the_hash(entry: Entry, place: int, data: st.DataObject) -> None:
    fields = [
        entry.station_id, entry.seq, entry.prev_hash, entry.hlc, entry.recorded_at,
        entry.operator_id, entry.kind, entry.version, entry.body,
    ]  # fmt: skip
    old = fields[place]
    fields[place] = old + (b"x" if isinstance(old, bytes) else "x" if isinstance(old, str) else 1)  # type: ignore[operator]
    assert entry_hash(*fields) != entry.hash  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, b"short"),
        (1, 0),
        (1, 2**63),
        (2, b""),
        (3, -1),
        (4, 2**60),
        (5, "x" * 65),
        (6, "x" * 65),
        (7, 0),
        (8, bytes(MAX_BODY_BYTES + 1)),
        (9, b"short"),
        (10, [bytes(MAX_PERSONAL_BYTES + 1)]),
        (10, ["text"]),
        (1, "one"),
    ],
)
def test_what_is_out_of_bounds_is_no_entry(place: int, value: object) -> None:
    raw: list[object] = [b"s" * 16, 1, bytes(32), 1, 0, "", "said", 1, b"", bytes(64), []]
    assert from_wire(list(raw)).seq == 1
    raw[place] = value
    with pytest.raises(MalformedEntry):
        from_wire(raw)


@given(st.from_type(Person), st.binary(min_size=16, max_size=16))
def test_personal_values_come_back_and_their_commitment_tells_nothing_twice(
    person: Person, salt: bytes
) -> None:
    values = person_values(person)
    packed = pack_personal(values, salt)
    assert unpack_person(packed) == msgspec.convert(without_nul(msgspec.to_builtins(values)), type(values))
    assert commitment_to(packed) != commitment_to(
        pack_personal(values, bytes(16) if any(salt) else b"x" * 16)
    )


def test_codes_and_certificates_beside_their_entries() -> None:
    code, held = CodeText("40000001"), CertificateValues("Ana", None, "40000001", b"token")
    assert unpack_code(pack_personal(code, b"s" * 16)) == code
    assert unpack_certificate(pack_personal(held, b"s" * 16)) == held
    for noise in (b"", b"\x00", cbor2.dumps([b"s", 5]), cbor2.dumps([1])):
        with pytest.raises(MalformedBody):
            unpack_person(noise)


@given(facts)
def test_each_personal_value_has_its_commitment(fact: Fact) -> None:
    assert all(isinstance(c, bytes) for c in commitments(fact))
    assert len(named_beside(fact)) >= len(commitments(fact)), "each value is somebody's, or nobody's"
