"""Codes from elsewhere that mean somebody from now on: a card, another system's ticket."""

from checkin_desktop.domain.badge import ForeignBadge, read_code
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.substitutes import CodeLinked, CodeUnlinked
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.recognise import recognise
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, CodeText, pack_personal

MAX_LINKED = 500
MAX_REASON = 200


def link_code(desk: Desk, code: str, attendee_id: str, operator: str = "") -> None:
    """Raises PersonFacingError: nobody's id, a code of this event's own badges, or somebody's already."""
    code = code.strip()[:MAX_LINKED]
    secrets = desk.store.secrets
    with desk.store.unit() as unit:
        attendee = unit.people.attendee(attendee_id)
        if attendee is None or not code:
            raise PersonFacingError("link-nobody")
        ours = read_code(code, secrets.tag, secrets.badge_key)
        if ours is not None and not isinstance(ours, ForeignBadge):
            raise PersonFacingError("link-own-badge")
        known = recognise(unit, secrets, code)
        if known.attendee is not None or known.candidates:
            if known.attendee is not None and known.attendee.id == attendee.id:
                return
            owner = known.attendee or known.candidates[0]
            raise PersonFacingError("link-known", name=owner.name)
        personal = pack_personal(CodeText(code), desk.random(SALT_BYTES))
        unit.append(CodeLinked(attendee.id, commitment_to(personal)), [personal], operator)


def unlink_code(desk: Desk, entry: str, operator: str = "", reason: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(CodeUnlinked(bytes.fromhex(entry), reason[:MAX_REASON]), operator=operator)


def linked_codes(desk: Desk, attendee_id: str) -> tuple[tuple[str, str], ...]:
    """(entry, code) of what is linked to somebody."""
    with desk.store.read() as reads:
        return tuple((link.entry.hex(), link.code) for link in reads.door.links_of(attendee_id))
