"""Certificates that a desk asks of the one that issues, and the queue there."""

from collections.abc import Sequence

from checkin_desktop.domain.certificate import Entitlement, about_the_same
from checkin_desktop.domain.certifying import CertificateRequested, CertificateRequestsClosed
from checkin_desktop.domain.eligibility import NotYet
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.certificates import issue
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.entitlements import Who, entitlement_of, grounds, people_of, wanted_of
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.ports.certification import RequestRecord
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.views import RequestLine


def request(desk: Desk, who: Sequence[Who], reason: str = "", operator: str = "") -> int:
    """Asks for what is not held or asked for yet; answers how many. `reason`: why it should be an exception."""
    asked = 0
    with desk.store.unit() as unit:
        known = grounds(unit, desk.store.now_ms())
        people = unit.people.attendees(people_of(who))
        held = [entitlement_of(c) for c in unit.certificates.of(people) if not c.revoked]
        held += [_wanted(r) for r in _open(unit)]
        for attendee in (people[i] for i in people_of(who) if i in people):
            for wanted in wanted_of(known, attendee, who):
                if not any(about_the_same(wanted, other) for other in held):
                    unit.append(
                        CertificateRequested(
                            attendee.id, wanted.kind, wanted.title, wanted.session_id, reason.strip()[:200]
                        ),
                        operator=operator,
                    )
                    asked += 1
                    held.append(wanted)
    return asked


def requests(desk: Desk) -> tuple[RequestLine, ...]:
    """What waits to be issued, the earliest first."""
    with desk.store.read() as reads:
        zone, known = zone_of(reads.event.record().settings), grounds(reads, desk.store.now_ms())
        waiting = _open(reads)
        people = reads.people.attendees(r.attendee_id for r in waiting)
        desks = {s.id: s.name for s in reads.event.stations()}
        lines = []
        for r in waiting:
            attendee = people.get(r.attendee_id)
            if attendee is not None:
                earned = known.judged(attendee, _wanted(r))
                lines.append(
                    RequestLine(
                        r.entry.hex(),
                        attendee,
                        _wanted(r),
                        desks.get(r.station_id, ""),
                        local_time(r.at, zone),
                        r.reason,
                        earned.missing if isinstance(earned, NotYet) else (),
                    )
                )
        return tuple(lines)


def issue_requested(
    desk: Desk, entries: Sequence[str], operator: str = "", alone_reason: str = ""
) -> tuple[tuple[str, ...], int]:
    """Issues what was asked for and is earned, or asked for as an exception; (holders, how many still wait)."""
    waiting = {line.entry: line for line in requests(desk)}
    lines = [waiting[e] for e in entries if e in waiting]
    holders: list[str] = []
    for reason in dict.fromkeys(line.reason for line in lines):
        who = [line.wanted for line in lines if line.reason == reason]
        holders += issue(desk, who, terms=Terms(reason, alone_reason=alone_reason), operator=operator)
    left = {line.entry for line in requests(desk)}
    return tuple(dict.fromkeys(holders)), sum(line.entry in left for line in lines)


def close_requests(desk: Desk, entries: Sequence[str], reason: str, operator: str = "") -> None:
    """Nothing is issued for these. Raises PersonFacingError without a reason."""
    if not reason.strip():
        raise PersonFacingError("certificates-reason-needed")
    with desk.store.unit() as unit:
        members = tuple(bytes.fromhex(e) for e in entries)
        unit.append(CertificateRequestsClosed(members, reason.strip()[:200]), operator=operator)


def _open(reads: Reads) -> list[RequestRecord]:
    """Neither closed nor answered: by a good certificate, or by one that was issued later; one for each subject."""
    asked = reads.certificates.requests()
    good, latest = set(), dict[str, int]()
    for c in reads.certificates.of({r.attendee_id for r in asked}):
        if not c.revoked:
            good.add(c.subject)
        latest[c.subject] = max(latest.get(c.subject, 0), c.hlc)
    waiting: dict[str, RequestRecord] = {}
    for r in asked:
        key = _wanted(r).key
        if key not in good and latest.get(key, -1) < r.hlc:
            waiting.setdefault(key, r)
    return list(waiting.values())


def _wanted(r: RequestRecord) -> Entitlement:
    return Entitlement(r.attendee_id, r.kind, r.title, r.session_id)
