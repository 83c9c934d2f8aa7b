"""The outbox: who is to be sent what, in which desk's queue it is, and what was sent."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import (
    MailSettled,
    MailsQueued,
    MailsTakenOver,
    MailState,
    MailThing,
    MailTried,
    MailTrouble,
    QueuedMail,
    state_of,
)
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Person
from checkin_desktop.services.certificates import number_of
from checkin_desktop.services.desk import Desk, zone_of
from checkin_desktop.services.ports.mailing import MailServer, Security
from checkin_desktop.services.ports.mails import MailRecord
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.words import DEFAULT_LANGUAGE

_NOTE = "outbox"
_NOBODY = Person()
_ID_BYTES = 12
_UNSENT = (MailState.QUEUED, MailState.SENDING, MailState.FAILED, MailState.UNCERTAIN)
_CAME_TO_NOTHING = (MailState.FAILED, MailState.CANCELLED)
_ATOM, _LABEL = r"[\w!#$%&'*+/=?^`{|}~-]+", r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ADDRESS = re.compile(
    rf"(?=.{{1,64}}@)(?=.{{6,254}}\Z){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]",
    re.ASCII | re.IGNORECASE,
)
"""`dot-atom` of RFC 5322: what mail servers take without extensions."""


class MailSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """How this desk sends; kept in its event file, without the password. Empty texts: the program's own."""

    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    username: str = ""
    sender: str = ""
    sender_name: str = ""
    per_minute: int = 20
    subject: str = ""
    body: str = ""
    language: str = DEFAULT_LANGUAGE

    @property
    def server(self) -> MailServer:
        return MailServer(self.host, self.port, self.security, self.username)


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One person and what they may be sent. `state` None: nothing was ever queued for them. `station`: the name of
    the desk in whose queue it is, `here` if that is this one."""

    attendee: Attendee
    number: str
    serial: int
    has_address: bool
    mail_id: str = ""
    state: MailState | None = None
    trouble: str = ""
    code: int = 0
    here: bool = True
    station: str = ""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Mails that were in the queue of `station_id` until a person took them over."""

    station_id: bytes
    mail_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail of this desk's queue that is to go now."""

    mail_id: str
    thing: MailThing
    attendee: Attendee
    serial: int
    number: str
    tries: int = 0


def mail_settings(desk: Desk) -> MailSettings:
    note = desk.store.note(_NOTE)
    try:
        return msgspec.json.decode(note, type=MailSettings) if note else MailSettings()
    except (msgspec.ValidationError, msgspec.DecodeError):
        return MailSettings()


def keep_mail_settings(desk: Desk, settings: MailSettings) -> None:
    """Raises PersonFacingError for what could not work."""
    if not settings.host.strip() or not 0 < settings.port < 65_536:
        raise PersonFacingError("outbox-no-server")
    if not is_address(settings.sender):
        raise PersonFacingError("outbox-no-sender")
    with desk.store.unit() as unit:
        unit.keep_note(_NOTE, msgspec.json.encode(replace_pace(settings)))


def replace_pace(settings: MailSettings) -> MailSettings:
    return msgspec.structs.replace(settings, per_minute=min(max(settings.per_minute, 1), 120))


def is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text.strip()) is not None


def outbox_lines(desk: Desk, thing: MailThing) -> tuple[OutboxLine, ...]:
    """Everybody who may be sent it: holders of a good certificate, or everybody on the list; by surname."""
    with desk.store.read() as reads:
        latest: dict[tuple[str, int], MailRecord] = {}
        for mail in reads.mails.all():
            if mail.thing is thing:
                key = (mail.attendee_id, mail.serial)
                held = latest.get(key)
                sent = held is not None and state_of(held.marks).state is MailState.SENT
                if not sent or state_of(mail.marks).state not in _CAME_TO_NOTHING:
                    latest[key] = mail
        own = desk.store.station.station_id
        names = {s.id: s.name for s in reads.event.stations()}
        return tuple(
            _line(attendee, number, serial, latest.get((attendee.id, serial)), own, names)
            for attendee, number, serial in _candidates(reads, thing)
        )


def queue_mails(
    desk: Desk, thing: MailThing, attendee_ids: Sequence[str], *, again: bool = False, operator: str = ""
) -> int:
    """Puts them into this desk's queue; answers how many. Who has no address, or was sent it already or is about
    to be, is left out. `again`: those that were sent it too.
    """
    wanted = set(attendee_ids)
    lines = [line for line in outbox_lines(desk, thing) if line.attendee.id in wanted and line.has_address]
    free = (None, MailState.FAILED, MailState.CANCELLED) + ((MailState.SENT,) if again else ())
    mails = tuple(
        QueuedMail(desk.random(_ID_BYTES).hex(), line.attendee.id, line.serial, line.mail_id)
        for line in lines
        if line.state in free
    )
    if mails:
        with desk.store.unit() as unit:
            unit.append(MailsQueued(thing, mails), operator=operator)
    return len(mails)


def try_again(desk: Desk, mail_ids: Iterable[str], operator: str = "") -> None:
    """A person decides that mails that failed, or may have been sent, are sent anyway."""
    _settle_all(desk, mail_ids, MailState.QUEUED, (MailState.FAILED, MailState.UNCERTAIN), operator)


def cancel(desk: Desk, mail_ids: Iterable[str], operator: str = "") -> None:
    _settle_all(desk, mail_ids, MailState.CANCELLED, (MailState.QUEUED,), operator)


def to_take_over(lines: Iterable[OutboxLine]) -> tuple[str, ...]:
    """The mails in other desks' queues that nobody knows to have been sent."""
    return tuple(line.mail_id for line in lines if not line.here and line.state in _UNSENT)


def take_over(desk: Desk, mail_ids: Iterable[str], reason: str, operator: str = "") -> tuple[TakenOver, ...]:
    """Mails of other desks' queues into this one's; answers whose they were. One that had been begun there may have
    arrived: a person decides whether it is sent again.
    """
    wanted, own = set(mail_ids), desk.store.station.station_id
    with desk.store.unit() as unit:
        found = [m for m in unit.mails.all() if m.id in wanted and m.station_id != own]
        states = {m.id: state_of(m.marks).state for m in found}
        taken = [m for m in found if states[m.id] in _UNSENT]
        if taken:
            unit.append(MailsTakenOver(tuple(m.id for m in taken), reason), operator=operator)
        for m in taken:
            if states[m.id] is MailState.SENDING:
                unit.append(MailSettled(m.id, MailState.UNCERTAIN, MailTrouble.UNCERTAIN), operator=operator)
    stations = dict.fromkeys(m.station_id for m in taken)
    return tuple(TakenOver(s, tuple(m.id for m in taken if m.station_id == s)) for s in stations)


def give_back(desk: Desk, taken: Iterable[TakenOver], operator: str = "") -> int:
    """Undoes `take_over` for what was not sent since; answers how many mails."""
    own = desk.store.station.station_id
    given = 0
    with desk.store.unit() as unit:
        mine = {m.id for m in unit.mails.all() if m.station_id == own and state_of(m.marks).state in _UNSENT}
        for part in taken:
            ids = tuple(i for i in part.mail_ids if i in mine)
            if ids:
                unit.append(MailsTakenOver(ids, "", part.station_id), operator=operator)
            given += len(ids)
    return given


def recover(desk: Desk) -> int:
    """Mails of this desk that were begun when the program ended: nobody knows whether they arrived."""
    begun = [m.id for m in _own(desk) if state_of(m.marks).state is MailState.SENDING]
    for mail_id in begun:
        settle(desk, mail_id, MailState.UNCERTAIN, MailTrouble.UNCERTAIN)
    return len(begun)


def next_mail(desk: Desk) -> Outgoing | None:
    """Of this desk's queue the first of those tried least, so that one which is put off holds up nobody; None when
    the queue is empty."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        waiting = [m for m in _own(desk) if state_of(m.marks).state is MailState.QUEUED]
        if not waiting:
            return None
        mail = min(waiting, key=_tries)
        attendee = reads.people.attendee(mail.attendee_id) or Attendee(mail.attendee_id, _NOBODY)
        found = reads.certificates.with_serial(mail.serial) if mail.serial else []
        number = number_of(found[0], zone) if found else ""
        return Outgoing(mail.id, mail.thing, attendee, mail.serial, number, _tries(mail))


def begin(desk: Desk, mail_id: str) -> None:
    with desk.store.unit() as unit:
        unit.append(MailTried(mail_id))


def settle(
    desk: Desk, mail_id: str, state: MailState, trouble: MailTrouble | None = None, code: int = 0
) -> None:
    with desk.store.unit() as unit:
        unit.append(MailSettled(mail_id, state, trouble, code))


def _candidates(reads: Reads, thing: MailThing) -> Iterable[tuple[Attendee, str, int]]:
    zone = zone_of(reads.event.record().settings)
    people = [a for a in reads.people.all() if a.status is AttendeeStatus.ACTIVE]
    if thing is MailThing.BADGE:
        return [(a, "", 0) for a in people]
    good = [c for c in reads.certificates.all() if not c.revoked]
    by_id = {a.id: a for a in people}
    found = [(by_id[c.attendee_id], number_of(c, zone), c.serial) for c in good if c.attendee_id in by_id]
    return sorted(found, key=lambda line: (line[0].person.sort_name.casefold(), line[2]))


def _line(
    attendee: Attendee,
    number: str,
    serial: int,
    mail: MailRecord | None,
    own: bytes,
    names: dict[bytes, str],
) -> OutboxLine:
    has_address = is_address(attendee.person.email)
    if mail is None:
        return OutboxLine(attendee, number, serial, has_address)
    mark = state_of(mail.marks)
    return OutboxLine(
        attendee,
        number,
        serial,
        has_address,
        mail.id,
        mark.state,
        mark.trouble,
        mark.code,
        mail.station_id == own,
        names.get(mail.station_id, ""),
    )


def _tries(mail: MailRecord) -> int:
    return sum(mark.state is MailState.SENDING for mark in mail.marks)


def _own(desk: Desk) -> list[MailRecord]:
    with desk.store.read() as reads:
        return [m for m in reads.mails.all() if m.station_id == desk.store.station.station_id]


def _settle_all(
    desk: Desk, mail_ids: Iterable[str], state: MailState, only: Sequence[MailState], operator: str
) -> None:
    wanted = set(mail_ids)
    desk.require(Action.CERTIFY)
    with desk.store.unit() as unit:
        for mail in _own(desk):
            if mail.id in wanted and state_of(mail.marks).state in only:
                unit.append(MailSettled(mail.id, state), operator=operator)
