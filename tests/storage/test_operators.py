"""Operators defined, changed and removed at three desks apart: whatever order it arrives in, one state."""

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.facts import Fact
from checkin_desktop.domain.operators import OperatorDefined, OperatorRemoved, Role
from checkin_desktop.services.authority import Authority
from checkin_desktop.services.operators import operators
from checkin_desktop.services.ports.operators import Operators
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import OperatorValues, pack_personal
from support.desks import Station, found, joined

NAMES = ("Ana", "Beto", "Carla")
acts = st.tuples(
    st.integers(0, 2), st.sampled_from(NAMES), st.sampled_from([*Role, None]), st.sampled_from([0, 0, 1, 90])
)


class _Anybody(Authority):
    """As another desk's might be: what comes from there is merged, whoever was allowed to write it."""

    def author(self, known: Operators, fact: Fact, operator: str) -> str:
        return operator


def write(station: Station, name: str, role: Role | None) -> None:
    packed = pack_personal(OperatorValues(f"{name} {role}"), bytes(16))
    fact = OperatorDefined(name, role, b"v", commitment_to(packed)) if role else OperatorRemoved(name)
    with station.file.unit() as unit:
        unit.append(fact, [packed] if role else [])


@settings(max_examples=12, deadline=None)
@given(st.lists(acts, min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_the_latest_account_stands_in_whatever_order_it_arrives(
    history: list[tuple[int, str, Role | None, int]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = found(Path(folder) / "0.checkin")
        desks = [first, *(joined(Path(folder) / f"{n}.checkin", first) for n in (1, 2))]
        for desk in desks:
            desk.file.authority = _Anybody()
        for at, name, role, seconds in history:
            desks[at].clock.turn(seconds)
            write(desks[at], name, role)
        learned = 1
        while learned:
            pairs = [(a, b) for a in desks for b in desks if a is not b]
            chance.shuffle(pairs)
            learned = sum(a.take_from(b) for a, b in pairs)
        standing = {operators(desk.desk) for desk in desks}
        assert len({frozenset(found) for found in standing}) == 1
        assert len({desk.digest() for desk in desks}) == 1
        assert all(desk.rebuilt_digest() == desk.digest() for desk in desks)
        for desk in desks:
            desk.close()
