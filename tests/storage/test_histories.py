"""Random histories of several stations, random exchanges: nothing lost or doubled, one state, the right conflicts."""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, multiple, rule

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.facts import PersonalErased, StationRevoked
from checkin_desktop.domain.merge import CHOICES
from checkin_desktop.domain.people import Attendee
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.badges import (
    assign_badge,
    record_badges_printed,
    reserve_blank_badges,
    revoke_badge,
)
from checkin_desktop.services.certificates import issue, record_prints, revoke
from checkin_desktop.services.check_in import check_in, enter_from_paper, undo
from checkin_desktop.services.exchange import continue_as_new_station
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.handing_over import hand_over
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.organisations import merge_organisations, organisations, rename_organisation
from checkin_desktop.services.ports.exchange import BundleCover
from checkin_desktop.services.register_walk_in import correct, register, reinstate, withdraw
from checkin_desktop.services.settle_conflict import conflicts, settle
from support.conflict_model import expected_conflicts
from support.desks import (
    OPENING,
    ROSTER,
    Clock,
    Station,
    differences,
    exchange_all,
    found,
    import_people,
    joined,
    opened,
    person,
    snapshot,
)

DAY = OPENING.date()
POINTS = (
    Checkpoint("day", "Ingreso", CheckpointKind.DAY, DAY, required=True),
    Checkpoint("panel", "Panel", CheckpointKind.SESSION, DAY, reentry=True),
    Checkpoint(
        "mesa", "Mesa", CheckpointKind.SESSION, DAY, direction=Direction.BOTH, reentry=True, capacity=2
    ),
)
DOCUMENTS = ("", "40000002", "70000001", "70000002")
MOST_STATIONS = 5
"""Each one costs time, and five disagree in every way that six do."""
small = st.integers(0, 7)


@contextmanager
def _refusals_are_answers() -> Iterator[None]:
    """What a desk says no to in words is part of any history."""
    with suppress(PersonFacingError):
        yield


class Histories(RuleBasedStateMachine):
    """Each rule is something that happens at one desk, or between two."""

    desk = Bundle("desk")

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
        self.stations: list[Station] = []
        self.written: set[bytes] = set()
        self.copies: list[tuple[Path, Station]] = []
        self.blanks: list[str] = []
        self.founder = b""
        self.files = 0

    def new_path(self) -> Path:
        self.files += 1
        return self.folder / f"{self.files}.checkin"

    def _added(self, station: Station) -> Station:
        self.stations.append(station)
        self._note(station)
        return station

    def _note(self, station: Station) -> None:
        self.written |= {e.hash for e in station.entries()}

    @contextmanager
    def _at(self, station: Station) -> Iterator[None]:
        """What is acknowledged in here must be everywhere in the end."""
        with _refusals_are_answers():
            yield
        station.clock.turn(1)
        with station.file.read() as reads:
            own = station.file.station.station_id
            self.written |= {digest for _, digest in reads.journal.heads().get(own, ())}

    def _somebody(self, station: Station, number: int) -> Attendee:
        people = station.people()
        return people[number % len(people)]

    @initialize(target=desk)
    def founded(self) -> object:
        first = self._added(found(self.new_path(), checkpoints=POINTS, people=ROSTER))
        self.founder = first.file.station.station_id
        second = self._added(joined(self.new_path(), first))
        return multiple(first, second)

    @rule(station=desk, who=small, point=st.sampled_from(POINTS))
    def badge_scanned(self, station: Station, who: int, point: Checkpoint) -> None:
        with self._at(station):
            somebody = self._somebody(station, who)
            check_in(station.desk, station.badge(somebody), point.id, source=Source.CAMERA)

    @rule(one=desk, other=desk, who=small, point=st.sampled_from(POINTS), later=st.sampled_from([5, 700]))
    def same_badge_at_two_desks(
        self, one: Station, other: Station, who: int, point: Checkpoint, later: int
    ) -> None:
        somebody = self._somebody(one, who)
        for station in (one, other):
            with self._at(station):
                check_in(station.desk, one.badge(somebody), point.id, source=Source.CAMERA)
            other.clock.turn(later)

    @rule(station=desk, typed=st.sampled_from(["40000001", "70000001", "nadie", "1" * 32]))
    def code_typed(self, station: Station, typed: str) -> None:
        with self._at(station):
            check_in(station.desk, typed, "day", source=Source.SCANNER)

    @rule(station=desk, who=small, minutes=st.integers(0, 90))
    def ticked_on_paper(self, station: Station, who: int, minutes: int) -> None:
        with self._at(station):
            at = OPENING + timedelta(minutes=minutes)
            enter_from_paper(station.desk, [self._somebody(station, who).id], "day", at)

    @rule(station=desk, which=small)
    def undone(self, station: Station, which: int) -> None:
        with self._at(station):
            with station.file.read() as reads:
                recent = reads.passages.recent(8, None)
            if recent:
                undo(station.desk, recent[which % len(recent)].entry.hex())

    @rule(
        station=desk, who=small, name=st.sampled_from(["Ana", "Anita"]), document=st.sampled_from(DOCUMENTS)
    )
    def corrected(self, station: Station, who: int, name: str, document: str) -> None:
        with self._at(station):
            somebody = self._somebody(station, who)
            said = replace(somebody.person, given_names=name, document=document)
            correct(station.desk, somebody.id, said)

    @rule(station=desk, document=st.sampled_from(DOCUMENTS))
    def walked_in(self, station: Station, document: str) -> None:
        with self._at(station):
            register(station.desk, person("Walter Nuevo", document))

    @rule(one=desk, other=desk, document=st.sampled_from(DOCUMENTS[1:]))
    def walked_in_at_two_desks(self, one: Station, other: Station, document: str) -> None:
        self.walked_in(one, document)
        self.walked_in(other, document)

    @rule(station=desk, who=small, back=st.booleans())
    def withdrawn(self, station: Station, who: int, back: bool) -> None:
        with self._at(station):
            (reinstate if back else withdraw)(station.desk, self._somebody(station, who).id)

    @rule(station=desk, who=small)
    def badge_lost(self, station: Station, who: int) -> None:
        somebody = self._somebody(station, who)
        with self._at(station):
            revoke_badge(station.desk, somebody.id)
        with self._at(station):
            check_in(station.desk, station.badge(somebody), "day", source=Source.CAMERA)

    @rule(station=desk, who=small)
    def badge_printed(self, station: Station, who: int) -> None:
        with self._at(station):
            record_badges_printed(station.desk, [self._somebody(station, who).id])

    @rule(station=desk, who=small, scanned=st.booleans())
    def blank_badge(self, station: Station, who: int, scanned: bool) -> None:
        with self._at(station):
            if not self.blanks:
                self.blanks = [face.code for face in reserve_blank_badges(station.desk, 2)]
            if scanned:
                check_in(station.desk, self.blanks[0], "day", source=Source.CAMERA)
            assign_badge(station.desk, self.blanks[0], self._somebody(station, who).id)

    @rule(station=desk, seconds=st.sampled_from([-4000, -70, 61, 700, 90_000, 40_000_000]))
    def clock_jumped(self, station: Station, seconds: int) -> None:
        station.clock.turn(seconds)

    @rule(station=desk, who=small)
    def certificate_issued(self, station: Station, who: int) -> None:
        with self._at(station):
            issue(station.desk, [self._somebody(station, who).id], terms=Terms("vino", alone_reason="sola"))

    @rule(one=desk, other=desk, who=small)
    def certificate_issued_at_two_desks(self, one: Station, other: Station, who: int) -> None:
        somebody = self._somebody(one, who)
        for station in (one, other):
            with self._at(station):
                issue(station.desk, [somebody.id], terms=Terms("vino", alone_reason="sola"))

    @rule(station=desk, who=small, what=st.sampled_from(["revoked", "printed", "handed over"]))
    def certificate_marked(self, station: Station, who: int, what: str) -> None:
        with self._at(station):
            somebody = self._somebody(station, who).id
            if what == "revoked":
                revoke(station.desk, somebody, "nombre mal escrito")
            elif what == "printed":
                record_prints(station.desk, [somebody], "PDF")
            else:
                hand_over(station.desk, [somebody])

    @rule(station=desk, which=small, choice=small)
    def settled(self, station: Station, which: int, choice: int) -> None:
        with self._at(station):
            found_here = conflicts(station.desk, open_only=False)
            if found_here:
                one = found_here[which % len(found_here)]
                offered = CHOICES[one.kind]
                settle(station.desk, one.id, offered[choice % len(offered)])

    @rule(station=desk, reentry=st.booleans(), point=st.sampled_from(POINTS))
    def rules_changed(self, station: Station, reentry: bool, point: Checkpoint) -> None:
        with self._at(station):
            define_checkpoint(station.desk, replace(point, reentry=reentry))

    @rule(station=desk, rename=st.booleans())
    def organisation_put_right(self, station: Station, rename: bool) -> None:
        with self._at(station):
            known = organisations(station.desk)
            if rename:
                rename_organisation(station.desk, known[0].id, "AMSAT Perú", "Puno")
            elif len(known) > 1:
                merge_organisations(station.desk, known[0].id, [known[1].id])

    @rule(station=desk)
    def list_imported_again(self, station: Station) -> None:
        with self._at(station):
            import_people(
                station, [replace(ROSTER[0], position="Alcaldesa"), person("Elva Nueva", "70000002")]
            )

    @rule(who=small)
    def erased(self, who: int) -> None:
        """By the organiser's desk: what a stolen laptop erases is gone there and nowhere else."""
        station = self.stations[0]
        with self._at(station), station.file.unit() as unit:
            unit.append(PersonalErased((self._somebody_in(unit.people.all(), who),)))

    @staticmethod
    def _somebody_in(people: list[Attendee], number: int) -> str:
        return people[number % len(people)].id

    @rule(station=desk, revoked=desk, back=small)
    def laptop_stolen(self, station: Station, revoked: Station, back: int) -> None:
        """Its last entries, as far as the other desk knows them, do not count."""
        with self._at(station), station.file.unit() as unit:
            stolen = revoked.file.station.station_id
            ends = unit.journal.heads().get(stolen)
            if ends and stolen != self.founder and back == 0:
                unit.append(StationRevoked(stolen, max(1, ends[0][0] - 1)))

    @rule(target=desk, station=desk)
    def desk_joined(self, station: Station) -> object:
        if len(self.stations) >= MOST_STATIONS:
            return multiple()
        return self._added(joined(self.new_path(), station))

    @rule(station=desk)
    def copied(self, station: Station) -> None:
        """A backup for later: the copy may be put to work when it is old."""
        self.copies.append((snapshot(station, self.new_path()), station))

    @rule(target=desk, noticed=st.booleans(), which=small)
    def copy_put_to_work(self, noticed: bool, which: int) -> object:
        if not self.copies or len(self.stations) >= MOST_STATIONS:
            return multiple()
        path, original = self.copies.pop(which % len(self.copies))
        return self._added(opened(path, original, Clock(original.clock.now + 1), noticed=noticed))

    @rule(giver=desk, taker=desk, seed=st.integers(0, 2**16), share=st.sampled_from([0.2, 0.7, 1.0]))
    def some_entries_handed_over(self, giver: Station, taker: Station, seed: int, share: float) -> None:
        chance = random.Random(seed)
        some = [e for e in giver.entries() if chance.random() < share]
        chance.shuffle(some)
        before = len(taker.entries())
        received, refused = taker.take_in(some + some[:3])
        assert set(refused) <= {"no_predecessor"}
        assert len(taker.entries()) == before + received
        self._notice_fork(taker)

    @rule(giver=desk, taker=desk)
    def exchanged(self, giver: Station, taker: Station) -> None:
        taker.take_from(giver)
        giver.take_from(taker)
        self._notice_fork(taker)
        self._notice_fork(giver)

    def _notice_fork(self, station: Station) -> None:
        with station.file.unit() as unit:
            if unit.forked():
                continue_as_new_station(unit, station.file)
        self._note(station)

    @rule(giver=desk, taker=desk)
    def carried_on_a_stick(self, giver: Station, taker: Station) -> None:
        path, bundles, key = self.folder / "stick", BundleFiles(), giver.secrets.event.bundle_key
        with giver.file.read() as reads:
            record = reads.event.record()
        cover = bundles.look(path) or _cover(record.id)
        held = bundles.read(path, cover, key)
        there = {e.hash for e in held.entries}
        lacking = [e for e in giver.entries() if e.hash not in there]
        bundles.add(path, cover, key, lacking, giver.file.station.station_id, giver.clock.now)
        content = bundles.read(path, cover, key)
        assert {e.hash for e in content.entries} == there | {e.hash for e in lacking}
        assert taker.take_in(content.entries)[1] == {}
        self._notice_fork(taker)

    def teardown(self) -> None:
        try:
            if self.stations:
                self._everything_agrees()
        finally:
            for station in self.stations:
                station.close()
            shutil.rmtree(self.folder)

    def _everything_agrees(self) -> None:
        everything = {e.hash: e for s in self.stations for e in s.entries()}
        exchange_all(self.stations)
        assert self.written <= set(everything)
        for other in self.stations[1:]:
            unlike = differences(self.stations[0], other)
            assert unlike == {}, unlike
        digests = {s.digest() for s in self.stations}
        assert len(digests) == 1
        wanted = expected_conflicts(everything.values())
        for station in self.stations:
            held = [e.hash for e in station.entries()]
            assert len(held) == len(set(held))
            assert set(held) == set(everything)
            assert station.take_in(everything.values()) == (0, {})
            assert station.digest() in digests
        station = self.stations[-1]
        with station.file.read() as reads:
            here = {
                (c.kind.value, c.members, c.choice and c.choice.value) for c in reads.conflicts.all(False)
            }
        assert here == wanted
        station.rebuilt_digest()
        unlike = differences(self.stations[0], station)
        assert unlike == {}, unlike
        assert station.digest() in digests
        assert station.faults() == []


def _cover(event_id: bytes) -> BundleCover:
    return BundleCover(event_id, "Encuentro", b"")


class TestHistories(Histories.TestCase):  # type: ignore[misc]
    settings = settings(max_examples=25, stateful_step_count=25)


@pytest.mark.slow
class TestManyHistories(Histories.TestCase):  # type: ignore[misc]
    settings = settings(max_examples=int(os.environ.get("HISTORIES", "25")), stateful_step_count=40)
