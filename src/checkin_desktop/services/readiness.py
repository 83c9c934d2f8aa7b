"""What an organiser does before the event, and what of it is done."""

from collections.abc import Collection
from enum import StrEnum

from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.views import OrganisationLine


class Step(StrEnum):
    """In the order in which they are best done."""

    LIST = "list"
    REGIONS = "regions"
    PROGRAMME = "programme"
    CERTIFICATE = "certificate"
    TEAM = "team"
    BADGES = "badges"
    DESKS = "desks"


def steps_done(desk: Desk, organisations: Collection[OrganisationLine]) -> frozenset[Step]:
    """`organisations`: all there are.

    A badge printed, a passphrase chosen or a second desk is enough: the rest a person knows better.
    """
    with desk.store.read() as reads:
        record, points = reads.event.record(), reads.event.checkpoints()
        said = record.settings
        done = {
            Step.LIST: reads.event.glance().attendees > 0,
            Step.REGIONS: bool(organisations) and all(o.region for o in organisations),
            Step.PROGRAMME: any(c.kind is not CheckpointKind.DAY for c in points),
            Step.CERTIFICATE: bool(said.issuers and said.signatories),
            Step.TEAM: reads.operators.guarded(),
            Step.BADGES: bool(reads.badges.prints()),
            Step.DESKS: bool(record.sealed) or len(reads.event.stations()) > 1,
        }
    return frozenset(step for step, so in done.items() if so)
