"""What desks and hubs say to each other: read as it was written, bounded in every direction."""

import contextlib
import zlib
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.journal import NO_HASH, Entry
from checkin_desktop.wire import messages as m
from checkin_desktop.wire.entries import MalformedEntry, entry_hash

ids = st.binary(min_size=16, max_size=16)
hashes = st.binary(min_size=32, max_size=32)
times = st.integers(0, 2**53)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=64)
heads = st.builds(m.WireHead, ids, st.integers(1, 2**63 - 1), hashes)
packed = st.lists(st.binary(max_size=200), max_size=4).map(tuple)
refusals = st.lists(st.builds(m.Refused, hashes, texts), max_size=3).map(tuple)
contacts = st.lists(st.builds(m.Contact, ids, times), max_size=3).map(tuple)
claims = st.lists(st.builds(m.PendingClaim, hashes, ids, texts, texts, texts, times), max_size=3).map(tuple)
tips = st.lists(heads, max_size=5).map(tuple)
sigs = st.binary(min_size=64, max_size=64)
terms = st.integers(0, 2**31 - 1)

MESSAGES = st.one_of(
    st.builds(m.EnrolRequest, ids, ids, hashes, times, sigs, st.just("ABCDE12345"), hashes, packed),
    st.builds(m.EnrolAnswer, texts, terms, times),
    st.builds(m.ExchangeRequest, tips, packed, st.integers(0, m.MAX_ENTRIES), terms),
    st.builds(
        m.ExchangeAnswer,
        tips,
        packed,
        st.booleans(),
        times,
        refusals,
        times,
        contacts,
        claims,
        times,
        terms,
    ),
    st.builds(m.ClaimRequest, hashes, texts, texts, texts, times, st.booleans(), terms),
    st.builds(m.ClaimAnswer, st.booleans(), texts, ids, st.none() | times, st.none() | times),
    st.builds(m.Problem, texts, texts),
)


@given(MESSAGES)
def test_a_message_is_read_as_it_was_written(message: msgspec.Struct) -> None:
    sent, is_deflated = m.deflated(m.encode(message))
    data = m.inflated(sent) if is_deflated else sent
    assert m.decode(data, type(message)) == message


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for wanted in (m.EnrolRequest, m.ExchangeRequest, m.ClaimRequest):
        with contextlib.suppress(m.MalformedMessage):
            m.decode(data, wanted)
    with contextlib.suppress(m.MalformedMessage, m.MessageTooLarge):
        m.inflated(data)
    with contextlib.suppress(MalformedEntry):
        m.unpack_entry(data)


def test_what_a_later_version_adds_is_passed_over() -> None:
    assert m.decode(b'{"error":"x","detail":"y","later":[1]}', m.Problem) == m.Problem("x", "y")


CLAIM: dict[str, Any] = {
    "entry_hash": bytes(32),
    "attendee_id": "A",
    "checkpoint_id": "day",
    "outcome": "admitted",
    "at": 1,
}


@pytest.mark.parametrize(
    "changed",
    [
        {"entry_hash": bytes(31)},
        {"entry_hash": "not base64!"},
        {"attendee_id": "A" * 257},
        {"attendee_id": "A\0"},
        {"at": -1},
        {"at": 2**53 + 1},
        {"at": "1"},
        {"term": 2**31},
        {"override": 1},
    ],
)
def test_what_is_out_of_bounds_is_refused(changed: dict[str, Any]) -> None:
    m.decode(msgspec.json.encode(CLAIM), m.ClaimRequest)
    with pytest.raises(m.MalformedMessage):
        m.decode(msgspec.json.encode(CLAIM | changed), m.ClaimRequest)


@pytest.mark.parametrize(
    "changed", [{"most": 1001}, {"most": -1}, {"entries": ["AA=="] * 1001}, {"heads": [{"seq": 0}]}]
)
def test_batches_are_bounded(changed: dict[str, Any]) -> None:
    with pytest.raises(m.MalformedMessage):
        m.decode(msgspec.json.encode({"heads": []} | changed), m.ExchangeRequest)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(m.MessageTooLarge):
        m.inflated(zlib.compress(bytes(m.MAX_INFLATED_BYTES + 1)))
    assert len(m.inflated(zlib.compress(bytes(m.MAX_INFLATED_BYTES)))) == m.MAX_INFLATED_BYTES


@pytest.mark.parametrize(
    "broken", [b"", b"\x78\x9c", zlib.compress(b"x" * 999)[:-3], zlib.compress(b"x") + b"y"]
)
def test_what_was_cut_off_is_refused(broken: bytes) -> None:
    with pytest.raises(m.MalformedMessage):
        m.inflated(broken)


def test_the_largest_entry_fits_into_one_message() -> None:
    body = bytes(4_000_000)
    digest = entry_hash(bytes(16), 1, NO_HASH, 1, 1, "", "image_added", 1, body)
    entry = Entry(digest, bytes(16), 1, NO_HASH, 1, 1, "", "image_added", 1, body, bytes(64))
    sent = m.encode(m.ExchangeRequest((), (m.pack_entry(entry),)))
    assert len(sent) < m.MAX_INFLATED_BYTES
    assert m.unpack_entry(m.decode(sent, m.ExchangeRequest).entries[0]) == entry


@given(st.lists(heads, max_size=9))
def test_heads_are_the_same_there_and_back(said: list[m.WireHead]) -> None:
    there = m.heads_from(tuple(said))
    assert m.heads_from(m.wire_heads(there)) == there
