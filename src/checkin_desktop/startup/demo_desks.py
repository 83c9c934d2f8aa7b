"""The demo's two desks: each films and checks in its own people, later they exchange and settle."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from checkin_desktop.domain.admission import Refused, Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.merge import Choice
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.ports.scanning import Pixels
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.startup.demo_film import read_from_film
from checkin_desktop.startup.demo_scenario import Presented, Round

PASSPHRASE = "demo-2025"
_APART = timedelta(seconds=65)
"""Between two people at one desk: over the minute in which the same code repeats its verdict."""


class WrongOutcome(PersonFacingError):
    """The demo came out other than it must."""


@dataclass(frozen=True, slots=True)
class Played:
    """One round: people answered as they must be, and the frames of its film (0 where none was made)."""

    round: Round
    frames: int


def play_at_once(
    desks: Sequence[Desk], rounds: Sequence[Round], badges: dict[str, Pixels], videos: Path
) -> list[Played]:
    """The desks work side by side, each its own rounds in order."""

    def at(number: int) -> list[Played]:
        return [_play(desks[number], r, badges, videos) for r in rounds if r.desk == number]

    with ThreadPoolExecutor(len(desks)) as pool:
        return [played for desk in pool.map(at, range(len(desks))) for played in desk]


def exchange(desks: Sequence[Desk], bundle: Path) -> str:
    """The stick goes round until everybody has everything; answers the digest that all desks now have.

    Raises WrongOutcome if they differ.
    """
    for desk in (*desks, desks[0]):
        exchange_bundle(desk, BundleFiles(), bundle, PASSPHRASE)
    digests = [_digest(desk) for desk in desks]
    if len(set(digests)) > 1:
        raise WrongOutcome("demo-desks-differ", first=digests[0], second=digests[-1])
    return digests[0]


def settle_all(desk: Desk, expected: int) -> int:
    """Settles what is open: most were the same person twice, one had lent the badge."""
    found = conflicts(desk)
    same("conflicts", expected, len(found))
    for number, conflict in enumerate(found):
        settle(desk, conflict.id, Choice.SAME_PERSON if number else Choice.BADGE_SHARED)
    return len(found)


def same(what: str, expected: object, found: object) -> None:
    """Raises WrongOutcome where the demo counts something else than it must."""
    if expected != found:
        raise WrongOutcome("demo-wrong-outcome", what=what, expected=str(expected), found=str(found))


def _digest(desk: Desk) -> str:
    with desk.store.read() as reads:
        return reads.journal.digest()


def _play(desk: Desk, turn: Round, badges: dict[str, Pixels], videos: Path) -> Played:
    codes, frames = [p.code for p in turn.presented], 0
    if turn.source is Source.CAMERA:
        seed = turn.starts.toordinal() * 10 + turn.desk
        video = videos / f"{turn.starts.date()}-{turn.desk + 1}.mp4"
        seen, frames = read_from_film([badges[code] for code in codes], video, seed)
        _all_read(codes, seen, turn.desk)
        codes = seen
    expected = list(turn.presented)
    for number, code in enumerate(codes):
        meant = next(p for p in expected if p.code == code)
        expected.remove(meant)
        result = check_in(
            desk, code, turn.checkpoint_id, source=turn.source, at=turn.starts + number * _APART
        )
        _as_expected(meant, result)
    return Played(turn, frames)


def _all_read(shown: list[str], seen: list[str], desk: int) -> None:
    missed, phantoms = Counter(shown) - Counter(seen), Counter(seen) - Counter(shown)
    if missed or phantoms:
        raise WrongOutcome("demo-not-read", desk=desk + 1, missed=missed.total(), phantoms=phantoms.total())


def _as_expected(meant: Presented, result: CheckInResult) -> None:
    verdict = result.verdict
    reason = verdict.reason.value if isinstance(verdict, Refused) else ""
    person = result.attendee.id if result.attendee else ""
    wanted = (meant.outcome.value, meant.reason, meant.person)
    same(f"{meant.code}, {result.at:%H:%M}", wanted, (result.outcome.value, reason, person))
