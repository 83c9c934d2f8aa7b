"""Personal values erased after the event: gone from every byte, and they stay gone (Ley 29733)."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.merge import Choice
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.erase import erase
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.register_walk_in import correct, register
from checkin_desktop.services.reports import report
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.words import load_words
from support.desks import ROSTER, Station, exchange_all, import_people, opened, person, snapshot

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
