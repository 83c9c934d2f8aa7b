"""The organisations on the organiser's page: joined, separated, named, and given the region that they are from."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.support.event_page import modal, page, press, two_spellings

from checkin_desktop.domain.people import Person
from checkin_desktop.gui.design.dialogs import Question
from checkin_desktop.gui.design.rows import choose
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event import EventPage
from checkin_desktop.gui.pages.event.organisation_dialogs import (
    EditOrganisation,
    MergeOrganisations,
    RegionOfSeveral,
)
from checkin_desktop.gui.pages.event.organisations import Shown
from checkin_desktop.services.organisations import merge_organisations, organisations, rename_organisation

__all__ = ["page"]

Settle = Callable[[], None]


@pytest.fixture
def people(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return two_spellings(people)


def test_two_spellings_become_one_and_get_a_name(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    card = page.overview.organisations
    ids = {o.name: o.id for o in organisations(context.desk)}
    both = ("Mancomunidad Costa Norte", "Mancom. Costa Norte")
    assert not card.merge.isEnabled()
    card.search.setText("costa")
    assert card.rows.rowCount() == 2
    choose(card.view, card.rows, [ids[name] for name in both])
    press(qtbot, card.merge)
    asked = modal(qtbot, MergeOrganisations)
    assert isinstance(asked, MergeOrganisations)
    next(b for b in asked.names.buttons() if b.text().startswith("Mancomunidad")).setChecked(True)
    press(qtbot, asked.go)
    settled()
    [line] = [o for o in organisations(context.desk) if "Costa" in o.name]
    assert (line.name, line.expected, line.aliases) == (both[0], 2, (both[1],))
    qtbot.waitUntil(lambda: card.rows.rowCount() == 1)

    choose(card.view, card.rows, [line.id])
    press(qtbot, card.edit)
    edited = modal(qtbot, EditOrganisation)
    assert isinstance(edited, EditOrganisation)
    edited.name.setText(" ")
    assert not edited.go.isEnabled()
    edited.name.setText("Mancomunidad Municipal Costa Norte")
    edited.region.setText("Piura")
    press(qtbot, edited.go)
    settled()
    [line] = [o for o in organisations(context.desk) if "Costa" in o.name]
    assert (line.name, line.region) == ("Mancomunidad Municipal Costa Norte", "Piura")


def test_what_was_joined_by_mistake_is_separated_again(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    card = page.overview.organisations
    ids = {o.name: o.id for o in organisations(context.desk)}
    before = organisations(context.desk)
    merge_organisations(
        context.desk,
        ids["Mancomunidad Los Andes"],
        [ids["Mancomunidad Río Chira"], ids["Mancom. Costa Norte"]],
    )
    page.refresh()
    settled()
    choose(card.view, card.rows, [ids["Mancomunidad Los Andes"]])
    press(qtbot, card.part)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.yes)
    settled()
    assert organisations(context.desk) == before


def test_regions_that_lack_are_given_to_several_and_by_what_names_say(
    page: EventPage, context: Context, qtbot: QtBot, settled: Settle
) -> None:
    card, desk = page.overview.organisations, context.desk
    ids = {o.name: o.id for o in organisations(desk)}
    for name, said in (
        ("Mancomunidad Los Andes", "Mancomunidad Los Andes de Ayacucho"),
        ("Mancomunidad Río Chira", "Mancomunidad Río Chira"),
        ("Mancomunidad Selva Central", "Mancomunidad Selva Central"),
    ):
        rename_organisation(desk, ids[name], said, "")
    page.refresh()
    settled()
    card.which.show_value(Shown.ALIKE)
    card.which.chosen.emit(Shown.ALIKE)
    assert {line.name for line in card.rows.rows} == {"Mancomunidad Costa Norte", "Mancom. Costa Norte"}
    card.which.show_value(Shown.NO_REGION)
    card.which.chosen.emit(Shown.NO_REGION)
    assert card.rows.rowCount() == 3
    press(qtbot, card.propose)
    question = modal(qtbot, Question)
    assert isinstance(question, Question)
    press(qtbot, question.yes)
    settled()
    qtbot.waitUntil(lambda: card.rows.rowCount() == 2)
    choose(card.view, card.rows, [line.id for line in card.rows.rows])
    press(qtbot, card.edit)
    asked = modal(qtbot, RegionOfSeveral)
    assert isinstance(asked, RegionOfSeveral)
    asked.region.setText("Piura")
    press(qtbot, asked.go)
    settled()
    now = {o.name: o.region for o in organisations(desk)}
    assert now["Mancomunidad Los Andes de Ayacucho"] == "Ayacucho"
    assert now["Mancomunidad Río Chira"] == now["Mancomunidad Selva Central"] == "Piura"
