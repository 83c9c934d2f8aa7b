"""Delegations: people who come together, and the escorts whom nobody registered by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin_desktop.domain.badge import organisation_id
from checkin_desktop.domain.people import Person, plain

_COLUMNS = frozenset({"delegacion", "delegation", "comitiva", "grupo", "group"})
COLUMN_WORDS = ("deleg", "comitiva", "grupo", "group")
"""One of them stands in each of these headings, however it is spelled."""


@dataclass(frozen=True, slots=True)
class DelegationArranged:
    """A delegation as the organiser arranged it, whole; a later entry replaces an earlier one. Its name may be
    somebody's: it stands beside the entry, and in the body only of older ones."""

    delegation_id: str
    name: str
    members: tuple[str, ...]
    removed: bool = False
    commitment: bytes = b""


@dataclass(frozen=True, slots=True)
class EscortsRecorded:
    """How many unnamed people came with a delegation, as one desk counted them: its latest number stands."""

    delegation_id: str
    checkpoint_id: str
    count: int


DelegationFact = DelegationArranged | EscortsRecorded


@dataclass(frozen=True, slots=True)
class Said:
    """One fact as the journal has it."""

    entry: bytes
    hlc: int
    station_id: bytes
    fact: DelegationFact


def named_id(name: str) -> str:
    """The id of a delegation by its name: one from a list and one arranged under that name are the same."""
    return organisation_id(f"delegation {plain(name)}")


def column_of(person: Person) -> str:
    """What a list's own column ("Delegación", "Comitiva", "Grupo") says of somebody."""
    return column_among(person.extra)


def column_among(extra: Iterable[tuple[str, str]]) -> str:
    """As `column_of`, from somebody's further columns."""
    return next((value for heading, value in extra if plain(heading) in _COLUMNS), "")


def arranged(said: Iterable[Said]) -> dict[str, DelegationArranged]:
    """Each delegation's latest word, in the order in which these were spoken; removed ones left out."""
    latest: dict[str, DelegationArranged] = {}
    for one in _in_order(said):
        if isinstance(one.fact, DelegationArranged):
            latest.pop(one.fact.delegation_id, None)
            latest[one.fact.delegation_id] = one.fact
    return {key: fact for key, fact in latest.items() if not fact.removed}


def escorts(said: Iterable[Said]) -> dict[tuple[str, str, bytes], int]:
    """(delegation, checkpoint, station) → what that desk counted last. Desks add up."""
    counted: dict[tuple[str, str, bytes], int] = {}
    for one in _in_order(said):
        if isinstance(one.fact, EscortsRecorded):
            key = (one.fact.delegation_id, one.fact.checkpoint_id, one.station_id)
            counted[key] = max(0, one.fact.count)
    return counted


def _in_order(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda s: (s.hlc, s.entry))
