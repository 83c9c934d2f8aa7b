"""Bodies of entries: facts to deterministic CBOR (RFC 8949 section 4.2) and back, parsed strictly."""

import re
from typing import Any, TypeVar, get_args

import cbor2
import msgspec

from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.facts import Fact

MAX_BODY_BYTES = 4_000_000
_Wanted = TypeVar("_Wanted")


class MalformedBody(ValueError):
    """A body that does not say what its kind says; an entry with one is kept, but never counts."""


def kind_of(fact_class: type) -> str:
    """The entry kind of a fact: its class name in snake case."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", fact_class.__name__).lower()


_CLASSES: dict[str, type[Any]] = {kind_of(c): c for c in get_args(Fact)}
_KINDS: dict[type[Any], str] = {c: kind for kind, c in _CLASSES.items()}
_VERSIONS: dict[str, int] = dict.fromkeys(_CLASSES, 1)


def deterministic(value: Any) -> bytes:
    """CBOR in core deterministic encoding."""
    return cbor2.dumps(value, canonical=True)


def encode_body(fact: Fact) -> tuple[str, int, bytes]:
    """(kind, version, body) of a fact."""
    kind = _KINDS[type(fact)]
    raw = msgspec.to_builtins(fact, builtin_types=(bytes,), order="deterministic")
    return kind, _VERSIONS[kind], deterministic(raw)


def decode_body(kind: str, version: int, body: bytes) -> Fact | None:
    """The fact; None for a kind or version that this program does not know. Raises MalformedBody."""
    fact_class = _CLASSES.get(kind)
    if fact_class is None or version > _VERSIONS[kind]:
        return None
    fact: Fact = parsed(body, fact_class)
    return fact


def parsed(data: bytes, wanted: type[_Wanted]) -> _Wanted:
    """CBOR as what it should be, strictly. Raises MalformedBody."""
    try:
        raw = cbor2.loads(data)
        _check_numbers(raw)
        return msgspec.convert(raw, wanted, builtin_types=(bytes,))
    except (cbor2.CBORDecodeError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise MalformedBody(wanted.__name__) from error


def _check_numbers(raw: Any) -> None:
    """A database column holds 64 bits."""
    match raw:
        case int() if not -(2**63) <= raw < 2**63:
            raise ValueError(raw)
        case list() | tuple():
            for item in raw:
                _check_numbers(item)
        case dict():
            for item in raw.values():
                _check_numbers(item)


def settings_bytes(settings: EventSettings) -> bytes:
    """Event settings alone, as certificates freeze them."""
    return deterministic(msgspec.to_builtins(settings, builtin_types=(bytes,), order="deterministic"))


def settings_from(data: bytes) -> EventSettings:
    return msgspec.convert(cbor2.loads(data), EventSettings)
