"""Rules that count how often, over several checkpoints, hold across desks while a hub answers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_desktop.domain.admission import Admitted, Refusal, Refused, Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.rules import AdmissionRule, Effect, Often
from checkin_desktop.services.check_in import admit_attendee
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.found_event import entrances
from checkin_desktop.services.rules import state_rule
from support.desks import DAYS, ROSTER, Station, exchange_all, found, joined

from .test_sync import Asking, exchanged, way

NORTH = Checkpoint("north", "Kit, puerta norte", CheckpointKind.ONCE, DAYS[0])
SOUTH = Checkpoint("south", "Kit, puerta sur", CheckpointKind.ONCE, DAYS[0])
ONE_KIT = AdmissionRule(
    "one-kit",
    checkpoints=frozenset({"north", "south"}),
    often=Often.ONCE,
    effect=Effect.ALLOW,
    sentence="Un kit por persona.",
)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Station]:
    station = found(
        tmp_path / "hub.checkin",
        checkpoints=(*entrances(DAYS, ("Día 1", "Día 2")), NORTH, SOUTH),
        people=ROSTER,
    )
    state_rule(station.desk, ONE_KIT)
    yield station
    station.close()


@pytest.fixture
def desks(hub: Station, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    first = joined(tmp_path / "first.checkin", hub, "Mesa 2")
    second = joined(tmp_path / "second.checkin", hub, "Mesa 3")
    yield first, second
    first.close()
    second.close()


def asking(desk: Station, hub: Station) -> Desk:
    line = way(hub)
    exchanged(desk, line)
    return replace(desk.desk, claims=Asking(line))


def given(desk: Desk, who: str, where: str, **more: str) -> Admitted | Refused:
    verdict = admit_attendee(desk, who, where, source=Source.SEARCH, **more).verdict  # type: ignore[arg-type]
    assert isinstance(verdict, Admitted | Refused)
    return verdict


def test_one_kit_at_either_of_two_doors(hub: Station, desks: tuple[Station, Station]) -> None:
    first, second = (asking(desk, hub) for desk in desks)
    ana, beto = hub.person("Ana").id, hub.person("Beto").id
    assert isinstance(given(first, ana, "north"), Admitted)
    assert given(second, ana, "south") == Refused(Refusal.CUSTOM, limit=1, sentence="Un kit por persona.")
    assert isinstance(given(second, beto, "south"), Admitted), "another person's is theirs"
    exchange_all([hub, *desks])
    assert given(replace(second, claims=None), ana, "south").reason is Refusal.CUSTOM  # type: ignore[union-attr]
    assert hub.digest() == desks[0].digest() == desks[1].digest()


def test_what_the_hub_has_heard_of_counts_for_a_desk_that_has_not(
    hub: Station, desks: tuple[Station, Station]
) -> None:
    first, second = (asking(desk, hub) for desk in desks)
    ana = hub.person("Ana").id
    given(first, ana, "north")
    hub.take_from(desks[0])
    assert given(second, ana, "south").reason is Refusal.CUSTOM  # type: ignore[union-attr]


def test_a_supervisor_s_word_stands_above_the_rule(hub: Station, desks: tuple[Station, Station]) -> None:
    first, second = (asking(desk, hub) for desk in desks)
    ana = hub.person("Ana").id
    given(first, ana, "north")
    allowed = given(second, ana, "south", override_reason="se mojó", overridden="custom")
    assert isinstance(allowed, Admitted)
