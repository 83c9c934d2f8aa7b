"""Every fact is asked about before it is written, but for those that the program writes by itself."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.facts import ClockMeasured, EventCreated, Fact, SlotTaken, StationEnrolled
from checkin_desktop.domain.mailing import MailSettled, MailTried
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.permissions import action_of

BY_ITSELF = {
    EventCreated: "there is nobody yet",
    StationEnrolled: "a desk's first entry",
    SlotTaken: "a desk that finds its slot taken",
    ClockMeasured: "two desks met",
    MailTried: "the queue that a person started",
    MailSettled: "the queue that a person started",
}


@pytest.mark.parametrize("kind", get_args(Fact), ids=lambda kind: str(kind.__name__))
def test_a_fact_has_its_action(kind: type[Fact]) -> None:
    @settings(max_examples=5, deadline=None)
    @given(st.from_type(kind))
    def asked(fact: Fact) -> None:
        action = action_of(fact)
        if kind in BY_ITSELF:
            assert action is None
        else:
            assert isinstance(action, Action)

    asked()
