"""What takes back a change of the programme or of the rules, by entries of its own: nothing vanishes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.facts import CheckpointDefined
from checkin_desktop.domain.rules import AdmissionRule, RuleStated
from checkin_desktop.services.desk import Desk, checkpoints
from checkin_desktop.services.rules import rules


@dataclass(frozen=True, slots=True)
class Stated:
    """The programme and the rules as they stand."""

    checkpoints: tuple[Checkpoint, ...]
    rules: tuple[AdmissionRule, ...]


@dataclass(frozen=True, slots=True)
class Reversal:
    """Entries by which all is as it was."""

    checkpoints: tuple[CheckpointDefined, ...]
    rules: tuple[RuleStated, ...]

    def __bool__(self) -> bool:
        return bool(self.checkpoints or self.rules)


def stated(desk: Desk) -> Stated:
    return Stated(checkpoints(desk), rules(desk))


def reversal(before: Stated, after: Stated, only: Collection[str] = ()) -> Reversal:
    """From `after` back to `before`; `only`: no other checkpoint or rule than these, whatever else changed."""
    points = {c.id: c for c in before.checkpoints}, {c.id: c for c in after.checkpoints}
    ruled = {r.id: r for r in before.rules}, {r.id: r for r in after.rules}
    return Reversal(
        tuple(
            CheckpointDefined(points[0].get(key) or points[1][key], removed=key not in points[0])
            for key in _differing(*points, only)
        ),
        tuple(
            RuleStated(ruled[0].get(key) or ruled[1][key], removed=key not in ruled[0])
            for key in _differing(*ruled, only)
        ),
    )


def take_back(desk: Desk, said: Reversal, operator: str = "") -> None:
    with desk.store.unit() as unit:
        for point in said.checkpoints:
            unit.append(point, operator=operator)
        for rule in said.rules:
            unit.append(rule, operator=operator)


def _differing(
    before: dict[str, Checkpoint] | dict[str, AdmissionRule],
    after: dict[str, Checkpoint] | dict[str, AdmissionRule],
    only: Collection[str],
) -> Iterable[str]:
    known = dict.fromkeys([*before, *after])
    return [key for key in known if before.get(key) != after.get(key) and (not only or key in only)]
