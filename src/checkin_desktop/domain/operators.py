"""Who works at the desks, and what each role may do.

An event without operators lets everybody do everything: a fresh laptop must work before anybody has set anything up.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """From the one who only scans to the one who answers for the event; each may do what those before it may."""

    STEWARD = "steward"
    DESK = "desk"
    SUPERVISOR = "supervisor"
    ORGANISER = "organiser"


class Action(StrEnum):
    """What a role is asked about."""

    SCAN = "scan"
    SEARCH = "search"
    REGISTER = "register"
    REPRINT_BADGE = "reprint_badge"
    UNDO_OWN = "undo_own"
    ANSWER_QUESTIONS = "answer_questions"
    HAND_OVER = "hand_over"
    UNDO_ANY = "undo_any"
    OVERRIDE = "override"
    MOVE_PASSAGES = "move_passages"
    SETTLE = "settle"
    REVOKE_BADGE = "revoke_badge"
    CERTIFY = "certify"
    SEE_REPORTS = "see_reports"
    CONFIGURE = "configure"
    EXCHANGE = "exchange"
    MANAGE_OPERATORS = "manage_operators"


_STEWARD = frozenset({Action.SCAN, Action.UNDO_OWN})
_DESK = _STEWARD | {
    Action.SEARCH,
    Action.REGISTER,
    Action.REPRINT_BADGE,
    Action.ANSWER_QUESTIONS,
    Action.HAND_OVER,
}
_SUPERVISOR = _DESK | {
    Action.UNDO_ANY,
    Action.OVERRIDE,
    Action.MOVE_PASSAGES,
    Action.SETTLE,
    Action.REVOKE_BADGE,
    Action.CERTIFY,
    Action.SEE_REPORTS,
    Action.EXCHANGE,
}
_ALLOWED: dict[Role, frozenset[Action]] = {
    Role.STEWARD: _STEWARD,
    Role.DESK: _DESK,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ORGANISER: frozenset(Action),
}


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who signs in at a desk; the PIN's verifier stands elsewhere."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class OperatorDefined:
    """Who an operator is, whole: the latest account of an id stands. The name stands beside the entry.

    `verifier` answers whether a PIN fits, to those who hold the event's secrets alone (keys/pins.py).
    """

    operator_id: str
    role: Role
    verifier: bytes
    commitment: bytes


@dataclass(frozen=True, slots=True)
class OperatorRemoved:
    operator_id: str


def may(operator: Operator | None, action: Action, any_operators: bool) -> bool:
    """Whether that operator may. Nobody signed in: everything while the event has no operators, else nothing."""
    if operator is None:
        return not any_operators
    return action in _ALLOWED[operator.role]


def least_role(action: Action) -> Role:
    """Whom to fetch: the lowest role that may."""
    return next(role for role in Role if action in _ALLOWED[role])
