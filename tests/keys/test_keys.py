"""Keys: seals open with their passphrase only, tokens with their key only, ids come from keys."""

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.certificate import SLOTS, serial_range
from checkin_desktop.keys.certificate_token import (
    TokenFacts,
    key_id,
    make_token,
    parse_token,
    read_token_text,
    token_text,
)
from checkin_desktop.keys.event_keys import (
    event_id_of,
    new_event_secrets,
    new_station_keys,
    pack,
    proof_of_slot,
    slots_of,
    station_id_of,
    unpack_sealed,
    unpack_station,
)
from checkin_desktop.keys.sealing import (
    WrongKey,
    decrypt,
    encrypt,
    open_with_passphrase,
    seal_under_passphrase,
)
from checkin_desktop.keys.signing import SigningKey, new_signing_key, signed_by, slot_endorsement, slot_proof

KEY = SigningKey(b"k" * 32)
facts = st.builds(
    TokenFacts,
    st.integers(1, 640_000),
    st.text(max_size=60),
    st.sampled_from(["", "40000001"]),
    st.sampled_from(["attendee", "speaker"]),
    st.none() | st.integers(1, 200),
    st.integers(0, 10**6),
)


@given(facts, st.sampled_from(["", "certificados.amsat.pe"]))
def test_a_token_says_what_was_signed(said: TokenFacts, domain: str) -> None:
    raw = make_token(said, KEY)
    text = token_text(raw, domain)
    assert text.startswith(f"https://{domain}/#" if domain else "ME1:")
    token = read_token_text(f" {text}\n")
    assert token is not None
    assert (token.facts, token.raw, token.kid) == (said, raw, key_id(KEY.public))
    assert token.signed_with(KEY.public)
    assert not token.signed_with(new_signing_key().public)


@given(facts, st.data())
def test_a_token_altered_anywhere_is_not_signed(said: TokenFacts, data: st.DataObject) -> None:
    raw = bytearray(make_token(said, KEY))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    token = parse_token(bytes(raw))
    if token is not None and token.signed_with(KEY.public):
        assert token.facts == said  # only what is not under the signature differs


def test_a_token_is_cose_sign1() -> None:
    raw = make_token(TokenFacts(7, "Ana", "40000001", "attendee", 16, 480_000), KEY)
    tagged = cbor2.loads(raw)
    assert tagged.tag == 18
    protected, unprotected, payload, signature = tagged.value
    assert cbor2.loads(protected) == {1: -8, 4: key_id(KEY.public)}
    assert unprotected == {}
    assert cbor2.loads(payload) == {1: 7, 2: "Ana", 3: "40000001", 4: "attendee", 5: 16, 6: 480_000}
    signed = cbor2.dumps(["Signature1", protected, b"", payload], canonical=True)
    assert signed_by(KEY.public, signature, signed)


@given(
    st.text(max_size=200)
    | st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", max_size=99).map("ME1:".__add__)
)
def test_other_texts_are_no_tokens(text: str) -> None:
    assert read_token_text(text) is None


@given(st.binary(max_size=200))
def test_noise_is_no_token(noise: bytes) -> None:
    assert parse_token(noise) is None


def test_a_seal_opens_with_its_passphrase_only() -> None:
    sealed = seal_under_passphrase("cusco 2025", b"secret")
    assert open_with_passphrase(" cusco 2025 ", sealed) == b"secret"
    assert seal_under_passphrase("cusco 2025", b"secret") != sealed
    for passphrase, data in (
        ("Cusco 2025", sealed),
        ("cusco 2025", sealed[:-1]),
        ("cusco 2025", b"x" + sealed[1:]),
        ("cusco 2025", b""),
    ):
        with pytest.raises(WrongKey):
            open_with_passphrase(passphrase, data)


@given(st.binary(max_size=200), st.data())
def test_what_is_encrypted_opens_whole_in_its_place_only(data: bytes, draw: st.DataObject) -> None:
    key = b"k" * 32
    sealed = encrypt(key, data, b"here")
    assert decrypt(key, sealed, b"here") == data
    flipped = bytearray(sealed)
    flipped[draw.draw(st.integers(0, len(sealed) - 1))] ^= 1
    for wrong in (
        (b"x" * 32, sealed, b"here"),
        (key, sealed, b"there"),
        (key, bytes(flipped), b"here"),
        (key, b"", b""),
    ):
        with pytest.raises(WrongKey):
            decrypt(*wrong)


def test_the_events_key_vouches_for_slots_and_a_slot_for_its_station() -> None:
    secrets = new_event_secrets()
    event_key = SigningKey(secrets.event_key).public
    event_id = secrets.event.event_id
    assert event_id == event_id_of(event_key)
    slots = slots_of(secrets)
    assert [s.number for s in slots] == list(range(1, SLOTS + 1))
    for s in slots:
        assert (s.first_serial, s.last_serial) == serial_range(s.number)
        assert signed_by(event_key, s.endorsement, slot_endorsement(event_id, s.number, s.key))
    keys = new_station_keys(3, secrets.slot_keys[2])
    public = SigningKey(keys.station_key).public
    assert keys.station_id == station_id_of(public)
    proof = proof_of_slot(event_id, keys)
    assert signed_by(slots[2].key, proof, slot_proof(event_id, 3, keys.station_id, public))
    assert not signed_by(slots[1].key, proof, slot_proof(event_id, 3, keys.station_id, public))
    assert unpack_sealed(pack(secrets)) == secrets
    assert unpack_station(pack(keys)) == keys


@given(st.binary(max_size=40), st.binary(max_size=70))
def test_bad_keys_and_signatures_are_just_not_good(key: bytes, signature: bytes) -> None:
    assert not signed_by(key, signature, b"message")
