"""Every command there is, a module for each group of them."""

import typer

from checkin_desktop.cli import (
    certificates,
    checking,
    data,
    desk,
    exchange,
    hub,
    journal,
    mail,
    meetings,
    paper,
    programs,
    templates,
    verification,
)


def add_commands(app: typer.Typer) -> None:
    """Once: where they were added already nothing happens."""
    if app.registered_commands:
        return
    for room in (
        desk,
        data,
        paper,
        checking,
        certificates,
        verification,
        exchange,
        journal,
        mail,
        meetings,
        templates,
        hub,
        programs,
    ):
        room.add_to(app)
