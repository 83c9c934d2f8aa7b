"""What an empty list says stands whole in it."""

import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.design.empty_note import EmptyNote


@pytest.mark.parametrize("high", [300, 70])
def test_it_is_whole_in_a_low_list_too(qtbot: QtBot, high: int) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    view.resize(300, high)
    note = EmptyNote(view)
    note.setText("Nobody has a PIN yet. Press “Add somebody” and begin with an organiser.")
    view.show()
    assert note.isVisible()
    assert note.heightForWidth(note.width()) <= note.height()
