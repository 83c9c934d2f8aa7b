"""A batch is drawn before it is written: whatever happens in between, each number is used once, for its page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.certificate import CertificateKind, Entitlement
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Template
from checkin_desktop.services.certificate_register import register_audit, skip_numbers
from checkin_desktop.services.certificates import certificate_faces, issue, review, revoke
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.issuing_desk import take_over
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.services.register_walk_in import correct as correct_person
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.services.reissuing import correct, reissue_spoiled
from support.desks import Station, exchange_all, person

Event = Callable[[], object]


def interrupted(station: Station, *events: Event) -> Desk:
    """A desk at which these happen one after another, each while pages are being drawn."""
    waiting = list(events)

    def draw(
        template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
    ) -> list[FrozenPage]:
        drawn = [FrozenPage(f"{face.number} {face.name}".encode(), 297, 210) for face in faces]
        if waiting:
            waiting.pop(0)()
        return drawn

    return replace(station.desk, draw=draw)


def crowd(station: Station, count: int) -> list[str]:
    return [register(station.desk, person(f"Persona {n:02d}", f"{60_000_000 + n}")).id for n in range(count)]


def pages(station: Station) -> dict[str, str]:
    """What stands on the page that is kept of each good certificate, by its number."""
    faces = certificate_faces(station.desk, [a.id for a in station.people()])
    assert all(face.page for face in faces)
    return {face.number: face.page.content.decode() for face in faces if face.page}


def all_used_once(station: Station, count: int) -> None:
    (mine,) = register_audit(station.desk)
    assert (mine.used, mine.unused, mine.sound) == (count, count + 1, True)
    assert all(said.startswith(number) for number, said in pages(station).items())
    assert station.digest() == station.rebuilt_digest()


def test_somebody_is_served_between_two_pages_of_a_batch(one: Station) -> None:
    ids, ana, beto = crowd(one, 30), one.person("Ana").id, one.person("Beto").id
    plain = interrupted(one)
    desk = interrupted(
        one,
        lambda: issue(plain, [ana], exception_reason="vino"),
        lambda: issue(plain, [beto], exception_reason="vino"),
    )
    assert issue(desk, ids, exception_reason="vino") == tuple(ids)
    all_used_once(one, 32)


def test_the_same_certificate_issued_twice_at_once_is_one(one: Station) -> None:
    ids, plain = crowd(one, 6), interrupted(one)
    desk = interrupted(one, lambda: issue(plain, ids[3:], exception_reason="vino"))
    assert issue(desk, ids, exception_reason="vino") == tuple(ids)
    all_used_once(one, 6)


def test_numbers_left_out_meanwhile_are_not_used(one: Station) -> None:
    ids = crowd(one, 4)
    desk = interrupted(one, lambda: skip_numbers(one.desk, 2, "hojas malogradas"))
    assert issue(desk, ids, exception_reason="vino") == tuple(ids)
    assert sorted(pages(one)) == ["0003-2025", "0004-2025", "0005-2025", "0006-2025"]
    all_used_once(one, 6)


def test_a_name_corrected_while_the_page_was_drawn_is_the_one_on_it(one: Station) -> None:
    ids = crowd(one, 3)
    right = replace(one.person("Persona 01").person, given_names="Nora", surnames="Ttito")
    desk = interrupted(one, lambda: correct_person(one.desk, ids[1], right))
    issue(desk, ids, exception_reason="vino")
    assert any("Nora Ttito" in said for said in pages(one).values())
    assert {f.name: f.number for f in certificate_faces(one.desk, ids)}["Nora Ttito"] == "0002-2025"
    all_used_once(one, 3)


def test_a_page_that_cannot_be_drawn_uses_no_number(one: Station) -> None:
    ids = crowd(one, 25)

    def refuse() -> None:
        raise PersonFacingError("documents-missing-glyph", character="☃", text="Persona 24")

    with pytest.raises(PersonFacingError):
        issue(interrupted(one, lambda: None, refuse), ids, exception_reason="vino")
    all_used_once(one, 20)
    issue(interrupted(one), ids, exception_reason="vino")
    all_used_once(one, 25)


def test_who_cannot_be_drawn_is_left_out_of_a_batch_and_told_of(one: Station) -> None:
    ids = crowd(one, 25)
    bad = {"Persona 03", "Persona 20"}

    def draw(
        template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
    ) -> list[FrozenPage]:
        for face in faces:
            if face.name in bad:
                raise PersonFacingError("documents-missing-glyph", character="☃", text=face.name)
        return [FrozenPage(face.number.encode(), 297, 210) for face in faces]

    desk, told = replace(one.desk, draw=draw), list[PersonFacingError]()
    holders = issue(desk, ids, exception_reason="vino", refused=told.append)
    assert [e.arguments["text"] for e in told] == sorted(bad)
    assert set(ids) - set(holders) == {ids[3], ids[20]}
    all_used_once(one, 23)
    bad.update(f"Persona {n:02d}" for n in range(25))
    with pytest.raises(PersonFacingError):  # not about one of them
        issue(desk, [ids[3], ids[20]], exception_reason="vino", refused=told.append)
    all_used_once(one, 23)


def test_the_last_numbers_are_used_up_before_it_is_refused(one: Station) -> None:
    ids = crowd(one, 3)
    for count in [1_000] * 19 + [998]:
        skip_numbers(one.desk, count, "prueba")
    with pytest.raises(PersonFacingError) as told:
        issue(interrupted(one), ids, exception_reason="vino")
    assert told.value.sentence == "certificates-range-used-up"
    assert sorted(pages(one)) == ["19999-2025", "20000-2025"]
    assert register_audit(one.desk)[0].sound


def test_another_desk_takes_issuing_over_and_the_next_batch_says_so(one: Station, other: Station) -> None:
    ids = crowd(one, 3)
    exchange_all([one, other])
    other.clock.turn(1)
    take_over(other.desk, "la mesa 1 no responde")
    exchange_all([one, other])
    with pytest.raises(PersonFacingError) as told:
        issue(interrupted(one), ids, exception_reason="vino")
    assert told.value.sentence == "certificates-other-desk-issues"
    assert register_audit(one.desk)[0].used == 0


def test_replaced_in_one_step_whatever_is_issued_meanwhile(one: Station) -> None:
    ids, plain = crowd(one, 4), interrupted(one)
    issue(plain, ids[:2], exception_reason="vino")
    (wanted,) = [line.wanted for line in review(one.desk, [ids[0]])]
    before = one.person("Persona 00")
    named = replace(before.person, given_names="Nora", surnames="Ttito")
    meanwhile = interrupted(one, lambda: issue(plain, [ids[2]], exception_reason="vino"))
    assert correct(meanwhile, wanted, named, "apellido") == "0004-2025"
    assert pages(one)["0004-2025"] == "0004-2025 Nora Ttito"
    meanwhile = interrupted(one, lambda: issue(plain, [ids[3]], exception_reason="vino"))
    assert reissue_spoiled(meanwhile, wanted, "se atascó") == "0006-2025"
    all_used_once(one, 6)
    (mine,) = register_audit(one.desk)
    assert (mine.issued, mine.revoked, mine.void) == (4, 1, 1)
    meanwhile = interrupted(one, lambda: revoke(one.desk, ids[0], "no vino"))
    with pytest.raises(PersonFacingError) as told:
        correct(meanwhile, wanted, before.person, "otra vez")
    assert told.value.sentence == "certificates-none-to-revoke"
    all_used_once(one, 6)


def test_a_page_is_drawn_from_what_the_register_says_afterwards(one: Station) -> None:
    """No day's entrance is a session, and who came to one has not moderated it."""
    drawn: list[CertificateFace] = []

    def draw(
        template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
    ) -> list[FrozenPage]:
        drawn.extend(faces)
        return [FrozenPage(b"page", 297, 210) for _ in faces]

    ana = one.person("Ana")
    check_in(one.desk, one.badge(ana), source=Source.CAMERA)
    held = [
        Entitlement(ana.id, CertificateKind.ATTENDANCE),
        Entitlement(ana.id, CertificateKind.ORGANISER),
        Entitlement(ana.id, CertificateKind.MODERATOR, "Agua"),
    ]
    issue(replace(one.desk, draw=draw), held, exception_reason="vino")
    told = {face.number: (face.talk, face.sessions) for face in certificate_faces(one.desk, [ana.id])}
    assert {face.number: (face.talk, face.sessions) for face in drawn} == told
    assert set(told.values()) == {("", ()), ("", ("Agua",))}
