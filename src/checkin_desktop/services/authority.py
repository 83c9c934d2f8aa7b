"""Who is signed in at this desk, and what may be written under their name: asked once, where entries are made."""

from dataclasses import dataclass

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import Fact
from checkin_desktop.domain.operators import Action, Operator, OperatorDefined, least_role, may
from checkin_desktop.domain.permissions import action_of
from checkin_desktop.services.ports.operators import Operators

_AT_THE_KIOSK = frozenset({Action.SCAN, Action.ANSWER_QUESTIONS})


class NotAllowed(PersonFacingError):
    """The sentence says whom to fetch."""


@dataclass(slots=True)
class Authority:
    """`operator_id`: who gave their PIN, empty if nobody did. `kiosk`: guests stand before the screen, so that
    whatever its operator may, only what guests do themselves is written."""

    operator_id: str = ""
    kiosk: bool = False

    def may(self, known: Operators, action: Action) -> bool:
        if self.kiosk and action not in _AT_THE_KIOSK:
            return False
        return may(self._who(known), action, known.guarded())

    def require(self, known: Operators, action: Action) -> None:
        """Raises NotAllowed."""
        if self.may(known, action):
            return
        if self.kiosk:
            raise NotAllowed("operators-not-at-kiosk")
        if self._who(known) is None:
            raise NotAllowed("operators-sign-in-first")
        raise NotAllowed(f"operators-needs-{least_role(action).value}")

    def author(self, known: Operators, fact: Fact, operator: str) -> str:
        """Under whose name that fact is written. `operator`: whom the caller names, if anybody.

        Raises NotAllowed: for what their role may not, and for another name than the one that signed in.
        """
        action = action_of(fact)
        if action is None:
            return operator
        if not known.guarded():
            return operator or self.operator_id
        if operator not in ("", self.operator_id):
            raise NotAllowed("operators-sign-in-first")
        if not self._own_pin(known, fact):
            self.require(known, action)
        return self.operator_id

    def _own_pin(self, known: Operators, fact: Fact) -> bool:
        """Everybody may change their own name and PIN, at no kiosk."""
        who = self._who(known)
        if self.kiosk or who is None or not isinstance(fact, OperatorDefined):
            return False
        return (fact.operator_id, fact.role) == (who.id, who.role)

    def _who(self, known: Operators) -> Operator | None:
        return known.operator(self.operator_id) if self.operator_id else None
