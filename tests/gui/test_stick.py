"""The stick that is noticed, offered, kept up to date by itself, pulled, full and plugged in again: real files."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_desktop.gui.drives import Drive
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.shell.stick_banner import StickBanner
from checkin_desktop.gui.stick_keeper import REFRESH_EVERY_S, Phase, StickKeeper
from checkin_desktop.replication import durable
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import checkpoints, event_info
from checkin_desktop.services.exchange import exchange_bundle, set_passphrase
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.startup.events import OpenEvent, join_event

SECRET = "tambo 2026"


class Plugs:
    """The drives plugged in now, and the time that the keeper is told."""

    def __init__(self, folder: Path) -> None:
        self.stick = folder / "KINGSTON"
        self.stick.mkdir()
        self.inside = folder / "away"
        self.plugged = True
        self.now = 0.0

    def __call__(self) -> tuple[Drive, ...]:
        return (Drive(self.stick, "KINGSTON"),) if self.plugged else ()

    def pull(self) -> None:
        self.stick.rename(self.inside)
        self.plugged = False

    def plug_in(self) -> None:
        self.inside.rename(self.stick)
        self.plugged = True


@pytest.fixture
def plugs(home: Path) -> Plugs:
    return Plugs(home)


@pytest.fixture
def other(event: OpenEvent, plugs: Plugs, home: Path) -> Iterator[OpenEvent]:
    """A second desk, and the bundle by which it joined on the stick."""
    set_passphrase(event.desk, SECRET)
    bundle = plugs.stick / "encuentro.intercambio"
    exchange_bundle(event.desk, BundleFiles(), bundle, None)
    opened, _ = join_event(bundle, SECRET, path=home / "other.checkin", station_name="Mesa 2")
    with opened:
        yield opened


@pytest.fixture
def keeper(context: Context, plugs: Plugs) -> StickKeeper:
    return StickKeeper(context, plugs, lambda: plugs.now)


@pytest.fixture
def look(keeper: StickKeeper, settled: Callable[[], None]) -> Callable[[], StickKeeper]:
    def looked() -> StickKeeper:
        keeper.look()
        settled()
        return keeper

    return looked


def admit(opened: OpenEvent, number: int) -> None:
    people = roster(opened.desk)
    admit_attendee(opened.desk, people[number].attendee.id, checkpoints(opened.desk)[0].id)


def taken_in(opened: OpenEvent, bundle: Path) -> int:
    return exchange_bundle(opened.desk, BundleFiles(), bundle, None).received


def test_a_stick_with_this_event_is_offered_and_taken_with_one_click(
    context: Context,
    keeper: StickKeeper,
    plugs: Plugs,
    other: OpenEvent,
    look: Callable[[], StickKeeper],
    qtbot: QtBot,
) -> None:
    banner = StickBanner(context.language, context.theme, keeper)
    qtbot.addWidget(banner)
    look()
    assert keeper.state.phase is Phase.OFFERED
    assert not banner.isHidden()
    assert "KINGSTON" in banner.text.text()
    with qtbot.waitSignal(keeper.exchanged) as told:
        qtbot.mouseClick(banner.go, Qt.MouseButton.LeftButton)
    assert told.args[0].received == 1
    assert keeper.state.phase is Phase.KEPT
    assert banner.isHidden()
    assert context.preferences().bundle == str(plugs.stick / "encuentro.intercambio")


def test_refused_it_is_not_offered_again_until_it_is_plugged_in_anew(
    keeper: StickKeeper, plugs: Plugs, other: OpenEvent, look: Callable[[], StickKeeper]
) -> None:
    look().refuse()
    assert look().state.phase is Phase.NONE
    plugs.pull()
    assert look().state.phase is Phase.NONE
    plugs.plug_in()
    assert look().state.phase is Phase.OFFERED


def test_other_sticks_are_left_alone(
    keeper: StickKeeper, plugs: Plugs, event: OpenEvent, look: Callable[[], StickKeeper]
) -> None:
    assert look().state.phase is Phase.NONE
    (plugs.stick / "carta.intercambio").write_text("no es un intercambio")
    assert look().state.phase is Phase.NONE
    assert sorted(p.name for p in plugs.stick.iterdir()) == ["carta.intercambio"]


def test_kept_up_to_date_every_two_minutes_both_ways(
    keeper: StickKeeper,
    plugs: Plugs,
    event: OpenEvent,
    other: OpenEvent,
    look: Callable[[], StickKeeper],
    settled: Callable[[], None],
) -> None:
    bundle = plugs.stick / "encuentro.intercambio"
    look().accept()
    settled()
    admit(event, 0)
    look()
    assert taken_in(other, bundle) == 0
    plugs.now += REFRESH_EVERY_S
    look()
    assert taken_in(other, bundle) == 1
    admit(other, 1)
    exchange_bundle(other.desk, BundleFiles(), bundle, None)
    plugs.now += REFRESH_EVERY_S
    look()
    assert event_info(event.desk).admitted == 2
    before = bundle.stat().st_mtime_ns
    plugs.now += REFRESH_EVERY_S
    look()
    assert bundle.stat().st_mtime_ns == before


def test_pulled_and_plugged_in_again_it_goes_on_by_itself(
    keeper: StickKeeper,
    plugs: Plugs,
    event: OpenEvent,
    other: OpenEvent,
    look: Callable[[], StickKeeper],
    settled: Callable[[], None],
    notes: list[str],
) -> None:
    look().accept()
    settled()
    plugs.pull()
    assert look().state.phase is Phase.PULLED
    assert keeper.state.done_at is not None
    plugs.now += REFRESH_EVERY_S
    assert look().state.phase is Phase.PULLED
    assert not plugs.stick.exists()
    assert notes == []
    admit(event, 0)
    plugs.plug_in()
    assert look().state.phase is Phase.KEPT
    assert taken_in(other, plugs.stick / "encuentro.intercambio") == 1


def test_a_full_stick_is_told_and_works_again_once_there_is_room(
    keeper: StickKeeper,
    plugs: Plugs,
    event: OpenEvent,
    other: OpenEvent,
    look: Callable[[], StickKeeper],
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bundle = plugs.stick / "encuentro.intercambio"
    look().accept()
    settled()
    admit(event, 0)
    before = bundle.read_bytes()
    real = shutil.disk_usage(plugs.stick)
    with monkeypatch.context() as full:
        full.setattr(durable.shutil, "disk_usage", lambda _: real._replace(free=100))
        plugs.now += REFRESH_EVERY_S
        assert look().state.phase is Phase.FAILED
    assert keeper.state.trouble is not None
    assert keeper.state.trouble.sentence == "exchange-no-room"
    assert bundle.read_bytes() == before
    plugs.now += REFRESH_EVERY_S
    assert look().state.phase is Phase.KEPT
    assert taken_in(other, bundle) == 1


def test_a_file_exchanged_by_hand_is_the_one_that_is_kept(
    context: Context,
    keeper: StickKeeper,
    plugs: Plugs,
    event: OpenEvent,
    other: OpenEvent,
    look: Callable[[], StickKeeper],
) -> None:
    bundle = plugs.stick / "encuentro.intercambio"
    exchange_bundle(event.desk, BundleFiles(), bundle, None)
    context.session.bundle_used.emit(bundle)
    assert look().state.phase is Phase.KEPT
    admit(event, 0)
    plugs.now += REFRESH_EVERY_S
    look()
    assert taken_in(other, bundle) == 1
