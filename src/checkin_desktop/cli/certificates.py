"""`certificates`."""

from pathlib import Path
from typing import Any

import typer

from checkin_desktop.cli.certificate_desk import answer_requests, ask_for, list_requests, write_register
from checkin_desktop.cli.context import answer, context_of, say, tell
from checkin_desktop.cli.people import named
from checkin_desktop.cli.progress import Progress, stoppable
from checkin_desktop.cli.signing import SIGN, VISIBLE, signing
from checkin_desktop.documents.certificate import certificate_file, draw_certificates
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.services.certificates import (
    certificate_faces,
    file_name,
    issue,
    record_prints,
    review,
)
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.entitlements import Who
from checkin_desktop.services.freshness import freshness
from checkin_desktop.services.freshness_words import silences_text
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.issuing_desk import issuing_desk
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.printers import system_printer
from checkin_desktop.startup.signing import signed_copy
from checkin_desktop.startup.zip_file import write_zip
from checkin_desktop.words import Words
from checkin_desktop.words.certificates import missing_word


def add_to(app: typer.Typer) -> None:
    app.command("certificates")(certificates)


def certificates(
    context: typer.Context,
    eligible: bool = typer.Option(False, "--eligible", help="Everybody who has earned one (the default)."),
    everybody: bool = typer.Option(False, "--all", help="Also those who have not: recorded as exceptions."),
    person: list[str] = typer.Option([], "--person", help="Document, code or full name; may be repeated."),
    reason: str = typer.Option("", "--reason", help="Why an exception is made."),
    alone: str = typer.Option(
        "", "--alone", help="Why this desk issues without having heard the others; kept with the certificate."
    ),
    out: Path | None = typer.Option(
        None, "--out", help="FILE.pdf for all pages; FILE.zip or a folder for one file each."
    ),
    print_: str = typer.Option("", "--print", help="Print on this printer."),
    sign: Path | None = typer.Option(None, "--sign", help=SIGN),
    visible: bool = typer.Option(False, "--visible", help=VISIBLE),
    register: Path | None = typer.Option(
        None, "--register", help="Only write the register (libro) to this FILE.pdf or FILE.xlsx."
    ),
    asked_for: bool = typer.Option(False, "--requests", help="List what other desks ask this one to issue."),
    issue_: bool = typer.Option(False, "--issue", help="With --requests: issue them."),
    refuse: str = typer.Option("", "--refuse", help="With --requests: close them with this reason."),
    ask: bool = typer.Option(False, "--ask", help="Ask the desk that issues, instead of issuing here."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Issues certificates of attendance, and draws or prints them; the register; requests between desks."""
    shared = context_of(context)
    words = shared.words
    if sum((register is not None, asked_for, ask)) > 1 or (issue_ and refuse):
        raise typer.BadParameter("--register | --requests [--issue | --refuse REASON] | --ask")
    if (issue_ or refuse) and not asked_for:
        raise typer.BadParameter("--requests --issue | --requests --refuse REASON")
    if register is not None:
        write_register(shared, register, as_json=as_json)
        return
    if asked_for and not issue_ and not refuse:
        list_requests(shared, person, as_json=as_json)
        return
    if asked_for:
        answer_requests(shared, person, refuse=refuse, alone=alone, as_json=as_json)
        return
    if sign is not None and (out is None or out.suffix.lower() == ".pdf"):
        raise typer.BadParameter("--sign: --out FILE.zip | DIR")
    with (
        stoppable(words) as progress,
        signing(sign, visible, words),
        shared.writing(Action.HAND_OVER) as opened,
    ):
        desk = opened.desk
        wanted = _wanted(desk, review(desk), person)
        if ask:
            ask_for(shared, desk, _earned(wanted, everybody or bool(person)), reason, as_json=as_json)
            return
        issuer = issuing_desk(desk)
        why = "" if eligible else _exception(words, reason or (alone if person else ""), everybody)
        here = (alone or reason or words.say("cli-alone-reason")) if issuer else ""
        holders = issue(
            desk,
            [line.wanted for line in wanted],
            terms=Terms(why, alone_reason=here),
            refused=lambda error: tell(words.say(error.sentence, **error.arguments)),
            progress=progress.begin("cli-certificates-issuing"),
        )
        if progress.stopped:
            raise PersonFacingError("cli-certificates-stopped", count=_newly_issued(desk, wanted))
        faces = certificate_faces(desk, holders)
        if out is not None and faces:
            _write(faces, out, words, progress, signed=sign is not None)
        job = None
        if print_ and faces:
            title = words.say("documents-certificate-title")
            job = system_printer().submit(draw_certificates(faces, words), print_, title)
            record_prints(desk, holders, print_)
        held = review(desk, holders)
        good = {line.key for line in held if line.state is CertificateState.ISSUED}
        missing = [line for line in wanted if line.key not in good]
        silent = silences_text(words, freshness(desk)) if missing else ""
    if as_json:
        answer(
            {
                "issued": len(holders),
                "certificates": [_document(line, face.typed_code) for line, face in _paired(held, faces)],
                "not_eligible": [
                    {
                        "name": m.attendee.name,
                        "document": m.attendee.person.document,
                        "missing": [missing_word(words, x) for x in m.missing],
                    }
                    for m in missing
                ],
                "out": str(out) if out else None,
                "job": job,
            }
        )
    elif out is not None and faces:
        say(words.say("cli-certificates-done", count=len(faces), file=str(out)))
    else:
        say(words.say("cli-certificates-issued", count=len(holders)))
    if job and not as_json:
        say(words.say("cli-certificates-printing", printer=print_))
    if missing and not as_json:
        tell(words.say("cli-certificates-not-eligible", count=len(missing)))
    if silent:
        tell(words.say("cli-silent", desks=silent))
    if issuer is not None and holders and not alone:
        tell(words.say("cli-issued-alone", desk=issuer.name))


def _exception(words: Words, reason: str, everybody: bool) -> str:
    """Why somebody gets one who has not earned it; empty: they get none."""
    return (reason or words.say("cli-exception-reason")) if everybody or reason else ""


def _earned(lines: tuple[CertificateLine, ...], every: bool) -> list[Who]:
    """What is asked of the desk that issues: what was earned; all of it for people named."""
    return [line.wanted for line in lines if every or line.state is CertificateState.ELIGIBLE]


def _newly_issued(desk: Desk, before: tuple[CertificateLine, ...]) -> int:
    held = {line.key for line in before if line.state is CertificateState.ISSUED}
    now = review(desk, [line.attendee.id for line in before])
    return sum(line.state is CertificateState.ISSUED and line.key not in held for line in now)


def _write(
    faces: tuple[CertificateFace, ...], out: Path, words: Words, progress: Progress, *, signed: bool
) -> None:
    """A .pdf is to be printed; a .zip or a folder gets a copy to be kept of each. Raises PersonFacingError where it
    is stopped between two of them."""
    if out.suffix.lower() == ".pdf":
        write_file(out, draw_certificates(faces, words))
        return
    draw = signed_copy if signed else certificate_file
    by_name = {file_name(face): face for face in faces}
    names = list(by_name)
    progress.begin("cli-certificates-writing")

    def drawn(name: str) -> tuple[str, bytes]:
        if not progress(names.index(name), len(names)):
            raise PersonFacingError("cli-certificates-stopped-writing", file=str(out))
        return name, draw(by_name[name], words)

    if out.suffix.lower() == ".zip":
        write_zip(out, names, drawn)
    else:
        for name in names:
            write_file(out / name, drawn(name)[1])


def _wanted(desk: Desk, lines: tuple[CertificateLine, ...], people: list[str]) -> tuple[CertificateLine, ...]:
    if not people:
        return lines
    by_id: dict[str, list[CertificateLine]] = {}
    for line in lines:
        by_id.setdefault(line.attendee.id, []).append(line)
    found = []
    for text, who in zip(people, named(desk, people), strict=True):
        if who.id not in by_id:
            raise PersonFacingError("cli-no-such-person", text=text)
        found += by_id[who.id]
    return tuple(found)


def _paired(held: tuple[CertificateLine, ...], faces: Any) -> list[tuple[CertificateLine, Any]]:
    by_number = {face.number: face for face in faces}
    return [(line, by_number[line.number]) for line in held if line.number in by_number]


def _document(line: CertificateLine, typed: str) -> dict[str, Any]:
    return {
        "serial": line.number,
        "name": line.attendee.name,
        "document": line.attendee.person.document,
        "kind": line.wanted.kind.value,
        "code": typed,
        "exception": line.exception_reason or None,
    }
