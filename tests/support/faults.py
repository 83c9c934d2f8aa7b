"""What tests of broken networks share: desks on wall clocks, their hubs, and that nothing was lost or doubled."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.ports.remote_hub import HubError
from checkin_desktop.services.sync import Dealings, exchange_with_hub
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.storage.event_file import wall_clock_ms
from support.desks import LIMA, ROSTER, Clock, Station, found, joined


class Running(Clock):
    """The wall clock, and how far it was turned. Hubs that are processes have no other one."""

    def __init__(self) -> None:
        super().__init__(0)

    def __call__(self) -> int:
        return wall_clock_ms() + self.now


@dataclass
class Venue:
    """Desks of one event, each with its way to a hub; what they acknowledged must be everywhere in the end."""

    desks: list[Station]
    ways: list[HttpHub]
    dealings: list[Dealings]
    acknowledged: set[bytes]

    @property
    def event_id(self) -> bytes:
        return self.desks[0].file.secrets.event_id

    def scan(self, at: int, text: str) -> Outcome:
        """A badge or anything else that a scanner types."""
        result = check_in(self.desks[at].desk, text, source=Source.CAMERA, day_confirmed=True)
        if result.entry:
            self.acknowledged.add(bytes.fromhex(result.entry))
        return result.outcome

    def badge(self, name: str) -> str:
        return self.desks[0].badge(self.desks[0].person(name))

    def exchange(self, at: int, code: str = "") -> ExchangeResult:
        return exchange_with_hub(self.desks[at].desk, self.ways[at], None, self.dealings[at], code)

    def try_to(self, at: int) -> HubError | None:
        """One exchange on a network that may fail; how it failed."""
        try:
            self.exchange(at)
        except HubError as error:
            return error
        return None

    def reunion(self) -> str:
        """Everybody exchanges on a sound line; answers the one digest. Fails if anything is lost or doubled."""
        for _ in range(2):
            for at in range(len(self.desks)):
                with suppress(HubError):
                    self.exchange(at)
        for at in range(len(self.desks)):
            self.exchange(at)
        return whole(self.desks, self.acknowledged)

    def close(self) -> None:
        for way in self.ways:
            way.close()
        for station in self.desks:
            station.close()


def today() -> date:
    return datetime.now(UTC).astimezone(LIMA).date()


def venue(folder: Path, urls: Sequence[str]) -> Venue:
    """One desk for each address, all of one event that is today."""
    desks = [found(folder / "desk-1.checkin", days=(today(),), people=ROSTER, clock=Running())]
    for number in range(2, len(urls) + 1):
        desks.append(joined(folder / f"desk-{number}.checkin", desks[0], f"Mesa {number}", Running()))
    event_id = desks[0].file.secrets.event_id
    made = Venue(desks, [HttpHub(u, event_id, None) for u in urls], [Dealings() for _ in urls], set())
    made.acknowledged |= {e.hash for d in desks for e in d.entries()}
    return made


def whole(desks: Sequence[Station], acknowledged: Iterable[bytes]) -> str:
    """All desks are in one state, which holds every acknowledged entry once."""
    digests = {d.digest() for d in desks}
    assert len(digests) == 1
    for station in desks:
        held = [e.hash for e in station.entries()]
        assert len(held) == len(set(held))
        assert set(acknowledged) <= set(held)
        assert station.faults() == []
    return digests.pop()


def claimed_and_hanging() -> str:
    """The program of a desk that dies between claim and commit: EVENT_FILE URL TOKEN CODE."""
    return str(Path(__file__).with_name("claim_and_hang.py"))
