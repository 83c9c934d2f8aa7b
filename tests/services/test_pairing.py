"""The text in a hub's QR."""

from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.pairing import (
    MOST_ADDRESSES,
    Pairing,
    is_pairing_text,
    pairing_text,
    read_pairing,
)

PAIRINGS = st.builds(
    Pairing,
    event_id=st.binary(min_size=16, max_size=16),
    term=st.integers(0, 2**31 - 1),
    port=st.integers(1, 65535),
    pin=st.binary(min_size=16, max_size=16),
    code=st.text(ALPHABET, min_size=10, max_size=10),
    addresses=st.lists(st.ip_addresses(v=4), max_size=MOST_ADDRESSES).map(tuple),
)


@given(PAIRINGS)
def test_what_was_made_is_read_back_however_it_was_typed(pairing: Pairing) -> None:
    text = pairing_text(pairing)
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    assert len(text) < 130
    assert read_pairing(text) == pairing
    spaced = " ".join(text[i : i + 5] for i in range(0, len(text), 5)).lower()
    assert is_pairing_text(text)
    assert read_pairing(spaced.replace("chkhu b1", "chkhub1")) == pairing


@given(PAIRINGS, st.data())
def test_a_misread_character_is_noticed(pairing: Pairing, data: st.DataObject) -> None:
    text = pairing_text(pairing)
    place = data.draw(st.integers(7, len(text) - 1))
    other = data.draw(st.sampled_from([c for c in ALPHABET if c != text[place]]))
    with pytest.raises(PersonFacingError) as told:
        read_pairing(text[:place] + other + text[place + 1 :])
    assert told.value.sentence == "hub-not-a-pairing"


@given(st.one_of(st.text(max_size=300), st.text(ALPHABET, max_size=250).map(lambda t: "CHKHUB1" + t)))
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(PersonFacingError) as told:
        read_pairing(text)
    assert told.value.sentence == "hub-not-a-pairing"


def test_only_the_first_addresses_go_in() -> None:
    many = tuple(IPv4Address(f"10.0.0.{n}") for n in range(1, 12))
    pairing = Pairing(bytes(16), 1, 8765, bytes(16), "0" * 10, many)
    assert read_pairing(pairing_text(pairing)).addresses == many[:MOST_ADDRESSES]
