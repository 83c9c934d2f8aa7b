"""Settings of this computer that a person tries on the spot: a page on the printer, a sound for each verdict."""

import wave
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Source
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.settings import SettingsPage
from checkin_desktop.gui.sound import Sounds
from checkin_desktop.places import resource
from checkin_desktop.services.ports.printing import JobFate, JobState
from checkin_desktop.words.verdicts import Cue, Tone
from support.cups import Cups, cups, cups_server  # noqa: F401 - fixtures

Settled = Callable[[], None]
LEAST_LOUD, LONGEST_S = 3_000, 1.0


@pytest.fixture
def heard(context: Context) -> list[Tone | Cue]:
    told: list[Tone | Cue] = []
    context.tools = replace(context.tools, play=told.append)
    return told


@pytest.fixture
def page(context: Context, heard: list[Tone | Cue], qtbot: QtBot, settled: Settled) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 710)
    made.show()
    made.refresh()
    settled()
    return made


@pytest.mark.cups
def test_the_test_page_comes_out_of_the_printer_chosen(
    cups: Cups,  # noqa: F811
    page: SettingsPage,
    context: Context,
    qtbot: QtBot,
) -> None:
    before = cups.outputs()
    page.printer.setCurrentIndex(page.printer.findData(cups.default))
    page.printer.activated.emit(page.printer.currentIndex())
    assert context.preferences().printer == cups.default
    with qtbot.waitSignal(page.printer_test.flow.finished, timeout=60_000) as finished:
        qtbot.mouseClick(page.printer_test.go, Qt.MouseButton.LeftButton)
    assert finished.args == [JobFate(JobState.PRINTED)]
    qtbot.waitUntil(lambda: len(cups.outputs() - before) == 1, timeout=30_000)


@pytest.mark.cups
def test_a_printer_without_paper_says_so_at_its_test(
    cups: Cups,  # noqa: F811
    page: SettingsPage,
    context: Context,
    qtbot: QtBot,
) -> None:
    context.change_preferences(replace(context.preferences(), printer=cups.add_queue("sin-papel", "nopaper")))
    said: list[str] = []
    page.printer_test.flow.state_changed.connect(said.append)
    with qtbot.waitSignal(page.printer_test.flow.finished, timeout=60_000):
        qtbot.mouseClick(page.printer_test.go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: any("Sin papel" in text for text in said), timeout=30_000)
        cups.put_paper_in()
    assert said[-1] == "Impreso"


def test_each_sound_is_tried_by_its_button(page: SettingsPage, heard: list[Tone | Cue], qtbot: QtBot) -> None:
    for made in page.tones.values():
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert heard == [*Tone, *Cue]


def test_switched_off_the_desk_is_silent(
    page: SettingsPage, context: Context, heard: list[Tone | Cue], qtbot: QtBot, settled: Settled
) -> None:
    desk = DeskPage(context)
    qtbot.addWidget(desk)
    desk.presenter.scan("NADIE-1", Source.SCANNER)
    settled()
    assert heard == [Tone.REFUSED]
    page.sounds.click()
    desk.presenter.scan("NADIE-2", Source.SCANNER)
    settled()
    assert heard == [Tone.REFUSED]


def test_no_two_sounds_are_alike_and_all_are_short_and_loud() -> None:
    played = {}
    for tone in (*Tone, *Cue):
        with wave.open(str(resource("sounds", f"{tone.value}.wav"))) as sound:
            samples = sound.readframes(sound.getnframes())
            assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
            assert sound.getnframes() / sound.getframerate() <= LONGEST_S
        loudest = max(
            abs(int.from_bytes(samples[i : i + 2], "little", signed=True)) for i in range(0, len(samples), 2)
        )
        assert loudest > LEAST_LOUD, tone
        played[tone] = samples
    for one, other in combinations(played, 2):
        assert played[one] != played[other], (one, other)


def test_a_computer_without_sound_stays_silent_and_goes_on() -> None:
    """Nothing to assert but that every verdict may be played and the program ends."""
    sounds = Sounds()
    for tone in (*Tone, *Cue):
        sounds.play(tone)
    sounds.close()
