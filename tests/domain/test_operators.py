"""Each role may what those below it may; without operators everybody may everything."""

import pytest

from checkin_desktop.domain.operators import Action, Operator, Role, least_role, may


@pytest.mark.parametrize("action", list(Action))
def test_who_may_more_may_also_the_less(action: Action) -> None:
    allowed = [may(Operator("1", "Rosa", role), action, True) for role in Role]
    assert allowed == sorted(allowed)
    assert allowed[-1]
    assert least_role(action) == list(Role)[allowed.index(True)]


def test_a_steward_scans_and_browses_nothing() -> None:
    steward = Operator("1", "Rosa", Role.STEWARD)
    assert may(steward, Action.SCAN, True)
    assert not may(steward, Action.SEARCH, True)


def test_nobody_signed_in_may_nothing_once_there_are_operators() -> None:
    assert may(None, Action.CONFIGURE, False)
    assert not may(None, Action.SCAN, True)
