"""Revoked certificates carried by a QR on screen: taken in where no exchange ever was, believed only if signed."""

import pytest

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.revocation_list import (
    PREFIX,
    is_revocation_text,
    revocation_text,
    revoked_elsewhere,
    take_revocations,
)
from checkin_desktop.services.verify_certificate import verify
from support.desks import ROSTER, Station, found


def certify(station: Station, *people: str) -> list[str]:
    """The codes on their papers."""
    ids = [station.person(name).id for name in people]
    issue(station.desk, ids, exception_reason="ensayo")
    return [face.token for face in certificate_faces(station.desk, ids)]


def test_a_desk_that_never_exchanged_knows_what_was_revoked(one: Station, other: Station) -> None:
    (good, bad) = certify(one, ROSTER[0].given_names, ROSTER[1].given_names)
    revoke(one.desk, one.person(ROSTER[1].given_names).id, "error de nombre")
    assert verify(other.desk, bad).verdict is CertificateVerdict.VALID
    text = revocation_text(one.desk)
    assert is_revocation_text(text)
    assert take_revocations(other.desk, text) == 1
    told = verify(other.desk, bad)
    assert (told.verdict, told.reason) == (CertificateVerdict.REVOKED, "revoked_elsewhere")
    assert verify(other.desk, good).verdict is CertificateVerdict.VALID
    other.take_from(one)
    assert verify(other.desk, bad).reason == "error de nombre"


def test_an_older_list_never_replaces_a_newer_one_and_lists_are_passed_on(
    one: Station, other: Station
) -> None:
    certify(one, ROSTER[0].given_names, ROSTER[1].given_names)
    revoke(one.desk, one.person(ROSTER[0].given_names).id, "x")
    older = revocation_text(one.desk)
    revoke(one.desk, one.person(ROSTER[1].given_names).id, "y")
    newer = revocation_text(one.desk)
    for text in (newer, older, newer):
        take_revocations(other.desk, text)
    assert len(revoked_elsewhere(other.desk)) == 2
    assert take_revocations(one.desk, revocation_text(other.desk)) == 2


def test_only_a_desk_of_this_event_is_believed(
    one: Station, other: Station, tmp_path_factory: pytest.TempPathFactory
) -> None:
    certify(one, ROSTER[0].given_names)
    revoke(one.desk, one.person(ROSTER[0].given_names).id, "x")
    text = revocation_text(one.desk)
    data = bytearray.fromhex(text.removeprefix(PREFIX))
    data[14] ^= 1
    for forged, sentence in (
        (PREFIX + data.hex().upper(), "revocations-not-signed"),
        (text[:-2], "revocations-not-a-list"),
        (PREFIX + "XYZ", "revocations-not-a-list"),
        (PREFIX, "revocations-not-a-list"),
    ):
        with pytest.raises(PersonFacingError) as told:
            take_revocations(other.desk, forged)
        assert told.value.sentence == sentence
    stranger = found(tmp_path_factory.mktemp("other") / "stranger.checkin", people=ROSTER)
    with pytest.raises(PersonFacingError, match="other-event"):
        take_revocations(stranger.desk, text)
    stranger.close()
    assert revoked_elsewhere(other.desk) == frozenset()


def test_where_nothing_is_revoked_there_is_no_list(one: Station) -> None:
    with pytest.raises(PersonFacingError, match="revocations-none"):
        revocation_text(one.desk)
