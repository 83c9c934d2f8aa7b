"""100,000 people: opened, searched, looked through and added to, and the main thread does none of the work."""

import csv
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.support.main_thread import adapters_watched, main_thread_watched

from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.gui.lanes import Lane
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.importing import ImportPage
from checkin_desktop.services.badges import face_of
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.startup.desk import EventHolder

from .conftest import Program, started
from .people import event_of_today

PEOPLE, LISTED = 100_000, 2_000
SURNAMES = ("Quispe", "Mamani", "Huamán", "Condori", "Ñahui", "Choque", "Vargas", "Rojas")
LONG_MS = 300_000


def crowd() -> tuple[Person, ...]:
    return tuple(
        Person(
            f"Nombre{n % 977}",
            f"{SURNAMES[n % 8]} {SURNAMES[n // 8 % 8]}",
            DocumentKind.DNI,
            f"{40_000_000 + n}",
            f"Municipalidad {n % 400}",
            "Cusco",
        )
        for n in range(PEOPLE)
    )


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "lista.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("Nombres", "Apellidos", "DNI", "Institución"))
        for n in range(LISTED):
            rows.writerow((f"Nueva{n % 89}", SURNAMES[n % 8], f"{60_000_000 + n}", "Municipalidad Nueva"))
    return path


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_the_main_thread_does_none_of_the_work(program: Program, listed: Path) -> None:
    event = event_of_today(people=crowd())
    with main_thread_watched(), adapters_watched():
        program.window.open_path(event)
        program.until(lambda: program.window.event_view is not None, LONG_MS)
        view = program.view
        _idle(program)
        desk, page = view.pages["desk"], view.pages["import"]
        assert isinstance(desk, DeskPage)
        assert isinstance(page, ImportPage)
        for typed in ("q", "qui", "quispe", "quispe nombre12", "40012345", "municipalidad 3"):
            desk.search.setText(typed)
            _idle(program)
            assert desk.hits.count()
        desk.search.clear()
        for name in ("people", "certificates", "dashboard"):
            view.go(name)
            _idle(program)
        view.import_file(listed)
        program.until(lambda: page.stack.currentWidget() is page.review, LONG_MS)
        page.review.start.click()
        program.until(lambda: page.stack.currentWidget() is page.result, LONG_MS)
        _idle(program)
    assert len(roster(view.context.desk)) == PEOPLE + LISTED


class _AtOnce(Executor):
    """On the thread that asks."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def _idle(program: Program) -> None:
    for _ in range(3):
        program.until(lambda: not program.window.lanes.busy, LONG_MS)


@pytest.fixture
def unwatched(home: Path, qtbot: QtBot) -> Iterator[Program]:
    with started(qtbot, EventHolder()) as made:
        yield made


def test_the_hooks_notice_what_they_are_for(unwatched: Program, listed: Path) -> None:
    """The window's own code, made to read a file and to draw where it must not."""
    context = unwatched.open(event_of_today()).context
    someone = roster(context.desk)[0].attendee
    code = face_of(someone, context.desk.store.secrets).code
    lane = Lane(_AtOnce(), lambda _: None, lambda error: None)
    with pytest.raises(AssertionError, match=r"lista\.csv"), main_thread_watched():
        lane.run(lambda: listed.read_text(encoding="utf-8"))
    with pytest.raises(AssertionError, match=r"documents/qr\.py"), adapters_watched():
        lane.run(lambda: context.tools.draw_code(code))
    with pytest.raises(AssertionError, match="BEGIN"), main_thread_watched():
        lane.run(lambda: roster(context.desk))
