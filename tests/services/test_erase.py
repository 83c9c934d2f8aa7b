"""Personal values erased after the event: gone from every byte, and they stay gone (Ley 29733)."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import StationRevoked
from checkin_desktop.domain.merge import Choice
from checkin_desktop.domain.questions import Question, QuestionKind
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.erase import erase
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.link_code import link_code
from checkin_desktop.services.questions import answer, define_question
from checkin_desktop.services.register_walk_in import correct, register
from checkin_desktop.services.reports import report
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.words import load_words
from support.desks import (
    ROSTER,
    Station,
    differences,
    exchange_all,
    import_people,
    joined,
    opened,
    person,
    snapshot,
)

NAMES = (b"Quispe", b"quispe", b"40000001", b"Mamani", b"mamani", b"99887766")


def traces(path: Path) -> set[str]:
    """Which of the names still stand anywhere in the event file or beside it."""
    found = set()
    for file in path.parent.glob(path.name + "*"):
        content = file.read_bytes()
        found |= {f"{file.name}: {name.decode()}" for name in NAMES if name in content}
    return found


def certified(station: Station) -> str:
    """Ana attends both days and is certified; the code on the paper."""
    ana = station.person("Ana")
    for _ in range(2):
        check_in(station.desk, "40000001", source=Source.SEARCH)
        station.clock.turn(24 * 3600)
    check_in(station.desk, "99887766", "day-2025-10-10", source=Source.SCANNER)
    issue(station.desk, [ana.id])
    return certificate_faces(station.desk, [ana.id])[0].token


def test_nothing_of_a_person_stays_in_the_file(one: Station) -> None:
    qr = certified(one)
    correct(one.desk, one.person("Ana").id, replace(one.person("Ana").person, position="Alcaldesa"))
    assert traces(one.path)
    assert erase(one.desk) == 4
    assert traces(one.path) == set()
    _, rows = report(one.desk, "roster", load_words("es"))
    assert len(rows) == 4
    assert not re.search("Quispe|4000000", str(rows))
    assert search(one.desk, "quispe") == ()
    assert verify(one.desk, qr).verdict is CertificateVerdict.VALID
    assert verify(one.desk, qr).name == "Ana Quispe"
    assert one.faults() == []
    assert one.digest() == one.rebuilt_digest()


def test_a_certificate_that_was_voided_stays_void(one: Station) -> None:
    qr, ana = certified(one), one.person("Ana")
    revoke(one.desk, ana.id, "mal escrito")
    erase(one.desk)
    said = verify(one.desk, qr)
    assert (said.verdict, said.reason) == (CertificateVerdict.REVOKED, "mal escrito")


def test_erased_values_stay_away_whoever_brings_them(one: Station, other: Station, tmp_path: Path) -> None:
    copy = snapshot(one, tmp_path / "old.checkin")
    erase(one.desk)
    late = opened(copy, one)
    correct(late.desk, late.person("Ana").id, replace(late.person("Ana").person, position="Regidora"))
    exchange_all([one, other, late])
    import_people(one, ROSTER)
    for station in (one, other, late):
        assert traces(station.path) == set()
    late.close()


def test_one_person_is_erased_and_the_others_stay(one: Station) -> None:
    assert erase(one.desk, [one.person("Ana").id]) == 1
    assert {t.split(": ")[1] for t in traces(one.path)} == {"Mamani", "mamani"}
    assert search(one.desk, "mamani")
    with pytest.raises(PersonFacingError):
        erase(one.desk, [])


def test_a_person_with_two_records_is_erased_whole(one: Station, other: Station) -> None:
    register(one.desk, person("Nora Quispe", "40000009"))
    register(other.desk, person("Nora Mamani", "40000009"))
    exchange_all([one, other])
    settle(one.desk, conflicts(one.desk)[0].id, Choice.SAME_PERSON)
    erase(one.desk, [one.person("Nora").id])
    assert b"40000009" not in one.path.read_bytes()
    assert not [e for e in one.entries() if any(p and b"Nora" in p for p in e.personal)]


def test_what_a_reader_held_up_is_swept_when_the_file_is_opened(one: Station, tmp_path: Path) -> None:
    with one.file.read() as reads:
        assert reads.people.all()
        erase(one.desk)
    copy = snapshot(one, tmp_path / "cut.checkin")
    assert traces(copy)
    reopened = opened(copy, one, noticed=False)
    assert traces(copy) == set()
    reopened.close()


LATE = (b"Nora", b"nora", b"vegetariana", b"gimnasio 7", b"Pia", b"pia salas")


def late_traces(station: Station) -> set[bytes]:
    found = set()
    for file in station.path.parent.glob(station.path.name + "*"):
        found |= {name for name in LATE if name in file.read_bytes()}
    return found


def test_everybody_is_also_whose_record_comes_later(one: Station, other: Station, tmp_path: Path) -> None:
    """Answers and a code of somebody whose record is still at another desk; and somebody who was never heard of."""
    third = joined(tmp_path / "third.checkin", one)
    for station in (one, other):
        station.take_from(third)
    nora = register(other.desk, person("Nora Salas", "40000009"))
    third.take_from(other)
    define_question(third.desk, Question("q1", QuestionKind.TEXT, "¿Dieta?"))
    answer(third.desk, nora.id, {"q1": "vegetariana"})
    link_code(third.desk, "gimnasio 7", nora.id)
    one.take_in([e for e in third.entries() if e.station_id == third.file.station.station_id])
    register(other.desk, person("Pia Salas", "40000010"))
    assert late_traces(one) == {b"vegetariana", b"gimnasio 7"}
    one.clock.turn(3600)
    erase(one.desk)
    assert late_traces(one) == set()
    exchange_all([one, other, third])
    for station in (one, other, third):
        assert late_traces(station) == set(), station.path.name
        assert traces(station.path) == set()
        assert station.digest() == station.rebuilt_digest()
    assert differences(one, other) == differences(one, third) == {}
    other.clock.turn(7200)
    register(other.desk, person("Nora Nueva", "40000011"))
    exchange_all([one, other])
    assert late_traces(one) == {b"Nora", b"nora"}, "who comes after an erasure stays"
    third.close()


def test_what_does_not_count_is_erased_too(one: Station, other: Station) -> None:
    """A revoked desk's later entries are kept, and hold names."""
    one.take_from(other)
    with one.file.unit() as unit:
        unit.append(StationRevoked(other.file.station.station_id, 1))
    register(other.desk, person("Nora Salas", "40000009"))
    one.take_from(other)
    assert late_traces(one)
    one.clock.turn(3600)
    erase(one.desk)
    register(other.desk, person("Pia Salas", "40000010"))
    one.take_from(other)
    assert late_traces(one) == set()


def test_one_persons_values_beside_what_does_not_count_are_erased(one: Station, other: Station) -> None:
    one.take_from(other)
    with one.file.unit() as unit:
        unit.append(StationRevoked(other.file.station.station_id, 1))
    ana = other.person("Ana")
    correct(other.desk, ana.id, replace(ana.person, position="Nora"))
    register(other.desk, person("Pia Salas", "40000010"))
    one.take_from(other)
    assert {b"Nora", b"Pia"} <= late_traces(one)
    erase(one.desk, [ana.id])
    assert late_traces(one) == {b"Pia"}, "another's stay"
    correct(other.desk, ana.id, replace(ana.person, position="Nora"))
    one.take_from(other)
    assert late_traces(one) == {b"Pia"}
    assert one.digest() == one.rebuilt_digest()
