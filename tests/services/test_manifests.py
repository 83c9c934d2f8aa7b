"""A laptop without the event file verifies by manifest; what an event did not sign is not believed."""

import cbor2
import pytest

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.certificate_token import read_token_text
from checkin_desktop.keys.event_keys import new_event_secrets
from checkin_desktop.keys.manifest import make_manifest, read_manifest
from checkin_desktop.keys.revocations import pack_file
from checkin_desktop.keys.signing import SigningKey, new_signing_key
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.manifests import known_events, read_trust_file, signed_manifest
from checkin_desktop.services.revocation_list import own_list, revocation_file
from checkin_desktop.services.verify_certificate import verify, verify_all, verify_elsewhere
from support.desks import ROSTER, Station, found


def certify(station: Station, *people: str) -> list[str]:
    ids = [station.person(name).id for name in people]
    issue(station.desk, ids, terms=Terms("ensayo", alone_reason="ensayo"))
    return [face.token for face in certificate_faces(station.desk, ids)]


def test_a_manifest_alone_verifies_and_says_what_to_compare(one: Station) -> None:
    (token,) = certify(one, ROSTER[0].given_names)
    told = verify_elsewhere(token, known_events([signed_manifest(one.desk)], []))
    assert told.verdict is CertificateVerdict.VALID
    assert (told.name, told.document) == (ROSTER[0].name, ROSTER[0].document)
    assert told.event
    assert told.days
    assert told.label("es")
    assert told.as_of is None
    (here,) = verify_all(one.desk, [token])
    assert (here.event, here.registered) == (told.event, True)
    assert here.as_of is not None


def test_lists_bring_revocations_and_their_date(one: Station) -> None:
    (token,) = certify(one, ROSTER[0].given_names)
    manifest = signed_manifest(one.desk)
    clean = own_list(one.desk)
    one.clock.turn(3600)
    revoke(one.desk, one.person(ROSTER[0].given_names).id, "x")
    newer = own_list(one.desk)
    before = verify_elsewhere(token, known_events([manifest], [clean]))
    assert before.verdict is CertificateVerdict.VALID
    assert before.as_of is not None
    for lists in ([clean, newer], [newer, clean]):
        assert verify_elsewhere(token, known_events([manifest], lists)).verdict is CertificateVerdict.REVOKED


def test_an_older_file_is_refused_and_strangers_lists_are_left_out(
    one: Station, tmp_path_factory: pytest.TempPathFactory
) -> None:
    certify(one, ROSTER[0].given_names)
    older = revocation_file(one.desk)
    one.clock.turn(3600)
    newer = own_list(one.desk)
    known = known_events([signed_manifest(one.desk)], [newer])
    with pytest.raises(PersonFacingError, match="revocations-older"):
        read_trust_file(older, known)
    assert read_trust_file(pack_file([newer]), known).lists
    stranger = found(tmp_path_factory.mktemp("other") / "stranger.checkin", people=ROSTER)
    with pytest.raises(PersonFacingError, match="revocations-other-event"):
        read_trust_file(revocation_file(stranger.desk), known)
    stranger.close()
    for nonsense in (b"", b"hola", older[:-5], signed_manifest(one.desk)[:-3]):
        with pytest.raises(PersonFacingError):
            read_trust_file(nonsense, known)


def test_a_manifest_that_the_event_did_not_sign_is_refused(one: Station) -> None:
    good = read_manifest(signed_manifest(one.desk))
    with pytest.raises(PersonFacingError, match="manifest-not-signed"):
        read_manifest(make_manifest(good, new_signing_key()))
    thief = new_event_secrets()
    for forged in (good.event_key, SigningKey(thief.event_key).public):
        stolen = type(good)(**{**_fields(good), "event_key": forged, "name": "Otro"})
        with pytest.raises(PersonFacingError, match="manifest-not-signed"):
            read_manifest(make_manifest(stolen, SigningKey(thief.event_key)))


def test_a_key_that_the_event_never_endorsed_signs_nothing(one: Station) -> None:
    (token,) = certify(one, ROSTER[0].given_names)
    good = read_manifest(signed_manifest(one.desk))
    read = read_token_text(token)
    assert read is not None
    assert good.slot_with(read.kid) is not None
    unsealed = tuple(type(s)(s.number, s.key, b"\0" * 64, s.first_serial, s.last_serial) for s in good.slots)
    assert type(good)(**{**_fields(good), "slots": unsealed}).slot_with(read.kid) is None


def test_a_changed_name_is_a_bad_signature_with_a_manifest_too(one: Station) -> None:
    (token,) = certify(one, ROSTER[0].given_names)
    read = read_token_text(token)
    assert read is not None
    raw = read.raw.replace(ROSTER[0].given_names.encode(), ROSTER[0].given_names.encode()[::-1])
    assert raw != read.raw
    from checkin_desktop.keys.certificate_token import token_text

    known = known_events([signed_manifest(one.desk)], [])
    assert verify_elsewhere(token_text(raw, ""), known).verdict is CertificateVerdict.BAD_SIGNATURE
    assert verify(one.desk, token_text(raw, "")).verdict is CertificateVerdict.BAD_SIGNATURE
    assert verify_elsewhere(token, ()).verdict is CertificateVerdict.UNKNOWN_KEY
    assert verify_elsewhere("00000", known).verdict is CertificateVerdict.CANNOT_CHECK


def test_one_kind_of_signed_thing_is_never_taken_for_another(one: Station) -> None:
    own_list(one.desk)
    manifest, listed = signed_manifest(one.desk), own_list(one.desk)
    for raw in (manifest, listed):
        assert cbor2.loads(raw).tag == 18
    with pytest.raises(PersonFacingError, match="not-a-manifest"):
        read_manifest(listed)
    assert known_events([manifest], [manifest])[0].lists == ()


def _fields(manifest: object) -> dict[str, object]:
    return {name: getattr(manifest, name) for name in manifest.__slots__}  # type: ignore[attr-defined]
