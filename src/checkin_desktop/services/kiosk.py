"""A desk left to the guests: its event file says so, and how it is left, until somebody gives the PIN."""

from enum import StrEnum

from checkin_desktop.keys.pins import make_verifier, pin_fits
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.passphrase_tries import forget_passphrase_tries, try_passphrase
from checkin_desktop.services.pin_tries import WrongPin, count_try, forget_tries

_NOTE, _NOBODY = "kiosk", "kiosk"
_BY_OPERATORS, _BY_PIN = b"o", b"p"


class KioskExit(StrEnum):
    """Who lets the guests' computer go: an operator who signs in, or whoever knows the PIN chosen for it."""

    OPERATORS = "operators"
    OWN_PIN = "own_pin"


def kiosk_exit(desk: Desk) -> KioskExit | None:
    """None while this desk is no kiosk."""
    kept = desk.store.note(_NOTE)
    if not kept:
        return None
    return KioskExit.OPERATORS if kept == _BY_OPERATORS else KioskExit.OWN_PIN


def begin_kiosk(desk: Desk, pin: str = "") -> KioskExit:
    """On disk when this returns. Without a PIN operators let it go. Slow on purpose: never on the main thread."""
    verifier = make_verifier(pin, _NOBODY, desk.store.secrets) if pin else b""
    with desk.store.unit() as unit:
        unit.keep_note(_NOTE, _BY_PIN + verifier if pin else _BY_OPERATORS)
        forget_tries(unit, _NOBODY)
    return KioskExit.OWN_PIN if pin else KioskExit.OPERATORS


def leave_kiosk(desk: Desk, pin: str) -> None:
    """By the PIN chosen for it. Slow on purpose, too. Raises WrongPin, and PinWait after three wrong ones in a row."""
    verifier = desk.store.note(_NOTE).removeprefix(_BY_PIN)
    with desk.store.unit() as unit:
        count_try(desk, unit, _NOBODY)
    if not pin_fits(pin, verifier, _NOBODY, desk.store.secrets):
        raise WrongPin("operators-wrong-pin")
    end_kiosk(desk)


def leave_kiosk_by_passphrase(desk: Desk, passphrase: str) -> None:
    """Where its own PIN was forgotten: by the event's passphrase. Slow, and refused and made to wait as the PIN is."""
    try_passphrase(desk, passphrase)
    end_kiosk(desk)


def end_kiosk(desk: Desk) -> None:
    """Somebody who may has signed in, or the PIN or the passphrase fitted."""
    with desk.store.unit() as unit:
        unit.keep_note(_NOTE, b"")
        forget_tries(unit, _NOBODY)
        forget_passphrase_tries(unit)
