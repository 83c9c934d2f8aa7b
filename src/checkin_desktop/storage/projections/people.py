"""The roster: who people are, from everything that was said of them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from checkin_desktop.domain.facts import ImportCompleted, Profile
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind, ProfileFact, profile_heads, profiles_disagree
from checkin_desktop.domain.people import Category, Person, plain, same_document
from checkin_desktop.storage import search
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections import organisations
from checkin_desktop.storage.projections.badges import badge_state
from checkin_desktop.storage.projections.conflicts import drop_conflicts, replace_conflicts
from checkin_desktop.storage.projections.same_document import reassign, settle_documents
from checkin_desktop.storage.rows import chunks, hashes, unhash
from checkin_desktop.wire.personal import person_from, unpack_person

_CORRECT = update(t.attendee).where(t.attendee.c.id == bindparam("attendee_id"))


@dataclass(frozen=True, slots=True)
class _Account(ProfileFact):
    profile: Profile
    person: Person


def record_profiles(
    conn: Connection, entry: Entry, profiles: Sequence[Profile], import_id: bytes | None = None
) -> None:
    """Keeps what is said of people; those of an import stay invisible until it is completed."""
    if not profiles:
        return
    numbered = list({p.attendee_id: (place, p) for place, p in reversed(list(enumerate(profiles)))}.values())
    ids = [p.attendee_id for _, p in numbered]
    known = _with_profiles(conn, ids)
    conn.execute(
        insert(t.profile),
        [
            {
                "entry": entry.hash,
                "attendee_id": p.attendee_id,
                "place": place,
                "hlc": entry.hlc,
                "organisation": p.organisation,
                "region": p.region,
                "category": p.category,
                "replaces": hashes(p.replaces),
                "import_id": import_id,
            }
            for place, p in numbered
        ],
    )
    pending = 1 if import_id and not _completed(conn, import_id) else 0
    fresh = [
        (p, _person(p, entry.personal[place] if place < len(entry.personal) else None))
        for place, p in numbered
        if p.attendee_id not in known
    ]
    _insert_new(conn, fresh, pending)
    if not pending:
        for _, p in numbered:
            organisations.mention(conn, p.organisation, p.region, entry.hlc, entry.hash)
        settle_documents(conn, {same_document(person.document) for _, person in fresh})
    touched = _hidden(conn, known) if pending else known
    reduce_attendees(conn, [i for i in ids if i in touched])


def _hidden(conn: Connection, ids: set[str]) -> set[str]:
    """Those known only from imports under way; who is visible already changes only when an import is completed."""
    asked = select(t.attendee.c.id).where(t.attendee.c.id.in_(ids), t.attendee.c.pending == 1)
    return set(conn.execute(asked).scalars())


def _completed(conn: Connection, import_id: bytes) -> bool:
    return conn.execute(select(t.import_run).where(t.import_run.c.import_id == import_id)).first() is not None


def complete_import(conn: Connection, entry: Entry, fact: ImportCompleted) -> None:
    """Everybody of the import becomes visible at once."""
    conn.execute(
        insert(t.import_run), {"import_id": fact.import_id, "entry": entry.hash, "chunks": fact.chunks}
    )
    mine = select(t.profile.c.attendee_id).where(t.profile.c.import_id == fact.import_id)
    several = (
        select(t.profile.c.attendee_id)
        .where(t.profile.c.attendee_id.in_(mine))
        .group_by(t.profile.c.attendee_id)
        .having(func.count() > 1)
    )
    to_reduce = list(conn.execute(several).scalars())
    conn.execute(
        update(t.attendee).where(t.attendee.c.pending == 1, t.attendee.c.id.in_(mine)).values(pending=0)
    )
    organisations.mention_import(conn, fact.import_id)
    reduce_attendees(conn, to_reduce)
    shared = (
        select(t.attendee.c.same_document)
        .where(t.attendee.c.same_document != "", t.attendee.c.pending == 0)
        .group_by(t.attendee.c.same_document)
        .having(func.count() > 1)
    )
    settle_documents(conn, set(conn.execute(shared).scalars()))


def record_attendance(conn: Connection, entry: Entry, attendee_id: str, withdrawn: bool) -> None:
    conn.execute(
        insert(t.withdrawal),
        {"entry": entry.hash, "attendee_id": attendee_id, "hlc": entry.hlc, "withdrawn": int(withdrawn)},
    )
    reduce_attendee(conn, attendee_id)


def accounts(conn: Connection, attendee_id: str) -> tuple[list[_Account], bool]:
    """What is said of somebody and counts; only pending imports speak of a person: those, and True."""
    return _accounts(conn, [attendee_id]).get(attendee_id, ([], True))


def reduce_attendee(conn: Connection, attendee_id: str) -> None:
    """As `reduce_attendees`, for one."""
    reduce_attendees(conn, [attendee_id])


def reduce_attendees(conn: Connection, attendee_ids: Iterable[str]) -> None:
    """The attendees' rows, and the conflicts about who they are, from every account."""
    for part in chunks(attendee_ids):
        _reduce(conn, part)


def _reduce(conn: Connection, ids: list[str]) -> None:
    said = _accounts(conn, ids)
    if not said:
        return
    rows = conn.execute(select(t.attendee).where(t.attendee.c.id.in_(said))).all()
    before = {r.id: r for r in rows}
    special = _with_marks(conn, list(said))
    written: list[dict[str, Any]] = []
    people: list[tuple[str, Person]] = []
    unmerged: list[tuple[str, str]] = []
    disagreeing: dict[str, list[bytes]] = {}
    for attendee_id, (facts, pending) in said.items():
        heads = profile_heads(facts)
        row = _row(conn, heads[0].profile, heads[0].person, int(pending), attendee_id not in special)
        old = before.get(attendee_id)
        if old is not None and old.merged_into:
            row["merged_into"] = old.merged_into if row["same_document"] else ""
            if not row["same_document"]:
                unmerged.append((attendee_id, old.merged_into))
        written.append(row)
        people.append((attendee_id, heads[0].person))
        if not pending and profiles_disagree(heads):
            disagreeing[attendee_id] = [h.entry for h in heads]
    _write(conn, written, before.keys())
    search.index(conn, people)
    drop_conflicts(conn, ConflictKind.CORRECTED_TWICE, [i for i in said if i not in disagreeing])
    for attendee_id, entries in disagreeing.items():
        replace_conflicts(conn, ConflictKind.CORRECTED_TWICE, attendee_id, [entries], attendee_id)
    counted = [f for facts, pending in said.values() if not pending for f in facts]
    organisations.mention_all(
        conn, ((f.profile.organisation, f.profile.region, f.hlc, f.entry) for f in counted)
    )
    settle_documents(conn, {r["same_document"] for r in written} | {r.same_document for r in before.values()})
    for pair in unmerged:
        reassign(conn, *pair)


def _write(conn: Connection, rows: list[dict[str, Any]], known: Collection[str]) -> None:
    fresh = [row for row in rows if row["id"] not in known]
    if fresh:
        conn.execute(insert(t.attendee), fresh)
    corrected = [{**row, "attendee_id": row["id"]} for row in rows if row["id"] in known]
    if corrected:
        conn.execute(_CORRECT, corrected)


def _accounts(conn: Connection, ids: list[str]) -> dict[str, tuple[list[_Account], bool]]:
    """`accounts` of everybody who has any."""
    rows = conn.execute(
        select(t.profile, t.import_run.c.entry.label("completed"), t.personal.c.value)
        .outerjoin(t.import_run, t.import_run.c.import_id == t.profile.c.import_id)
        .outerjoin(
            t.personal,
            (t.personal.c.entry == t.profile.c.entry) & (t.personal.c.place == t.profile.c.place),
        )
        .where(t.profile.c.attendee_id.in_(ids))
    )
    said: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        said[row.attendee_id].append(row)
    facts = {}
    for attendee_id, told in said.items():
        counted = [r for r in told if r.import_id is None or r.completed is not None]
        facts[attendee_id] = _told(counted or told), not counted
    return facts


def _insert_new(conn: Connection, people: list[tuple[Profile, Person]], pending: int) -> None:
    if not people:
        return
    special = _with_marks(conn, [p.attendee_id for p, _ in people])
    rows = [
        _row(conn, profile, person, pending, plain_case=profile.attendee_id not in special)
        for profile, person in people
    ]
    conn.execute(insert(t.attendee), rows)
    search.index(conn, [(profile.attendee_id, person) for profile, person in people], new=True)


def _row(
    conn: Connection, profile: Profile, person: Person, pending: int, plain_case: bool = False
) -> dict[str, Any]:
    withdrawn, code_id, prints = False, profile.attendee_id, 0
    if not plain_case:
        withdrawn = bool(
            conn.execute(
                select(t.withdrawal.c.withdrawn)
                .where(t.withdrawal.c.attendee_id == profile.attendee_id)
                .order_by(t.withdrawal.c.hlc.desc(), t.withdrawal.c.entry.desc())
                .limit(1)
            ).scalar()
        )
        state = badge_state(conn, profile.attendee_id)
        code_id, prints = state.code_id, state.prints
    return {
        "id": profile.attendee_id,
        "pending": pending,
        "given_names": person.given_names,
        "surnames": person.surnames,
        "sort_key": plain(person.sort_name),
        "document_kind": person.document_kind,
        "document": person.document,
        "same_document": same_document(person.document),
        "organisation_id": organisations.id_of(person.organisation),
        "organisation": person.organisation,
        "region": person.region,
        "position": person.position,
        "honorific": person.honorific,
        "category": person.category,
        "email": person.email,
        "phone": person.phone,
        "own_code": person.own_code,
        "consent": None if person.consent is None else int(person.consent),
        "extra": json.dumps(person.extra, ensure_ascii=False) if person.extra else "",
        "note": person.note,
        "photo": person.photo,
        "withdrawn": int(withdrawn),
        "merged_into": "",
        "code_id": code_id,
        "prints": prints,
    }


def _told(rows: Sequence[Row[Any]]) -> list[_Account]:
    """What is replaced by a later account is read no further: nobody shows it or compares with it."""
    replaces = [unhash(r.replaces) for r in rows]
    replaced = frozenset().union(*replaces)
    return [_account(r, known, r.entry in replaced) for r, known in zip(rows, replaces, strict=True)]


def _account(r: Row[Any], replaces: frozenset[bytes], replaced: bool) -> _Account:
    profile = Profile(r.attendee_id, r.organisation, r.region, Category(r.category), b"", tuple(replaces))
    if replaced:
        return _Account(r.entry, r.hlc, b"", replaces, profile, _person(profile, None))
    person = _person(profile, r.value)
    content = cbor2.loads(r.value)[1] if r.value else None
    said = cbor2.dumps([r.organisation, r.region, r.category, content], canonical=True)
    return _Account(r.entry, r.hlc, said, replaces, profile, person)


def _person(profile: Profile, packed: bytes | None) -> Person:
    return person_from(profile, unpack_person(packed) if packed else None)


def _with_profiles(conn: Connection, ids: list[str]) -> set[str]:
    return _found(conn, ids, [t.profile.c.attendee_id])


def _with_marks(conn: Connection, ids: list[str]) -> set[str]:
    marks = t.badge_mark.c
    return _found(conn, ids, [marks.attendee_id, marks.code_id, t.withdrawal.c.attendee_id])


def _found(conn: Connection, ids: list[str], columns: list[Any]) -> set[str]:
    found: set[str] = set()
    for part in chunks(ids):
        for column in columns:
            found |= set(conn.execute(select(column).where(column.in_(part))).scalars())
    return found


def refresh_badges(conn: Connection, attendee_ids: Iterable[str]) -> None:
    for attendee_id in sorted(set(attendee_ids)):
        state = badge_state(conn, attendee_id)
        conn.execute(
            update(t.attendee)
            .where(t.attendee.c.id == attendee_id)
            .values(code_id=state.code_id, prints=state.prints)
        )
