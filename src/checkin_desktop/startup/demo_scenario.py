"""Who comes to the demo event, when and to which desk, and what each desk has to answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from checkin_desktop.domain.admission import Outcome, Refusal, Source
from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.domain.certificate import CertificateKind, kind_of_category
from checkin_desktop.domain.event import Checkpoint, SessionKind
from checkin_desktop.domain.people import Attendee, Category

_HALF = 65
_LOST, _AGAIN, _WITHDRAWN, _FORGED = 10, 5, 64, 40
_ONLY_FIRST_DAY = range(20, 28)
_ONLY_SECOND_DAY = range(100, 103)
_NEVER = range(126, 130)
_AT_BOTH_DESKS = ((3, 17, 30, 70, 90), (8, 75))
_MEET = range(66, 71)
_NOBODYS_DOCUMENT = "98765432"


@dataclass(frozen=True, slots=True)
class Presented:
    """A badge shown, or a document typed, and the answer that is right. `person`: whose it is, if anybody's."""

    code: str
    outcome: Outcome = Outcome.ADMITTED
    reason: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """What one desk does in one go. `checkpoint_id` None: the day's entrance."""

    desk: int
    starts: datetime
    source: Source
    presented: tuple[Presented, ...]
    checkpoint_id: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """Rounds while the desks know nothing of each other, then rounds after they exchanged their journals."""

    apart: tuple[Round, ...]
    together: tuple[Round, ...]
    conflicts: int


@dataclass(frozen=True, slots=True)
class Badges:
    """Codes: each person's good one, the lost one that was revoked, a forged one, another event's."""

    good: dict[str, str]
    revoked: str
    foreign: str

    @property
    def forged(self) -> str:
        genuine = list(self.good.values())[_FORGED]
        return genuine[:-1] + ALPHABET[(ALPHABET.index(genuine[-1]) + 1) % len(ALPHABET)]


class Scenario:
    """The two days for the people of the demo's roster, by surname."""

    def __init__(
        self, people: Sequence[Attendee], days: tuple[date, ...], zone: ZoneInfo, points: Sequence[Checkpoint]
    ) -> None:
        self.people, self._days, self._zone, self._points = tuple(people), days, zone, points
        documented = [i for i in range(110, 120) if people[i].person.document]
        self._typed = tuple(documented[:2])
        self.lost, self.withdrawn = people[_LOST].id, people[_WITHDRAWN].id

    def halves(self, ids: Iterable[str]) -> tuple[list[str], list[str]]:
        """People by the desk at which they are served, by surname."""
        wanted = frozenset(ids)
        served = [
            [p.id for p in half if p.id in wanted] for half in (self.people[:_HALF], self.people[_HALF:])
        ]
        return served[0], served[1]

    def comes(self, day: int) -> frozenset[str]:
        """Who comes on the first (0) or second (1) day, and may."""
        away = {*_NEVER, _WITHDRAWN, *(_ONLY_FIRST_DAY if day else _ONLY_SECOND_DAY)}
        return frozenset(p.id for i, p in enumerate(self.people) if i not in away)

    def earns(self) -> frozenset[str]:
        """Both days, or one for those who speak or organise."""
        kinds = {p.id: kind_of_category(p.person.category) for p in self.people}
        busy = {i for i, kind in kinds.items() if kind is not CertificateKind.ATTENDANCE}
        return (self.comes(0) & self.comes(1)) | ((self.comes(0) | self.comes(1)) & busy)

    def day(self, number: int, badges: Badges) -> Day:
        queues: tuple[list[Presented], list[Presented]] = ([], [])
        coming = self.comes(number)
        for i, person in enumerate(self.people):
            if person.id in coming and i not in self._typed:
                queues[i >= _HALF].append(self._good(badges, i))
        for i in _AT_BOTH_DESKS[number]:
            queues[i < _HALF].append(self._good(badges, i))
        opening = time(8, 30)
        typed = [Presented(self.people[i].person.document, person=self.people[i].id) for i in self._typed]
        if number == 0:
            queues[0].insert(12, _refused(badges.foreign, Refusal.OTHER_EVENT))
            queues[0].append(self._not_let_in(badges, self.withdrawn, Refusal.WITHDRAWN))
            queues[1].insert(20, _refused(badges.forged, Refusal.FORGED))
            queues[1].insert(33, _refused(badges.revoked, Refusal.REVOKED, self.lost))
            typed.insert(1, _refused(_NOBODYS_DOCUMENT, Refusal.UNKNOWN))
        queues[0].append(self._good(badges, _AGAIN, Outcome.ALREADY_INSIDE))
        apart = (
            self._round(number, 0, opening, Source.CAMERA, queues[0]),
            self._round(number, 1, opening, Source.CAMERA, queues[1]),
            self._round(number, 1, time(10, 20), Source.SEARCH, typed),
        )
        meetings = self._meetings(badges) if number else ()
        return Day(apart, self._known_elsewhere(number, badges) + meetings, len(_AT_BOTH_DESKS[number]))

    def _known_elsewhere(self, day: int, badges: Badges) -> tuple[Round, ...]:
        """After the exchange each desk knows whom the other one let in."""
        rounds = []
        for desk, someone in ((0, 66), (1, 0)):
            shown = [self._good(badges, someone, Outcome.ALREADY_INSIDE)]
            rounds.append(self._round(day, desk, time(13, 0), Source.SCANNER, shown))
        return tuple(rounds)

    def _meetings(self, badges: Badges) -> tuple[Round, ...]:
        """A bilateral meeting with more people than its table seats, and a session for authorities."""
        meeting = next(c for c in self._of_day(1) if c.session_kind is SessionKind.BILATERAL)
        seats = meeting.capacity or len(_MEET)
        shown = [
            self._good(badges, i) if n < seats else self._not_let_in(badges, self.people[i].id, Refusal.FULL)
            for n, i in enumerate(_MEET)
        ]
        reserved = next(c for c in self._of_day(1) if c.categories)
        coming = self.comes(0) & self.comes(1)
        by_category = {p.person.category: p for p in self.people if p.id in coming}
        mayor, listener = by_category[Category.AUTHORITY], by_category[Category.ATTENDEE]
        closed = [
            Presented(badges.good[mayor.id], person=mayor.id),
            self._not_let_in(badges, listener.id, Refusal.NOT_IN_CATEGORY),
        ]
        return (
            self._round(1, 1, time(14, 25), Source.SCANNER, shown, meeting.id),
            self._round(1, 1, time(14, 35), Source.SCANNER, closed, reserved.id),
        )

    def _of_day(self, number: int) -> list[Checkpoint]:
        return [c for c in self._points if c.day == self._days[number]]

    def _good(self, badges: Badges, index: int, outcome: Outcome = Outcome.ADMITTED) -> Presented:
        person = self.people[index].id
        return Presented(badges.good[person], outcome, person=person)

    def _not_let_in(self, badges: Badges, person: str, reason: Refusal) -> Presented:
        return _refused(badges.good[person], reason, person)

    def _round(
        self,
        day: int,
        desk: int,
        starts: time,
        source: Source,
        presented: Sequence[Presented],
        checkpoint_id: str | None = None,
    ) -> Round:
        at = datetime.combine(self._days[day], starts, self._zone)
        return Round(desk, at, source, tuple(presented), checkpoint_id)


def _refused(code: str, reason: Refusal, person: str = "") -> Presented:
    return Presented(code, Outcome.REFUSED, reason.value, person)
