"""What goes with each mail, and the courier that brings them."""

from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.qr import badge_image
from checkin_desktop.documents.raster import join_pdfs
from checkin_desktop.documents.texts import badge_texts
from checkin_desktop.domain.mailing import MailThing
from checkin_desktop.domain.sheets import SINGLE
from checkin_desktop.services.badge_drawing import BadgePaper, BadgePress, one_badge
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificates import certificate_faces, file_name
from checkin_desktop.services.desk import Desk, settings
from checkin_desktop.services.outbox import Outgoing, mail_settings
from checkin_desktop.services.ports.mailing import Attached
from checkin_desktop.startup.outbox import DeskCourier
from checkin_desktop.startup.signing import kept_copy
from checkin_desktop.words import Words, load_words


def build_courier(desk: Desk) -> DeskCourier:
    return DeskCourier(desk, lambda: _words(desk), attached)


def attached(desk: Desk, mail: Outgoing) -> tuple[Attached, ...]:
    """None where there is nothing to send any more. Raises PersonFacingError for what can't be drawn."""
    match mail.thing:
        case MailThing.CERTIFICATE:
            faces = certificate_faces(desk, [mail.attendee.id])
            return tuple(
                Attached(file_name(face), kept_copy(face, _words(desk)))
                for face in faces
                if face.number == mail.number
            )
        case MailThing.BADGE:
            return _badge(desk, mail.attendee.id)


def _badge(desk: Desk, attendee_id: str) -> tuple[Attached, ...]:
    """As its category's design has it, a page of its own size; and its QR alone, for a telephone's screen."""
    words = _words(desk)
    title = words.say("documents-badges-title", event=settings(desk).name)
    press = BadgePress(PdfPress(), badge_texts, join_pdfs, words, title)
    pdf = one_badge(desk, press, attendee_id, BadgePaper(sheet=SINGLE))
    codes = [face.code for _, face in badge_faces(desk, [attendee_id])]
    if not pdf or not codes:
        return ()
    name = words.say("outbox-badge-file")
    return (Attached(f"{name}.pdf", pdf), Attached(f"{name}-QR.png", badge_image(codes[0]), "image/png"))


def _words(desk: Desk) -> Words:
    return load_words(mail_settings(desk).language)
