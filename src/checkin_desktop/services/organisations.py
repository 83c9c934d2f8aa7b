"""The organisations that people represent."""

from collections.abc import Mapping, Sequence

from checkin_desktop.domain.facts import OrganisationDescribed
from checkin_desktop.domain.organisations import look_alike, region_in
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.views import OrganisationLine


def organisations(desk: Desk) -> tuple[OrganisationLine, ...]:
    """By name, with how many are expected and how many have come at least once."""
    with desk.store.read() as reads:
        found = reads.event.organisations()
    alike = look_alike((o.id, o.name, o.region) for o in found)
    return tuple(
        OrganisationLine(
            o.id,
            o.name,
            o.region,
            o.aliases,
            o.expected,
            o.arrived,
            tuple(name for _, name, _ in o.merged),
            o.id in alike,
            "" if o.region else region_in(o.name),
        )
        for o in found
    )


def rename_organisation(desk: Desk, organisation_id: str, name: str, region: str) -> None:
    with desk.store.unit() as unit:
        unit.append(OrganisationDescribed(organisation_id, name, region))


def give_regions(desk: Desk, regions: Mapping[str, str]) -> None:
    """To each organisation, by its id, the region that it is from; its name stays."""
    with desk.store.unit() as unit:
        for o in unit.event.organisations():
            region = regions.get(o.id, o.region)
            if region != o.region:
                unit.append(OrganisationDescribed(o.id, o.name, region))


def part_organisations(desk: Desk, organisation_id: str) -> None:
    """Those that were merged into it stand by themselves again."""
    with desk.store.unit() as unit:
        for o in unit.event.organisations():
            for other, name, region in o.merged if o.id == organisation_id else ():
                unit.append(OrganisationDescribed(other, name, region))


def merge_organisations(desk: Desk, keep_id: str, merged_ids: Sequence[str]) -> None:
    """Two spellings of one organisation count as one; the merged names stay as aliases."""
    with desk.store.unit() as unit:
        known = {o.id: o for o in unit.event.organisations()}
        for other in merged_ids:
            if other != keep_id and other in known:
                unit.append(OrganisationDescribed(other, known[other].name, known[other].region, keep_id))
