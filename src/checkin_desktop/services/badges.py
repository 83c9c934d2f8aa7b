"""Badges: what is on them, which were printed, lost ones revoked, blank ones assigned."""

from collections.abc import Iterable, Sequence

from checkin_desktop.domain.badge import ID_LENGTH, GoodBadge, crockford, make_code, read_code, row_code
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import BadgeIssued, BadgeRevoked, BadgesPrinted, BlanksReserved
from checkin_desktop.domain.people import Attendee, AttendeeStatus, Person, plain
from checkin_desktop.keys.event_keys import EventSecrets
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.images import logo_images
from checkin_desktop.services.ports.documents import BadgeFace, RollLine
from checkin_desktop.services.ports.store import Reads

MAX_BLANKS = 5_000
_MARKS_PER_ENTRY = 500
_ROLE_HEADINGS = frozenset({"rol en la credencial", "texto de la credencial", "badge role"})


def badge_faces(
    desk: Desk, attendee_ids: Iterable[str] | None = None, only_unprinted: bool = False
) -> tuple[tuple[str, BadgeFace], ...]:
    """(attendee id, badge) of the people asked for, everybody if None, by surname; withdrawn ones left out."""
    wanted = None if attendee_ids is None else set(attendee_ids)
    with desk.store.read() as reads:
        people = [
            a
            for a in reads.people.all()
            if a.status is AttendeeStatus.ACTIVE
            and (wanted is None or a.id in wanted)
            and not (only_unprinted and a.badge_prints)
        ]
        logo = badge_logo(reads)
    return tuple((a.id, face_of(a, desk.store.secrets, logo)) for a in people if a.code_id)


def face_of(attendee: Attendee, secrets: EventSecrets, logo: bytes = b"") -> BadgeFace:
    p = attendee.person
    return BadgeFace(
        code=make_code(secrets.tag, p.category, attendee.code_id, secrets.badge_key),
        name=attendee.name,
        given_names=p.given_names,
        surnames=p.surnames,
        organisation=p.organisation,
        position=p.position,
        region=p.region,
        category=p.category,
        logo=logo,
        role=role_of(p),
        honorific=p.honorific,
    )


def role_of(person: Person) -> str:
    """What the badge says instead of the category's name: a column of the list that is called so."""
    return next((text for heading, text in person.extra if plain(heading) in _ROLE_HEADINGS), "")


def badge_logo(reads: Reads) -> bytes:
    """The event's first logo: a badge has room for one."""
    return next(iter(logo_images(reads, reads.event.record().settings.logos)), b"")


def record_badges_printed(
    desk: Desk, attendee_ids: Sequence[str], operator: str = "", printer: str = ""
) -> None:
    with desk.store.read() as reads:
        codes = [a.code_id for a in reads.people.attendees(attendee_ids).values() if a.code_id]
    for start in range(0, len(codes), _MARKS_PER_ENTRY):
        with desk.store.unit() as unit:
            part = tuple(codes[start : start + _MARKS_PER_ENTRY])
            unit.append(BadgesPrinted(part, printer), operator=operator)


def reserve_blank_badges(desk: Desk, count: int, operator: str = "") -> tuple[BadgeFace, ...]:
    """Badges printed in advance; scanning one while registering somebody assigns it."""
    if not 0 < count <= MAX_BLANKS:
        raise PersonFacingError("badges-blank-count", most=MAX_BLANKS)
    secrets = desk.store.secrets
    codes = tuple(crockford(desk.random(16), ID_LENGTH) for _ in range(count))
    with desk.store.unit() as unit:
        unit.append(BlanksReserved(codes), operator=operator)
        logo = badge_logo(unit)
    return tuple(BadgeFace(make_code(secrets.tag, None, c, secrets.badge_key), logo=logo) for c in codes)


def assign_badge(desk: Desk, code: str, attendee_id: str, operator: str = "") -> None:
    """Gives a blank badge to somebody. Raises PersonFacingError if it is not blank any more, or not ours."""
    with desk.store.unit() as unit:
        code_id = _blank(unit, desk.store.secrets, code, attendee_id)
        unit.append(BadgeIssued(code_id, attendee_id), operator=operator)


def check_blank_badge(desk: Desk, code: str, attendee_id: str = "") -> None:
    """Is it one of our blank badges, and nobody's yet? Raises PersonFacingError as `assign_badge` would."""
    with desk.store.read() as reads:
        _blank(reads, desk.store.secrets, code, attendee_id)


def _blank(reads: Reads, secrets: EventSecrets, code: str, attendee_id: str) -> str:
    badge_code = read_code(code, secrets.tag, secrets.badge_key)
    if not isinstance(badge_code, GoodBadge) or badge_code.category is not None:
        raise PersonFacingError("badges-not-blank")
    badge = reads.badges.badge(badge_code.code_id)
    if badge.revoked or (badge.attendee_id and badge.attendee_id != attendee_id):
        raise PersonFacingError("badges-already-assigned")
    return badge_code.code_id


def revoke_badge(desk: Desk, attendee_id: str, operator: str = "") -> Attendee:
    """Lost or stolen: the old code is refused from now on, and a new one is made."""
    with desk.store.unit() as unit:
        attendee = unit.people.attendee(attendee_id)
        if attendee is None:
            raise PersonFacingError("badges-nobody")
        if attendee.code_id:
            unit.append(BadgeRevoked(attendee.code_id, attendee.id), operator=operator)
        unit.append(BadgeIssued(crockford(desk.random(16), ID_LENGTH), attendee.id), operator=operator)
        return unit.people.attendee(attendee.id) or attendee


def roll_lines(desk: Desk) -> tuple[RollLine, ...]:
    """The alphabetical paper list."""
    with desk.store.read() as reads:
        return tuple(
            RollLine(
                a.person.sort_name,
                a.person.document,
                a.person.organisation,
                a.person.category,
                row_code(desk.store.secrets.tag, a.code_id) if a.code_id else "",
            )
            for a in reads.people.all()
            if a.status is AttendeeStatus.ACTIVE
        )
