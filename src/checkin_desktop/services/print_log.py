"""Which badge was printed when, at which desk, by whom: for one person before it is printed again, and for all."""

from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.views import PrintLine


def print_log(desk: Desk, attendee_id: str | None = None) -> tuple[PrintLine, ...]:
    """The earliest first: of one person, or of everybody."""
    with desk.store.read() as reads:
        return print_lines(reads, attendee_id)


def print_lines(reads: Reads, attendee_id: str | None = None) -> tuple[PrintLine, ...]:
    """As `print_log`, inside a reading."""
    zone = zone_of(reads.event.record().settings)
    stations = {s.id: s.name for s in reads.event.stations()}
    operators = {r.operator.id: r.operator.name for r in reads.operators.all()}
    found = reads.badges.prints(attendee_id)
    people = reads.people.attendees({r.attendee_id for r in found})
    return tuple(
        PrintLine(
            r.attendee_id,
            r.code_id,
            people[r.attendee_id].name if r.attendee_id in people else "",
            people[r.attendee_id].person.organisation if r.attendee_id in people else "",
            local_time(r.at, zone),
            stations.get(r.station_id, r.station_id.hex()[:8]),
            operators.get(r.operator_id, ""),
            r.printer,
        )
        for r in found
    )
