"""Revoked certificates carried by a QR on screen: taken in where no exchange ever was, believed only if signed."""

import pytest

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import StationRevoked
from checkin_desktop.keys.revocations import unpack_file
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.manifests import known_events, signed_manifest
from checkin_desktop.services.revocation_list import (
    is_revocation_text,
    revocation_file,
    revocation_text,
    revoked_elsewhere,
    take_revocation_file,
    take_revocations,
)
from checkin_desktop.services.verify_certificate import verify, verify_elsewhere
from support.desks import ROSTER, Station, found


def certify(station: Station, *people: str) -> list[str]:
    """The codes on their papers."""
    ids = [station.person(name).id for name in people]
    issue(station.desk, ids, terms=Terms("ensayo", alone_reason="ensayo"))
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
    for text in (newer, newer):
        assert take_revocations(other.desk, text) == 2
    with pytest.raises(PersonFacingError, match="revocations-older"):
        take_revocations(other.desk, older)
    assert len(revoked_elsewhere(other.desk)) == 2
    assert take_revocations(one.desk, revocation_text(other.desk)) == 2


def test_only_a_desk_of_this_event_is_believed(
    one: Station, other: Station, tmp_path_factory: pytest.TempPathFactory
) -> None:
    certify(one, ROSTER[0].given_names)
    revoke(one.desk, one.person(ROSTER[0].given_names).id, "x")
    text = revocation_text(one.desk)
    data = bytearray.fromhex(text.removeprefix("CHKREVOKED2"))
    data[-1] ^= 1
    for forged, sentence in (
        ("CHKREVOKED2" + data.hex().upper(), "revocations-not-signed"),
        (text[:-2], "revocations-not-a-list"),
        ("CHKREVOKED2XYZ", "revocations-not-a-list"),
        ("CHKREVOKED1", "revocations-not-a-list"),
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


def test_a_list_of_an_earlier_version_is_still_read(one: Station, other: Station) -> None:
    certify(one, ROSTER[0].given_names)
    own = one.file.station
    packed = (
        one.file.secrets.event_id[:8] + bytes([own.slot]) + (1).to_bytes(2, "big") + (1).to_bytes(4, "big")
    )
    signature = SigningKey(own.slot_key).sign(b"checkin-desktop revoked certificates" + packed)
    assert take_revocations(other.desk, "CHKREVOKED1" + (packed + signature).hex().upper()) == 1
    assert revoked_elsewhere(other.desk) == {1}


def test_a_file_carries_the_lists_of_all_that_a_desk_knows(one: Station, other: Station) -> None:
    certify(one, ROSTER[0].given_names)
    revoke(one.desk, one.person(ROSTER[0].given_names).id, "x")
    take_revocations(other.desk, revocation_text(one.desk))
    other.clock.turn(3600)
    carried = revocation_file(other.desk)
    assert len(unpack_file(carried)) == 2
    assert take_revocation_file(one.desk, carried) == 1
    with pytest.raises(PersonFacingError, match="not-a-list"):
        take_revocation_file(one.desk, carried[:-9])


def test_a_reissued_certificate_is_named_by_the_list(one: Station, other: Station) -> None:
    (old,) = certify(one, ROSTER[0].given_names)
    revoke(one.desk, one.person(ROSTER[0].given_names).id, "nombre mal escrito")
    (new,) = certify(one, ROSTER[0].given_names)
    assert verify(one.desk, old).replaced_by == verify(one.desk, new).number
    take_revocations(other.desk, revocation_text(one.desk))
    told = verify(other.desk, old)
    assert (told.reason, told.replaced_by) == ("revoked_elsewhere", verify(one.desk, new).number)


def test_what_a_stolen_laptop_signs_after_it_was_revoked_is_not_good(one: Station, other: Station) -> None:
    one.take_from(other)
    (before,) = certify(other, ROSTER[0].given_names)
    one.take_from(other)
    with one.file.unit() as unit:
        unit.append(StationRevoked(other.file.station.station_id, len(other.heads()) + 1_000))
    (after,) = certify(other, ROSTER[1].given_names)
    assert verify(one.desk, before).verdict is CertificateVerdict.VALID
    assert (verify(one.desk, after).verdict, verify(one.desk, after).reason) == (
        CertificateVerdict.REVOKED,
        "desk_revoked",
    )
    known = known_events([signed_manifest(one.desk)], unpack_file(revocation_file(one.desk)))
    assert verify_elsewhere(before, known).verdict is CertificateVerdict.VALID
    assert verify_elsewhere(after, known).reason == "desk_revoked"
