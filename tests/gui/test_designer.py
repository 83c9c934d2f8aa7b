"""The designer's page with real mouse and keys: the first path, the canvas, keeping, using, bringing and sending."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.template import Box, Code, Template, TemplateUse, Text
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer import DesignerPage
from checkin_desktop.gui.pages.designer.dialogs import LeaveDialog, UseDialog
from checkin_desktop.gui.pages.designer.editing import Rect, rect_of
from checkin_desktop.gui.pages.designer.starting import New
from checkin_desktop.services.template_samples import Sample
from checkin_desktop.services.templates import StoredTemplate, choices, save_template, templates

from .conftest import Settled

TWO = Template(
    "Dos", TemplateUse.CERTIFICATE, 297, 210, (Text(40, 80, 200, 20, "{name}", size=24), Code(240, 150))
)


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> Iterator[DesignerPage]:
    made = DesignerPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    made.refresh()
    yield made
    made.leave()
    made.design.drop_draft()


@pytest.fixture
def background(tmp_path: Path) -> Path:
    path = tmp_path / "Fondo_institucional.png"
    Image.new("RGB", (1754, 1240), "#EEF2F7").save(path)
    return path


def own(context: Context) -> list[StoredTemplate]:
    return [s for s in templates(context.desk) if not s.shipped]


def drag(page: DesignerPage, start: tuple[float, float], end: tuple[float, float], settled: Settled) -> None:
    """With the left button, over millimetres of the page."""
    canvas = page.editor.canvas
    a, b = canvas.at(*start).toPoint(), canvas.at(*end).toPoint()
    half = QPoint((a.x() + b.x()) // 2, (a.y() + b.y()) // 2)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=a)
    QTest.mouseMove(canvas.viewport(), half)
    QTest.mouseMove(canvas.viewport(), b)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=b)
    settled()


def edit(page: DesignerPage, template: Template, settled: Settled) -> None:
    page.design.begin(template, {})
    page.show_editor()
    settled()


def dialog(page: DesignerPage, kind: type[QDialog]) -> QDialog:
    found = [d for d in page.findChildren(kind) if d.isVisible()]
    assert found, kind
    return found[-1]


def test_the_first_path_from_a_finished_page_to_the_one_that_is_used(
    page: DesignerPage, context: Context, background: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.start_from_page(background, TemplateUse.CERTIFICATE)
    settled()
    assert page.editing
    assert (page.design.template.width, page.design.template.height) == (297, 210)
    drag(page, (60, 85), (240, 108), settled)
    drag(page, (235, 150), (265, 180), settled)
    name, code = page.design.template.elements[:2]
    assert isinstance(name, Text)
    assert isinstance(code, Code)
    assert rect_of(name).x == pytest.approx(60, abs=1)
    assert code.side == pytest.approx(30, abs=1)
    qtbot.mouseClick(page.editor.steps.done, Qt.MouseButton.LeftButton)
    settled()
    asked = dialog(page, UseDialog)
    assert isinstance(asked, UseDialog)
    asked.boxes[""].setChecked(True)
    qtbot.mouseClick(asked.take, Qt.MouseButton.LeftButton)
    settled()
    made = own(context)
    assert [s.template.name for s in made] == ["Fondo institucional"]
    assert choices(context.desk) == {(TemplateUse.CERTIFICATE, ""): made[0].id}


def test_without_a_mouse_the_steps_put_things_in_their_usual_places(
    page: DesignerPage, background: Path, settled: Settled, qtbot: QtBot
) -> None:
    page.start_from_page(background, TemplateUse.CERTIFICATE)
    settled()
    for _ in range(2):
        qtbot.keyClick(page.editor.steps.usual, Qt.Key.Key_Space)
        settled()
    assert page.editor.steps.done.isVisible()
    assert not page.design.faults


def test_dragging_moves_an_element_snaps_to_the_middle_and_is_undone(
    page: DesignerPage, settled: Settled, qtbot: QtBot
) -> None:
    edit(page, TWO, settled)
    drag(page, (140, 90), (149.2, 140), settled)
    moved = rect_of(page.design.template.elements[0])
    assert moved.middle[0] == pytest.approx(148.5, abs=0.01), "snapped to the page's middle"
    assert moved.y == pytest.approx(130, abs=1)
    assert page.design.chosen == {0}
    qtbot.keyClick(page.editor.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.design.template == TWO
    qtbot.keyClick(page.editor.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert rect_of(page.design.template.elements[0]) == moved


def test_a_handle_makes_it_larger_and_a_code_stays_square(page: DesignerPage, settled: Settled) -> None:
    edit(page, TWO, settled)
    page.design.choose(frozenset({1}))
    drag(page, (270, 180), (278, 184), settled)
    code = page.design.template.elements[1]
    assert isinstance(code, Code)
    assert code.side == pytest.approx(38, abs=1)
    assert (code.x, code.y) == (240, 150)


def test_a_click_reaches_what_stands_before_a_large_chosen_one(page: DesignerPage, settled: Settled) -> None:
    edit(page, replace(TWO, elements=(Box(5, 5, 287, 200, stroke="#1F4E79"), *TWO.elements)), settled)
    page.design.choose(frozenset({0}))
    canvas = page.editor.canvas
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.at(140, 90).toPoint())
    assert page.design.chosen == {1}
    page.design.choose(frozenset({0}))
    drag(page, (140, 90), (143, 90), settled)
    assert page.design.template.elements[0].x == pytest.approx(8, abs=2.5), (
        "what is chosen is dragged from behind"
    )
    assert page.design.template.elements[1] == TWO.elements[0]


def test_arrows_move_by_a_millimetre_and_finely_with_control(
    page: DesignerPage, settled: Settled, qtbot: QtBot
) -> None:
    edit(page, TWO, settled)
    page.design.choose(frozenset({0, 1}))
    canvas = page.editor.canvas
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [(e.x, e.y) for e in page.design.template.elements] == [(43, 80.1), (243, 150.1)]
    page.design.undo()
    assert page.design.template == TWO, "nudges in a row are one step"


def test_a_rubber_band_chooses_several_and_they_are_copied_and_removed(
    page: DesignerPage, settled: Settled, qtbot: QtBot
) -> None:
    edit(page, TWO, settled)
    drag(page, (5, 60), (290, 205), settled)
    assert page.design.chosen == {0, 1}
    canvas, control = page.editor.canvas, Qt.KeyboardModifier.ControlModifier
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_C, control)
    qtbot.keyClick(canvas, Qt.Key.Key_V, control)
    assert len(page.design.template.elements) == 4
    assert page.design.chosen == {2, 3}
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert page.design.template.elements == TWO.elements


def test_the_list_and_the_fields_reach_everything_by_keyboard(
    page: DesignerPage, settled: Settled, qtbot: QtBot
) -> None:
    edit(page, TWO, settled)
    page.editor.tabs.setCurrentIndex(1)
    page.editor.elements.setFocus()
    qtbot.keyClick(page.editor.elements, Qt.Key.Key_Down)
    qtbot.keyClick(page.editor.elements, Qt.Key.Key_Down)
    assert page.design.chosen == {0}
    page.editor.tabs.setCurrentIndex(0)
    size = page.editor.properties.field("size").editor
    size.setFocus()
    qtbot.keyClick(size, Qt.Key.Key_Up)
    text = page.design.template.elements[0]
    assert isinstance(text, Text)
    assert text.size == 25
    for name in ("text", "family", "weight", "size", "colour", "x", "width"):
        assert page.editor.properties.field(name).editor.accessibleName()


def test_faults_are_told_beside_the_element_and_keep_it_from_being_used(
    page: DesignerPage, context: Context, settled: Settled
) -> None:
    edit(page, replace(TWO, elements=(Text(10, 10, 90, 9, "{nombre}"),)), settled)
    page.design.choose(frozenset({0}))
    assert "nombre" in page.editor.properties.faults.text()
    assert page.editor.elements.item(0).text().startswith("⚠")
    page.design.save()
    settled()
    page.shelf.choose(page.design.origin.template_id, TemplateUse.CERTIFICATE, frozenset({""}))
    settled()
    assert choices(context.desk) == {}
    assert page.editor.wrong.isVisible()


def test_a_letter_that_the_font_lacks_keeps_it_from_being_used(
    page: DesignerPage, context: Context, settled: Settled
) -> None:
    made = save_template(context.desk, replace(TWO, elements=(Text(10, 10, 90, 9, "名前 {name}"),)), {})
    page.shelf.choose(made, TemplateUse.CERTIFICATE, frozenset({""}))
    settled()
    assert choices(context.desk) == {}
    assert page.library.wrong.text()


def test_the_page_is_tried_on_the_longest_and_the_shortest_name(
    page: DesignerPage, settled: Settled, qtbot: QtBot
) -> None:
    shown: list[str] = []
    page.editor.rendering.ready.connect(lambda made: shown.append(dict(made.filled.texts)["name"]))
    edit(page, TWO, settled)
    qtbot.waitUntil(lambda: bool(shown))
    page.editor.rendering.try_on(Sample.SHORTEST)
    qtbot.waitUntil(lambda: len(shown) > 1)
    assert len(shown[0]) > len(shown[-1])
    qtbot.waitUntil(
        lambda: page.editor.canvas._shown is not None and page.editor.canvas._shown.picture is not None
    )


def test_leaving_asks_and_a_draft_comes_back_after_a_power_cut(
    page: DesignerPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    edit(page, TWO, settled)
    page.design.insert(New.BOX)
    qtbot.mouseClick(page.editor.back, Qt.MouseButton.LeftButton)
    asked = dialog(page, LeaveDialog)
    assert isinstance(asked, LeaveDialog)
    qtbot.mouseClick(asked.stay, Qt.MouseButton.LeftButton)
    assert page.editing
    page.leave()
    settled()
    again = DesignerPage(context)
    qtbot.addWidget(again)
    again.refresh()
    settled()
    assert again.shelf.library.draft is not None
    qtbot.mouseClick(again.library.resume, Qt.MouseButton.LeftButton)
    settled()
    assert again.design.template == page.design.template
    again.design.save()
    settled()
    again.show_library()
    settled()
    assert again.shelf.library.draft is None
    assert [s.template.name for s in own(context)] == ["Dos"]


def test_overwriting_what_is_in_use_asks_first(
    page: DesignerPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    made = save_template(context.desk, TWO, {})
    page.shelf.choose(made, TemplateUse.CERTIFICATE, frozenset({"speaker"}))
    settled()
    page.library.action.emit("edit", made)
    settled()
    page.design.nudge(1, 1)
    page.design.choose_all()
    page.design.nudge(1, 1)
    page.save()
    assert own(context)[0].template == TWO, "nothing is written before the answer"
    qtbot.keyClick(page.editor.canvas, Qt.Key.Key_Escape)


def test_a_design_is_exported_and_brought_in_again(
    page: DesignerPage, context: Context, background: Path, tmp_path: Path, settled: Settled
) -> None:
    page.start_from_page(background, TemplateUse.BADGE)
    settled()
    page.design.insert_name(Rect(20, 20, 100, 12))
    page.design.save()
    settled()
    target = tmp_path / "diseño.zip"
    page.shelf.export(page.design.origin.template_id, target)
    settled()
    page.shelf.bring(target)
    settled()
    one, other = own(context)
    assert one.template == other.template
    (tmp_path / "otra.zip").write_bytes(b"no")
    page.shelf.bring(tmp_path / "otra.zip")
    settled()
    assert page.library.wrong.isVisibleTo(page.library)


def test_an_image_is_put_in_and_replaced_in_its_place(
    page: DesignerPage, tmp_path: Path, settled: Settled
) -> None:
    edit(page, TWO, settled)
    for number, colour in enumerate(("red", "blue")):
        out = io.BytesIO()
        Image.new("RGB", (400, 200), colour).save(out, "PNG")
        path = tmp_path / f"{number}.png"
        path.write_bytes(out.getvalue())
        page.editor.take_picture(path, background=False)
        settled()
    assert len(page.design.template.elements) == 3
    assert page.design.template.images != ()
    assert not page.design.faults
