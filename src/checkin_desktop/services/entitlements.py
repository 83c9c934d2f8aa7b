"""Who is entitled to which certificate, and whether it is earned: everything that decides is read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin_desktop.domain.certificate import CertificateKind, Entitlement, kind_of_category
from checkin_desktop.domain.certifying import CertificationSettings
from checkin_desktop.domain.eligibility import (
    Attendance,
    EligibilityRule,
    Eligible,
    Lack,
    Missing,
    NotYet,
    eligibility,
    rule_for,
    will_qualify,
)
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.questions import Question, is_asked
from checkin_desktop.domain.speaking import Speech, speeches
from checkin_desktop.services.desk import local_time, zone_of
from checkin_desktop.services.hours import presence_of
from checkin_desktop.services.ports.store import CertificateRecord, Reads

Who = str | Entitlement
"""Somebody's id (all that they are entitled to), or one entitlement."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What entitlements are judged by, as it stands now."""

    points: tuple[Checkpoint, ...]
    rules: tuple[EligibilityRule, ...]
    settings: CertificationSettings
    attendances: Mapping[str, Attendance]
    roles: Mapping[str, tuple[tuple[CertificateKind, str], ...]]
    now: datetime
    speeches: tuple[Speech, ...]
    removed: Mapping[str, tuple[tuple[CertificateKind, str], ...]]
    questions: Mapping[str, Question]
    answers: Mapping[str, Mapping[str, str]]

    def entitlements(self, attendee: Attendee) -> tuple[Entitlement, ...]:
        """By hand and by the programme; the category's own kind unless they have it for a certain talk already."""
        found = [Entitlement(attendee.id, kind, title) for kind, title in self.roles_of(attendee.id)]
        own = kind_of_category(attendee.person.category)
        if own not in {e.kind for e in found}:
            found.insert(0, Entitlement(attendee.id, own))
        been = self.attendances.get(attendee.id, Attendance()).admitted
        for c in self.points:
            if c.id in self.settings.sessions and c.id in been:
                found.append(Entitlement(attendee.id, CertificateKind.SESSION, c.name, c.id))
        return tuple(dict.fromkeys(found))

    def roles_of(self, attendee_id: str) -> tuple[tuple[CertificateKind, str], ...]:
        """(kind, title): assigned, or by the programme where it names nobody else and nobody took it back."""
        gone = self.removed.get(attendee_id, ())
        by_programme = ((s.kind, s.title) for s in self.speeches if s.sure == attendee_id)
        return tuple(
            dict.fromkeys((*self.roles.get(attendee_id, ()), *(r for r in by_programme if r not in gone)))
        )

    def unsure(self) -> tuple[Speech, ...]:
        """Whom the programme names and who may be several or nobody: to be confirmed by a person."""
        waiting = []
        for s in self.speeches:
            role = (s.kind, s.title)
            left = tuple(i for i in s.candidates if role not in self.removed.get(i, ()))
            named = any(role in self.roles.get(i, ()) for i in s.candidates)
            if not s.sure and not named and (left or not s.candidates):
                waiting.append(replace(s, candidates=left))
        return tuple(waiting)

    def judged(
        self, attendee: Attendee, wanted: Entitlement, rules: Sequence[EligibilityRule] | None = None
    ) -> Eligible | NotYet:
        rule = rule_for(self.rules if rules is None else rules, wanted.kind, attendee.person.category)
        found = eligibility(self.points, self._attendance(attendee, rule), rule, _only(wanted))
        if isinstance(found, NotYet) and rule.questions:
            return replace(found, missing=tuple(self._worded(m) for m in found.missing))
        return found

    def earned(
        self, attendee: Attendee, wanted: Entitlement, rules: Sequence[EligibilityRule] | None = None
    ) -> bool:
        return isinstance(self.judged(attendee, wanted, rules), Eligible)

    def hopeful(self, attendee: Attendee, wanted: Entitlement) -> bool:
        """Whether they will have earned it if they miss nothing from now on."""
        rule = rule_for(self.rules, wanted.kind, attendee.person.category)
        return will_qualify(self.points, self._attendance(attendee, rule), rule, self.now, _only(wanted))

    def _attendance(self, attendee: Attendee, rule: EligibilityRule) -> Attendance:
        """What was never theirs to answer, or is asked no more, they don't owe."""
        known = self.attendances.get(attendee.id, Attendance())
        if not rule.questions:
            return known
        said, category = self.answers.get(attendee.id, {}), attendee.person.category
        owed = {
            i
            for i in rule.questions
            if i in self.questions and i not in said and is_asked(self.questions[i], category, known.admitted)
        }
        return replace(known, answered=frozenset(rule.questions) - owed)

    def _worded(self, missing: Missing) -> Missing:
        asked = self.questions.get(missing.what) if missing.lack is Lack.QUESTION else None
        return replace(missing, what=asked.es, what_en=asked.en) if asked else missing


def grounds(reads: Reads, now_ms: int, *tried: EligibilityRule) -> Grounds:
    """`tried`: rules that are not kept, and that something is to be judged by."""
    points, settings = reads.event.checkpoints(), reads.certificates.settings()
    rules = reads.certificates.rules()
    admitted, left = reads.passages.admitted_at(), reads.passages.left_at()
    present = presence_of(reads) if any(r.hours_share for r in (*rules, *tried)) else None
    attendances = {
        i: Attendance(
            admitted.get(i, frozenset()),
            left.get(i, frozenset()),
            spans=None if present is None else present.get(i, ()),
        )
        for i in {*admitted, *left}
    }
    asked = any(r.questions for r in (*rules, *tried))
    spoken = any(c.speakers for c in points)
    return Grounds(
        points,
        rules,
        settings,
        attendances,
        reads.certificates.roles(),
        local_time(now_ms, zone_of(reads.event.record().settings)),
        speeches(points, reads.people.all()) if spoken else (),
        reads.certificates.roles_removed(),
        {q.id: q for q in reads.door.questions()} if asked else {},
        reads.door.answers() if asked else {},
    )


def entitlement_of(c: CertificateRecord) -> Entitlement:
    return Entitlement(c.attendee_id, c.kind, c.title, c.session_id)


def wanted_of(known: Grounds, attendee: Attendee, who: Sequence[Who]) -> tuple[Entitlement, ...]:
    """Of one person: the entitlements asked for, all of theirs where only their id is."""
    if attendee.id in who:
        return known.entitlements(attendee)
    return tuple(w for w in who if isinstance(w, Entitlement) and w.attendee_id == attendee.id)


def people_of(who: Sequence[Who]) -> tuple[str, ...]:
    """Whose they are, each once, in the order asked for."""
    return tuple(dict.fromkeys(w if isinstance(w, str) else w.attendee_id for w in who))


def _only(wanted: Entitlement) -> str:
    return wanted.session_id if wanted.kind is CertificateKind.SESSION else ""
