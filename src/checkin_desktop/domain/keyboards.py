"""What a code becomes when a scanner and the computer do not mean the same keyboard, and how it is undone.

A scanner presses keys; which letters these give is the computer's choice. Digits and letters stand in the same
places on all three layouts here, so that badge codes are safe; other people's codes may hold `-`, `/`, `:` or `ñ`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

# The same keys in the same order: unshifted, then shifted. Dead keys stand as what they leave when typed alone.
_US = "`-=[]\\;',./" + '~@#^&*()_+{}|:"<>?'
_SPAIN = "º'¡`+çñ´,.-" + 'ª"·&/()=?¿^*ÇÑ¨;:_'
_LATIN = "|'¿´+}ñ{,.-" + '°"#&/()=?¡¨*]Ñ[;:_'


class Mistyped(StrEnum):
    """Why a scanner's code came out wrong."""

    SCANNER_ENGLISH = "scanner_english"
    SCANNER_SPANISH = "scanner_spanish"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a scanner may have read where `text` is not what was typed; and why."""

    text: str
    why: Mistyped


_TABLES = (
    (Mistyped.SCANNER_ENGLISH, str.maketrans(_SPAIN, _US)),
    (Mistyped.SCANNER_ENGLISH, str.maketrans(_LATIN, _US)),
    (Mistyped.SCANNER_SPANISH, str.maketrans(_US, _SPAIN)),
    (Mistyped.SCANNER_SPANISH, str.maketrans(_US, _LATIN)),
)


def meanings(typed: str) -> tuple[Meant, ...]:
    """What else `typed` may mean, the likeliest first: another layout, capitals inverted, both."""
    found: dict[str, Meant] = {}
    for meant in _all(typed):
        if meant.text != typed:
            found.setdefault(meant.text, meant)
    return tuple(found.values())


def as_typed(text: str, why: Mistyped, latin: bool = True) -> str:
    """What the computer shows of a code that was mistyped so: the other way round, for tests and simulations."""
    if why is Mistyped.CAPITALS:
        return text.swapcase()
    spanish = _LATIN if latin else _SPAIN
    if why is Mistyped.SCANNER_ENGLISH:
        return text.translate(str.maketrans(_US, spanish))
    return text.translate(str.maketrans(spanish, _US))


def _all(typed: str) -> Iterator[Meant]:
    for why, table in _TABLES:
        yield Meant(typed.translate(table), why)
    yield Meant(typed.swapcase(), Mistyped.CAPITALS)
    for why, table in _TABLES:
        yield Meant(typed.swapcase().translate(table), why)
