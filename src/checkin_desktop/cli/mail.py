"""`mail`: the outbox of this desk: its server, what is queued, sending, and what became of it."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
import typer

from checkin_desktop.cli.context import answer, context_of, say, secret, tell
from checkin_desktop.cli.people import named
from checkin_desktop.cli.signing import SIGN, VISIBLE, signing
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailState, MailThing
from checkin_desktop.domain.operators import Action
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.outbox import (
    OutboxLine,
    keep_mail_settings,
    mail_settings,
    outbox_lines,
    queue_mails,
    take_over,
    to_take_over,
)
from checkin_desktop.services.ports.mailing import CourierState, Security
from checkin_desktop.startup.courier import build_courier
from checkin_desktop.words import Words

app = typer.Typer(help="Certificates and badges by e-mail.")


class Things(StrEnum):
    """What is mailed."""

    CERTIFICATES = "certificates"
    BADGES = "badges"

    @property
    def thing(self) -> MailThing:
        return MailThing.BADGE if self is Things.BADGES else MailThing.CERTIFICATE


def add_to(parent: typer.Typer) -> None:
    parent.add_typer(app, name="mail")


@app.command("server")
def server(
    context: typer.Context,
    host: str = typer.Argument(..., help="The outgoing server."),
    sender: str = typer.Option(..., "--sender", help="The address that sends."),
    port: int = typer.Option(0, "--port", help="587 with STARTTLS, 465 with TLS unless given."),
    tls: bool = typer.Option(False, "--tls", help="TLS from the beginning instead of STARTTLS."),
    username: str = typer.Option("", "--username"),
    name: str = typer.Option("", "--sender-name", help="The event's name unless given."),
    per_minute: int = typer.Option(20, "--per-minute", min=1, max=120),
) -> None:
    """Which server this desk sends by. The password is kept nowhere."""
    shared = context_of(context)
    security = Security.TLS if tls else Security.STARTTLS
    with shared.writing(Action.CERTIFY) as opened:
        settings = msgspec.structs.replace(
            mail_settings(opened.desk),
            host=host,
            port=port or (465 if tls else 587),
            security=security,
            username=username,
            sender=sender,
            sender_name=name,
            per_minute=per_minute,
        )
        keep_mail_settings(opened.desk, settings)
    say(shared.words.say("outbox-kept"))


@app.command("queue")
def queue(
    context: typer.Context,
    what: Things = typer.Argument(Things.CERTIFICATES),
    person: list[str] = typer.Option([], "--person", help="Document, code or full name; may be repeated."),
    again: bool = typer.Option(False, "--again", help="Also to those it was sent to."),
) -> None:
    """Puts everybody's who has an address into this desk's queue, unless it was sent already."""
    shared = context_of(context)
    with shared.writing(Action.CERTIFY) as opened:
        desk = opened.desk
        whom = named(desk, person) if person else [x.attendee for x in outbox_lines(desk, what.thing)]
        count = queue_mails(desk, what.thing, [who.id for who in whom], again=again)
    say(shared.words.say("outbox-queued", count=count))


@app.command("take-over")
def take_over_queues(
    context: typer.Context,
    reason: str = typer.Option(..., "--reason", help="Why the other desk will send no more."),
) -> None:
    """Puts what waits in other desks' queues into this one's."""
    shared = context_of(context)
    with shared.writing(Action.CERTIFY) as opened:
        wanted = [i for what in Things for i in to_take_over(outbox_lines(opened.desk, what.thing))]
        taken = take_over(opened.desk, wanted, reason)
    say(shared.words.say("outbox-taken", count=sum(len(t.mail_ids) for t in taken)))


@app.command("status")
def status(
    context: typer.Context,
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """How many are queued, sent, failed; and who should be looked after, with the reason."""
    shared, words = context_of(context), context_of(context).words
    with shared.reading(Action.CERTIFY) as desk:
        found = {what: outbox_lines(desk, what.thing) for what in Things}
    if as_json:
        answer({what.value: _document(lines) for what, lines in found.items()})
        return
    for what, lines in found.items():
        said = ", ".join(
            f"{words.say(f'outbox-state-{s.value}')}: {n}" for s, n in _counts(lines).items() if n
        )
        say(f"{words.say(f'outbox-thing-{what.thing.value}')}. {said or words.say('cli-mail-none')}")
        for line in lines:
            if line.state in (MailState.FAILED, MailState.UNCERTAIN):
                say(f"  {line.attendee.name}: {_trouble(words, line)}")


@app.command("send")
def send(
    context: typer.Context,
    limit: int | None = typer.Option(None, "--limit", min=1, help="At most so many tries."),
    sign: Path | None = typer.Option(None, "--sign", help=SIGN),
    visible: bool = typer.Option(False, "--visible", help=VISIBLE),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Sends this desk's queue at the pace asked for; Ctrl+C stops after the mail under way. The password in
    CHECKIN_MAIL_PASSWORD, or asked for.
    """
    shared, words = context_of(context), context_of(context).words
    with signing(sign, visible, words), shared.writing(Action.CERTIFY) as opened:
        desk = opened.desk
        settings = mail_settings(desk)
        asked = words.say("cli-mail-password", name=settings.username)
        password = ""
        if settings.username:
            password = secret("CHECKIN_MAIL_PASSWORD", asked, "cli-mail-password-needed")
        state = _sent(desk, password, limit, words)
        waiting = sum(
            x.here and x.state is MailState.QUEUED for what in Things for x in outbox_lines(desk, what.thing)
        )
    if as_json:
        trouble = state.trouble.value if state.trouble else None
        stopped = state.wrong.sentence if state.wrong else trouble
        answer({"sent": state.sent, "failed": state.failed, "waiting": waiting, "stopped": stopped})
    else:
        say(words.say("cli-mail-sent", sent=state.sent, failed=state.failed, waiting=waiting))
    if state.wrong is not None:
        raise state.wrong
    if state.trouble is not None:
        raise PersonFacingError(f"outbox-stopped-{state.trouble.value}", said=state.said)


def _sent(desk: Desk, password: str, limit: int | None, words: Words) -> CourierState:
    courier = build_courier(desk)

    def told(state: CourierState) -> None:
        if state.running and state.waiting_s:
            tell(words.say("outbox-patience", seconds=state.waiting_s))

    courier.start(password, told, limit)
    try:
        courier.wait()
    except KeyboardInterrupt:
        courier.close()
    return courier.state


def _document(lines: tuple[OutboxLine, ...]) -> dict[str, Any]:
    return {
        **{state.value: count for state, count in _counts(lines).items()},
        "never": sum(x.state is None and x.has_address for x in lines),
        "without_address": sum(not x.has_address for x in lines),
        "mails": list(_mails(lines)),
    }


def _mails(lines: tuple[OutboxLine, ...]) -> Iterator[dict[str, Any]]:
    for x in lines:
        if x.state is not None:
            yield {
                "name": x.attendee.name,
                "document": x.attendee.person.document,
                "serial": x.number or None,
                "state": x.state.value,
                "trouble": x.trouble or None,
                "code": x.code or None,
                "here": x.here,
            }


def _counts(lines: tuple[OutboxLine, ...]) -> dict[MailState, int]:
    counted = Counter(line.state for line in lines)
    return {state: counted[state] for state in MailState}


def _trouble(words: Words, line: OutboxLine) -> str:
    return words.say(f"outbox-trouble-{line.trouble}", code=line.code) if line.trouble else "-"
