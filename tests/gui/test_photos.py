"""Portraits on the people page: one from a file, many from a folder; notes beside them."""

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.services.find_attendee import search
from support.people_page import Settled, people_page

__all__ = ["people_page"]


def _file(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (90, 120), "#335577").save(folder / name)
    return folder / name


def test_one_photo_is_attached_shown_and_taken_off(
    people_page: PeoplePage, context: Context, settled: Settled, tmp_path: Path
) -> None:
    pedro = search(context.desk, "zarate")[0].attendee
    people_page.show_person(pedro.id)
    people_page.presenter.attach_photo(pedro.id, _file(tmp_path, "foto.png"))
    settled()
    people_page.refresh()
    settled()
    assert people_page.card.portrait.isVisible()
    people_page.presenter.attach_photo(pedro.id, None)
    settled()
    assert search(context.desk, "zarate")[0].attendee.person.photo == ""


def test_a_folder_of_photos_is_attached_by_document_and_the_rest_is_named(
    people_page: PeoplePage, context: Context, settled: Settled, tmp_path: Path, notes: list[str]
) -> None:
    for name in ("40112236.jpg", "01234567.png", "99999999.jpg"):
        _file(tmp_path / "fotos", name)
    people_page.presenter.attach_many(tmp_path / "fotos")
    settled()
    settled()
    assert search(context.desk, "zarate")[0].attendee.person.photo
    assert search(context.desk, "lucia")[0].attendee.person.photo
    assert "99999999" in notes[-1]


def test_a_picture_that_is_none_is_refused_in_words(
    people_page: PeoplePage, context: Context, settled: Settled, tmp_path: Path, notes: list[str]
) -> None:
    bad = tmp_path / "foto.jpg"
    bad.write_bytes(b"nothing")
    people_page.presenter.attach_photo(search(context.desk, "zarate")[0].attendee.id, bad)
    settled()
    assert notes == ["photo-unusable"]


def test_a_note_is_written_in_the_form_and_shown(
    people_page: PeoplePage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    pedro = search(context.desk, "zarate")[0].attendee
    people_page.show_person(pedro.id)
    settled()
    people_page._edit(people_page.card.shown)
    qtbot.keyClicks(people_page.form_pane.form.fields["note"], "Avisar a protocolo")
    people_page.form_pane.save_button.click()
    settled()
    assert search(context.desk, "zarate")[0].attendee.person.note == "Avisar a protocolo"
