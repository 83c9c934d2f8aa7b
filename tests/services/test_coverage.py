"""Associations and regions present, and "3 of 5", after undoing, merging, substitutes and two desks apart."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.people import plain
from checkin_desktop.services.check_in import admit_attendee, undo
from checkin_desktop.services.coverage import Coverage
from checkin_desktop.services.dashboard import dashboard
from checkin_desktop.services.delegations import delegations
from checkin_desktop.services.desk import at_a_glance, day_counts, event_info
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.meeting_papers import summary_face
from checkin_desktop.services.organisations import merge_organisations, organisations
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.services.reports import report
from checkin_desktop.services.substitutes import no_longer_represents, represent
from checkin_desktop.words import load_words
from support.desks import OPENING, Station, exchange_all, found, import_people, joined, person

DAY, NEXT_DAY = "day-2025-10-09", "day-2025-10-10"
PEOPLE = (
    person("Ana Quispe", "40000001", organisation="AMSAT", region="Cusco"),
    person("Beto Mamani", "40000002", organisation="AMSAT", region="CUSCO"),
    person("Carla Huamán", "40000003", organisation="REMURPE", region="Puno"),
    person("Dora Ñahui", "40000004", organisation="Remurpe Sur", region="Puno"),
    person("Elio Rojas", "40000005", organisation="Chira", region="Piura"),
    person("Fany Soto", "40000006", organisation="Chira", region="Piura"),
)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "one.checkin", people=PEOPLE)
    yield station
    station.close()


@pytest.fixture
def other(one: Station, tmp_path: Path) -> Iterator[Station]:
    station = joined(tmp_path / "other.checkin", one)
    one.take_from(station)
    yield station
    station.close()


def covered(station: Station) -> Coverage:
    return delegations(station.desk).coverage


def organisation(station: Station, name: str) -> str:
    return next(o.id for o in organisations(station.desk) if name in (o.name, *o.aliases))


def counted(station: Station) -> dict[str, str]:
    """By delegation: "3/5"."""
    return {d.name: f"{d.present}/{d.expected}" for d in delegations(station.desk).lines}


def test_an_undone_scan_takes_its_association_and_region_away(one: Station) -> None:
    scanned = admit_attendee(one.desk, one.person("Ana").id, DAY)
    assert (covered(one).organisations_present, covered(one).regions_present) == (1, 1)
    undo(one.desk, scanned.entry, "error")
    assert (covered(one).organisations_present, covered(one).regions_present) == (0, 0)
    assert dashboard(one.desk).organisations_present == 0
    assert counted(one)["AMSAT"] == "0/2"


def test_two_spellings_merged_are_one_association(one: Station, other: Station) -> None:
    admit_attendee(other.desk, other.person("Dora").id, DAY)
    merge_organisations(one.desk, organisation(one, "REMURPE"), [organisation(one, "Remurpe Sur")])
    exchange_all([one, other])
    for station in (one, other):
        assert (covered(station).organisations, covered(station).organisations_present) == (3, 1)
        assert counted(station)["REMURPE"] == "1/2"


def test_whoever_comes_from_elsewhere_in_a_members_place_makes_the_association_present(one: Station) -> None:
    ana, carla = one.person("Ana").id, one.person("Carla").id
    admit_attendee(one.desk, ana, DAY)
    represent(one.desk, ana, carla)
    assert counted(one)["REMURPE"] == "1/1"
    assert (covered(one).organisations_present, covered(one).people_present) == (2, 1)
    assert [r.organisations_present for r in covered(one).regions if r.region == "Puno"] == [1]
    assert dashboard(one.desk).organisations_present == 2
    assert "REMURPE" in summary_face(one.desk).present
    no_longer_represents(one.desk, ana, carla)
    assert covered(one).organisations_present == 1


def test_a_region_is_one_however_it_is_written(one: Station) -> None:
    for name in ("Ana", "Beto"):
        admit_attendee(one.desk, one.person(name).id, DAY)
    cusco = [r for r in dashboard(one.desk).regions if plain(r.region) == "cusco"]
    assert [(r.people, r.people_present) for r in cusco] == [(2, 2)]
    assert len(covered(one).regions) == 3


@pytest.mark.parametrize("seed", range(5))
def test_whatever_two_desks_did_apart_the_counts_are_those_of_the_scans(
    one: Station, other: Station, seed: int
) -> None:
    chance = Random(seed)
    written: list[tuple[Station, str]] = []
    for _ in range(40):
        station = chance.choice((one, other))
        station.clock.turn(chance.randrange(1, 200))
        who = chance.choice(station.people()).id
        match chance.randrange(8):
            case 0 if written:
                place, entry = chance.choice(written)
                undo(place.desk, entry, "error")
            case 1:
                represent_anybody(station, who, chance)
            case 2:
                ids = [o.id for o in organisations(station.desk)]
                merge_organisations(station.desk, *_two(ids, chance))
            case 3:
                exchange_all([one, other])
            case _:
                result = admit_attendee(station.desk, who, DAY)
                if result.outcome is Outcome.ADMITTED and not result.repeated:
                    written.append((station, result.entry))
    exchange_all([one, other])
    assert one.digest() == other.digest() == one.rebuilt_digest()
    for station in (one, other):
        _agrees(station)
    assert counted(one) == counted(other)


def represent_anybody(station: Station, who: str, chance: Random) -> None:
    absent = chance.choice(station.people()).id
    if absent != who:
        represent(station.desk, who, absent)


def _two(ids: list[str], chance: Random) -> tuple[str, list[str]]:
    keep, merged = (*chance.sample(ids, 2),) if len(ids) > 1 else (ids[0], ids[0])
    return keep, [merged]


def _agrees(station: Station) -> None:
    """Counted anew from the standing scans and from who came for whom, by the plainest way."""
    with station.file.read() as reads:
        came = {p.attendee_id for p in reads.passages.all() if not p.undone and p.outcome is Outcome.ADMITTED}
        pairs = [(a, b) for a, b in reads.door.representations() if a in came]
        names = {alias: o.id for o in reads.event.organisations() for alias in (o.name, *o.aliases)}
        regions = {o.id: plain(o.region) for o in reads.event.organisations()}
    home = {a.id: names[a.person.organisation] for a in station.people()}
    present = {home[one] for one in came} | {home[absent] for _, absent in pairs}
    found = covered(station)
    assert found.people_present == len(came)
    assert found.organisations_present == len(present) == dashboard(station.desk).organisations_present
    assert found.regions_present == len({regions[o] for o in present})
    assert {names[name] for name in summary_face(station.desk).present} == present


def test_who_wrote_no_region_counts_in_the_one_of_their_association(one: Station) -> None:
    more = (
        person("Gil Paz", "40000007", organisation="Chira"),
        person("Hilda Sol", "40000008", organisation="", region="Tacna"),
        person("Iris Luz", "40000009", organisation="", region=""),
    )
    import_people(one, more)
    for name in ("Gil", "Hilda", "Iris"):
        admit_attendee(one.desk, one.person(name).id, DAY)
    found, seen = covered(one), dashboard(one.desk)
    told = {r.region: (r.organisations_present, r.people_present, r.people) for r in found.regions}
    assert told["Piura"] == (1, 1, 3)
    assert told["Tacna"] == (0, 1, 1), "of no association, yet from there"
    assert found.nowhere is not None
    assert found.nowhere.people_present == 1
    assert (seen.regions, seen.nowhere) == (found.regions, found.nowhere)
    assert (found.regions_present, found.people_present) == (2, 3)
    headings, rows = report(one.desk, "summary", load_words("es"))
    total = next(row for row in rows if row[0] == "Total")
    lines = rows[: rows.index(total)]
    for column in range(1, len(headings)):
        assert sum(int(row[column]) for row in lines) == int(total[column])


def test_whoever_withdrew_is_expected_nowhere(one: Station) -> None:
    withdraw(one.desk, one.person("Elio").id)
    admit_attendee(one.desk, one.person("Fany").id, DAY)
    withdraw(one.desk, one.person("Fany").id)
    found, seen = covered(one), dashboard(one.desk)
    assert (found.people, found.people_present) == (seen.expected, seen.arrived) == (5, 1)
    assert [(r.people, r.people_present) for r in found.regions if r.region == "Piura"] == [(1, 1)]
    assert [(o.expected, o.arrived) for o in organisations(one.desk) if o.name == "Chira"] == [(1, 1)]
    assert at_a_glance(one.desk).expected == day_counts(one.desk, DAY).expected == 5


def test_the_day_chosen_on_the_dashboard_is_asked_of_associations_too(one: Station) -> None:
    admit_attendee(one.desk, one.person("Ana").id, DAY)
    one.clock.turn(24 * 3600)
    admit_attendee(one.desk, one.person("Elio").id, NEXT_DAY)
    assert dashboard(one.desk).organisations_present == 2
    second = dashboard(one.desk, [NEXT_DAY])
    assert second.organisations_present == 1
    assert [s.name for s in second.organisations if s.arrived] == ["Chira"]
    assert [r.region for r in second.regions if r.present] == ["Piura"]


def test_whoever_was_not_seen_to_leave_yesterday_is_not_inside_today(one: Station) -> None:
    for name in ("Ana", "Beto", "Carla"):
        admit_attendee(one.desk, one.person(name).id, DAY)
    assert dashboard(one.desk).inside == event_info(one.desk).inside == 3
    one.clock.turn(23 * 3600)
    assert dashboard(one.desk).inside == event_info(one.desk).inside == 0, (
        "the second day, before the first guest"
    )
    admit_attendee(one.desk, one.person("Ana").id, NEXT_DAY)
    assert dashboard(one.desk).inside == event_info(one.desk).inside == 1
    one.clock.turn(72 * 3600)
    assert dashboard(one.desk).inside == 1, "after the event: as its last day ended"
    assert dashboard(one.desk, [DAY]).inside == 3


def test_a_kit_is_no_arrival(one: Station) -> None:
    define_checkpoint(one.desk, Checkpoint("kit", "Kit", CheckpointKind.ONCE, OPENING.date()))
    admit_attendee(one.desk, one.person("Ana").id, "kit")
    found, seen = covered(one), dashboard(one.desk)
    assert (seen.arrived, seen.organisations_present, seen.quarters) == (0, 0, ())
    assert (found.people_present, found.organisations_present) == (0, 0)
    assert dashboard(one.desk, ["kit"]).arrived == 1
