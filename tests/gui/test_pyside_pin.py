"""The pinned Qt survives a day at the door: 6.12.0 aborts after some thousands of calls that return nothing."""

import sys

import PySide6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 100_000


def test_the_pinned_version_runs() -> None:
    assert PySide6.__version__ == "6.11.3"


def test_a_hundred_thousand_widget_calls_survive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS // 4):
        label.setText(str(number))
        label.setEnabled(number % 2 == 0)
        label.setToolTip("")
        label.update()
    assert label.text() == str(CALLS // 4 - 1)
    assert abs(sys.getrefcount(None) - before) < CALLS // 10, "references to None leak or are dropped"
