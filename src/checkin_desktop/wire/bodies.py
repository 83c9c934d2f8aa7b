"""Bodies of entries: facts to deterministic CBOR (RFC 8949 section 4.2) and back, parsed strictly."""

import re
from collections.abc import Callable
from typing import Any, TypeVar, get_args

import cbor2
import msgspec

from checkin_desktop.domain.certificate import kind_of_category
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.facts import Fact
from checkin_desktop.domain.people import Category

MAX_BODY_BYTES = 4_000_000
_MAX_NAME = 256
_NAMES = frozenset(
    {"id", "event_id", "station_id", "attendee_id", "attendee_ids", "code_id", "code_ids", "checkpoint_id"}
    | {"organisation_id", "into", "import_id", "subject", "entry", "peer", "template_id", "about"}
    | {"mail_id", "mail_ids", "follows", "collector_id", "title"}
    | {"operator_id"}
    | {"entries", "ticked_at"}
    | {"substitute_id", "represented_id", "questions", "checkpoints"}
    | {"delegation_id", "meeting_id", "first", "second"}
)
_Wanted = TypeVar("_Wanted")


class MalformedBody(ValueError):
    """A body that does not say what its kind says; an entry with one is kept, but never counts."""


def kind_of(fact_class: type) -> str:
    """The entry kind of a fact: its class name in snake case."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", fact_class.__name__).lower()


_CLASSES: dict[str, type[Any]] = {kind_of(c): c for c in get_args(Fact)}
_KINDS: dict[type[Any], str] = {c: kind for kind, c in _CLASSES.items()}
_VERSIONS: dict[str, int] = dict.fromkeys(_CLASSES, 1) | {"certificate_issued": 2}


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
    earlier = _EARLIER.get((kind, version))
    fact: Fact = parsed(body, fact_class, earlier)
    return fact


def _with_kind(raw: Any) -> Any:
    """At first a certificate bore its holder's category where its kind stands now."""
    category = Category(raw["kind"])
    return {**raw, "kind": kind_of_category(category).value, "category": category.value}


_EARLIER: dict[tuple[str, int], Callable[[Any], Any]] = {("certificate_issued", 1): _with_kind}


def parsed(data: bytes, wanted: type[_Wanted], earlier: Callable[[Any], Any] | None = None) -> _Wanted:
    """CBOR as what it should be, strictly; `earlier` makes an older version's say what it says now.

    Raises MalformedBody.
    """
    try:
        raw = cbor2.loads(data)
        _check(raw)
        if earlier is not None:
            raw = earlier(raw)
        return msgspec.convert(raw, wanted, builtin_types=(bytes,))
    except (
        cbor2.CBORDecodeError,
        ValueError,
        TypeError,
        LookupError,
        OverflowError,
        RecursionError,
    ) as error:
        raise MalformedBody(wanted.__name__) from error


def without_nul(raw: Any) -> Any:
    """The same without NUL characters: no database column holds one, on PostgreSQL."""
    match raw:
        case str():
            return raw.replace("\0", "")
        case list() | tuple():
            return [without_nul(item) for item in raw]
        case dict():
            return {key: without_nul(item) for key, item in raw.items()}
        case _:
            return raw


def storable(fact: Fact) -> Fact:
    """The fact as every station can keep it."""
    raw = msgspec.to_builtins(fact, builtin_types=(bytes,), order="deterministic")
    clean = without_nul(raw)
    return fact if clean == raw else msgspec.convert(clean, type(fact), builtin_types=(bytes,))


def _check(raw: Any, field: str = "") -> None:
    """A database column holds 64 bits and no NUL, and an index no endless name."""
    match raw:
        case int() if not -(2**63) <= raw < 2**63:
            raise ValueError(raw)
        case str() | bytes() if field in _NAMES and len(raw) > _MAX_NAME:
            raise ValueError(field)
        case str() if "\0" in raw:
            raise ValueError(field)
        case list() | tuple():
            for item in raw:
                _check(item, field)
        case dict():
            for key, item in raw.items():
                _check(item, key)


def settings_bytes(settings: EventSettings) -> bytes:
    """Event settings alone, as certificates freeze them."""
    return deterministic(msgspec.to_builtins(settings, builtin_types=(bytes,), order="deterministic"))


def settings_from(data: bytes) -> EventSettings:
    return msgspec.convert(cbor2.loads(data), EventSettings)
