"""The message of a mail: the organiser's text with its placeholders filled in."""

import re
from dataclasses import replace

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailThing
from checkin_desktop.domain.people import Attendee, Person
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.outbox import MailSettings, Outgoing, outbox_lines
from checkin_desktop.services.ports.mailing import Attached, Message
from checkin_desktop.words import Words
from checkin_desktop.words.dates import days_phrase


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
        person = replace(Person(), given_names=words.say("certificates-sample-name"))
        shown = Outgoing("", thing, Attendee("", person), 0, "0000")
    return compose(desk, settings, shown, (), words)
