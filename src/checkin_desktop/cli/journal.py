"""`journal verify`, `journal rebuild`, `journal digest`."""

import typer

from checkin_desktop.cli.context import answer, context_of, say
from checkin_desktop.domain.errors import PersonFacingError

_journal = typer.Typer(help="The signed journal behind everything.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(_journal, name="journal")


@_journal.command("verify")
def verify(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """Chains and signatures hold."""
    shared = context_of(context)
    with shared.reading(None) as desk, desk.store.read() as reads:
        faults, entries = reads.journal.faults(), reads.event.counts().entries
    if as_json:
        found = [{"station": station, "seq": seq, "fault": fault} for station, seq, fault in faults]
        answer({"entries": entries, "sound": not faults, "faults": found})
    if faults:
        raise PersonFacingError(
            "journal-unsound", count=len(faults), seq=faults[0][1], station=faults[0][0][:8]
        )
    if not as_json:
        say(shared.words.say("journal-sound", count=entries))


@_journal.command("rebuild")
def rebuild(context: typer.Context) -> None:
    """Computes every table anew from the journal, and says whether it came out the same."""
    shared = context_of(context)
    with shared.writing(None) as opened, opened.desk.store.unit() as unit:
        before = unit.journal.digest()
        unit.rebuild()
        same = before == unit.journal.digest()
    say(shared.words.say("journal-rebuilt-same" if same else "journal-rebuilt-different"))


@_journal.command("digest")
def digest(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """The state in one line: two desks with the same entries print the same."""
    with context_of(context).reading(None) as desk, desk.store.read() as reads:
        line = reads.journal.digest()
    if as_json:
        answer({"digest": line})
    else:
        say(line)
