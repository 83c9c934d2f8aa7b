"""What is locked stays, the fixed words' language, letters that can't be printed, pictures from other programs."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.template import Code, Picture, PictureSource, Template, TemplateUse, Text
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer import DesignerPage
from checkin_desktop.gui.pages.designer.editing import Rect, rect_of
from checkin_desktop.gui.pages.designer.rendering import filled_for
from checkin_desktop.services.photos import attach_photo
from checkin_desktop.services.template_samples import Sample
from checkin_desktop.services.templates import template, templates
from checkin_desktop.wire.templates import template_from, template_hash, template_json

from .conftest import Settled

NAME, CODE = Text(40, 80, 200, 20, "{name}", size=24), Code(240, 150)
TWO = Template("Dos", TemplateUse.CERTIFICATE, 297, 210, (NAME, CODE))


@pytest.fixture
def page(context: Context, qtbot: QtBot, settled: Settled) -> Iterator[DesignerPage]:
    made = DesignerPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    made.refresh()
    made.design.begin(TWO, {})
    made.show_editor()
    settled()
    yield made
    made.leave()
    made.design.drop_draft()
    QGuiApplication.clipboard().clear()


_HELD = Qt.KeyboardModifier.ControlModifier
_LOCKS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(
    page: DesignerPage,
    key: Qt.Key,
    settled: Settled,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    page.editor.canvas.setFocus()
    QTest.keyClick(page.editor.canvas, key, held)
    settled()


def test_what_is_locked_is_neither_moved_nor_deleted_until_it_is_unlocked(
    page: DesignerPage, context: Context, settled: Settled
) -> None:
    design = page.design
    design.choose(frozenset({0}))
    press(page, Qt.Key.Key_L, settled, _LOCKS)
    assert design.template.elements[0].locked
    assert page.editor.properties.field("locked").editor.isChecked()  # type: ignore[attr-defined]
    assert not page.editor.properties.field("x").isEnabled()
    press(page, Qt.Key.Key_Right, settled)
    press(page, Qt.Key.Key_Delete, settled)
    design.choose(frozenset({0, 1}))
    design.place(0, Rect(0, 0, 50, 50))
    design.set_field("x", 1.0)
    assert rect_of(design.template.elements[0]) == rect_of(NAME)
    assert design.template.elements[1].x == 1.0
    design.choose(frozenset({0, 1}))
    press(page, Qt.Key.Key_Delete, settled)
    assert [type(e) for e in design.template.elements] == [Text]
    design.choose(frozenset({0}))
    design.set_field("text", "Otro")  # what it says is not its place
    press(page, Qt.Key.Key_L, settled, _LOCKS)
    press(page, Qt.Key.Key_Delete, settled)
    assert design.template.elements == ()


def test_a_lock_is_kept_and_a_template_without_one_keeps_its_hash(
    page: DesignerPage, context: Context, settled: Settled
) -> None:
    locked = replace(TWO, elements=(replace(NAME, locked=True), CODE))
    assert template_from(template_json(locked)) == locked
    assert b"locked" not in template_json(TWO)
    assert template_hash(TWO) == "fc59ae8b06e727d5ad5773acfafb941909bbca1aa0b9ee3b9259b04dd9424320"
    page.design.change(locked)
    page.save()
    settled()
    (saved,) = [s for s in templates(context.desk) if not s.shipped]
    assert template(context.desk, saved.id).stored.template == locked


def test_a_drag_leaves_what_is_locked(page: DesignerPage, settled: Settled) -> None:
    page.design.change(replace(TWO, elements=(replace(NAME, locked=True), CODE)))
    settled()
    canvas = page.editor.canvas
    start, end = canvas.at(100, 90).toPoint(), canvas.at(120, 110).toPoint()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    settled()
    assert rect_of(page.design.template.elements[0]) == rect_of(NAME)


def test_the_language_of_the_fixed_words_is_chosen_on_the_page(
    page: DesignerPage, context: Context, settled: Settled
) -> None:
    choice = page.editor.page_panel.language
    heading = replace(TWO, elements=(Text(40, 20, 200, 20, "{heading}"),))
    page.design.change(heading)
    assert [choice.itemText(n) for n in range(choice.count())] == ["El del evento", "Español", "Inglés"]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    settled()
    assert page.design.template.language == "en"
    said = filled_for(context, page.design.template, Sample.EXAMPLE).texts
    assert "CERTIFICATE" in said.values()
    page.design.undo()
    settled()
    assert choice.currentText() == "El del evento"


def test_letters_that_can_not_be_printed_are_shown_at_their_element(
    page: DesignerPage, settled: Settled, qtbot: QtBot
) -> None:
    wrong = replace(TWO, elements=(NAME, Text(40, 20, 200, 20, "Bienvenidos 你好"), CODE))
    page.design.change(wrong, frozenset({1}))
    with qtbot.waitSignal(page.editor.rendering.ready, timeout=20_000):
        settled()
    settled()
    properties, elements = page.editor.properties, page.editor.elements
    assert properties.faults.isVisible()
    assert "你" in properties.faults.text()
    marked = [
        elements.item(row).text() for row in range(elements.count()) if "⚠" in elements.item(row).text()
    ]
    assert len(marked) == 1
    assert "Bienvenidos" in marked[0]
    page.design.choose(frozenset({0}))
    settled()
    assert not properties.faults.isVisible()


def test_a_picture_that_another_program_copied_is_pasted(page: DesignerPage, settled: Settled) -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 150), "#7A1F5C").save(out, "PNG")
    QGuiApplication.clipboard().setImage(QImage.fromData(out.getvalue()))
    press(page, Qt.Key.Key_V, settled, _HELD)
    new = page.design.template.elements[-1]
    assert isinstance(new, Picture)
    assert new.image in page.design.images
    assert new.width / new.height == pytest.approx(2, rel=0.05)
    page.design.choose(frozenset({0}))
    press(page, Qt.Key.Key_C, settled, _HELD)  # newer than the picture
    press(page, Qt.Key.Key_V, settled, _HELD)
    assert isinstance(page.design.template.elements[-1], Text)


def test_a_badge_is_tried_on_with_the_portrait_of_its_holder(page: DesignerPage, context: Context) -> None:
    out = io.BytesIO()
    Image.new("RGB", (120, 150), "#2F6B2F").save(out, "JPEG")
    with context.desk.store.read() as reads:
        people = reads.people.all()
    longest = max(people, key=lambda a: (len(a.name), a.name))
    attach_photo(context.desk, longest.id, out.getvalue())
    badge = Template("Gafete", TemplateUse.BADGE, 100, 140, (Picture(10, 10, 40, 50, PictureSource.PHOTO),))
    assert filled_for(context, badge, Sample.LONGEST).photo == out.getvalue()
