"""Lists for a spreadsheet: the roster, who attended what, the certificates, the journal."""

from collections import Counter
from collections.abc import Callable
from zoneinfo import ZoneInfo

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.certificate import register_number
from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee
from checkin_desktop.services.certificate_register import account_table, whole_register
from checkin_desktop.services.certificates import number_of
from checkin_desktop.services.coverage import coverage_of
from checkin_desktop.services.delegations import delegation_lines
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.meetings import lines_of
from checkin_desktop.services.ports.store import CertificateRecord, Reads
from checkin_desktop.services.print_log import print_lines
from checkin_desktop.services.questions import answer_columns
from checkin_desktop.words import Words

Table = tuple[list[str], list[list[str]]]
_TIME = "%Y-%m-%d %H:%M"


def report(desk: Desk, kind: str, words: Words) -> Table:
    """(headings, rows) of one of `KINDS`; times are the venue's. Raises NotAllowed."""
    desk.require(Action.SEE_REPORTS)
    with desk.store.read() as reads:
        return KINDS[kind](reads, words)


def register_sheets(desk: Desk, words: Words) -> list[tuple[str, list[str], list[list[str]]]]:
    """The libro as a workbook: every number used, and what became of each desk's range. Raises NotAllowed."""
    account = account_table(whole_register(desk), words)
    return [
        (words.say("report-sheet-register"), *report(desk, "certificates", words)),
        (words.say("report-sheet-account"), *account),
    ]


def _person(a: Attendee, words: Words) -> list[str]:
    p = a.person
    kind = words.say(f"document-{p.document_kind.value}") if p.document_kind else ""
    role = words.say(f"category-{p.category.value}")
    return [p.surnames, p.given_names, kind, p.document, p.organisation, p.region, p.position, role]


def _headings(words: Words, *names: str) -> list[str]:
    return [words.say(f"report-{name}") for name in names]


_WHO = (
    "surnames",
    "given-names",
    "document-kind",
    "document",
    "organisation",
    "region",
    "position",
    "category",
)


def _roster(reads: Reads, words: Words) -> Table:
    people = reads.people.all()
    extra = list(dict.fromkeys(key for a in people for key, _ in a.person.extra))
    asked, answers = answer_columns(reads, words)
    none = [""] * len(asked)
    rows = []
    for a in people:
        more = dict(a.person.extra)
        status = words.say(f"report-status-{a.status.value}")
        photo = words.say("report-yes") if a.person.photo else ""
        rows.append(
            [
                *_person(a, words),
                a.person.email,
                a.person.phone,
                a.person.own_code,
                status,
                a.person.note,
                photo,
            ]
            + [more.get(key, "") for key in extra]
            + answers.get(a.id, none)
        )
    return [
        *_headings(words, *_WHO, "email", "phone", "own-code", "status", "note", "photo"),
        *extra,
        *asked,
    ], rows


def _attendance(reads: Reads, words: Words) -> Table:
    zone = zone_of(reads.event.record().settings)
    points = reads.event.checkpoints()
    presences = {c.id: reads.passages.presences(c.id) for c in points}
    passes = _passes(reads, {c.id: c.name for c in points})
    instead = _instead(reads)
    paper = _from_paper(reads, {c.id: c.name for c in points})
    asked, answers = answer_columns(reads, words)
    none = [""] * len(asked)
    rows = []
    for a in reads.people.all():
        row = _person(a, words)
        for c in points:
            been = presences[c.id].get(a.id)
            first = been.first_at if been else None
            row.append(local_time(first, zone).strftime(_TIME) if first is not None else "")
        told = (of.get(a.id, "") for of in (instead, passes, paper))
        rows.append([*row, *told, *answers.get(a.id, none)])
    names = [c.name for c in points]
    return [
        *_headings(words, *_WHO),
        *names,
        *_headings(words, "represents", "override", "paper"),
        *asked,
    ], rows


def _passes(reads: Reads, points: dict[str, str]) -> dict[str, str]:
    """By attendee: where a supervisor let them in against the rules, and why."""
    told: dict[str, list[str]] = {}
    for p in reads.passages.all():
        if p.override and p.attendee_id and not p.undone:
            told.setdefault(p.attendee_id, []).append(f"{points.get(p.checkpoint_id, '')}: {p.override}")
    return {who: "; ".join(lines) for who, lines in told.items()}


def _from_paper(reads: Reads, points: dict[str, str]) -> dict[str, str]:
    """By attendee: where they were ticked on paper, at which desk."""
    desks = {s.id: s.name for s in reads.event.stations()}
    told: dict[str, list[str]] = {}
    for p in reads.passages.all():
        if p.source is Source.PAPER and p.attendee_id and not p.undone and p.outcome is not Outcome.REFUSED:
            desk = desks.get(p.ticked_at or p.station_id, "")
            told.setdefault(p.attendee_id, []).append(f"{points.get(p.checkpoint_id, '')}: {desk}")
    return {who: "; ".join(lines) for who, lines in told.items()}


def _instead(reads: Reads) -> dict[str, str]:
    """By attendee: whom they came for."""
    pairs = reads.door.representations()
    people = reads.people.attendees(absent for _, absent in pairs)
    told: dict[str, list[str]] = {}
    for substitute, absent in pairs:
        if absent in people:
            told.setdefault(substitute, []).append(people[absent].name)
    return {who: "; ".join(names) for who, names in told.items()}


def _certificates(reads: Reads, words: Words) -> Table:
    """The register: every number, void ones too."""
    zone = zone_of(reads.event.record().settings)
    held = {c.entry: c for c in reads.certificates.all()}
    lines = [(c.serial, _certificate(c, zone, words)) for c in held.values()]
    pattern, days = reads.certificates.settings().number_pattern, reads.event.record().settings.days
    for serial, why, reason in reads.certificates.voided():
        number = register_number(serial, days[-1].year if days else 0, pattern)
        state = words.say(f"certificate-void-{why}")
        lines.append((serial, [number, "", "", "", "", "", state, reason, "", ""]))
    names = (
        "number",
        "name",
        "document",
        "category",
        "talk",
        "issued",
        "state",
        "reason",
        "prints",
        "handed-over",
    )
    rows = [row for _, row in sorted(lines, key=lambda line: line[0])]
    return _headings(words, *names), rows


def _certificate(c: CertificateRecord, zone: ZoneInfo, words: Words) -> list[str]:
    state = words.say("report-revoked") if c.revoked else words.say("report-valid")
    if c.void:
        state = words.say(f"certificate-void-{c.void}")
    kind = words.say(f"certificate-kind-{c.kind.value}")
    issued = local_time(c.issued_at, zone).strftime(_TIME)
    handed = words.say("report-yes") if c.handed_over else ""
    reason = c.revoke_reason or c.exception_reason
    number = number_of(c, zone)
    return [number, c.name, c.document, kind, c.title, issued, state, reason, str(c.prints), handed]


def _journal(reads: Reads, words: Words) -> Table:
    """Every entry's envelope: what, when, where; nobody's name."""
    zone = zone_of(reads.event.record().settings)
    stations = {s.id: s.name for s in reads.event.stations()}
    rows = []
    for e in reads.journal.entries():
        at = local_time(e.recorded_at, zone).strftime("%Y-%m-%d %H:%M:%S")
        rows.append(
            [
                stations.get(e.station_id, ""),
                str(e.seq),
                at,
                e.kind,
                e.operator_id,
                e.hash.hex(),
                e.prev_hash.hex(),
            ]
        )
    return _headings(words, "station", "sequence", "recorded", "kind", "operator", "hash", "previous"), rows


def _delegations(reads: Reads, words: Words) -> Table:
    rows = []
    for d in delegation_lines(reads):
        for m in d.members:
            came = words.say("report-yes") if m.came_at else ""
            instead = m.substitute.name if m.substitute else ""
            p = m.attendee.person
            rows.append(
                [d.name, d.region, p.surnames, p.given_names, p.position, came, instead, str(d.escorts)]
            )
    names = ("delegation", "region", "surnames", "given-names", "position", "came", "substitute", "escorts")
    return _headings(words, *names), rows


def _meetings(reads: Reads, words: Words) -> Table:
    rows = []
    for line in lines_of(reads):
        place, acta = line.meeting.place, line.acta
        who = "; ".join(a.name for a in (*line.people_a, *line.people_b))
        state = words.say(f"meeting-state-{line.meeting.state.value}")
        absent = "; ".join(line.name(side) for side in line.meeting.absent)
        when = (place.day.isoformat(), f"{place.starts:%H:%M}", f"{place.ends:%H:%M}", place.table)
        said = (acta.topics, acta.agreements) if acta else ("", "")
        rows.append([*when, line.a, line.b, line.meeting.topic, state, absent, who, *said])
    names = ("day", "starts", "ends", "table", "party-a", "party-b", "topic", "state", "absent", "took-part")
    return _headings(words, *names, "topics", "agreements"), rows


def _summary(reads: Reads, words: Words) -> Table:
    """What the organiser reports: by region, then the whole, then the meetings."""
    covered = coverage_of(reads)
    lines = [*covered.regions, *((covered.nowhere,) if covered.nowhere else ())]
    rows = [
        [
            r.region or words.say("report-no-region"),
            *map(str, (r.organisations, r.organisations_present, r.people, r.people_present)),
        ]
        for r in lines
    ]
    totals = (covered.organisations, covered.organisations_present, covered.people, covered.people_present)
    rows.append([words.say("report-total"), *map(str, totals)])
    rows.append([words.say("report-escorts"), "", "", "", str(covered.escorts)])
    counts = Counter(line.meeting.state for line in lines_of(reads))
    for state in MeetingState:
        name = words.say("report-meetings-so", state=words.say(f"meeting-state-{state.value}"))
        rows.append([name, "", str(counts[state]), "", ""])
    names = ("region", "organisations", "organisations-present", "people", "people-present")
    return _headings(words, *names), rows


def _badges(reads: Reads, words: Words) -> Table:
    """Every badge printed: when, whose, at which desk, by whom, on which printer."""
    rows = [
        [line.at.strftime(_TIME), line.name, line.organisation, line.station, line.operator, line.printer]
        for line in print_lines(reads)
    ]
    return _headings(words, "recorded", "name", "organisation", "station", "operator", "printer"), rows


KINDS: dict[str, Callable[[Reads, Words], Table]] = {
    "roster": _roster,
    "attendance": _attendance,
    "certificates": _certificates,
    "badges": _badges,
    "journal": _journal,
    "delegations": _delegations,
    "meetings": _meetings,
    "summary": _summary,
}
