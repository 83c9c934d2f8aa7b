"""`exchange`: sync with other desks by bundle; a desk that has no event file yet joins."""

import os
import sys
from contextlib import closing
from getpass import getpass
from pathlib import Path

import typer

from checkin_desktop.cli.context import Context, answer, context_of, say
from checkin_desktop.domain.operators import Action
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.exchange import PassphraseNeeded, exchange_bundle
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.startup.events import join_event, last_event
from checkin_desktop.startup.joining import begin_joining
from checkin_desktop.startup.sync import exchange_once


def add_to(app: typer.Typer) -> None:
    app.command("exchange")(exchange)


def exchange(
    context: typer.Context,
    bundle: Path | None = typer.Option(None, "--bundle", help="The bundle file, on a stick for example."),
    hub: str = typer.Option("", "--hub", help="A hub's address, or the text of its pairing QR."),
    code: str = typer.Option(
        "",
        "--code",
        envvar="CHECKIN_HUB_CODE",
        help="The hub's one-time code, the first time.",
        show_envvar=False,
    ),
    station: str = typer.Option("", "--station", help="This desk's name, when it joins."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Takes in what the bundle or hub holds and this desk lacks, adds what it lacks; safe to repeat.

    An event file that does not exist yet is made from the bundle, or from the hub of a pairing text. The
    passphrase is taken from CHECKIN_PASSPHRASE, or asked for; the hub's code from CHECKIN_HUB_CODE.
    """
    shared = context_of(context)
    if (bundle is None) == (not hub):
        raise typer.BadParameter("--bundle FILE | --hub URL")
    result = _at_hub(shared, hub, code, station) if bundle is None else _exchange(shared, bundle, station)
    if as_json:
        answer({"sent": result.sent, "received": result.received, "held": result.held})
        return
    sentence = "cli-exchange-joined" if result.joined else "cli-exchange-done"
    say(shared.words.say(sentence, sent=result.sent, received=result.received))
    if result.held:
        say(shared.words.say("cli-exchange-held", count=result.held))
    if result.new_conflicts:
        say(shared.words.say("cli-exchange-conflicts", count=result.new_conflicts))


def _at_hub(shared: Context, hub: str, code: str, station: str) -> ExchangeResult:
    path = Path(shared.event) if shared.event else last_event()
    if path is not None and path.exists():
        with shared.writing(Action.EXCHANGE, path) as opened:
            return exchange_once(opened.desk, hub, code)
    joining = begin_joining(hub)
    with closing(joining):
        passphrase = os.environ.get("CHECKIN_PASSPHRASE") or None
        try:
            opened, result = joining.finish(passphrase, path=path, station_name=station)
        except PassphraseNeeded as needed:
            if passphrase or not sys.stdin.isatty():
                raise
            typed = getpass(shared.words.say(needed.sentence, **needed.arguments) + " ")
            opened, result = joining.finish(typed, path=path, station_name=station)
    opened.close()
    return result


def _exchange(shared: Context, bundle: Path, station: str) -> ExchangeResult:
    passphrase = os.environ.get("CHECKIN_PASSPHRASE") or None
    path = Path(shared.event) if shared.event else last_event()
    try:
        return _once(shared, path, bundle, passphrase, station)
    except PassphraseNeeded as needed:
        if passphrase or not sys.stdin.isatty():
            raise
        typed = getpass(shared.words.say(needed.sentence, **needed.arguments) + " ")
        return _once(shared, path, bundle, typed, station)


def _once(
    shared: Context, path: Path | None, bundle: Path, passphrase: str | None, station: str
) -> ExchangeResult:
    if path is None or not path.exists():
        opened, result = join_event(bundle, passphrase, path=path, station_name=station)
        opened.close()
        return result
    with shared.writing(Action.EXCHANGE, path) as opened:
        return exchange_bundle(opened.desk, BundleFiles(), bundle, passphrase)
