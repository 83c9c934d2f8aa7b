"""Whom somebody at the command line means."""

from collections.abc import Iterable

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.recognise import recognise


def named(desk: Desk, texts: Iterable[str]) -> tuple[Attendee, ...]:
    """The people by document, code or full name. Raises PersonFacingError for nobody, and for several."""
    found = []
    with desk.store.read() as reads:
        everybody = reads.people.all()
        for text in texts:
            who = recognise(reads, desk.store.secrets, text)
            alike = [a for a in everybody if plain(a.name) == plain(text)]
            if who.attendee:
                found.append(who.attendee)
            elif len(alike) == 1:
                found.append(alike[0])
            else:
                raise PersonFacingError("cli-many-people" if alike else "cli-no-such-person", text=text)
    return tuple(found)
