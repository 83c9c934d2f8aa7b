"""`verify`, and for those without the event `manifest`, `revocations`, `trust`, `verification-page`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from checkin_desktop.cli.context import Context, answer, context_of, say
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.manifests import KnownEvent, signed_manifest
from checkin_desktop.services.revocation_list import revocation_file
from checkin_desktop.services.verification_words import because, facts_of
from checkin_desktop.services.verify_certificate import (
    Verification,
    verify,
    verify_all,
    verify_elsewhere,
)
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.trust import known_here, known_in, take_trust
from checkin_desktop.startup.verification_page import write_verification_page


def add_to(app: typer.Typer) -> None:
    app.command("verify")(verify_code)
    app.command("manifest")(manifest)
    app.command("revocations")(revocations)
    app.command("trust")(trust)
    app.command("verification-page")(verification_page)


def verify_code(
    context: typer.Context,
    code: str = typer.Argument(..., help="A typed or scanned code, or an image or PDF of the certificate."),
    manifest: list[Path] = typer.Option(
        [], "--manifest", help="Also by this *.manifest or *.revocations file; may be repeated."
    ),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Is this certificate genuine? Needs no network, and with a manifest no event file."""
    shared = context_of(context)
    known = (*known_in(manifest), *known_here())
    with _reading(shared, known) as desk:
        found = _verified(desk, known, code)
    if as_json:
        answer(_document(found))
        return
    words = shared.words
    number = found.number or str(found.serial or "-")
    verdict = words.say(f"cli-verify-{found.verdict.value}")
    say(words.say("cli-verify-line", verdict=verdict, number=number, name=found.name or "-"))
    for told in because(words, found):
        say(told)
    for name, text in facts_of(words, found):
        say(f"  {words.say(f'certificates-fact-{name}')}: {text}")


def manifest(context: typer.Context, out: Path = typer.Option(..., "--out", help="FILE.manifest")) -> None:
    """Writes the event's signed manifest: what others need to verify its certificates."""
    shared = context_of(context)
    with shared.reading(None) as desk:
        write_file(out, signed_manifest(desk))
    say(shared.words.say("cli-manifest-written", file=str(out)))


def revocations(
    context: typer.Context, out: Path = typer.Option(..., "--out", help="FILE.revocations")
) -> None:
    """Writes the numbered, signed list of revoked certificates, with the newest that is held of other desks."""
    shared = context_of(context)
    with shared.writing(None) as opened:
        write_file(out, revocation_file(opened.desk))
    say(shared.words.say("cli-revocations-written", file=str(out)))


def trust(
    context: typer.Context,
    files: list[Path] = typer.Argument(..., help="*.manifest and *.revocations of other events."),
) -> None:
    """Keeps manifests and revocation lists on this computer; `verify` then knows those events."""
    words = context_of(context).words
    for path in files:
        taken = take_trust(path)
        event = taken.event
        sentence = "cli-trust-manifest" if taken.manifest else "cli-trust-lists"
        say(words.say(sentence, event=event.name, fingerprint=event.fingerprint))


def verification_page(
    context: typer.Context,
    out: Path = typer.Option(..., "--out", help="The folder to write; it may be on a web server or a stick."),
    typed_codes: bool = typer.Option(
        False, "--typed-codes", help="Also publish hashes of the typed codes, so that typing one is answered."
    ),
) -> None:
    """Writes the static page that verifies certificates in a browser: no server code, no network asked."""
    shared = context_of(context)
    with shared.writing(None) as opened:
        write_verification_page(opened.desk, out, typed_codes)
    say(shared.words.say("page-written", folder=str(out)))


@contextmanager
def _reading(shared: Context, known: tuple[KnownEvent, ...]) -> Iterator[Desk | None]:
    """The event file, where there is one; by manifests alone none is needed, unless it was named."""
    try:
        path = shared.path()
    except PersonFacingError:
        if not known:
            raise
        yield None
        return
    if known and not shared.event and not path.is_file():
        yield None
        return
    with shared.reading(None) as desk:
        yield desk


def _verified(desk: Desk | None, known: tuple[KnownEvent, ...], code: str) -> Verification:
    path = Path(code)
    try:
        is_file = path.is_file()
    except OSError:
        is_file = False
    if not is_file:
        return verify(desk, code, known) if desk else verify_elsewhere(code, known)
    from checkin_desktop.scanning.stills import decode_file

    return verify_all(desk, (reading.text for reading in decode_file(path).readings), known)[0]


def _document(found: Verification) -> dict[str, object]:
    return {
        "verdict": found.verdict.value,
        "serial": found.number or found.serial,
        "name": found.name or None,
        "kind": found.kind or None,
        "issued": found.issued.isoformat(timespec="minutes") if found.issued else None,
        "reason": found.reason or None,
        "document": found.document or None,
        "hours": found.hours,
        "event": found.event or None,
        "days": [day.isoformat() for day in found.days],
        "replaced_by": found.replaced_by or None,
        "as_of": found.as_of.isoformat(timespec="minutes") if found.as_of else None,
    }
