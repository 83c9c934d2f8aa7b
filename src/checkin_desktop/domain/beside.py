"""Whom the personal values beside an entry are about."""

from checkin_desktop.domain.facts import (
    AttendeeCorrected,
    AttendeeRegistered,
    AttendeesImported,
    CertificateIssued,
    CertificatesHandedOver,
    Fact,
    PassageRecorded,
)
from checkin_desktop.domain.meetings import ActaWritten
from checkin_desktop.domain.operators import OperatorDefined
from checkin_desktop.domain.photos import PhotoAdded
from checkin_desktop.domain.questions import AnswersGiven
from checkin_desktop.domain.substitutes import CodeLinked


def named_beside(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """The ids of those whom each value may name, in the order of `facts.commitments`. The empty id: nobody's."""
    match fact:
        case AttendeesImported(profiles=profiles):
            return tuple((p.attendee_id,) for p in profiles)
        case AttendeeRegistered(profile=profile) | AttendeeCorrected(profile=profile):
            return ((profile.attendee_id,),)
        case PassageRecorded(attendee_id=who) | CertificateIssued(attendee_id=who):
            return ((who,),)
        case CodeLinked(attendee_id=who) | AnswersGiven(attendee_id=who) | PhotoAdded(attendee_id=who):
            return ((who,),)
        case CertificatesHandedOver(collector_id=who) | OperatorDefined(operator_id=who):
            return ((who,),)
        case ActaWritten(attendees=attendees):
            return (attendees,)
        case _:
            return ()
