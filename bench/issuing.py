"""A batch of certificates issued and drawn as one print file, while people are checked in at the same desk.

`python bench/issuing.py [HOW_MANY]`. Printed: how long the batch held the writer, and how long a check-in took during
it, beside the same check-ins with nothing else under way. Each answer comes from the services, as in the window: the
batch in one thread, the door in another, one event file.
"""

import gc
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.people import Attendee, DocumentKind, Person
from checkin_desktop.services.certificate_register import register_audit
from checkin_desktop.services.certificates import certificate_faces, issue
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.found_event import entrances
from checkin_desktop.startup.drawing_process import Drawing
from checkin_desktop.storage.event_file import EventFile
from checkin_desktop.words import load_words
from support.desks import DAYS, Station, found

AT_THE_DOOR = 400
PACE_S = 0.03
GIVEN = ("María del Carmen", "Ana", "Juan de Dios", "Zoë", "Íñigo")
SURNAMES = ("Ñahui Quispe", "Paz", "Condori Mamani", "Huamán Rojas", "Choque")


class Timed:
    """An event file that notes how long each unit of work held the writer, in ms, and of that on the processor."""

    def __init__(self, file: EventFile) -> None:
        self._file, self.holds, self.busy = file, list[float](), list[float]()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    @contextmanager
    def unit(self) -> Iterator[Any]:
        with self._file.unit() as unit:
            begun, busy = time.perf_counter(), time.thread_time()
            yield unit
        self.holds.append((time.perf_counter() - begun) * 1000)
        self.busy.append((time.thread_time() - busy) * 1000)


def crowd(count: int) -> list[Person]:
    return [
        Person(
            GIVEN[n % len(GIVEN)],
            f"{SURNAMES[n // 5 % len(SURNAMES)]} {n}",
            DocumentKind.DNI,
            f"{40_000_000 + n}",
            f"Municipalidad {n % 60}",
        )
        for n in range(count)
    ]


def spoken() -> Checkpoint:
    """A session with ten speakers whom the programme names: finding them in the list costs something."""
    names = tuple(f"{GIVEN[n % 5]} {SURNAMES[n // 2 % 5]} {n}" for n in range(10))
    return Checkpoint("talks", "Ponencias", CheckpointKind.SESSION, DAYS[0], speakers=names)


def at_the_door(station: Station, people: Sequence[Attendee], until: Callable[[], bool]) -> list[float]:
    """One check-in after another at the pace of a queue, in ms each."""
    walls = []
    for somebody in people:
        if until():
            break
        code = station.badge(somebody)
        begun = time.perf_counter()
        check_in(station.desk, code, source=Source.SCANNER)
        walls.append((time.perf_counter() - begun) * 1000)
        time.sleep(PACE_S)
    return walls


def told(walls: list[float]) -> str:
    ordered = sorted(walls)
    shown = [ordered[len(ordered) * share // 100] for share in (50, 95, 99)]
    return "   ".join(
        f"{name} {ms:7.2f} ms"
        for name, ms in zip(("p50", "p95", "p99", "max"), (*shown, ordered[-1]), strict=True)
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    gc.disable()  # as in the window, where garbage is collected on its own thread (gui/garbage.py)
    with tempfile.TemporaryDirectory() as folder:
        points = (*entrances(DAYS, ("Día 1", "Día 2")), spoken())
        station = found(
            Path(folder) / "event.checkin", people=crowd(count + 2 * AT_THE_DOOR), checkpoints=points
        )
        everybody = sorted(station.people(), key=lambda a: a.person.document)
        earned, queue = everybody[:count], everybody[count:]
        for day in DAYS:
            for somebody in earned:
                admit_attendee(station.desk, somebody.id, f"day-{day.isoformat()}", day_confirmed=True)
        idle = at_the_door(station, queue[:AT_THE_DOOR], lambda: False)
        timed = Timed(station.file)
        drawing = Drawing()
        desk = replace(station.desk, store=timed, draw=drawing)  # type: ignore[arg-type]
        issue(
            desk, [a.id for a in earned[:20]]
        )  # fonts cut, template laid down: once, as in a program that stays open
        timed.holds.clear()
        timed.busy.clear()
        seconds: list[float] = []
        pdf: list[bytes] = []

        def batch() -> None:
            for work in (
                lambda: issue(desk, [a.id for a in earned]),
                lambda: pdf.append(
                    draw_certificates(certificate_faces(desk, [a.id for a in earned]), load_words("es"))
                ),
            ):
                begun = time.perf_counter()
                work()
                seconds.append(time.perf_counter() - begun)

        thread = threading.Thread(target=batch)
        thread.start()
        busy = at_the_door(station, queue[AT_THE_DOOR:], lambda: not thread.is_alive())
        thread.join()
        (mine,) = register_audit(station.desk)
        print(f"{mine.issued} issued in {seconds[0]:.1f} s, sound: {mine.sound}")
        print(f"one print file in {seconds[1]:.1f} s, {len(pdf[0]) // 1000} KB")
        print(f"the writer was held {len(timed.holds)} times: {told(timed.holds)}")
        print(f"    of that on the processor: {told(timed.busy)}")
        print(f"check-in, nothing else under way ({len(idle)}): {told(idle)}")
        print(f"check-in during the batch        ({len(busy)}): {told(busy)}")
        print(f"ratio of the medians: {sorted(busy)[len(busy) // 2] / sorted(idle)[len(idle) // 2]:.1f}×")
        drawing.close()
        station.close()


if __name__ == "__main__":
    main()
