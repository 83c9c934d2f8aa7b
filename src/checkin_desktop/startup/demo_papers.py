"""The demo's papers: badge sheets, certificates read back from their PDF, the lists."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from checkin_desktop.documents.acta import draw_actas
from checkin_desktop.documents.agenda import draw_agendas, draw_delegations, draw_summary
from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.documents.cargo import draw_cargo
from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.documents.register import draw_register
from checkin_desktop.documents.roll import draw_roll
from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.rosters.write import write_table
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.badges import badge_faces, record_badges_printed, revoke_badge, roll_lines
from checkin_desktop.services.certificate_register import whole_register
from checkin_desktop.services.certificates import certificate_faces
from checkin_desktop.services.delegations import delegations
from checkin_desktop.services.desk import Desk, settings
from checkin_desktop.services.handing_over import pile_paper, piles
from checkin_desktop.services.meeting_papers import (
    acta_face,
    agenda,
    agendas_by_party,
    delegation_faces,
    summary_face,
)
from checkin_desktop.services.meetings import meetings
from checkin_desktop.services.ports.scanning import Pixels
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.services.reports import report
from checkin_desktop.services.verify_certificate import verify
from checkin_desktop.startup.demo_desks import WrongOutcome
from checkin_desktop.startup.demo_event import foreign_code
from checkin_desktop.startup.demo_film import badge_pictures
from checkin_desktop.startup.demo_scenario import Badges, Scenario
from checkin_desktop.startup.files import write_file
from checkin_desktop.words import Words

_TABLES = ("roster", "attendance", "certificates", "delegations", "meetings", "summary")


def print_badges(desk: Desk, scenario: Scenario, words: Words, out: Path) -> tuple[Badges, dict[str, Pixels]]:
    """Everybody's badge, and pictures of each by code.

    Then one is lost and made anew, one person is withdrawn, and two badges are brought that are none of ours.
    """
    event = settings(desk)
    faces = dict(badge_faces(desk))
    write_file(out / "badges.pdf", draw_badges(list(faces.values()), event, words))
    record_badges_printed(desk, list(faces))
    lost = faces[scenario.lost]
    revoke_badge(desk, scenario.lost)
    found = dict(badge_faces(desk, [scenario.lost]))
    withdraw(desk, scenario.withdrawn)
    codes = {i: face.code for i, face in (faces | found).items()}
    badges = Badges(codes, revoked=lost.code, foreign=foreign_code())
    odd = [*found.values(), replace(lost, code=badges.forged), replace(lost, code=badges.foreign)]
    write_file(out / "badges-later.pdf", draw_badges(odd, event, words))
    pictures = dict(
        zip((f.code for f in faces.values()), badge_pictures(out / "badges.pdf", len(faces)), strict=True)
    )
    later = badge_pictures(out / "badges-later.pdf", len(odd))
    return badges, pictures | dict(zip((f.code for f in odd), later, strict=True))


def certify(desk: Desk, holders: Iterable[str], checked_at: Desk, words: Words, file: Path) -> int:
    """Draws the certificates, reads their codes from the PDF and has another desk verify them.

    Answers how many are good. Raises WrongOutcome if any is not.
    """
    faces = certificate_faces(desk, holders)
    write_file(file, draw_certificates(faces, words))
    read = {reading.text for reading in decode_file(file).readings}
    for face in faces:
        found = verify(checked_at, face.token)
        typed = verify(checked_at, face.typed_code)
        good = found.verdict is typed.verdict is CertificateVerdict.VALID
        if face.token not in read or not good or (found.name, found.number) != (face.name, face.number):
            raise WrongOutcome("demo-not-verified", number=face.number, verdict=found.verdict.value)
    return len(faces)


def write_lists(desk: Desk, words: Words, out: Path) -> list[str]:
    """The paper list, the register and the tables; answers their names."""
    event = settings(desk)
    write_file(out / "list.pdf", draw_roll(roll_lines(desk), event, words))
    write_file(out / "register.pdf", draw_register(whole_register(desk), event, words))
    taken = [pile_paper(pile) for pile in piles(desk) if not pile.waiting]
    write_file(out / "cargo.pdf", draw_cargo(taken, event, words))
    names = [f"{kind}.xlsx" for kind in _TABLES]
    for kind, name in zip(_TABLES, names, strict=True):
        write_table(out / name, *report(desk, kind, words))
    return ["list.pdf", "register.pdf", "cargo.pdf", *_write_meetings(desk, event, words, out), *names]


def _write_meetings(desk: Desk, event: EventSettings, words: Words, out: Path) -> list[str]:
    lines = meetings(desk)
    drawn = {
        "agenda.pdf": draw_agendas((agenda(lines),), event, words),
        "agenda-parties.pdf": draw_agendas(agendas_by_party(lines), event, words),
        "actas.pdf": draw_actas([acta_face(one) for one in lines if one.acta], event, words),
        "acta-blank.pdf": draw_actas([acta_face(lines[-1])], event, words),
        "delegations.pdf": draw_delegations(delegation_faces(delegations(desk).lines), event, words),
        "summary.pdf": draw_summary(summary_face(desk), event, words),
    }
    for name, pdf in drawn.items():
        write_file(out / name, pdf)
    return list(drawn)
