"""A speaker's certificate without the talk's title and one with it may not both stand; the title comes by reissuing."""

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.certificate import CertificateKind, CertificateVerdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import CertificateRevoked
from checkin_desktop.domain.merge import Choice
from checkin_desktop.keys.certificate_token import TokenFacts, make_token
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.certificate_register import register_lines
from checkin_desktop.services.certificate_requests import request
from checkin_desktop.services.certificate_rules import assign_role
from checkin_desktop.services.certificates import certificate_faces, issue, review
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.reissuing import correct
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.wire.bodies import deterministic
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import CertificateValues, pack_personal
from support.desks import Station, exchange_all
from support.forge import forged, last_of

DAY = "day-2025-10-09"
SPEAKER = CertificateKind.SPEAKER


def spoke(station: Station) -> str:
    """Beto, of the speakers' category, came and has a certificate that names no talk."""
    beto = station.person("Beto").id
    admit_attendee(station.desk, beto, DAY, source=Source.SEARCH)
    issue(station.desk, [beto], terms=Terms(alone_reason="sola"))
    return beto


def lines(station: Station) -> list[CertificateLine]:
    return [x for x in review(station.desk) if "Beto" in x.attendee.name]


def test_a_title_that_comes_later_makes_no_second_certificate(one: Station) -> None:
    beto = spoke(one)
    assign_role(one.desk, beto, SPEAKER, "Agua")
    (line,) = lines(one)
    assert (line.state, line.wanted.title, line.talks) == (CertificateState.ISSUED, "", ("Agua",))
    assert issue(one.desk, [beto]) == (beto,), "who has one without a title holds what was asked for"
    assert request(one.desk, [beto]) == 0
    assert len(register_lines(one.desk)) == 1

    number = correct(one.desk, line.wanted, line.attendee.person, "faltaba el título", title="  Agua ")
    (face,) = certificate_faces(one.desk, [beto])
    assert (face.talk, face.number, face.replaces) == ("Agua", number, "0001-2025")
    (line,) = lines(one)
    assert (line.wanted.title, line.talks, line.state) == ("Agua", (), CertificateState.ISSUED)
    assert [x.revoked for x in register_lines(one.desk)] == [True, False]
    assign_role(one.desk, beto, SPEAKER, "Suelo")
    issue(one.desk, [beto])
    faces = {f.talk: f.replaces for f in certificate_faces(one.desk, [beto])}
    assert faces == {"Agua": "0001-2025", "Suelo": ""}, "a second talk replaces nothing"
    assert conflicts(one.desk) == ()
    assert one.digest() == one.rebuilt_digest()


def test_nothing_without_a_title_is_issued_beside_one_with_it(one: Station) -> None:
    beto = spoke(one)
    (line,) = lines(one)
    correct(one.desk, line.wanted, line.attendee.person, "título", title="Agua")
    assign_role(one.desk, beto, SPEAKER, "Agua", removed=True)
    assert issue(one.desk, [beto]) == (beto,)
    assert [x.revoked for x in register_lines(one.desk)] == [True, False]
    wrong = lines(one)[0]
    assert wrong.wanted.title == "Agua"
    correct(one.desk, wrong.wanted, wrong.attendee.person, "otro título", title="Suelo")
    assert {f.talk for f in certificate_faces(one.desk, [beto])} == {"Suelo"}
    assert {x.wanted.title for x in lines(one)} == {"Suelo"}


def test_a_talk_that_they_hold_one_for_is_not_named_twice(one: Station) -> None:
    beto = spoke(one)
    (line,) = lines(one)
    for title in ("Agua", "Suelo"):
        correct(one.desk, lines(one)[0].wanted, line.attendee.person, "título", title=title)
        assign_role(one.desk, beto, SPEAKER, "Agua")
        issue(one.desk, [beto])
    agua = next(x for x in lines(one) if x.wanted.title == "Agua")
    with pytest.raises(PersonFacingError) as refused:
        correct(one.desk, agua.wanted, agua.attendee.person, "título", title="Suelo")
    assert refused.value.sentence == "certificates-talk-held"


def test_two_desks_that_did_not_know_are_a_conflict(one: Station, other: Station) -> None:
    beto = spoke(one)
    other.clock.turn(5)
    admit_attendee(other.desk, beto, DAY, source=Source.SEARCH)
    assign_role(other.desk, beto, SPEAKER, "Agua")
    assign_role(other.desk, beto, SPEAKER, "Suelo")
    issue(other.desk, [beto], terms=Terms(alone_reason="sola"))
    exchange_all([one, other])
    assert one.digest() == other.digest() == one.rebuilt_digest()
    doubled = next(c for c in conflicts(one.desk) if c.kind.value == "certified_twice")
    assert len(doubled.sides) == 2
    settle(one.desk, doubled.id, Choice.KEEP_FIRST)
    exchange_all([one, other])
    (doubled,) = (c for c in conflicts(other.desk) if c.kind.value == "certified_twice")
    settle(other.desk, doubled.id, Choice.ACKNOWLEDGED)
    exchange_all([one, other])
    assert not any(c.kind.value == "certified_twice" for c in conflicts(one.desk))
    assert one.digest() == other.digest() == one.rebuilt_digest()


@pytest.mark.parametrize(("version", "kind"), [(1, "panellist"), (1, "authority"), (2, "panellist")])
def test_a_certificate_of_an_earlier_program_is_read_verified_and_rebuilt(
    one: Station, other: Station, version: int, kind: str
) -> None:
    """As it was first written: none of the newer fields, and in version 1 the holder's category for the kind."""
    ana = one.person("Ana")
    with other.desk.store.read() as reads:
        (slot,) = (s for s in reads.event.slots() if s.number == other.desk.store.station.slot)
    serial = slot.first_serial
    facts = TokenFacts(serial, ana.name, ana.person.document, CertificateKind.PANELLIST, 16, 490_000)
    token = make_token(facts, SigningKey(other.desk.store.station.slot_key))
    values = CertificateValues(ana.name, ana.person.document_kind, ana.person.document, token)
    personal = pack_personal(values, bytes(16))
    body = {
        "serial": serial,
        "attendee_id": ana.id,
        "kind": kind,
        "issued_at": one.clock(),
        "attended": [DAY],
        "settings": {"name": "Encuentro", "days": ["2025-10-09"], "hours": 16},
        "commitment": commitment_to(personal),
    }
    example = CertificateRevoked(1, "")
    written = forged(
        other,
        last_of(other),
        example,
        [personal],
        kind="certificate_issued",
        version=version,
        body=deterministic(body),
    )
    one.take_from(other)
    assert one.take_in([written])[0] == 1

    line = next(x for x in review(one.desk) if x.serial == serial)
    expected = CertificateKind.ATTENDANCE if kind == "authority" else CertificateKind.PANELLIST
    assert (line.state, line.wanted.kind, line.number) == (
        CertificateState.ISSUED,
        expected,
        f"{serial}-2025",
    )
    (face,) = certificate_faces(one.desk, [line.wanted])
    assert (face.language, face.talk, face.name) == ("es", "", ana.name)
    for shown in (face.typed_code, face.token):
        assert verify(one.desk, shown).verdict is CertificateVerdict.VALID
    assert one.digest() == one.rebuilt_digest()
