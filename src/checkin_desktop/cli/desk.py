"""`event create|info|days|logo|checkpoints|erase`; see programme.py for the rest."""

import os
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import typer

from checkin_desktop.cli import programme
from checkin_desktop.cli.context import answer, context_of, say
from checkin_desktop.cli.people import named
from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings, HourKind
from checkin_desktop.domain.operators import Action
from checkin_desktop.services.desk import checkpoints, event_info, settings
from checkin_desktop.services.erase import erase
from checkin_desktop.services.event_days import change_days
from checkin_desktop.services.images import add_logo, logos, remove_logo
from checkin_desktop.startup.events import create_event

_event = typer.Typer(help="An event file: made, looked at.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    programme.add_to(_event)
    app.add_typer(_event, name="event")


@_event.command("create")
def create(
    context: typer.Context,
    name: str = typer.Argument(..., help="The event's name."),
    day: list[str] = typer.Option(..., "--day", help="A day of the event, YYYY-MM-DD; may be repeated."),
    timezone: str = typer.Option("America/Lima", "--timezone", help="The venue's timezone."),
    place: str = typer.Option("", "--place"),
    city: str = typer.Option("", "--city"),
    issuer: list[str] = typer.Option([], "--issuer", help="An entity that grants the certificates."),
    hours: int | None = typer.Option(None, "--hours", help="Hours that the certificate states."),
    station: str = typer.Option("", "--station", help="This desk's name."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Makes an event file; its passphrase is taken from CHECKIN_PASSPHRASE, or chosen with the first bundle."""
    shared = context_of(context)
    if timezone not in available_timezones():
        raise typer.BadParameter(f"--timezone: {timezone}")
    wanted = EventSettings(
        name=name.strip(),
        days=tuple(sorted({_day(d) for d in day})),
        timezone=ZoneInfo(timezone).key,
        place=place,
        city=city,
        issuers=tuple(issuer),
        hours=hours,
        hour_kind=HourKind.ACADEMIC,
    )
    with create_event(
        wanted,
        shared.words,
        path=Path(shared.event) if shared.event else None,
        passphrase=os.environ.get("CHECKIN_PASSPHRASE") or None,
        station_name=station,
    ) as opened:
        if as_json:
            answer({"file": str(opened.path), "name": wanted.name, "days": [str(d) for d in wanted.days]})
        else:
            say(shared.words.say("cli-event-created", name=wanted.name, file=str(opened.path)))


@_event.command("info")
def info(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """The event in one look."""
    shared = context_of(context)
    with shared.reading(None) as desk:
        found = event_info(desk)
    figures = {
        "attendees": found.attendees,
        "admitted": found.admitted,
        "inside": found.inside,
        "refused": found.refused,
        "conflicts": found.conflicts,
        "certificates": found.certificates,
        "entries": found.entries,
    }
    days = [day.isoformat() for day in found.settings.days]
    if as_json:
        answer({"name": found.settings.name, "days": days, **figures})
        return
    say(found.settings.name)
    say(shared.words.say("cli-event-days", days=", ".join(days)))
    for key, value in figures.items():
        say(f"  {shared.words.say(f'cli-count-{key}')}: {value}")


@_event.command("days")
def days(
    context: typer.Context,
    add: list[str] = typer.Option([], "--add", help="A day more, YYYY-MM-DD; may be repeated."),
    move: list[str] = typer.Option([], "--move", help="OLD=NEW: a day to another date, with its sessions."),
    remove: list[str] = typer.Option([], "--remove", help="A day that is not held: its sessions go with it."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """The event's days; changed, what is planned on a day goes along. A day on which somebody came keeps its date."""
    shared = context_of(context)
    moved: dict[date, date | None] = {_day(text, "--remove"): None for text in remove}
    for text in move:
        old, _, new = text.partition("=")
        moved[_day(old, "--move")] = _day(new, "--move")
    added = tuple(_day(text, "--add") for text in add)
    if moved or added:
        with shared.writing(Action.CONFIGURE) as opened:
            known = settings(opened.desk).days
            for day in moved.keys() - set(known):
                raise typer.BadParameter(f"{day}: {', '.join(map(str, known))}")
            found = change_days(opened.desk, moved, added, shared.words.language)
    else:
        with shared.reading(None) as desk:
            found = settings(desk).days
    said = [day.isoformat() for day in found]
    if as_json:
        answer({"days": said})
    else:
        say(shared.words.say("cli-event-days", days=", ".join(said)))


@_event.command("logo")
def logo(
    context: typer.Context,
    file: list[Path] = typer.Argument(
        None, help="Pictures (SVG, PDF, PNG, JPEG, WebP), at most four in all."
    ),
    clear: bool = typer.Option(False, "--clear", help="First take away the logos that there are."),
) -> None:
    """The logos at the top of certificates and badges, in the order given."""
    shared = context_of(context)
    pictures = [prepare_logo(path) for path in file or ()]
    if not pictures and not clear:
        raise typer.BadParameter("FILE… | --clear")
    with shared.writing(Action.CONFIGURE) as opened:
        if clear:
            for name, _ in logos(opened.desk):
                remove_logo(opened.desk, name)
        for picture in pictures:
            add_logo(opened.desk, picture)
        count = len(logos(opened.desk))
    say(shared.words.say("cli-event-logos", count=count))


@_event.command("checkpoints")
def list_checkpoints(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """The checkpoints by name, in the order of the programme."""
    with context_of(context).reading(Action.SCAN) as desk:
        found = checkpoints(desk)
    if as_json:
        answer(
            [
                {"id": c.id, "name": c.name, "kind": c.kind, "day": c.day.isoformat(), "room": c.room}
                for c in found
            ]
        )
        return
    for c in found:
        say(c.name)


@_event.command("erase")
def erase_people(
    context: typer.Context,
    all_: bool = typer.Option(False, "--all", help="Everybody of the event."),
    person: list[str] = typer.Option([], "--person", help="Document, code or full name; may be repeated."),
    yes: bool = typer.Option(False, "--yes", help="It can't be undone; without this nothing is erased."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Erases names, documents and contacts for good, here and with the next exchange everywhere."""
    shared = context_of(context)
    if all_ == bool(person):
        raise typer.BadParameter("--all | --person …")
    if not yes:
        raise PersonFacingError("cli-erase-yes")
    with shared.writing(Action.CONFIGURE) as opened:
        ids = None if all_ else [a.id for a in named(opened.desk, person)]
        count = erase(opened.desk, ids)
    if as_json:
        answer({"erased": count})
    else:
        say(shared.words.say("cli-erased", count=count))


def _day(text: str, option: str = "--day") -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{option}: {text} (YYYY-MM-DD)") from error
