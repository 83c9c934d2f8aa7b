"""The PIN that leaves a kiosk where nobody signs in, kept on this computer in a form that survives a restart."""

from checkin_desktop.keys.pins import make_verifier, pin_fits
from checkin_desktop.services.desk import Desk

_NOBODY = "kiosk"


def kiosk_verifier(desk: Desk, pin: str) -> str:
    """Worth nothing without the event's file. Slow on purpose: never on the main thread."""
    return make_verifier(pin, _NOBODY, desk.store.secrets).hex()


def kiosk_pin_fits(desk: Desk, pin: str, verifier: str) -> bool:
    """Slow on purpose, too. False for a verifier that is none."""
    try:
        return pin_fits(pin, bytes.fromhex(verifier), _NOBODY, desk.store.secrets)
    except ValueError:
        return False
