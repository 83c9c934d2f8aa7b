"""Who meets: what was written for a party as an organisation, a delegation or a person of the list."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from checkin_desktop.domain.delegations import column_of
from checkin_desktop.domain.meetings import Meeting, Party, Side
from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.services.ports.store import Reads

_CLOSE = 0.85
"""Of the letters, how many two names share that may be one."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The names known here. `canonical`: an organisation's name by each of its spellings."""

    canonical: dict[str, str]
    people: dict[str, Attendee]
    delegations: dict[str, frozenset[str]]

    @property
    def names(self) -> tuple[str, ...]:
        """To choose from, by name."""
        known = {*self.canonical.values(), *(name for name in self.delegations if name)}
        return tuple(sorted(known, key=plain))

    def party(self, written: str) -> Party:
        """What is written as one that is known: an organisation by any spelling, or by a part of its name that no
        other has; somebody of the list by the whole name. Else as written."""
        said = plain(written)
        if not said:
            return Party()
        if said in self.canonical:
            return Party(self.canonical[said])
        named = [a.id for a in self.people.values() if said in (plain(a.name), plain(a.person.sort_name))]
        if len(named) == 1:
            return Party("", (named[0],))
        holding = {name for key, name in self.canonical.items() if f" {said} " in f" {key} "}
        return Party(holding.pop() if len(holding) == 1 else " ".join(written.split())[:200])

    def known(self, party: Party) -> bool:
        return bool(party.people) or plain(party.name) in self.canonical or party.name in self.delegations

    def near(self, written: str) -> str:
        """The one known that was probably meant by a name that is nobody's; empty if none is close."""
        names = {plain(name): name for name in self.names} | {
            plain(a.name): a.name for a in self.people.values()
        }
        close = get_close_matches(plain(written), names, n=1, cutoff=_CLOSE)
        return names[close[0]] if close else ""

    def is_organisation(self, party: Party) -> bool:
        """By its name: one of the list, whose name is nobody's."""
        return plain(party.name) in self.canonical

    def canonically(self, meeting: Meeting) -> Meeting:
        """The same meeting, organisations that were merged under the name that stands."""
        return replace(
            meeting, party_a=self._canonical(meeting.party_a), party_b=self._canonical(meeting.party_b)
        )

    def side_of(self, attendee: Attendee, meeting: Meeting) -> Side | None:
        """For whom somebody comes to a meeting; None: it is not theirs."""
        for side in Side:
            party = meeting.party(side)
            if attendee.id in party.people:
                return side
        for side in Side:
            party = meeting.party(side)
            if not party.people and party.name and self._belongs(attendee, party.name):
                return side
        return None

    def label(self, party: Party) -> str:
        """As it is shown: the organisation, and the people where some are named."""
        people = ", ".join(self.people[one].name for one in party.people if one in self.people)
        return f"{people} ({party.name})" if people and party.name else people or party.name or "—"

    def _belongs(self, attendee: Attendee, name: str) -> bool:
        own = self.canonical.get(plain(attendee.person.organisation), attendee.person.organisation)
        return plain(own) == plain(name) or attendee.id in self.delegations.get(name, ())

    def _canonical(self, party: Party) -> Party:
        return replace(party, name=self.canonical.get(plain(party.name), party.name))


def parties_of(reads: Reads) -> Parties:
    canonical = {plain(alias): o.name for o in reads.event.organisations() for alias in (o.name, *o.aliases)}
    people = reads.people.all()
    return Parties(canonical, {a.id: a for a in people}, _delegations(reads, people))


def _delegations(reads: Reads, people: Iterable[Attendee]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a in people:
        if column := column_of(a.person):
            found.setdefault(column, set()).add(a.id)
    for fact in reads.meetings.arranged().values():
        found.setdefault(fact.name, set()).update(fact.members)
    return {name: frozenset(ids) for name, ids in found.items()}
