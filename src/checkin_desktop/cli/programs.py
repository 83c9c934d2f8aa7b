"""The programs: `demo`, `screenshots`, `doctor`."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from checkin_desktop.cli.context import answer, context_of, say
from checkin_desktop.cli.window import open_window
from checkin_desktop.startup.events import last_event
from checkin_desktop.words import Words

if TYPE_CHECKING:
    from checkin_desktop.startup.doctor import Finding


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)
    app.command("lan-demo", hidden=True)(lan_demo)
    app.command("lan-demo-desk", hidden=True)(lan_demo_desk)
    app.command("screenshots")(screenshots)
    app.command("doctor")(doctor)


def demo(
    context: typer.Context,
    headless: bool = typer.Option(False, "--headless", help="Run the whole event without a window."),
    out: Path = typer.Option(Path("out/demo"), "--out", help="Where PDFs, pictures and summary.json go."),
) -> None:
    """The two-day event on generated data: in the window, or end to end without one."""
    shared = context_of(context)
    if not headless:
        from checkin_desktop.startup.demo_event import demo_event

        raise typer.Exit(open_window(demo_event(shared.words), shared.lang))
    from checkin_desktop.startup.demo import run_demo

    summary = run_demo(out, shared.words, say)
    say(
        shared.words.say(
            "cli-demo-done",
            seconds=summary["seconds"],
            attendees=summary["attendees"],
            admitted=summary["admitted"],
            refused=summary["refused"],
            misses=summary["decode_misses"],
            conflicts=summary["conflicts"],
            certificates=summary["certificates"],
            verified=summary["verified"],
        )
    )
    say(shared.words.say("cli-demo-where", folder=str(out.resolve())))


def lan_demo(
    context: typer.Context,
    out: Path = typer.Option(Path("out/lan-demo"), "--out", help="Where event files and lan-demo.json go."),
    database: str = typer.Option("", "--database", envvar="CHECKIN_HUB_DATABASE"),
) -> None:
    """Three desks as three processes: a hub among them, cable pulled, kills, a stick, an internet hub later."""
    from checkin_desktop.startup.lan_demo import run_lan_demo

    shared = context_of(context)
    summary = run_lan_demo(out, shared.words, say, database)
    say(
        shared.words.say(
            "lan-demo-done",
            acknowledged=summary["acknowledged"],
            lost=summary["lost"],
            doubled=summary["doubled"],
            conflicts=summary["conflicts"],
            seconds=summary["seconds"],
        )
    )


def lan_demo_desk(context: typer.Context) -> None:
    """One desk of lan-demo: told what to do on its standard input."""
    from checkin_desktop.startup.lan_demo_desk import run_demo_desk

    shared = context_of(context)
    run_demo_desk(Path(shared.event), shared.words)


def screenshots(
    context: typer.Context,
    out: Path = typer.Option(Path("screenshots"), "--out"),
    few: bool = typer.Option(False, "--few", help="In three looks instead of thirteen; a minute."),
) -> None:
    """Every page and dialog in both languages and themes, at 100 and 200 %, from 1024×700 to 4K; many minutes."""
    from checkin_desktop.startup.screenshots import take_screenshots

    count = take_screenshots(out, few)
    say(context_of(context).words.say("cli-screenshots-done", count=count, folder=str(out.resolve())))


def doctor(context: typer.Context, as_json: bool = typer.Option(False, "--json")) -> None:
    """What works on this computer, and what to do about what does not."""
    from checkin_desktop.startup.doctor import examine

    shared = context_of(context)
    path = Path(shared.event) if shared.event else last_event()
    findings = examine(path)
    if as_json:
        answer(
            {
                "ok": all(f.works for f in findings),
                "checks": [
                    {
                        "check": f.check,
                        "works": f.works,
                        "detail": _detail(f, shared.words),
                        "advice": None if f.works else shared.words.say(f"doctor-{f.check}-advice"),
                    }
                    for f in findings
                ],
            }
        )
        return
    for f in findings:
        mark = "✓" if f.works else "✗"
        say(f"{mark} {shared.words.say(f'doctor-{f.check}')}: {_detail(f, shared.words)}")
        if not f.works:
            say(f"   {shared.words.say(f'doctor-{f.check}-advice')}")


def _detail(finding: "Finding", words: Words) -> str:
    trouble = finding.trouble
    return words.say(trouble.sentence, **trouble.arguments) if trouble else finding.detail
