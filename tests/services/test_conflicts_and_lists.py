"""Lists, walk-ins, corrections, certificates, and each conflict settled with one decision."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.certificate import CertificateKind, CertificateVerdict, serial_range
from checkin_desktop.domain.certifying import CertificationSettings
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.keys.certificate_token import TokenFacts, make_token, token_text
from checkin_desktop.keys.signing import SigningKey, new_signing_key
from checkin_desktop.services.certificate_register import register_lines
from checkin_desktop.services.certificates import (
    certificate_faces,
    issue,
    record_prints,
    review,
    revoke,
)
from checkin_desktop.services.check_in import check_in, enter_from_paper
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.handing_over import hand_over
from checkin_desktop.services.import_roster import ImportCancelled, import_roster, plan_import
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.issuing_desk import configure_certification
from checkin_desktop.services.organisations import merge_organisations, organisations, rename_organisation
from checkin_desktop.services.register_walk_in import KnownDocument, correct, register
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.services.views import CertificateState
from support.desks import (
    OPENING,
    ROSTER,
    Station,
    differences,
    exchange_all,
    found,
    import_people,
    opened,
    person,
    reading_of,
    snapshot,
)


def test_the_same_list_twice_changes_nothing(one: Station) -> None:
    before = len(one.entries())
    plan = import_roster(one.desk, reading_of(ROSTER))
    assert (plan.new, plan.updated, plan.unchanged) == (0, 0, len(ROSTER))
    assert len(one.entries()) == before


def test_a_corrected_list_updates_and_what_it_leaves_out_stays(one: Station) -> None:
    ana = one.person("Ana")
    correct(one.desk, ana.id, replace(ana.person, email="ana@amsat.pe"))
    said = [
        replace(ROSTER[0], surnames="Quispe Condori"),
        person("Dora Ñahui", "40000004"),
        person("Elva", "1"),
    ]
    wanted = plan_import(one.desk, reading_of(said))
    assert (wanted.new, wanted.updated, wanted.unchanged) == (1, 2, 0)
    assert import_roster(one.desk, reading_of(said)) == wanted
    ana = one.person("Ana")
    assert (ana.person.surnames, ana.person.email) == ("Quispe Condori", "ana@amsat.pe")
    assert one.person("Dora").person.document == "40000004"
    assert len(one.people()) == len(ROSTER) + 1
    assert conflicts(one.desk) == ()


def test_a_cancelled_import_leaves_nobody(one: Station) -> None:
    many = [person(f"Persona Número{n}", f"{50_000_000 + n}") for n in range(450)]
    seen = []

    def stop_at_the_third(done: int, total: int) -> bool:
        seen.append((done, total, event_info(one.desk).attendees))
        return done < 300

    with pytest.raises(ImportCancelled):
        import_roster(one.desk, reading_of(many), stop_at_the_third)
    assert seen == [(n, 450, len(ROSTER)) for n in (0, 100, 200, 300)]
    assert search(one.desk, "Persona") == ()
    assert check_in(one.desk, "50000001", source=Source.SEARCH).attendee is None
    assert import_roster(one.desk, reading_of(many)).new == 450
    assert event_info(one.desk).attendees == len(ROSTER) + 450
    assert one.digest() == one.rebuilt_digest()


@pytest.mark.slow
def test_twenty_thousand_rows_show_their_progress(tmp_path: Path) -> None:
    station = found(tmp_path / "big.checkin")
    many = [
        person(f"Persona Número{n}", f"{50_000_000 + n}", organisation=f"Municipio {n % 300}")
        for n in range(20_000)
    ]
    told: list[int] = []
    import_roster(station.desk, reading_of(many), lambda done, total: told.append(done) is None)
    assert told == sorted(told)
    assert told[-1] == 20_000
    assert len(told) >= 200
    assert event_info(station.desk).attendees == 20_000
    station.close()


def test_people_are_found_as_one_types(one: Station) -> None:
    for typed in ("nahui", "ñahui dora", "DOR ÑA", "dora amsat"):
        assert [line.attendee.name for line in search(one.desk, typed)] == ["Dora Ñahui"]
    assert [line.attendee.name for line in search(one.desk, "40000003")] == ["Carla Huamán"]
    assert search(one.desk, "") == ()
    assert search(one.desk, 'x" OR "') == ()


def test_a_walk_in_with_a_known_document_is_pointed_to_its_owner(one: Station) -> None:
    with pytest.raises(KnownDocument) as told:
        register(one.desk, person("Otra Ana", "4000-0001"))
    assert told.value.arguments["name"] == "Ana Quispe"
    with pytest.raises(PersonFacingError) as unnamed:
        register(one.desk, person("", "70000001"))
    assert unnamed.value.sentence == "walk-in-no-name"
    with pytest.raises(KnownDocument):
        correct(one.desk, one.person("Ana").id, person("Ana Quispe", "40000002"))


def _conflict(station: Station, kind: ConflictKind) -> str:
    (found_here,) = [c for c in conflicts(station.desk) if c.kind is kind]
    assert found_here.open
    return found_here.id


def _agree(*stations: Station) -> None:
    exchange_all(list(stations))
    assert differences(stations[0], stations[1]) == {}
    assert stations[0].digest() == stations[0].rebuilt_digest()


def test_admitted_at_two_desks(one: Station, other: Station) -> None:
    for station in (one, other):
        check_in(station.desk, "40000001", source=Source.SCANNER)
        other.clock.turn(1)
    _agree(one, other)
    line = conflicts(one.desk)[0]
    assert [side.station for side in line.sides] == ["Mesa 1", "Mesa 2"]
    assert event_info(one.desk).conflicts == 1
    settle(one.desk, _conflict(one, ConflictKind.ADMITTED_TWICE), Choice.SAME_PERSON)
    _agree(one, other)
    assert conflicts(other.desk) == ()
    assert [c.open for c in conflicts(other.desk, open_only=False)] == [False]
    with pytest.raises(PersonFacingError) as told:
        settle(one.desk, "gone", Choice.SAME_PERSON)
    assert told.value.sentence == "conflicts-gone"


def test_settled_differently_at_two_desks_is_open_again(one: Station, other: Station) -> None:
    for station in (one, other):
        check_in(station.desk, "40000001", source=Source.SCANNER)
        other.clock.turn(1)
    _agree(one, other)
    for station, choice in ((one, Choice.SAME_PERSON), (other, Choice.BADGE_SHARED)):
        settle(station.desk, _conflict(station, ConflictKind.ADMITTED_TWICE), choice)
    _agree(one, other)
    settle(other.desk, _conflict(one, ConflictKind.ADMITTED_TWICE), Choice.BADGE_SHARED)
    _agree(one, other)
    assert conflicts(one.desk) == ()


@pytest.mark.parametrize("choice", [Choice.KEEP_FIRST, Choice.KEEP_SECOND])
def test_corrected_at_two_desks(one: Station, other: Station, choice: Choice) -> None:
    ana = one.person("Ana")
    correct(one.desk, ana.id, replace(ana.person, given_names="Anita"))
    other.clock.turn(5)
    correct(other.desk, ana.id, replace(ana.person, given_names="Anabel"))
    _agree(one, other)
    assert one.person("Quispe").name == "Anabel Quispe"
    line = conflicts(one.desk)[0]
    kept = line.sides[0 if choice is Choice.KEEP_FIRST else 1].text.partition(" · ")[0]
    settle(one.desk, line.id, choice)
    _agree(one, other)
    assert other.person("Quispe").name == kept
    assert conflicts(other.desk) == ()


def test_one_person_registered_at_two_desks(one: Station, other: Station) -> None:
    records = [register(s.desk, person("Walter Nuevo", "70000001")) for s in (one, other)]
    for station, record in zip((one, other), records, strict=True):
        check_in(station.desk, station.badge(record), source=Source.SCANNER)
        other.clock.turn(5)
        issue(station.desk, [record.id], terms=Terms("vino", alone_reason="sola"))
    _agree(one, other)
    settle(one.desk, _conflict(one, ConflictKind.SAME_DOCUMENT), Choice.SAME_PERSON)
    _agree(one, other)
    assert [a.name for a in one.people()].count("Walter Nuevo") == 1
    kinds = sorted(c.kind.value for c in conflicts(other.desk))
    assert kinds == ["admitted_twice", "certified_twice"]
    settle(other.desk, _conflict(other, ConflictKind.CERTIFIED_TWICE), Choice.KEEP_FIRST)
    _agree(one, other)
    assert [line.revoked for line in register_lines(one.desk)] == [False, True]


def test_two_people_with_one_document_stay_two(one: Station, other: Station) -> None:
    for station in (one, other):
        register(station.desk, person("Walter Nuevo", "70000001"))
    _agree(one, other)
    settle(one.desk, _conflict(one, ConflictKind.SAME_DOCUMENT), Choice.DIFFERENT_PEOPLE)
    _agree(one, other)
    assert [a.name for a in other.people()].count("Walter Nuevo") == 2
    assert conflicts(other.desk) == ()


def _attended(station: Station, *names: str) -> list[str]:
    ids = [station.person(name).id for name in names]
    for day in (9, 10):
        at = OPENING + timedelta(days=day - 9)
        enter_from_paper(station.desk, ids, f"day-2025-10-{day:02}", at)
    return ids


def test_certificates_are_earned_or_an_exception_with_its_reason(one: Station) -> None:
    ana, beto = (*_attended(one, "Ana"), one.person("Beto").id)
    assert issue(one.desk, [ana, beto, "nobody"]) == (ana,)
    assert issue(one.desk, [ana]) == (ana,)
    assert issue(one.desk, [beto], exception_reason="ponente, no marcó salida") == (beto,)
    states = {line.attendee.name: line for line in review(one.desk)}
    assert states["Ana Quispe"].exception_reason == ""
    assert states["Beto Mamani"].exception_reason == "ponente, no marcó salida"
    assert states["Carla Huamán"].state is CertificateState.NOT_YET
    assert [m.what for m in states["Carla Huamán"].missing] == ["Day 1", "Day 2"]
    assert [line.number for line in register_lines(one.desk)] == ["0001-2025", "0002-2025"]


def test_two_desks_number_without_clashes_and_a_second_one_is_a_conflict(
    one: Station, other: Station
) -> None:
    (ana,) = _attended(one, "Ana")
    exchange_all([one, other])
    with pytest.raises(PersonFacingError) as told:
        issue(other.desk, [ana])
    assert told.value.sentence == "certificates-other-desk-issues"
    for station in (one, other):
        assert issue(station.desk, [ana], terms=Terms(alone_reason="la otra no contesta")) == (ana,)
        other.clock.turn(1)
    _agree(one, other)
    serials = [face.number for face in certificate_faces(one.desk, [ana])]
    assert len(serials) == 1
    numbers = [line.number for line in register_lines(one.desk)]
    assert numbers == ["0001-2025", f"{serial_range(2)[0]}-2025"]
    settle(other.desk, _conflict(other, ConflictKind.CERTIFIED_TWICE), Choice.KEEP_FIRST)
    _agree(one, other)
    assert [line.revoked for line in register_lines(one.desk)] == [False, True]


def test_a_copied_desk_on_the_same_slot_does_not_issue(one: Station, other: Station, tmp_path: Path) -> None:
    twin = opened(snapshot(other, tmp_path / "twin.checkin"), other)
    assert twin.file.station.slot == other.file.station.slot
    with pytest.raises(PersonFacingError) as told:
        issue(twin.desk, [twin.person("Ana").id], exception_reason="vino")
    assert told.value.sentence == "certificates-slot-shared"
    issue(other.desk, [other.person("Ana").id], terms=Terms("vino", alone_reason="sola"))
    twin.close()


def test_revoked_with_a_reason_and_issued_anew(one: Station) -> None:
    (ana,) = _attended(one, "Ana")
    issue(one.desk, [ana])
    record_prints(one.desk, [ana], "PDF")
    hand_over(one.desk, [ana])
    configure_certification(one.desk, CertificationSettings(mark_reprints=True))
    assert certificate_faces(one.desk, [ana])[0].reprint
    with pytest.raises(PersonFacingError) as told:
        revoke(one.desk, ana, "  ")
    assert told.value.sentence == "certificates-reason-needed"
    revoke(one.desk, ana, "nombre mal escrito")
    assert review(one.desk, [ana])[0].state is CertificateState.REVOKED
    with pytest.raises(PersonFacingError) as told:
        revoke(one.desk, ana, "otra vez")
    assert told.value.sentence == "certificates-none-to-revoke"
    issue(one.desk, [ana])
    with one.file.read() as reads:
        first, second = reads.certificates.of([ana])
    assert (first.revoked, first.revoke_reason, first.handed_over) == (True, "nombre mal escrito", True)
    assert (second.replaces, second.prints, second.revoked) == (first.serial, 0, False)
    assert review(one.desk, [ana])[0].state is CertificateState.ISSUED


def test_every_answer_of_verification(one: Station, other: Station) -> None:
    ana, beto = _attended(one, "Ana", "Beto")
    issue(one.desk, [ana, beto])
    revoke(one.desk, beto, "nombre mal escrito")
    with one.file.read() as reads:
        good, bad = reads.certificates.all()
    typed = review(one.desk, [ana])[0].typed_code
    answers = {
        token_text(good.token, ""): CertificateVerdict.VALID,
        token_text(good.token, "amsat.pe"): CertificateVerdict.VALID,
        typed.lower(): CertificateVerdict.VALID,
        token_text(bad.token, ""): CertificateVerdict.REVOKED,
        "hola": CertificateVerdict.CANNOT_CHECK,
        typed[:-1] + ("0" if typed[-1] != "0" else "1"): CertificateVerdict.CANNOT_CHECK,
    }
    facts = TokenFacts(good.serial, "Ana Falsa", "", "attendee", 16, 1)
    answers[token_text(make_token(facts, new_signing_key()), "")] = CertificateVerdict.UNKNOWN_KEY
    slot_key = SigningKey(one.file.station.slot_key)
    altered = make_token(facts, slot_key)
    answers[token_text(altered[:-1] + bytes([altered[-1] ^ 1]), "")] = CertificateVerdict.BAD_SIGNATURE
    beyond = replace(facts, serial=serial_range(2)[0])
    answers[token_text(make_token(beyond, slot_key), "")] = CertificateVerdict.BAD_SIGNATURE
    for text, verdict in answers.items():
        assert verify(one.desk, text).verdict is verdict, text
    said = verify(one.desk, typed)
    assert (said.name, said.number, said.kind) == ("Ana Quispe", "0001-2025", CertificateKind.ATTENDANCE)
    assert verify(other.desk, typed).verdict is CertificateVerdict.CANNOT_CHECK
    elsewhere = verify(other.desk, token_text(good.token, ""))
    assert (elsewhere.verdict, elsewhere.name) == (CertificateVerdict.VALID, "Ana Quispe")


def test_organisations_renamed_and_merged_count_together(one: Station) -> None:
    check_in(one.desk, "40000003", source=Source.SCANNER)
    amsat, remurpe = organisations(one.desk)
    assert (amsat.name, amsat.expected, remurpe.name, remurpe.arrived) == ("AMSAT", 3, "REMURPE", 1)
    rename_organisation(one.desk, amsat.id, "AMSAT Perú", "Puno")
    merge_organisations(one.desk, amsat.id, [remurpe.id, amsat.id])
    (both,) = organisations(one.desk)
    assert (both.name, both.region, both.expected, both.arrived) == ("AMSAT Perú", "Puno", 4, 1)
    assert set(both.aliases) == {"AMSAT", "REMURPE"}
    import_people(one, [person("Elva Nueva", "40000009", organisation="Amsat")])
    assert organisations(one.desk)[0].expected == 5
    assert one.digest() == one.rebuilt_digest()
