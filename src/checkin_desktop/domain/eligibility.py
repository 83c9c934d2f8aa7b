"""Who has earned a certificate: what was attended against a rule that the organiser states."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

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
    """What is known of one person: the checkpoints admitted at and left, the questions answered.

    `minutes`: presence by checkpoint from entries and exits, where the event counts it so; else the programme's.
    """

    admitted: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    minutes: tuple[tuple[str, int], ...] = ()


class Lack(StrEnum):
    ENTRY = "entry"
    EXIT = "exit"
    DAYS = "days"
    SESSIONS = "sessions"
    HOURS = "hours"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing. `what`: the checkpoint's name or the question's id; `have` of `wanted` (percent
    for hours)."""

    lack: Lack
    what: str = ""
    have: int = 0
    wanted: int = 0


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


def rule_for(
    rules: Iterable[EligibilityRule], kind: CertificateKind, category: Category | None
) -> EligibilityRule:
    """The category's own rule, else the kind's, else the default."""
    known = {(r.kind, r.category): r for r in rules}
    return known.get((kind, category)) or known.get((kind, None)) or DEFAULT_RULES[kind]


def eligibility(
    checkpoints: Iterable[Checkpoint], attendance: Attendance, rule: EligibilityRule, session: str = ""
) -> Eligible | NotYet:
    """By one rule; `session`: the id of the only session that a certificate is about."""
    known = tuple(checkpoints)
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
    hopeful = replace(
        attendance,
        admitted=admitted,
        left=attendance.left | admitted,
        answered=attendance.answered | frozenset(rule.questions),
        minutes=(
            *((i, m) for i, m in attendance.minutes if i not in to_come),
            *((c.id, _programme(c)) for c in known if c.id in to_come and attendance.minutes),
        ),
    )
    return bool(attendance.admitted) and isinstance(eligibility(known, hopeful, rule, session), Eligible)


def hours_share(counted: Iterable[Checkpoint], attendance: Attendance) -> int:
    """Percent of the programme's hours, rounded down: those of the sessions, or of the days where there are none.

    Without exits somebody admitted counts for the whole of it; nothing that bears no times counts.
    """
    points = tuple(counted)
    sessions = tuple(c for c in points if c.kind is CheckpointKind.SESSION and _programme(c))
    timed = sessions or tuple(c for c in points if _programme(c))
    total = sum(_programme(c) for c in timed)
    if not total:
        return 100 if any(c.id in attendance.admitted for c in points) else 0
    minutes = dict(attendance.minutes)
    there = 0
    for c in timed:
        if c.id in minutes:
            there += min(minutes[c.id], _programme(c))
        elif c.id in attendance.admitted:
            there += _programme(c)
    return there * 100 // total


def _numbers(rule: EligibilityRule, present: tuple[Checkpoint, ...]) -> list[Missing]:
    missing = []
    days = len({c.day for c in present})
    sessions = sum(c.kind is CheckpointKind.SESSION for c in present)
    if days < rule.days:
        missing.append(Missing(Lack.DAYS, have=days, wanted=rule.days))
    if sessions < rule.sessions:
        missing.append(Missing(Lack.SESSIONS, have=sessions, wanted=rule.sessions))
    return missing


def _programme(checkpoint: Checkpoint) -> int:
    """Minutes by the programme; 0 where it bears no times."""
    if checkpoint.starts is None or checkpoint.ends is None:
        return 0
    begin, end = checkpoint.starts, checkpoint.ends
    return max(0, (end.hour - begin.hour) * 60 + end.minute - begin.minute)


def _naive(at: datetime) -> datetime:
    return at.replace(tzinfo=None)
