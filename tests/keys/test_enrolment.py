"""Who may speak to a hub."""

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_desktop.keys import enrolment as e


def test_the_derived_key_is_that_of_the_standard() -> None:
    standard = HKDF(hashes.SHA256(), 32, None, b"checkin-desktop lan").derive(b"k" * 32)
    assert e._derived(b"k" * 32) == standard


def test_a_proof_holds_for_its_event_and_message_alone() -> None:
    message = e.enrol_message(b"e" * 16, b"s" * 16, "", 5)
    proof = e.event_proof(b"k" * 32, message)
    assert e.proves_event(b"k" * 32, message, proof)
    assert not e.proves_event(b"j" * 32, message, proof)
    for other in (
        e.enrol_message(b"f" * 16, b"s" * 16, "", 5),
        e.enrol_message(b"e" * 16, b"t" * 16, "", 5),
        e.enrol_message(b"e" * 16, b"s" * 16, "X", 5),
        e.enrol_message(b"e" * 16, b"s" * 16, "", 6),
    ):
        assert not e.proves_event(b"k" * 32, other, proof)


def test_tokens_differ_and_are_kept_as_digests() -> None:
    one, other = e.new_token(), e.new_token()
    assert one != other
    assert len(one) == 43
    assert one.encode() not in e.token_digest(one)
