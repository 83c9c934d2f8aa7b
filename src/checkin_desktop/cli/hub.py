"""`hub serve` and `hub pair`: the server where desks meet over the internet, or over a venue's own network."""

import typer

from checkin_desktop.cli.context import answer, context_of, say, tell
from checkin_desktop.documents.text_qr import text_qr
from checkin_desktop.startup.hub import PORT, new_server_code, run_hub

_DATABASE = typer.Option(
    "",
    "--database",
    envvar="CHECKIN_HUB_DATABASE",
    help="postgresql+psycopg://user@host/name, or a folder (default: one of this computer).",
)
_hub = typer.Typer(help="The server where desks meet.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(_hub, name="hub")


@_hub.command("serve")
def serve(
    context: typer.Context,
    database: str = _DATABASE,
    host: str = typer.Option("127.0.0.1", "--host", help="0.0.0.0 for every network of this computer."),
    port: int = typer.Option(PORT, "--port", min=0, max=65535, help="0: any free one."),
) -> None:
    """Serves until stopped. Put a proxy with TLS before it (docs/hub.md)."""
    words = context_of(context).words
    run_hub(database, host, port, lambda address: tell(words.say("hub-serving", address=address)))


@_hub.command("pair")
def pair(
    context: typer.Context,
    database: str = _DATABASE,
    name: str = typer.Option("", "--name", help="For whom; kept beside the code, seen by nobody else."),
    address: str = typer.Option("", "--address", help="How desks reach the hub; goes into the QR."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """A one-time code for a desk, good for a day."""
    code, until = new_server_code(database, name[:64])
    if as_json:
        answer({"code": code, "until": until.isoformat(), "name": name[:64], "address": address})
        return
    shown = f"{code[:5]}-{code[5:]}"
    say(context_of(context).words.say("hub-code", code=shown, until=f"{until:%Y-%m-%d %H:%M}"))
    say(text_qr(f"{address.rstrip('/')}#{code}" if address else code))
