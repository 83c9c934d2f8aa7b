"""The event's passphrase in place of a forgotten PIN; wrong ones are counted and wait as wrong PINs do."""

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.exchange import open_sealed
from checkin_desktop.services.pin_tries import count_try, forget_tries
from checkin_desktop.services.ports.store import Unit

_PASSPHRASE = "passphrase"


def try_passphrase(desk: Desk, passphrase: str) -> None:
    """Slow on purpose. Raises PersonFacingError if it is not this event's, PinWait after three wrong ones in a row;
    who called forgets the tries (`forget_passphrase_tries`) with what the passphrase was for."""
    with desk.store.unit() as unit:
        count_try(desk, unit, _PASSPHRASE)
        sealed = unit.event.record().sealed
    if not sealed or open_sealed(sealed, passphrase).event.event_id != desk.store.secrets.event_id:
        raise PersonFacingError("exchange-wrong-passphrase")


def forget_passphrase_tries(unit: Unit) -> None:
    forget_tries(unit, _PASSPHRASE)
