"""One person gets one mail, however many desks queued it; a queue is taken over, and given back, with its reason."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from checkin_desktop.domain.mailing import MailState, MailThing, MailTrouble
from checkin_desktop.domain.people import Person
from checkin_desktop.services.outbox import (
    OutboxLine,
    begin,
    cancel,
    give_back,
    next_mail,
    outbox_lines,
    queue_mails,
    recover,
    settle,
    take_over,
    to_take_over,
    try_again,
)
from support.desks import Station, exchange_all, found, joined

PEOPLE = (
    Person("Ana", "Quispe", email="ana@casa.example"),
    Person("Beto", "Mamani", email="beto@casa.example"),
)

Two = tuple[Station, Station]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Two]:
    one = found(tmp_path / "one.checkin", people=PEOPLE)
    other = joined(tmp_path / "other.checkin", one, "Mesa 2")
    exchange_all([one, other])
    other.clock.turn(600)  # what it writes is later
    yield one, other
    one.close()
    other.close()


def queue(station: Station, *names: str, again: bool = False) -> int:
    ids = [a.id for a in station.people() if a.person.given_names in names]
    station.clock.turn(1)
    return queue_mails(station.desk, MailThing.BADGE, ids, again=again)


def lines(station: Station) -> dict[str, OutboxLine]:
    return {x.attendee.person.given_names: x for x in outbox_lines(station.desk, MailThing.BADGE)}


def send_all(station: Station) -> list[str]:
    sent = []
    while (mail := next_mail(station.desk)) is not None:
        station.clock.turn(1)
        begin(station.desk, mail.mail_id)
        settle(station.desk, mail.mail_id, MailState.SENT)
        sent.append(mail.attendee.person.given_names)
    return sorted(sent)


def test_queued_by_two_desks_it_is_one_mail_of_the_first(desks: Two) -> None:
    one, other = desks
    assert queue(one, "Ana") == 1
    assert queue(other, "Ana", "Beto") == 2
    exchange_all([one, other])
    assert lines(one)["Ana"].mail_id == lines(other)["Ana"].mail_id
    assert (lines(one)["Ana"].here, lines(other)["Ana"].here) == (True, False)
    assert lines(other)["Ana"].station == "Mesa 1"
    assert send_all(other) == ["Beto"]
    exchange_all([one, other])
    assert send_all(one) == ["Ana"]


def test_what_the_later_desk_sent_already_is_not_sent_again(desks: Two) -> None:
    one, other = desks
    queue(one, "Ana", "Beto")
    queue(other, "Ana", "Beto")
    mail = next_mail(other.desk)
    assert mail is not None
    begin(other.desk, mail.mail_id)
    settle(other.desk, mail.mail_id, MailState.SENT)
    second = next_mail(other.desk)
    assert second is not None
    begin(other.desk, second.mail_id)
    exchange_all([one, other])
    assert {x.state for x in lines(one).values()} == {MailState.SENT, MailState.SENDING}
    assert send_all(one) == []
    assert recover(one.desk) == 1, "begun at the other desk: a person decides"
    assert {x.state for x in lines(one).values()} == {MailState.SENT, MailState.UNCERTAIN}


def test_sending_again_on_purpose_is_another_mail(desks: Two) -> None:
    one, other = desks
    queue(one, "Ana")
    send_all(one)
    exchange_all([one, other])
    assert queue(other, "Ana") == 0
    assert queue(other, "Ana", again=True) == 1
    assert queue(one, "Ana", again=True) == 1
    exchange_all([one, other])
    assert sorted(send_all(one) + send_all(other)) == ["Ana"]


def test_another_desks_queue_is_taken_over_and_given_back(desks: Two) -> None:
    one, other = desks
    queue(other, "Ana", "Beto")
    exchange_all([one, other])
    wanted = to_take_over(lines(one).values())
    assert len(wanted) == 2
    taken = take_over(one.desk, wanted, "La laptop de la mesa 2 se apagó")
    assert [len(t.mail_ids) for t in taken] == [2]
    assert send_all(one) == ["Ana", "Beto"]
    exchange_all([one, other])
    assert send_all(other) == []
    assert {x.station for x in lines(other).values()} == {"Mesa 1"}


def test_giving_back_leaves_what_was_sent(desks: Two) -> None:
    one, other = desks
    queue(other, "Ana", "Beto")
    exchange_all([one, other])
    taken = take_over(one.desk, to_take_over(lines(one).values()), "apagada")
    mail = next_mail(one.desk)
    assert mail is not None
    begin(one.desk, mail.mail_id)
    settle(one.desk, mail.mail_id, MailState.SENT)
    assert give_back(one.desk, taken) == 1
    assert next_mail(one.desk) is None
    exchange_all([one, other])
    assert len(send_all(other)) == 1


def test_one_begun_elsewhere_is_left_to_a_person(desks: Two) -> None:
    one, other = desks
    queue(other, "Ana")
    mail = next_mail(other.desk)
    assert mail is not None
    begin(other.desk, mail.mail_id)
    exchange_all([one, other])
    take_over(one.desk, [mail.mail_id], "se apagó")
    line = lines(one)["Ana"]
    assert (line.state, line.trouble) == (MailState.UNCERTAIN, MailTrouble.UNCERTAIN)
    assert next_mail(one.desk) is None
    try_again(one.desk, [mail.mail_id])
    assert send_all(one) == ["Ana"]


def test_two_desks_that_take_over_leave_one_owner_in_any_order(desks: Two, tmp_path: Path) -> None:
    one, other = desks
    third = joined(tmp_path / "third.checkin", one, "Mesa 3")
    exchange_all([one, other, third])
    queue(third, "Ana", "Beto")
    queue(one, "Beto")
    exchange_all([one, other, third])
    for station in (one, other):
        station.clock.turn(1)
        take_over(station.desk, to_take_over(lines(station).values()), "se apagó")
    cancel(third.desk, [lines(third)["Ana"].mail_id])
    every = sorted(
        {e.hash: e for s in (one, other, third) for e in s.entries()}.values(), key=lambda e: e.order
    )
    mailed = [e for e in every if e.kind.startswith("mail")]
    rest = [e for e in every if e not in mailed]
    exchange_all([one, other, third])
    told = {n: (x.mail_id, x.state, x.station) for n, x in lines(one).items()}
    assert told["Ana"][1:] == (MailState.CANCELLED, "Mesa 2")
    for at, order in enumerate(list(permutations(mailed))[::7]):
        fresh = joined(tmp_path / f"fresh{at}.checkin", one)
        fresh.take_in(rest)
        while fresh.take_in(order)[0]:
            pass
        assert {n: (x.mail_id, x.state, x.station) for n, x in lines(fresh).items()} == told
        assert fresh.digest() == fresh.rebuilt_digest()
        fresh.close()
    third.close()
