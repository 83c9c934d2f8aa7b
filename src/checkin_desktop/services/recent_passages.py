"""The last scans, as the desk's page lists them."""

from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.views import PassageLine


def recent_passages(desk: Desk, limit: int = 20, own_only: bool = True) -> tuple[PassageLine, ...]:
    """The last scans, newest first, undone ones marked."""
    own = desk.store.station.station_id
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        names = {s.id: s.name for s in reads.event.stations()}
        found = reads.passages.recent(limit, own if own_only else None)
        people = reads.people.attendees(p.attendee_id for p in found if p.attendee_id)
        return tuple(
            PassageLine(
                p.entry.hex(),
                local_time(p.at, zone),
                names.get(p.station_id, p.station_id.hex()[:8]),
                p.source,
                p.outcome,
                p.reason,
                p.attendee_id,
                people[p.attendee_id].name if p.attendee_id in people else "",
                people[p.attendee_id].person.organisation if p.attendee_id in people else "",
                p.code_id or reads.passages.scanned_text(p.entry),
                p.checkpoint_id,
                p.undone,
                p.station_id == own,
                p.override,
                p.said_checkpoint_id if p.said_checkpoint_id != p.checkpoint_id else "",
                names.get(p.ticked_at, p.ticked_at.hex()[:8]),
            )
            for p in found
        )
