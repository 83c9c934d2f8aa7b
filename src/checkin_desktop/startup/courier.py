"""What goes with each mail, and the courier that brings them."""

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailThing
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificates import certificate_faces, file_name
from checkin_desktop.services.desk import Desk, settings
from checkin_desktop.services.outbox import Outgoing, mail_settings
from checkin_desktop.startup.outbox import DeskCourier
from checkin_desktop.startup.signing import kept_copy
from checkin_desktop.words import Words, load_words


def build_courier(desk: Desk) -> DeskCourier:
    return DeskCourier(desk, lambda: _words(desk), attachment)


def attachment(desk: Desk, mail: Outgoing) -> tuple[str, bytes]:
    """The file's name and content. Raises PersonFacingError where there is none (any more)."""
    words = _words(desk)
    if mail.thing is MailThing.CERTIFICATE:
        faces = certificate_faces(desk, [mail.attendee.id])
        face = next((f for f in faces if f.number == mail.number), None)
        if face is None:
            raise PersonFacingError("outbox-nothing-to-attach")
        return file_name(face), kept_copy(face, words)
    badges = [face for _, face in badge_faces(desk, [mail.attendee.id])]
    if not badges:
        raise PersonFacingError("outbox-nothing-to-attach")
    return f"{words.say('outbox-badge-file')}.pdf", draw_badges(badges, settings(desk), words)


def _words(desk: Desk) -> Words:
    return load_words(mail_settings(desk).language)
