"""What somebody must be allowed to do for a fact to be written under their name."""

from typing import assert_never

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
from checkin_desktop.domain.operators import Action, OperatorDefined, OperatorRemoved
from checkin_desktop.domain.photos import PhotoAdded
from checkin_desktop.domain.presence import PassagesMoved
from checkin_desktop.domain.questions import AnswersGiven, QuestionDefined
from checkin_desktop.domain.rules import RuleStated
from checkin_desktop.domain.substitutes import CodeLinked, CodeUnlinked, RepresentationRecorded


def action_of(fact: Fact) -> Action | None:
    """None: what the program writes by itself, whoever sits there."""
    match fact:
        case MailsQueued() | MailsTakenOver():
            return Action.CERTIFY
        case MailTried() | MailSettled():
            return None
        case EventCreated() | StationEnrolled() | SlotTaken() | ClockMeasured():
            return None
        case PassageRecorded(override=override):
            return Action.OVERRIDE if override else Action.SCAN
        case PassageUndone():
            return Action.UNDO_OWN
        case AttendeeRegistered() | AttendeeCorrected():
            return Action.REGISTER
        case BadgeIssued():
            return Action.REGISTER
        case BadgesPrinted() | BlanksReserved():
            return Action.REPRINT_BADGE
        case BadgeRevoked():
            return Action.REVOKE_BADGE
        case ConflictSettled() | AttendanceSet():
            return Action.SETTLE
        case CertificateIssued() | CertificateRevoked():
            return Action.CERTIFY
        case CertificationConfigured() | CertificateRoleAssigned():
            return Action.CERTIFY
        case NumbersVoided() | CertificateRequestsClosed():
            return Action.CERTIFY
        case EligibilityDefined():
            return Action.CONFIGURE
        case CertificatesPrinted() | CertificatesHandedOver() | CertificatesReturned() | PrintsLost():
            return Action.HAND_OVER
        case CertificateRequested():
            return Action.HAND_OVER
        case StationRenamed() | StationRevoked() | KeysSealed():
            return Action.EXCHANGE
        case EventConfigured() | ImageAdded() | CheckpointDefined() | OrganisationDescribed():
            return Action.CONFIGURE
        case AttendeesImported() | ImportCompleted() | PersonalErased():
            return Action.CONFIGURE
        case TemplateSaved() | TemplateRemoved() | TemplateChosen() | QuestionDefined():
            return Action.CONFIGURE
        case RepresentationRecorded() | CodeLinked() | CodeUnlinked() | PhotoAdded():
            return Action.REGISTER
        case AnswersGiven():
            return Action.ANSWER_QUESTIONS
        case MeetingAttended() | MeetingStarted() | MeetingEnded() | EscortsRecorded():
            return Action.SCAN
        case MeetingScheduled(ad_hoc=True) | MeetingNoShow() | MeetingReopened() | ActaWritten():
            return Action.REGISTER
        case MeetingScheduled() | MeetingsSwapped() | MeetingCancelled() | DelegationArranged():
            return Action.SETTLE
        case PassagesMoved():
            return Action.MOVE_PASSAGES
        case RuleStated():
            return Action.CONFIGURE
        case OperatorDefined() | OperatorRemoved():
            return Action.MANAGE_OPERATORS
        case _:
            assert_never(fact)
