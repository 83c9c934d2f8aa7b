"""What a USB scanner typed, as the code that it read: keyboards mixed up, capitals inverted, two codes in one go."""

from dataclasses import dataclass

from checkin_desktop.domain.admission import Refusal, Stranger
from checkin_desktop.domain.badge import ALPHABET, LENGTH
from checkin_desktop.domain.certificate import read_typed_code
from checkin_desktop.domain.keyboards import Mistyped, meanings
from checkin_desktop.keys.certificate_token import read_token_text
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.recognise import recognise

_SHORTEST = 6
_LONGEST_SPLIT = 80
_NOT_OURS = (Refusal.UNKNOWN, Refusal.OTHER_EVENT, Refusal.FORGED)


@dataclass(frozen=True, slots=True)
class TypedScan:
    """`codes`: one, or two that were read so quickly that no Enter stood between them. `mistyped`: what was undone."""

    codes: tuple[str, ...]
    mistyped: Mistyped | None = None


def is_whole(typed: str) -> bool:
    """The shape of a badge code, which no keyboard changes: nothing to find out about it."""
    return len(typed) == LENGTH and all(c in ALPHABET for c in typed.upper())


def understand(desk: Desk, typed: str) -> TypedScan:
    """Something else than what was typed is believed only where that is somebody's, and what was typed nobody's."""
    typed = typed.strip()
    if is_whole(typed):
        return TypedScan((typed,))
    with desk.store.read() as reads:

        def ours(text: str) -> bool:
            return _is_ours(desk, reads, text)

        if ours(typed):
            return TypedScan((typed,))
        for meant in meanings(typed):
            if ours(meant.text):
                return TypedScan((meant.text,), meant.why)
        if len(typed) <= _LONGEST_SPLIT:
            for at in range(_SHORTEST, len(typed) - _SHORTEST + 1):
                parts = typed[:at], typed[at:]
                if all(ours(part) for part in parts):
                    return TypedScan(parts)
    return TypedScan((typed,))


def _is_ours(desk: Desk, reads: Reads, text: str) -> bool:
    who = recognise(reads, desk.store.secrets, text).who
    if not (isinstance(who, Stranger) and who.reason in _NOT_OURS):
        return True
    return read_token_text(text) is not None or read_typed_code(text) is not None
