"""How long people were present, as far as scans tell; only where the organiser asked for it."""

from collections import defaultdict

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.attendance import Span, Stay, hours_of_spans, spans_present
from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.domain.people import plain
from checkin_desktop.domain.presence import Passage, with_rooms_left
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import Reads

_MOVES = (Outcome.ADMITTED, Outcome.WELCOME_BACK, Outcome.LEFT)


def hours_of(desk: Desk) -> dict[str, float] | None:
    """Hours of everybody admitted anywhere, by attendee; None: the event computes no hours from scans."""
    with desk.store.read() as reads:
        known = presence_of(reads)
    return None if known is None else {i: hours_of_spans(spans) for i, spans in known.items()}


def presence_of(reads: Reads) -> dict[str, tuple[Span, ...]] | None:
    """When everybody admitted anywhere was present, by attendee; None: the event computes no hours from scans."""
    scanned: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    settings = reads.event.record().settings
    if not settings.hours_from_scans:
        return None
    points = reads.event.checkpoints()
    for p in reads.passages.all():
        if p.attendee_id and not p.undone and p.outcome in _MOVES:
            passage = Passage(p.entry, p.at, 0, p.station_id, p.outcome)
            scanned[p.attendee_id][p.checkpoint_id].append(passage)
    zone = zone_of(settings)
    rooms = {c.id: plain(c.room) for c in points if c.room and c.kind is CheckpointKind.SESSION}
    entrances = {c.id for c in points if c.kind is CheckpointKind.DAY}

    def stays(places: dict[str, list[Passage]]) -> list[Stay]:
        told = with_rooms_left(places, rooms, entrances, places)
        return [
            Stay(place, local_time(start, zone), local_time(end, zone) if end is not None else None)
            for place, passages in told.items()
            for start, end in _spans(passages)
        ]

    return {
        attendee_id: spans_present(points, stays(places), settings.missing_exit, zone)
        for attendee_id, places in scanned.items()
    }


def _spans(told: list[Passage]) -> list[tuple[int, int | None]]:
    """From each admission to the exit after it; who is let in again without one has stayed."""
    spans: list[tuple[int, int | None]] = []
    for passage in told:
        if passage.admits:
            if not spans or spans[-1][1] is not None:
                spans.append((passage.at, None))
        elif spans and spans[-1][1] is None:
            spans[-1] = (spans[-1][0], passage.at)
    return spans
