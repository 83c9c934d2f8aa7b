"""Two records that were found to be one person are one for mails, meetings, substitutes and portraits too."""

import pytest

from checkin_desktop.domain.mailing import MailState, MailThing
from checkin_desktop.domain.meetings import Party, Place
from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.domain.operators import Role
from checkin_desktop.services.authority import NotAllowed
from checkin_desktop.services.delegations import arrange, delegations
from checkin_desktop.services.erase import erase
from checkin_desktop.services.meeting_station import arrive
from checkin_desktop.services.meetings import known_parties, meetings, schedule
from checkin_desktop.services.operators import add, sign_in
from checkin_desktop.services.outbox import cancel, outbox_lines, queue_mails
from checkin_desktop.services.outbox import settle as settle_mail
from checkin_desktop.services.photos import attach_photo, photo
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.services.substitutes import no_longer_represents, represent, representations_of
from support.desks import OPENING, Station, exchange_all, person

NOW = OPENING.replace(hour=9)
PLACE = Place("1", OPENING.date(), NOW.time().replace(tzinfo=None), NOW.replace(hour=10).time())
PORTRAIT = b"\xff\xd8\xff" + b"retrato" * 20


def test_what_was_said_of_either_record_is_of_the_one_person(one: Station, other: Station) -> None:
    first, second = (
        register(s.desk, person("Una Sola", "40000009", email="una@casa.example")).id for s in (one, other)
    )
    ana = one.person("Ana").id
    for station, mine in ((one, first), (other, second)):
        assert queue_mails(station.desk, MailThing.BADGE, [mine]) == 1
        (line,) = [x for x in outbox_lines(station.desk, MailThing.BADGE) if x.attendee.id == mine]
        settle_mail(station.desk, line.mail_id, MailState.SENT)
        schedule(station.desk, Party("", (mine,)), Party(station.path.stem), PLACE)
        arrange(station.desk, f"Comitiva {station.path.stem}", [mine, ana])
        represent(station.desk, mine, ana)
    exchange_all([one, other])
    (same,) = [c for c in conflicts(one.desk) if c.kind is ConflictKind.SAME_DOCUMENT]
    settle(one.desk, same.id, Choice.SAME_PERSON)
    (una,) = [a for a in one.people() if a.name == "Una Sola"]
    assert queue_mails(one.desk, MailThing.BADGE, [una.id]) == 0
    known = known_parties(one.desk)
    for line in meetings(one.desk):
        assert line.a == "Una Sola"
        assert known.side_of(una, line.meeting)
    assert arrive(one.desk, una.id, at=NOW).line is not None
    assert all(
        una.id in members for name, members in known.delegations.items() if name.startswith("Comitiva")
    )
    assert any(m.attendee.id == una.id for line in delegations(one.desk).lines for m in line.members)
    no_longer_represents(one.desk, una.id, ana)
    with one.file.read() as reads:
        assert representations_of(reads, ana).by == ()


def test_a_picture_that_two_share_stays_with_the_one_who_was_not_erased(one: Station) -> None:
    ana, beto = one.person("Ana").id, one.person("Beto").id
    for somebody in (ana, beto):
        attach_photo(one.desk, somebody, PORTRAIT)
    erase(one.desk, [ana])
    assert photo(one.desk, one.person("Beto").person.photo) == PORTRAIT


def test_mails_are_cancelled_and_tried_again_by_those_who_may_queue_them(one: Station) -> None:
    una = register(one.desk, person("Una Sola", "40000009", email="una@casa.example")).id
    add(one.desk, "Olga", Role.ORGANISER, "4821", "puente gris lima")
    steward = add(one.desk, "Sara", Role.STEWARD, "7854").id
    queue_mails(one.desk, MailThing.BADGE, [una])
    (line,) = [x for x in outbox_lines(one.desk, MailThing.BADGE) if x.attendee.id == una]
    sign_in(one.desk, steward, "7854")
    with pytest.raises(NotAllowed):
        cancel(one.desk, [line.mail_id])


def test_sending_again_is_queued_once_however_often_it_is_asked_for(one: Station) -> None:
    una = register(one.desk, person("Una Sola", "40000009", email="una@casa.example")).id
    queue_mails(one.desk, MailThing.BADGE, [una])
    (line,) = [x for x in outbox_lines(one.desk, MailThing.BADGE) if x.attendee.id == una]
    settle_mail(one.desk, line.mail_id, MailState.SENT)
    assert queue_mails(one.desk, MailThing.BADGE, [una], again=True) == 1
    assert queue_mails(one.desk, MailThing.BADGE, [una], again=True) == 0
    (line,) = [x for x in outbox_lines(one.desk, MailThing.BADGE) if x.attendee.id == una]
    assert line.state is MailState.QUEUED
    cancel(one.desk, [line.mail_id])
    (line,) = [x for x in outbox_lines(one.desk, MailThing.BADGE) if x.attendee.id == una]
    assert line.state is MailState.SENT
