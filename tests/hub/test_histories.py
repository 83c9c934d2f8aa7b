"""Random histories of several desks end at a hub: the same entries, the same digest, however they came in."""

import os
import random
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from storage.test_histories import Histories
from support import postgres
from support.desks import Station
from support.hubs import ask, enrolled

NO_SHRINK = (Phase.explicit, Phase.reuse, Phase.generate)
_HERE: list[postgres.Cluster] = []


@pytest.fixture(autouse=True)
def database_here(cluster: postgres.Cluster) -> Iterator[None]:
    """Hypothesis' machines take no fixtures."""
    _HERE[:] = [cluster]
    yield
    _HERE.clear()


class HistoriesAtHubs(Histories):
    """Whatever happened between the desks, each gives what it has in pieces, some twice, out of order."""

    def _everything_agrees(self) -> None:
        before = [(s, s.entries()) for s in self.stations]
        super()._everything_agrees()
        chance = random.Random(len(self.written))
        for database in (str(self.new_path()), _HERE[0].new_database()):
            hub = open_server_hub(database, self.stations[0].clock)
            try:
                self._give_all(hub, before, chance)
            finally:
                hub.close()

    def _give_all(self, hub: ServerHub, before: list[tuple[Station, list]], chance: random.Random) -> None:  # type: ignore[type-arg]
        event_id = self.stations[0].file.secrets.event_id
        caller = self.stations[0]
        enrolled(caller, hub)
        everything = {e.hash for s in self.stations for e in s.entries()}
        here: set[bytes] = set()
        while here != everything:
            for _, entries in before:
                part = chance.sample(entries, min(len(entries), chance.choice([2, 40, 1000])))
                answer = ask(caller, hub, part, most=0)
                assert {r.fault for r in answer.refused} <= {"no_predecessor", "not_enrolled"}
            if chance.random() < 0.3:
                ask(caller, hub, [e for _, entries in before for e in entries][:1000], most=0)
            with hub._places.reading(f"event_{event_id.hex()}") as conn:
                here = {row[0] for row in conn.exec_driver_sql("SELECT hash FROM entry")}
        assert hub.digest(event_id) == self.stations[0].digest()


class TestHistoriesAtHubs(HistoriesAtHubs.TestCase):  # type: ignore[misc]
    settings = settings(max_examples=6, stateful_step_count=20)


@pytest.mark.slow
class TestManyHistoriesAtHubs(HistoriesAtHubs.TestCase):  # type: ignore[misc]
    settings = settings(
        max_examples=int(os.environ.get("HISTORIES", "5")), stateful_step_count=30, phases=NO_SHRINK
    )
