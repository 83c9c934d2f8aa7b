"""Which associations and regions have come: what the organiser must report."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checkin_desktop.domain.people import AttendeeStatus, plain
from checkin_desktop.services.ports.store import OrganisationRecord, Reads
from checkin_desktop.services.substitutes import came_instead


@dataclass(frozen=True, slots=True)
class RegionLine:
    region: str
    organisations: int
    organisations_present: int
    people: int
    people_present: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the organiser reports: who came at least once, anywhere, of those expected. `escorts`: the most that
    each delegation brought to any one checkpoint."""

    organisations: int
    organisations_present: int
    regions: tuple[RegionLine, ...]
    people: int
    people_present: int
    escorts: int

    @property
    def regions_present(self) -> int:
        return sum(r.organisations_present > 0 for r in self.regions)


def organisations_present(reads: Reads, organisations: Iterable[OrganisationRecord]) -> frozenset[str]:
    """The ids of those of whom somebody came, and of those in whose member's place somebody of another came."""
    own = (reads.event.organisation_of(absent) for absent in came_instead(reads))
    return frozenset(o.id for o in organisations if o.arrived) | {o.id for o in own if o is not None}


def coverage_of(reads: Reads) -> Coverage:
    organisations = reads.event.organisations()
    present = organisations_present(reads, organisations)
    came = reads.passages.admitted_at()
    people = [a for a in reads.people.all() if a.status is AttendeeStatus.ACTIVE or a.id in came]
    escorts: dict[tuple[str, str], int] = defaultdict(int)
    for (delegation, checkpoint, _), count in reads.meetings.escorts().items():
        escorts[delegation, checkpoint] += count
    most: dict[str, int] = {}
    for (delegation, _), count in escorts.items():
        most[delegation] = max(count, most.get(delegation, 0))
    return Coverage(
        len(organisations),
        sum(o.id in present for o in organisations),
        _regions(organisations, present),
        len(people),
        sum(a.id in came for a in people),
        sum(most.values()),
    )


def _regions(organisations: Iterable[OrganisationRecord], present: Collection[str]) -> tuple[RegionLine, ...]:
    """However they are spelled; organisations of no region stand in none."""
    held: dict[str, list[OrganisationRecord]] = defaultdict(list)
    for o in organisations:
        if o.region:
            held[plain(o.region)].append(o)
    lines = (
        RegionLine(
            those[0].region,
            len(those),
            sum(o.id in present for o in those),
            sum(o.expected for o in those),
            sum(o.arrived for o in those),
        )
        for those in held.values()
    )
    return tuple(sorted(lines, key=lambda r: plain(r.region)))
