"""Which associations and regions have come: what the organiser must report."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from checkin_desktop.domain.people import plain
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.figures import Belonging
from checkin_desktop.services.ports.store import OrganisationRecord, Reads


@dataclass(frozen=True, slots=True)
class RegionLine:
    region: str
    organisations: int
    organisations_present: int
    people: int
    people_present: int

    @property
    def present(self) -> bool:
        """An organisation of the region has come, or somebody of none."""
        return self.organisations_present > 0 or self.people_present > 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the organiser reports: who came at least once, anywhere, of those expected. `escorts`: the most that
    each delegation brought to any one checkpoint. `nowhere`: who is of no region, and counts in none."""

    organisations: int
    organisations_present: int
    regions: tuple[RegionLine, ...]
    people: int
    people_present: int
    escorts: int
    nowhere: RegionLine | None = None

    @property
    def regions_present(self) -> int:
        return sum(r.present for r in self.regions)


def organisations_present(organisations: Iterable[OrganisationRecord]) -> frozenset[str]:
    """The ids of those of whom somebody came, or in whose member's place somebody of another came."""
    return frozenset(o.id for o in organisations if o.arrived)


def coverage(desk: Desk) -> Coverage:
    with desk.store.read() as reads:
        return coverage_of(reads)


def coverage_of(reads: Reads) -> Coverage:
    organisations = reads.event.organisations()
    present = organisations_present(organisations)
    escorts: dict[tuple[str, str], int] = defaultdict(int)
    for (delegation, checkpoint, _), count in reads.meetings.escorts().items():
        escorts[delegation, checkpoint] += count
    most: dict[str, int] = {}
    for (delegation, _), count in escorts.items():
        most[delegation] = max(count, most.get(delegation, 0))
    lines = region_lines(organisations, present, reads.figures.by_belonging(()))
    return Coverage(
        len(organisations),
        sum(o.id in present for o in organisations),
        tuple(line for line in lines if line.region),
        sum(line.people for line in lines),
        sum(line.people_present for line in lines),
        sum(most.values()),
        next((line for line in lines if not line.region), None),
    )


def region_lines(
    organisations: Sequence[OrganisationRecord], present: Collection[str], people: Iterable[Belonging]
) -> tuple[RegionLine, ...]:
    """By name, however they are spelled; one without a name, if anybody is of no region. Somebody is of the region
    of their organisation, and of the one that they wrote where theirs has none."""
    of = {o.id: o.region for o in organisations}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    held: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for o in organisations:
        named[plain(o.region)][o.region] += o.expected
        line = held[plain(o.region)]
        line[0] += 1
        line[1] += o.id in present
    for some in people:
        region = of.get(some.organisation_id, "") or some.region
        named[plain(region)][region] += some.expected
        line = held[plain(region)]
        line[2] += some.expected
        line[3] += some.arrived
    return tuple(RegionLine(named[key].most_common(1)[0][0], *held[key]) for key in sorted(held))
