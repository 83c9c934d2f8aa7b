"""The outbox: who is to be sent what, what was sent, and the message."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import (
    MailSettled,
    MailsQueued,
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
from checkin_desktop.services.ports.mailing import Attached, MailServer, Message, Security
from checkin_desktop.services.ports.mails import MailRecord
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.words import DEFAULT_LANGUAGE, Words
from checkin_desktop.words.dates import days_phrase

_NOTE = "outbox"
_NOBODY = Person()
_ID_BYTES = 12
_CAME_TO_NOTHING = (MailState.FAILED, MailState.CANCELLED)
_ATOM, _LABEL = r"[\w!#$%&'*+/=?^`{|}~-]+", r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ADDRESS = re.compile(
    rf"(?=.{{1,64}}@)(?=.{{6,254}}\Z){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]",
    re.ASCII | re.IGNORECASE,
)
"""`dot-atom` of RFC 5322: what mail servers take without extensions."""
PLACEHOLDERS = ("nombre", "evento", "fechas", "numero", "contacto")


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
    """One person and what they may be sent. `state` None: nothing was ever queued for them."""

    attendee: Attendee
    number: str
    serial: int
    has_address: bool
    mail_id: str = ""
    state: MailState | None = None
    trouble: str = ""
    code: int = 0
    here: bool = True


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
        return tuple(
            _line(attendee, number, serial, latest.get((attendee.id, serial)), own)
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
        QueuedMail(desk.random(_ID_BYTES).hex(), line.attendee.id, line.serial)
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


def compose(
    desk: Desk, settings: MailSettings, mail: Outgoing, attachments: tuple[Attached, ...], words: Words
) -> Message:
    """The message with its placeholders filled in. Raises PersonFacingError for a placeholder that there is not."""
    with desk.store.read() as reads:
        event = reads.event.record().settings
    said = {
        "nombre": mail.attendee.name,
        "evento": event.name,
        "fechas": days_phrase(event.days, words.language),
        "numero": mail.number,
        "contacto": event.contact,
    }
    subject = filled(settings.subject or words.say(f"outbox-subject-{mail.thing.value}"), said)
    body = filled(settings.body or words.say(f"outbox-body-{mail.thing.value}"), said)
    return Message(
        message_id=f"{mail.mail_id}@{settings.sender.rpartition('@')[2]}",
        sender=settings.sender,
        sender_name=settings.sender_name or event.name,
        to=mail.attendee.person.email.strip(),
        to_name=mail.attendee.name,
        subject=" ".join(subject.split()),
        body=body,
        attachments=attachments,
    )


def filled(text: str, said: dict[str, str]) -> str:
    """`{nombre}` and its like. Raises PersonFacingError."""

    def value(found: re.Match[str]) -> str:
        name = found.group(1).strip().casefold()
        if name not in said:
            raise PersonFacingError("outbox-no-such-placeholder", name=found.group(1).strip())
        return said[name]

    return re.sub(r"\{([^{}]*)\}", value, text)


def sample(desk: Desk, settings: MailSettings, thing: MailThing, words: Words) -> Message:
    """The message as the first person of the list would get it."""
    lines = [line for line in outbox_lines(desk, thing) if line.has_address]
    if lines:
        shown = Outgoing("", thing, lines[0].attendee, lines[0].serial, lines[0].number)
    else:
        person = replace(_NOBODY, given_names=words.say("certificates-sample-name"))
        shown = Outgoing("", thing, Attendee("", person), 0, "0000")
    return compose(desk, settings, shown, (), words)


def _candidates(reads: Reads, thing: MailThing) -> Iterable[tuple[Attendee, str, int]]:
    zone = zone_of(reads.event.record().settings)
    people = [a for a in reads.people.all() if a.status is AttendeeStatus.ACTIVE]
    if thing is MailThing.BADGE:
        return [(a, "", 0) for a in people]
    good = [c for c in reads.certificates.all() if not c.revoked]
    by_id = {a.id: a for a in people}
    found = [(by_id[c.attendee_id], number_of(c, zone), c.serial) for c in good if c.attendee_id in by_id]
    return sorted(found, key=lambda line: (line[0].person.sort_name.casefold(), line[2]))


def _line(attendee: Attendee, number: str, serial: int, mail: MailRecord | None, own: bytes) -> OutboxLine:
    has_address = is_address(attendee.person.email)
    if mail is None:
        return OutboxLine(attendee, number, serial, has_address)
    mark = state_of(mail.marks)
    here = mail.station_id == own
    return OutboxLine(
        attendee, number, serial, has_address, mail.id, mark.state, mark.trouble, mark.code, here
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
