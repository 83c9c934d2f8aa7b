"""What the services need to know of the operators."""

from dataclasses import dataclass
from typing import Protocol

from checkin_desktop.domain.operators import Operator


@dataclass(frozen=True, slots=True)
class OperatorRecord:
    """An operator as known here. Empty name: erased. `removed` ones are still named in what they did."""

    operator: Operator
    verifier: bytes
    removed: bool


class Operators(Protocol):
    def all(self) -> list[OperatorRecord]:
        """Everybody who ever was one, in the order in which they were first defined."""
        ...

    def operator(self, operator_id: str) -> Operator | None:
        """Who stands under that id, without the name: asked at every entry."""
        ...

    def guarded(self) -> bool:
        """Does anybody have to sign in? While there is an organiser."""
        ...
