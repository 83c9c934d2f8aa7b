"""The organisations that people represent."""

from collections.abc import Sequence

from checkin_desktop.domain.facts import OrganisationDescribed
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.views import OrganisationLine


def organisations(desk: Desk) -> tuple[OrganisationLine, ...]:
    """By name, with how many are expected and how many have come at least once."""
    with desk.store.read() as reads:
        return tuple(
            OrganisationLine(o.id, o.name, o.region, o.aliases, o.expected, o.arrived)
            for o in reads.event.organisations()
        )


def rename_organisation(desk: Desk, organisation_id: str, name: str, region: str) -> None:
    with desk.store.unit() as unit:
        unit.append(OrganisationDescribed(organisation_id, name, region))


def merge_organisations(desk: Desk, keep_id: str, merged_ids: Sequence[str]) -> None:
    """Two spellings of one organisation count as one; the merged names stay as aliases."""
    with desk.store.unit() as unit:
        known = {o.id: o for o in unit.event.organisations()}
        for other in merged_ids:
            if other != keep_id and other in known:
                unit.append(OrganisationDescribed(other, known[other].name, known[other].region, keep_id))
