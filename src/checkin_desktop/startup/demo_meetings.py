"""The demo's bilateral meetings and delegations: planned with the event, some held, one missed, the rest to come."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from checkin_desktop.domain.meetings import MeetingState, Place, Side
from checkin_desktop.places import resource
from checkin_desktop.services.delegations import arrange, delegations, record_escorts
from checkin_desktop.services.desk import Desk, checkpoints, venue_now
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.meeting_station import sit_down
from checkin_desktop.services.meetings import (
    known_parties,
    meetings,
    no_show,
    schedule,
    write_acta,
)
from checkin_desktop.services.ports.meetings import ActaTexts

_NAMED = re.compile(r"[^:]+: (?P<a>.+) con (?P<b>.+)")
_MISSED = 5
"""Which of the programme's meetings nobody of one side came to, counted from 1."""


def plan_meetings(desk: Desk, sessions: Sequence[dict[str, Any]], days: Sequence[date]) -> None:
    """The bilateral sessions of the programme as meetings, and the delegations that the organiser arranged."""
    said, known = _said(), known_parties(desk)
    bilateral = [s for s in sessions if s["kind"] == "bilateral"]
    for number, session in enumerate(bilateral):
        named = _NAMED.fullmatch(session["name"])
        if named is None:
            raise ValueError(session["name"])
        table = session["room"].rpartition(", ")[2].capitalize()
        starts, ends = time.fromisoformat(session["starts"]), time.fromisoformat(session["ends"])
        place = Place(table, days[session["day"] - 1], starts, ends)
        topic = said["topics"][number % len(said["topics"])]
        schedule(desk, known.party(named["a"]), known.party(named["b"]), place, topic, anyway=True)
    _arrange(desk, said["delegations"])


def hold_meetings(desk: Desk) -> None:
    """The first ones are held and recorded, at their hour or, where it is not yet, just now; one is missed."""
    actas = _said()["actas"]
    planned = [line for line in meetings(desk) if line.meeting.state is MeetingState.SCHEDULED]
    entered = roster(desk, checkpoints(desk)[0].id)
    people = [line.attendee for line in sorted(entered, key=lambda line: line.admitted_at is None)]
    known, now = known_parties(desk), venue_now(desk)
    for number, line in enumerate(planned[: len(actas)]):
        seated = []
        for side in Side:
            theirs = next((a for a in people if known.side_of(a, line.meeting) is side), None)
            if theirs is not None:
                seated.append((side, theirs.id))
        place = line.meeting.place
        sit_down(desk, line.id, seated, min(datetime.combine(place.day, place.starts, desk.zone), now))
        write_acta(desk, line.id, ActaTexts(**actas[number]))
    no_show(desk, planned[_MISSED - 1].id, [Side.B])


def figures(desk: Desk) -> dict[str, int]:
    """What the demo's summary says of them."""
    lines, groups = meetings(desk), delegations(desk)
    return {
        "meetings": len(lines),
        "meetings_held": sum(line.meeting.state is MeetingState.HELD for line in lines),
        "meetings_no_show": sum(line.meeting.state is MeetingState.NO_SHOW for line in lines),
        "actas": sum(line.acta is not None for line in lines),
        "delegations_arranged": sum(line.arranged for line in groups.lines),
        "escorts": groups.coverage.escorts,
        "organisations": groups.coverage.organisations,
        "organisations_present": groups.coverage.organisations_present,
        "regions": len(groups.coverage.regions),
        "regions_present": groups.coverage.regions_present,
    }


def _arrange(desk: Desk, wanted: Sequence[dict[str, Any]]) -> None:
    people = [line.attendee for line in roster(desk)]
    day = checkpoints(desk)[0]
    for said in wanted:
        members = [a.id for a in people if a.person.region in said["regions"]][: said["most"]]
        if members:
            key = arrange(desk, said["name"], members)
            record_escorts(desk, key, day.id, said["escorts"])


def _said() -> dict[str, Any]:
    return dict(json.loads(resource("demo", "reuniones.json").read_text(encoding="utf-8")))
