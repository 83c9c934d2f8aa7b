"""The conflicts that DESIGN section 2 names, worked out from all entries at once.

Slow, without tables and without the program's own merging code: what `storage/` must come to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from checkin_desktop.domain import facts as f
from checkin_desktop.domain.certificate import subject_of
from checkin_desktop.domain.certifying import NumbersVoided
from checkin_desktop.domain.journal import Entry
from checkin_desktop.wire.bodies import decode_body
from checkin_desktop.wire.personal import PersonValues, unpack_person

TEN_MINUTES = 600_000
Conflicts = set[tuple[str, frozenset[bytes], str | None]]
"""(kind, members, the choice that settles it)."""


@dataclass
class Account:
    entry: bytes
    order: tuple[int, bytes]
    replaces: frozenset[bytes]
    values: PersonValues
    said: tuple[object, ...]


@dataclass
class _Seen:
    """The facts that count, by kind, in the order that is the same on every desk."""

    by_kind: dict[type, list[tuple[Entry, f.Fact]]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *kinds: type) -> list[tuple[Entry, f.Fact]]:
        return sorted((x for k in kinds for x in self.by_kind[k]), key=lambda x: x[0].order)


def expected_conflicts(entries: Iterable[Entry]) -> Conflicts:
    seen = _counted(list(entries))
    accounts = _accounts(seen)
    shared = _same_document(seen, accounts)
    merged = _merged(accounts, shared)
    return (
        {(kind, members, choice) for kind, members, choice, _ in shared}
        | _corrected_twice(accounts)
        | _admitted_twice(seen, merged)
        | _certified_twice(seen, merged)
        | _slot_taken_twice(seen)
    )


def _counted(entries: list[Entry]) -> _Seen:
    """Everything but what a revoked station wrote after its end."""
    ends: dict[bytes, int] = {}
    decoded = [(e, decode_body(e.kind, e.version, e.body)) for e in entries]
    for e, fact in sorted(decoded, key=lambda x: x[0].order):
        if isinstance(fact, f.StationRevoked) and e.seq <= ends.get(e.station_id, e.seq):
            ends[fact.station_id] = min(fact.last_seq, ends.get(fact.station_id, fact.last_seq))
    seen = _Seen()
    for e, fact in decoded:
        if fact is not None and e.seq <= ends.get(e.station_id, e.seq):
            seen.by_kind[type(fact)].append((e, fact))
    return seen


def _accounts(seen: _Seen) -> dict[str, list[Account]]:
    """Every account of every person; those of unfinished imports left out."""
    finished = {fact.import_id for _, fact in seen.of(f.ImportCompleted)}
    erased = {a for _, fact in seen.of(f.PersonalErased) for a in fact.attendee_ids}
    found: dict[str, list[Account]] = defaultdict(list)
    for e, fact in seen.of(f.AttendeesImported, f.AttendeeRegistered, f.AttendeeCorrected):
        if isinstance(fact, f.AttendeesImported) and fact.import_id not in finished:
            continue
        profiles = fact.profiles if isinstance(fact, f.AttendeesImported) else (fact.profile,)
        for place, p in enumerate(profiles):
            packed = e.personal[place]
            gone = packed is None or p.attendee_id in erased
            values = PersonValues() if gone or packed is None else unpack_person(packed)
            said = (p.organisation, p.region, p.category, values)
            found[p.attendee_id].append(Account(e.hash, e.order, frozenset(p.replaces), values, said))
    return found


def _heads(accounts: list[Account]) -> list[Account]:
    replaced = {r for a in accounts for r in a.replaces}
    return [a for a in accounts if a.entry not in replaced]


def _corrected_twice(accounts: Mapping[str, list[Account]]) -> Conflicts:
    found: Conflicts = set()
    for said in accounts.values():
        heads = _heads(said)
        if len({h.said for h in heads}) > 1:
            found.add(("corrected_twice", frozenset(h.entry for h in heads), None))
    return found


def _settled(seen: _Seen, kind: str, subject: str, members: frozenset[bytes]) -> str | None:
    about = [
        (e.hash, fact)
        for e, fact in seen.of(f.ConflictSettled)
        if (fact.conflict_kind, fact.subject) == (kind, subject) and members <= set(fact.members)
    ]
    replaced = {r for _, fact in about for r in fact.replaces}
    choices = {str(fact.choice) for entry, fact in about if entry not in replaced}
    return choices.pop() if len(choices) == 1 else None


def _same_document(
    seen: _Seen, accounts: Mapping[str, list[Account]]
) -> list[tuple[str, frozenset[bytes], str | None, list[str]]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for attendee_id, said in accounts.items():
        shown = max(_heads(said), key=lambda a: a.order)
        number = "".join(c for c in shown.values.document.upper() if c.isascii() and c.isalnum())
        if number:
            holders[number].append(attendee_id)
    found = []
    for number, ids in holders.items():
        if len(ids) > 1:
            members = frozenset(sha256(i.encode()).digest() for i in ids)
            subject = sha256(b"document" + number.encode()).hexdigest()[:32]
            choice = _settled(seen, "same_document", subject, members)
            found.append(("same_document", members, choice, ids))
    return found


def _merged(
    accounts: Mapping[str, list[Account]], shared: list[tuple[str, frozenset[bytes], str | None, list[str]]]
) -> dict[str, str]:
    """Record → the record that stands for the same person, where a person said that they are one."""
    merged = {}
    for _, _, choice, ids in shared:
        if choice == "same_person":
            kept = min(ids, key=lambda i: min(a.order for a in accounts[i]))
            merged |= {i: kept for i in ids if i != kept}
    return merged


def _admitted_twice(seen: _Seen, merged: Mapping[str, str]) -> Conflicts:
    owners: dict[str, str] = {}
    for _, fact in seen.of(f.BadgeIssued):
        owners.setdefault(fact.code_id, fact.attendee_id)
    reentry = {fact.checkpoint.id: fact.checkpoint.reentry for _, fact in seen.of(f.CheckpointDefined)}
    undone = {fact.entry for _, fact in seen.of(f.PassageUndone)}
    scans: dict[tuple[str, str], list[tuple[int, Entry, f.PassageRecorded]]] = defaultdict(list)
    for e, fact in seen.of(f.PassageRecorded):
        owner = owners.get(fact.code_id, fact.attendee_id)
        if owner and e.hash not in undone and fact.outcome in ("admitted", "welcome_back", "left"):
            scans[merged.get(owner, owner), fact.checkpoint_id].append((fact.occurred_at, e, fact))
    found: Conflicts = set()
    for (person, checkpoint), moves in scans.items():
        intervals: list[list[tuple[int, Entry]]] = [[]]
        for at, e, fact in sorted(moves, key=lambda m: (m[0], m[1].order)):
            if fact.outcome == "left":
                intervals.append([])
                continue
            if intervals[-1] and reentry.get(checkpoint):
                last_at, last = intervals[-1][-1]
                knew = e.station_id == last.station_id and fact.outcome == "welcome_back"
                came_back = e.station_id != last.station_id and at - last_at > TEN_MINUTES
                if knew or came_back:
                    intervals.append([])
            intervals[-1].append((at, e))
        for interval in intervals:
            if len(interval) > 1:
                members = frozenset(e.hash for _, e in interval)
                choice = _settled(seen, "admitted_twice", f"{person}|{checkpoint}", members)
                found.add(("admitted_twice", members, choice))
    return found


def _certified_twice(seen: _Seen, merged: Mapping[str, str]) -> Conflicts:
    revoked = {fact.serial for _, fact in seen.of(f.CertificateRevoked)}
    revoked |= {serial for _, fact in seen.of(NumbersVoided) for serial in fact.serials}
    good: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    of_talks: dict[str, list[bytes]] = defaultdict(list)
    for e, fact in seen.of(f.CertificateIssued):
        if fact.serial not in revoked:
            holder = merged.get(fact.attendee_id, fact.attendee_id)
            subject = subject_of(holder, fact.kind, fact.title, fact.session_id)
            good[holder, subject].append(e.hash)
            if subject != (bare := subject_of(holder, fact.kind)):
                of_talks[bare].append(e.hash)
    for (_, subject), entries in good.items():
        entries += of_talks[subject][:1]
    found: Conflicts = set()
    for (_, subject), entries in good.items():
        if len(entries) > 1:
            members = frozenset(entries)
            choice = _settled(seen, "certified_twice", subject, members)
            found.add(("certified_twice", members, choice))
    return found


def _slot_taken_twice(seen: _Seen) -> Conflicts:
    works_from: dict[bytes, tuple[int, bytes]] = {}
    for e, fact in seen.of(f.StationEnrolled, f.SlotTaken):
        works_from[e.station_id] = (fact.slot, e.hash)
    slots: dict[int, set[bytes]] = defaultdict(set)
    for slot, entry in works_from.values():
        slots[slot].add(entry)
    return {
        (
            "slot_taken_twice",
            frozenset(taken),
            _settled(seen, "slot_taken_twice", str(slot), frozenset(taken)),
        )
        for slot, taken in slots.items()
        if len(taken) > 1
    }
