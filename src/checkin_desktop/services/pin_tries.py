"""Wrong PINs are counted on disk, beside the journal: to start the program again gives no further tries."""

from dataclasses import dataclass

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Unit

_FREE_TRIES = 3
_FIRST_WAIT_MS, _LONGEST_WAIT_MS = 30_000, 15 * 60_000
_TRIES = "pin-tries:"


class PinWait(PersonFacingError):
    """Too many wrong PINs: `seconds` until the next one is taken."""

    def __init__(self, seconds: int) -> None:
        super().__init__("operators-wait", seconds=seconds)
        self.seconds = seconds


class WrongPin(PersonFacingError):
    pass


@dataclass(frozen=True, slots=True)
class _Tries:
    """Wrong ones in a row, and when the last was."""

    count: int = 0
    at: int = 0

    def wait_ms(self, now: int) -> int:
        """A clock set back lengthens no wait beyond its own length."""
        if self.count < _FREE_TRIES:
            return 0
        length = min(_FIRST_WAIT_MS << min(self.count - _FREE_TRIES, 10), _LONGEST_WAIT_MS)
        return max(0, min(length, self.at + length - now))


def count_try(desk: Desk, unit: Unit, what: str) -> None:
    """On disk before it is tried: switching the computer off gives no further tries. Raises PinWait."""
    now = desk.store.now_ms()
    tries = _tries(desk, what)
    wait = tries.wait_ms(now)
    if wait:
        raise PinWait(-(-wait // 1000))
    unit.keep_note(_TRIES + what, f"{tries.count + 1} {now}".encode())


def forget_tries(unit: Unit, what: str) -> None:
    unit.keep_note(_TRIES + what, b"0 0")


def _tries(desk: Desk, what: str) -> _Tries:
    kept = desk.store.note(_TRIES + what).decode().split()
    return _Tries(int(kept[0]), int(kept[1])) if len(kept) == 2 else _Tries()
