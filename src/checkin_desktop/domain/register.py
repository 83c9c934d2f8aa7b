"""The register of certificates: every number from a desk's first to its last used one is accounted for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class NumberState(StrEnum):
    """What became of one number."""

    ISSUED = "issued"
    REVOKED = "revoked"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class RangeAudit:
    """One desk's range. `holes`: first and last number of each stretch that nothing here accounts for, `twice`:
    numbers that stand on two certificates; both empty in a sound register. `unused` is the next number."""

    slot: int
    first: int
    last: int
    issued: int
    revoked: int
    void: int
    unused: int
    holes: tuple[tuple[int, int], ...] = ()
    twice: tuple[int, ...] = ()

    @property
    def used(self) -> int:
        return self.issued + self.revoked + self.void

    @property
    def sound(self) -> bool:
        return not self.holes and not self.twice


def audit(
    ranges: Iterable[tuple[int, int, int]], numbers: Sequence[tuple[int, NumberState]]
) -> tuple[RangeAudit, ...]:
    """`ranges`: (slot, first, last) of the desks; `numbers`: each certificate or voided number once, in any order."""
    return tuple(_audit_one(*one, numbers) for one in sorted(ranges))


def _audit_one(slot: int, first: int, last: int, numbers: Sequence[tuple[int, NumberState]]) -> RangeAudit:
    mine = [(serial, state) for serial, state in numbers if first <= serial <= last]
    counted = Counter(state for _, state in mine)
    uses = Counter(serial for serial, _ in mine)
    holes: list[tuple[int, int]] = []
    expected = first
    for serial in sorted(uses):
        if serial > expected:
            holes.append((expected, serial - 1))
        expected = serial + 1
    return RangeAudit(
        slot,
        first,
        last,
        counted[NumberState.ISSUED],
        counted[NumberState.REVOKED],
        counted[NumberState.VOID],
        expected,
        tuple(holes),
        tuple(sorted(serial for serial, times in uses.items() if times > 1)),
    )
