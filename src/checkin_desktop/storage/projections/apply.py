"""One entry into the projections, and all of them anew."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from sqlalchemy import Connection, delete, func, insert, select

from checkin_desktop.domain.certifying import (
    CertificateRequested,
    CertificateRequestsClosed,
    CertificateRoleAssigned,
    CertificatesReturned,
    CertificationConfigured,
    EligibilityDefined,
    NumbersVoided,
    PrintsLost,
)
from checkin_desktop.domain.delegations import DelegationArranged, EscortsRecorded
from checkin_desktop.domain.designs import TemplateChosen, TemplateRemoved, TemplateSaved
from checkin_desktop.domain.facts import (
    AttendanceSet,
    AttendeeCorrected,
    AttendeeRegistered,
    AttendeesImported,
    BadgeIssued,
    BadgeRevoked,
    BadgesPrinted,
    BlanksReserved,
    CertificateIssued,
    CertificateRevoked,
    CertificatesHandedOver,
    CertificatesPrinted,
    CheckpointDefined,
    ClockMeasured,
    ConflictSettled,
    EventConfigured,
    EventCreated,
    Fact,
    ImageAdded,
    ImportCompleted,
    KeysSealed,
    OrganisationDescribed,
    PassageRecorded,
    PassageUndone,
    PersonalErased,
    SlotTaken,
    StationEnrolled,
    StationRenamed,
    StationRevoked,
)
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.mailing import MailSettled, MailsQueued, MailsTakenOver, MailTried
from checkin_desktop.domain.meetings import (
    ActaWritten,
    MeetingAttended,
    MeetingCancelled,
    MeetingEnded,
    MeetingNoShow,
    MeetingReopened,
    MeetingScheduled,
    MeetingsSwapped,
    MeetingStarted,
)
from checkin_desktop.domain.operators import OperatorDefined, OperatorRemoved
from checkin_desktop.domain.photos import PhotoAdded
from checkin_desktop.domain.presence import PassagesMoved
from checkin_desktop.domain.questions import AnswersGiven, QuestionDefined
from checkin_desktop.domain.rules import RuleStated
from checkin_desktop.domain.substitutes import CodeLinked, CodeUnlinked, RepresentationRecorded
from checkin_desktop.storage import search
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import in_order
from checkin_desktop.storage.projections import (
    badges,
    certificates,
    certification,
    clocks,
    erasing,
    mails,
    meetings,
    operators,
    organisations,
    passages,
    people,
    questions,
    ruling,
    settling,
    stations,
    substitutes,
    templates,
)
from checkin_desktop.wire.bodies import MalformedBody, decode_body
from checkin_desktop.wire.personal import check_personal

_NOT_MANY = 200
_UNKNOWN = "unknown_kind"
_FIRST = ("station_revoked", "event_created", "clock_measured")
"""What a revoked station wrote later never counts, not even for a moment; everything is about the event; and
times are right at once."""


def apply_entry(conn: Connection, entry: Entry, fact: Fact | None = None, fresh: bool = False) -> bool:
    """Counts one stored entry. Answers True if everything must be rebuilt, since it changes what others count for.

    An entry that can't count (a revoked station's, an unknown kind, something said already that is said once) is
    listed as held, with its reason.
    """
    if fact is None:
        said = _read(entry)
        if isinstance(said, str):
            _hold(conn, entry, said)
            return False
        fact = said
    return _count(conn, entry, fact, fresh)


def _count(conn: Connection, entry: Entry, fact: Fact, fresh: bool = False) -> bool:
    last = stations.revoked_after(conn, entry.station_id)
    if last is not None and entry.seq > last and not isinstance(fact, EventCreated | StationEnrolled):
        _hold(conn, entry, "station_revoked")
        return isinstance(fact, StationRevoked)  # which of two revocations came first is the rebuild's to say
    if not fresh and _said_already(conn, entry, fact):
        _hold(conn, entry, "said_already")
        return True
    rebuild_needed = _apply(conn, entry, fact, fresh)
    if entry.personal and erasing.erased_anyone(conn):
        erasing.erase_again(conn, entry)
    return rebuild_needed


def apply_entries(
    conn: Connection, entries: Sequence[Entry], facts: Mapping[bytes, Fact] | None = None
) -> bool:
    """`apply_entry` for many. Scans are most of them: these are counted last, all together.

    `facts`: what entries say, by hash, as far as they were read already.
    """
    scans: list[tuple[Entry, PassageRecorded]] = []
    rebuild_needed = False
    for entry in entries:
        fact = _read(entry, facts.get(entry.hash) if facts else None)
        if isinstance(fact, str):
            _hold(conn, entry, fact)
        elif isinstance(fact, PassageRecorded):
            scans.append((entry, fact))
        else:
            rebuild_needed |= _count(conn, entry, fact)
    last = {station: stations.revoked_after(conn, station) for station in {e.station_id for e, _ in scans}}
    good = []
    for entry, scan in scans:
        end = last[entry.station_id]
        if end is not None and entry.seq > end:
            _hold(conn, entry, "station_revoked")
        else:
            good.append((entry, scan))
    if good:
        passages.record_all(conn, good)
    with_values = [entry for entry, _ in good if entry.personal]
    if with_values and erasing.erased_anyone(conn):
        for entry in with_values:
            erasing.erase_again(conn, entry)
    return rebuild_needed


def _read(entry: Entry, read: Fact | None = None) -> Fact | str:
    """What an entry says, or why it can't count."""
    try:
        fact = read or decode_body(entry.kind, entry.version, entry.body)
        if fact is not None:
            check_personal(fact, entry.personal)
    except MalformedBody:
        return "malformed"
    return fact or _UNKNOWN


def _said_already(conn: Connection, entry: Entry, fact: Fact) -> bool:
    """The first in the journal's order counts; the caller rebuilds in that order."""
    match fact:
        case EventCreated(event_id=event_id):
            said = select(t.event.c.id).where(t.event.c.id == event_id)
        case StationEnrolled():
            said = select(t.station.c.id).where(t.station.c.id == entry.station_id)
        case ImportCompleted(import_id=import_id):
            said = select(t.import_run.c.import_id).where(t.import_run.c.import_id == import_id)
        case _:
            return False
    return conn.execute(said).first() is not None


def _apply(conn: Connection, entry: Entry, fact: Fact, fresh: bool) -> bool:
    match fact:
        case PassageRecorded() if fresh:
            passages.record_fresh(conn, entry, fact)
        case PassageRecorded():
            passages.record_all(conn, [(entry, fact)])
        case PassageUndone():
            passages.record_undo(conn, entry, fact)
        case PassagesMoved():
            passages.record_move(conn, entry, fact)
        case RuleStated():
            ruling.record_rule(conn, entry, fact)
        case AttendeesImported(import_id=import_id, profiles=profiles):
            people.record_profiles(conn, entry, profiles, import_id)
        case ImportCompleted():
            people.complete_import(conn, entry, fact)
        case AttendeeRegistered(profile=profile) | AttendeeCorrected(profile=profile):
            people.record_profiles(conn, entry, (profile,))
        case AttendanceSet(attendee_id=attendee_id, withdrawn=withdrawn):
            people.record_attendance(conn, entry, attendee_id, withdrawn)
        case OrganisationDescribed():
            organisations.describe(conn, entry, fact)
        case BadgeIssued(code_id=code_id, attendee_id=attendee_id):
            badges.record(conn, entry, badges.Mark.ISSUED, [code_id], attendee_id)
            people.refresh_badges(conn, badges.holders(conn, [code_id]))
            passages.reassign(conn, code_id)
        case BadgeRevoked(code_id=code_id, attendee_id=attendee_id):
            badges.record(conn, entry, badges.Mark.REVOKED, [code_id], attendee_id)
            people.refresh_badges(conn, badges.holders(conn, [code_id]))
        case BadgesPrinted(code_ids=code_ids):
            badges.record(conn, entry, badges.Mark.PRINTED, code_ids)
            people.refresh_badges(conn, badges.holders(conn, code_ids))
        case BlanksReserved(code_ids=code_ids):
            badges.record(conn, entry, badges.Mark.BLANK, code_ids)
        case ConflictSettled():
            settling.settle(conn, entry, fact)
        case CertificateIssued():
            certificates.record(conn, entry, fact)
        case CertificatesPrinted(serials=serials, printer=printer):
            certificates.record_marks(conn, entry, serials, certificates.PRINTED, printer)
        case CertificatesHandedOver():
            certificates.record_handed_over(conn, entry, fact)
        case CertificatesReturned(serials=serials):
            certificates.record_marks(conn, entry, serials, certificates.RETURNED)
        case PrintsLost(serials=serials):
            certificates.record_marks(conn, entry, serials, certificates.PRINT_LOST)
        case NumbersVoided(serials=serials, why=why, reason=reason):
            certificates.record_marks(conn, entry, serials, certificates.VOID + why, reason)
        case CertificateRevoked(serial=serial, reason=reason):
            certificates.record_marks(conn, entry, (serial,), certificates.REVOKED, reason)
        case CertificationConfigured():
            certification.record_settings(conn, entry, fact)
        case EligibilityDefined():
            certification.record_rule(conn, entry, fact)
        case CertificateRoleAssigned():
            certification.record_role(conn, entry, fact)
        case CertificateRequested():
            certification.record_request(conn, entry, fact)
        case CertificateRequestsClosed():
            certification.record_closed(conn, entry, fact)
        case StationEnrolled():
            stations.record_enrolment(conn, entry, fact)
        case SlotTaken():
            stations.record_slot(conn, entry, fact)
        case StationRenamed():
            stations.record_name(conn, entry, fact)
        case StationRevoked():
            stations.record_revocation(conn, entry, fact)
            return True
        case EventCreated():
            stations.record_event(conn, entry, fact)
            for station in clocks.measured_stations(conn):
                passages.correct_again(conn, clocks.Stretch.whole(station))
        case EventConfigured():
            return stations.record_settings(conn, entry, fact)
        case ImageAdded(content=content):
            stations.record_image(conn, content)
        case KeysSealed():
            return stations.record_sealed(conn, entry, fact)
        case CheckpointDefined():
            if stations.record_checkpoint(conn, entry, fact):
                passages.reduce_checkpoint(conn, fact.checkpoint.id)
        case ClockMeasured():
            stretch = clocks.record(conn, entry, fact)
            if stretch:
                passages.correct_again(conn, stretch)
        case DelegationArranged() | EscortsRecorded():
            meetings.record_delegation(conn, entry, fact)
        case (
            MeetingScheduled()
            | MeetingsSwapped()
            | MeetingCancelled()
            | MeetingAttended()
            | MeetingStarted()
            | MeetingEnded()
            | MeetingNoShow()
            | MeetingReopened()
            | ActaWritten()
        ):
            meetings.record_meeting(conn, entry, fact)
        case PersonalErased():
            erasing.forget(conn, entry, fact)
        case TemplateSaved() | TemplateRemoved():
            templates.record_edit(conn, entry, fact)
        case TemplateChosen():
            templates.record_choice(conn, entry, fact)
        case RepresentationRecorded():
            substitutes.record_representation(conn, entry, fact)
        case CodeLinked():
            substitutes.record_link(conn, entry, fact)
        case CodeUnlinked(entry=target):
            substitutes.record_unlink(conn, entry, target)
        case QuestionDefined():
            questions.record_question(conn, entry, fact)
        case AnswersGiven():
            questions.record_answers(conn, entry, fact)
        case PhotoAdded(attendee_id=attendee_id):
            substitutes.record_photo(conn, entry, attendee_id)
        case MailsQueued() | MailsTakenOver() | MailTried() | MailSettled():
            mails.record(conn, entry, fact)
        case OperatorDefined() | OperatorRemoved():
            operators.record(conn, entry, fact)
        case _:
            assert_never(fact)
    return False


def rebuild(conn: Connection, progress: Callable[[int, int], None] | None = None) -> None:
    """Every projection from the journal alone."""
    for table in t.PROJECTIONS:
        conn.execute(delete(table))
    search.clear(conn)
    total = conn.execute(select(func.count()).select_from(t.entry)).scalar_one()
    for kind in _FIRST:
        for entry in in_order(conn, t.entry.c.kind == kind):
            apply_entry(conn, entry)
    page: list[Entry] = []
    for done, entry in enumerate(in_order(conn, t.entry.c.kind.not_in(_FIRST)), start=1):
        page.append(entry)
        if len(page) == _NOT_MANY:
            apply_entries(conn, page)
            page = []
            if progress:
                progress(done, total)
    apply_entries(conn, page)
    if progress:
        progress(total, total)


def understands_more(conn: Connection) -> bool:
    """Does this program know what an older one had to leave aside? Then everything has to be computed anew."""
    left = select(t.held.c.entry).where(t.held.c.reason == _UNKNOWN)
    rows = conn.execute(
        select(t.entry.c.kind, t.entry.c.version, t.entry.c.body).where(t.entry.c.hash.in_(left))
    )
    return any(_known(r.kind, r.version, r.body) for r in rows)


def _known(kind: str, version: int, body: bytes) -> bool:
    try:
        return decode_body(kind, version, body) is not None
    except MalformedBody:
        return True


def _hold(conn: Connection, entry: Entry, reason: str) -> None:
    conn.execute(insert(t.held), {"entry": entry.hash, "reason": reason})
    if entry.personal and erasing.erased_anyone(conn):
        erasing.erase_held(conn, [entry])
