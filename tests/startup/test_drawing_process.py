"""Batches drawn in a process of their own: the same pages and errors, nothing lost when it dies, nothing left over."""

import os
import pickle
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_desktop.documents.certificate import draw_pages
from checkin_desktop.documents.fonts import MissingGlyph
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.certificate_register import register_audit
from checkin_desktop.services.certificates import issue, sample_face
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.startup.drawing_process import Drawing
from support.desks import Station, found, person

MANY = 45
DESIGN = next(d for d in shipped_templates().values() if d.template.use is TemplateUse.CERTIFICATE)
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks about processes as POSIX does")


@pytest.fixture
def drawing() -> Iterator[Drawing]:
    made = Drawing()
    yield made
    made.close()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    people = [person(f"Persona {n:02d}", f"{60_000_000 + n}") for n in range(MANY)]
    made = found(tmp_path / "event.checkin", people=people)
    yield made
    made.close()


@pytest.fixture
def faces(station: Station) -> list[CertificateFace]:
    return [sample_face(station.desk, f"Persona Ñahui {n}") for n in range(MANY)]


def is_there(process: int) -> bool:
    """Running, or ended and not waited for."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@posix
def test_a_batch_is_drawn_elsewhere_as_it_is_here(drawing: Drawing, faces: list[CertificateFace]) -> None:
    few = faces[:3]
    assert drawing(DESIGN.template, few, DESIGN.images) == draw_pages(DESIGN.template, few, DESIGN.images)
    assert drawing.process_id is None
    assert drawing(DESIGN.template, faces, DESIGN.images) == draw_pages(DESIGN.template, faces, DESIGN.images)
    process = drawing.process_id
    assert process is not None
    assert is_there(process)
    drawing.close()
    assert not is_there(process)
    assert drawing(DESIGN.template, faces, DESIGN.images)


def test_what_cannot_be_drawn_elsewhere_is_refused_as_it_is_here(
    drawing: Drawing, faces: list[CertificateFace]
) -> None:
    bad = [*faces, replace(faces[0], name="Ana ☃ Paz")]
    told = []
    draws: list[Callable[..., object]] = [drawing, draw_pages]
    for draw in draws:
        with pytest.raises(MissingGlyph) as refusal:
            draw(DESIGN.template, bad, DESIGN.images)
        told.append((refusal.value.sentence, refusal.value.arguments, refusal.value.args))
    assert told[0] == told[1]
    assert len(list(drawing(DESIGN.template, faces, DESIGN.images))) == MANY


@posix
def test_a_batch_whose_process_is_killed_is_drawn_here(drawing: Drawing, station: Station) -> None:
    ids, processes = [a.id for a in station.people()], set[int | None]()

    def killed(done: int, _total: int) -> bool:
        processes.add(drawing.process_id)
        if done and (process := drawing.process_id):
            os.kill(process, signal.SIGKILL)
        return True

    desk = replace(station.desk, draw=drawing)
    assert issue(desk, ids, exception_reason="vino", progress=killed) == tuple(ids)
    assert len(processes - {None}) == 1
    (mine,) = register_audit(station.desk)
    assert (mine.issued, mine.sound) == (MANY, True)


SCRIPT = """
import sys
from pathlib import Path
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.certificates import sample_face
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.startup.events import open_event

if __name__ == "__main__":
    design = next(d for d in shipped_templates().values() if d.template.use is TemplateUse.CERTIFICATE)
    with open_event(Path(sys.argv[1])) as opened:
        opened.desk.draw(design.template, [sample_face(opened.desk, "Ana")] * 25, design.images)
        print(opened.drawing.process_id, flush=True)
        sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("ends", ["killed", "closed"])
def test_nothing_is_left_of_it_when_the_program_ends_and_it_has_no_window(
    station: Station, tmp_path: Path, home: Path, ends: str
) -> None:
    station.close()
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, str(script), str(station.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert running.stdin is not None
    assert running.stdout is not None
    process = int(running.stdout.readline())
    mapped = Path(f"/proc/{process}/maps").read_text()
    assert "reportlab" in mapped or "pikepdf" in mapped
    assert "PySide6" not in mapped
    watched = os.pidfd_open(process)
    if ends == "killed":
        running.kill()
    running.stdin.close()
    running.stdout.close()
    running.wait(30)
    assert ended(watched)
    os.close(watched)


def ended(descriptor: int) -> bool:
    """Whether the process ends within half a minute."""
    return bool(select.select([descriptor], [], [], 30)[0])


def test_an_error_for_people_crosses_processes_whole() -> None:
    error = PersonFacingError("certificates-not-our-number", number=3)
    back = pickle.loads(pickle.dumps(error))
    assert (back.sentence, back.arguments, back.args) == (error.sentence, error.arguments, error.args)
