"""Whoever speaks by the programme has a certificate with the talk's title; where it is not clear, a person says."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, SessionKind
from checkin_desktop.services.certificate_rules import assign_role, unsure_speakers
from checkin_desktop.services.certificates import certificate_faces, issue, review
from checkin_desktop.services.check_in import admit_attendee
from support.desks import OPENING, Station, found, person

DAY = OPENING.date()
PEOPLE = (
    person("Ana María Quispe Mamani", "40000001"),
    person("Ana Lucía Quispe Mamani", "40000002"),
    person("Beto Ñahui Álvarez", "40000003"),
    person("Carla Huamán Ríos", "40000004"),
)


def talk(name: str, *speakers: str, kind: SessionKind = SessionKind.TALK) -> Checkpoint:
    return Checkpoint(
        name, name, CheckpointKind.SESSION, DAY, time(9), time(10), session_kind=kind, speakers=speakers
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Station]:
    points = (
        talk("Agua", "Dr. Nahui Alvarez, Beto", "Alguien de Afuera"),
        talk("Suelo", "Ana Quispe"),
        talk("Mesa", "C. Huamán (40000004)", kind=SessionKind.PANEL),
    )
    station = found(tmp_path / "one.checkin", checkpoints=points, people=PEOPLE)
    yield station
    station.close()


def held(station: Station, name: str) -> set[tuple[CertificateKind, str]]:
    return {(x.wanted.kind, x.wanted.title) for x in review(station.desk) if name in x.attendee.name}


def test_names_and_documents_of_the_programme_are_found_in_the_list(desk: Station) -> None:
    assert (CertificateKind.SPEAKER, "Agua") in held(desk, "Beto")
    assert (CertificateKind.PANELLIST, "Mesa") in held(desk, "Carla")
    beto = desk.person("Beto").id
    admit_attendee(desk.desk, beto, "Agua")
    issue(desk.desk, [beto])
    assert {(f.kind, f.talk) for f in certificate_faces(desk.desk, [beto])} >= {
        (CertificateKind.SPEAKER, "Agua")
    }


def test_who_is_not_clear_is_named_and_confirmed_once(desk: Station) -> None:
    outsider, ana = unsure_speakers(desk.desk)
    assert (outsider.said, outsider.people) == ("Alguien de Afuera", ())
    assert {a.name for a in ana.people} == {"Ana María Quispe Mamani", "Ana Lucía Quispe Mamani"}
    assert not any(title == "Suelo" for _, title in held(desk, "Ana"))
    lucia = desk.person("Ana Lucía").id
    assign_role(desk.desk, lucia, ana.kind, ana.title)
    assert [u.said for u in unsure_speakers(desk.desk)] == ["Alguien de Afuera"]
    assert (CertificateKind.SPEAKER, "Suelo") in held(desk, "Lucía")
    assert (CertificateKind.SPEAKER, "Suelo") not in held(desk, "Ana María")


def test_what_the_programme_says_can_be_taken_back_and_given_again(desk: Station) -> None:
    beto = desk.person("Beto").id
    before = desk.entries()
    assign_role(desk.desk, beto, CertificateKind.SPEAKER, "Agua", removed=True)
    assign_role(desk.desk, beto, CertificateKind.SPEAKER, "Agua", removed=True)
    assert len(desk.entries()) == len(before) + 1
    assert (CertificateKind.SPEAKER, "Agua") not in held(desk, "Beto")
    assign_role(desk.desk, beto, CertificateKind.SPEAKER, "Agua")
    assert (CertificateKind.SPEAKER, "Agua") in held(desk, "Beto")
    for name in ("Ana María", "Ana Lucía"):
        assign_role(desk.desk, desk.person(name).id, CertificateKind.SPEAKER, "Suelo", removed=True)
    assert [u.said for u in unsure_speakers(desk.desk)] == ["Alguien de Afuera"]
    assert desk.digest() == desk.rebuilt_digest()
