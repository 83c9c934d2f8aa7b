"""Real desks on real event files, with clocks that tests turn and randomness that repeats."""

import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.domain.people import Attendee, Category, DocumentKind, Person
from checkin_desktop.keys.event_keys import SealedSecrets, StationKeys, new_event_secrets, new_station_keys
from checkin_desktop.services.badges import face_of
from checkin_desktop.services.desk import Desk, to_ms
from checkin_desktop.services.exchange import continue_as_new_station, join
from checkin_desktop.services.found_event import entrances, found_event
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.services.ports.exchange import BundleContent
from checkin_desktop.services.ports.rosters import RosterReading, RosterRow
from checkin_desktop.storage.event_file import EventFile, create_event_file, open_event_file
from checkin_desktop.storage.tables import PROJECTIONS

LIMA = ZoneInfo("America/Lima")
DAYS = (date(2025, 10, 9), date(2025, 10, 10))
OPENING = datetime(2025, 10, 9, 8, 0, tzinfo=LIMA)


@dataclass
class Clock:
    """A wall clock in milliseconds UTC that stands still until it is turned."""

    now: int = to_ms(OPENING)

    def __call__(self) -> int:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += round(seconds * 1000)


@dataclass
class Station:
    """A desk with its file and its clock."""

    file: EventFile
    clock: Clock
    secrets: SealedSecrets
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        # By its file too: a copy that still writes under the old name draws other numbers.
        seeded = random.Random(self.file.station.station_id + self.path.name.encode())
        self.desk = Desk(self.file, seeded.randbytes)

    @property
    def path(self) -> Path:
        return self.file.path

    def entries(self) -> list[Entry]:
        with self.file.read() as reads:
            return list(reads.journal.entries())

    def tables(self) -> dict[str, set[tuple[object, ...]]]:
        """Every projection, whole: what to look at where digests differ."""
        with self.file.read() as reads:
            return {x.name: {tuple(r) for r in reads._conn.execute(select(x))} for x in PROJECTIONS}

    def digest(self) -> str:
        with self.file.read() as reads:
            return reads.journal.digest()

    def faults(self) -> list[tuple[str, int, str]]:
        with self.file.read() as reads:
            return reads.journal.faults()

    def rebuilt_digest(self) -> str:
        with self.file.unit() as unit:
            unit.rebuild()
            return unit.journal.digest()

    def take_in(self, entries: Iterable[Entry]) -> tuple[int, dict[str, int]]:
        with self.file.unit() as unit:
            return unit.take_in(entries)

    def take_from(self, other: "Station") -> int:
        """One exchange by heads, in one direction. Answers how many entries were new."""
        with self.file.read() as reads:
            heads = reads.journal.heads()
        with other.file.read() as reads:
            lacking = list(reads.journal.missing(heads))
        return self.take_in(lacking)[0]

    def people(self) -> list[Attendee]:
        with self.file.read() as reads:
            return reads.people.all()

    def person(self, name: str) -> Attendee:
        return next(a for a in self.people() if name in a.name)

    def inside(self) -> list[Attendee]:
        """Who is inside at any checkpoint, by surname."""
        with self.file.read() as reads:
            points = [reads.passages.presences(c.id) for c in reads.event.checkpoints()]
            return [a for a in reads.people.all() if any(a.id in p and p[a.id].inside for p in points)]

    def heads(self) -> Heads:
        with self.file.read() as reads:
            return reads.journal.heads()

    def badge(self, attendee: Attendee) -> str:
        return face_of(attendee, self.file.secrets).code

    def close(self) -> None:
        self.file.close()


def found(
    path: Path,
    *,
    checkpoints: tuple[Checkpoint, ...] = (),
    days: tuple[date, ...] = DAYS,
    people: Iterable[Person] = (),
    clock: Clock | None = None,
) -> Station:
    """An event created here, its list imported."""
    clock = clock or Clock()
    secrets = new_event_secrets()
    keys = new_station_keys(1, secrets.slot_keys[0])
    file = create_event_file(path, secrets.event, keys, secrets, now_ms=clock)
    points = checkpoints or entrances(days, tuple(f"Day {n}" for n in range(1, len(days) + 1)))
    found_event(file, secrets, EventSettings("Encuentro", days, hours=16), points, "Mesa 1")
    station = Station(file, clock, secrets)
    if people:
        import_people(station, people)
    return station


def import_people(station: Station, people: Iterable[Person]) -> None:
    import_roster(station.desk, reading_of(people))


def reading_of(people: Iterable[Person]) -> RosterReading:
    rows = tuple(RosterRow("Hoja1", number, person) for number, person in enumerate(people, start=2))
    return RosterReading(rows, (), 0, {}, {})


def joined(path: Path, other: Station, name: str = "", clock: Clock | None = None) -> Station:
    """A second desk, made from everything that `other` holds."""
    clock = clock or Clock(other.clock.now)
    fresh = new_station_keys(0, bytes(32))
    keys = StationKeys(fresh.station_id, fresh.station_key, 0, b"")
    file = create_event_file(path, other.secrets.event, keys, now_ms=clock)
    join(file, BundleContent(tuple(other.entries()), b"", 0), other.secrets, name)
    return Station(file, clock, other.secrets)


def snapshot(station: Station, path: Path) -> Path:
    """The event file as it is now, copied as a person would (its write-ahead log with it)."""
    for suffix in ("", "-wal"):
        source = Path(str(station.path) + suffix)
        if source.is_file():
            shutil.copyfile(source, str(path) + suffix)
    return path


def opened(path: Path, like: Station, clock: Clock | None = None, *, noticed: bool = True) -> Station:
    """A copied file put to work; `noticed`: it goes on as a new station, as `settle_identity` has it."""
    clock = clock or Clock(like.clock.now)
    file = open_event_file(path, now_ms=clock)
    station = Station(file, clock, like.secrets)
    if noticed:
        with file.unit() as unit:
            continue_as_new_station(unit, file)
        station = Station(file, clock, like.secrets)
    return station


def exchange_all(stations: list[Station]) -> None:
    """Everybody takes from everybody until nobody learns anything."""
    learned = 1
    while learned:
        learned = sum(a.take_from(b) for a in stations for b in stations if a is not b)


def differences(one: Station, other: Station) -> dict[str, set[tuple[object, ...]]]:
    """The rows of projections that only one of two desks has, by table."""
    mine, theirs = one.tables(), other.tables()
    return {name: mine[name] ^ theirs[name] for name in mine if mine[name] != theirs[name]}


def person(name: str, document: str = "", **more: object) -> Person:
    given, _, surnames = name.partition(" ")
    kind = DocumentKind.DNI if document else None
    given_kind = {"document_kind": kind, "organisation": "AMSAT", "region": "Cusco"} | more
    return Person(given_names=given, surnames=surnames, document=document, **given_kind)  # type: ignore[arg-type]


ROSTER = (
    person("Ana Quispe", "40000001"),
    person("Beto Mamani", "40000002", category=Category.SPEAKER),
    person("Carla Huamán", "40000003", organisation="REMURPE"),
    person("Dora Ñahui", ""),
)
