"""Who has earned a certificate: what was attended against a rule that the organiser states."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

from checkin_desktop.domain.attendance import Span, hours_of_spans, programme_of
from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.people import Category


@dataclass(frozen=True, slots=True)
class EligibilityRule:
    """What one kind of certificate asks of one category (None: of everybody without a rule of their own).

    Whatever is 0 or empty is not asked. `hours_share` is a percentage of the programme's hours; `not_counted` are
    checkpoints that never count (a coffee break); `questions` are ids of questions that must be answered.
    """

    kind: CertificateKind = CertificateKind.ATTENDANCE
    category: Category | None = None
    all_required: bool = True
    days: int = 0
    sessions: int = 0
    hours_share: int = 0
    entry_and_exit: bool = False
    questions: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """What is known of one person: the checkpoints admitted at and left, the questions that they owe no answer to.

    `spans`: presence from entries and exits, where the event computes hours from scans; None: whoever was admitted
    counts for the whole of the programme's hours there.
    """

    admitted: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    spans: tuple[Span, ...] | None = None


class Lack(StrEnum):
    ENTRY = "entry"
    EXIT = "exit"
    DAYS = "days"
    SESSIONS = "sessions"
    HOURS = "hours"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing. `what`: the checkpoint's name, the question's id, or its wording (`what_en`: in
    English, where there is one); `have` of `wanted` (percent for hours)."""

    lack: Lack
    what: str = ""
    have: int = 0
    wanted: int = 0
    what_en: str = ""


@dataclass(frozen=True, slots=True)
class Eligible:
    attended: tuple[Checkpoint, ...]


@dataclass(frozen=True, slots=True)
class NotYet:
    missing: tuple[Missing, ...]
    attended: tuple[Checkpoint, ...] = ()


DEFAULT_RULES = {
    kind: EligibilityRule(kind, all_required=kind is CertificateKind.ATTENDANCE) for kind in CertificateKind
}
"""Attendance: one entry on each required day or session. Whoever spoke or organised: any one attendance."""


_ROUNDING = 1e-9
"""Hours are fractions: what is all of them must not come to 99 %."""


def rule_for(
    rules: Iterable[EligibilityRule], kind: CertificateKind, category: Category | None
) -> EligibilityRule:
    """The category's own rule, else the kind's, else the default."""
    known = {(r.kind, r.category): r for r in rules}
    return known.get((kind, category)) or known.get((kind, None)) or DEFAULT_RULES[kind]


def eligibility(
    checkpoints: Iterable[Checkpoint], attendance: Attendance, rule: EligibilityRule, session: str = ""
) -> Eligible | NotYet:
    """By one rule; `session`: the id of the only session that a certificate is about. A lunch never counts."""
    known = tuple(c for c in checkpoints if not c.once)
    counted = tuple(c for c in known if c.id not in rule.not_counted)
    if session:
        counted = tuple(c for c in known if c.id == session)
        rule = replace(rule, all_required=False, days=0, sessions=0)
    present = tuple(c for c in counted if c.id in attendance.admitted)
    missing: list[Missing] = []
    if rule.all_required:
        missing += [Missing(Lack.ENTRY, c.name) for c in counted if c.required and c not in present]
    if rule.entry_and_exit:
        asked = [c for c in present if c.required or not rule.all_required]
        missing += [Missing(Lack.EXIT, c.name) for c in asked if c.id not in attendance.left]
    missing += _numbers(rule, present)
    if rule.hours_share:
        share = hours_share(counted, attendance)
        if share < rule.hours_share:
            missing.append(Missing(Lack.HOURS, have=share, wanted=rule.hours_share))
    missing += [Missing(Lack.QUESTION, q) for q in rule.questions if q not in attendance.answered]
    if not present and not any(m.lack is Lack.ENTRY for m in missing):
        missing.insert(0, Missing(Lack.ENTRY, counted[0].name if counted else ""))
    return NotYet(tuple(missing), present) if missing else Eligible(present)


def will_qualify(
    checkpoints: Iterable[Checkpoint],
    attendance: Attendance,
    rule: EligibilityRule,
    now: datetime,
    session: str = "",
) -> bool:
    """Whether they qualify if they miss nothing from now on: exits, questions and what has not begun yet.

    `now` is the venue's wall clock. Nobody who never came is taken for somebody who will.
    """
    known = tuple(checkpoints)
    to_come = frozenset(c.id for c in known if datetime.combine(c.day, c.starts or time.min) > _naive(now))
    admitted = attendance.admitted | to_come
    spans = attendance.spans
    if spans is not None:
        planned = (p for c in known if c.id in admitted and (p := programme_of(c)) is not None)
        spans += tuple(replace(p, start=max(p.start, _naive(now))) for p in planned if p.end > _naive(now))
    hopeful = replace(
        attendance,
        admitted=admitted,
        left=attendance.left | admitted,
        answered=attendance.answered | frozenset(rule.questions),
        spans=spans,
    )
    return bool(attendance.admitted) and isinstance(eligibility(known, hopeful, rule, session), Eligible)


def hours_share(counted: Iterable[Checkpoint], attendance: Attendance) -> int:
    """Percent of the programme's hours, rounded down: those of the sessions, or of the days where there are none.

    What takes place at once counts once; nothing that bears no times counts.
    """
    points = tuple(counted)
    planned = {c.id: p for c in points if (p := programme_of(c)) is not None}
    sessions = {c.id for c in points if c.kind is CheckpointKind.SESSION and c.id in planned}
    timed = {i: p for i, p in planned.items() if not sessions or i in sessions}
    total = hours_of_spans(timed.values())
    if not total:
        return 100 if any(c.id in attendance.admitted for c in points) else 0
    if attendance.spans is None:
        there = hours_of_spans(p for i, p in timed.items() if i in attendance.admitted)
    else:
        there = hours_of_spans(s for s in attendance.spans if s.checkpoint_id in timed)
    return int(there * 100 / total + _ROUNDING)


def _numbers(rule: EligibilityRule, present: tuple[Checkpoint, ...]) -> list[Missing]:
    missing = []
    days = len({c.day for c in present})
    sessions = sum(c.kind is CheckpointKind.SESSION for c in present)
    if days < rule.days:
        missing.append(Missing(Lack.DAYS, have=days, wanted=rule.days))
    if sessions < rule.sessions:
        missing.append(Missing(Lack.SESSIONS, have=sessions, wanted=rule.sessions))
    return missing


def _naive(at: datetime) -> datetime:
    return at.replace(tzinfo=None)
