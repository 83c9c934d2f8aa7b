"""The roster: who people are, from everything that was said of them."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
from sqlalchemy import Connection, Row, func, insert, select, update

from checkin_desktop.domain.facts import ImportCompleted, Profile
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import Choice, ConflictKind, ProfileFact, profile_heads, profiles_disagree
from checkin_desktop.domain.people import Category, Person, plain, same_document
from checkin_desktop.storage import search
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections import certificates, organisations, passages
from checkin_desktop.storage.projections.badges import badge_state
from checkin_desktop.storage.projections.conflicts import replace_conflicts
from checkin_desktop.storage.rows import hashes, unhash
from checkin_desktop.wire.personal import person_from, unpack_person

_CHUNK = 500


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
        _settle_documents(conn, {same_document(person.document) for _, person in fresh})
    touched = _hidden(conn, known) if pending else known
    for attendee_id in ids:
        if attendee_id in touched:
            reduce_attendee(conn, attendee_id)


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
    for attendee_id in to_reduce:
        reduce_attendee(conn, attendee_id)
    shared = (
        select(t.attendee.c.same_document)
        .where(t.attendee.c.same_document != "", t.attendee.c.pending == 0)
        .group_by(t.attendee.c.same_document)
        .having(func.count() > 1)
    )
    _settle_documents(conn, set(conn.execute(shared).scalars()))


def record_attendance(conn: Connection, entry: Entry, attendee_id: str, withdrawn: bool) -> None:
    conn.execute(
        insert(t.withdrawal),
        {"entry": entry.hash, "attendee_id": attendee_id, "hlc": entry.hlc, "withdrawn": int(withdrawn)},
    )
    reduce_attendee(conn, attendee_id)


def accounts(conn: Connection, attendee_id: str) -> tuple[list[_Account], bool]:
    """What is said of somebody and counts; only pending imports speak of a person: those, and True."""
    rows = conn.execute(
        select(t.profile, t.import_run.c.entry.label("completed"), t.personal.c.value)
        .outerjoin(t.import_run, t.import_run.c.import_id == t.profile.c.import_id)
        .outerjoin(
            t.personal,
            (t.personal.c.entry == t.profile.c.entry) & (t.personal.c.place == t.profile.c.place),
        )
        .where(t.profile.c.attendee_id == attendee_id)
    ).all()
    counted = [r for r in rows if r.import_id is None or r.completed is not None]
    return [_account(r) for r in counted or rows], not counted


def reduce_attendee(conn: Connection, attendee_id: str) -> None:
    """The attendee's row, and the conflicts about who this is, from every account."""
    facts, pending = accounts(conn, attendee_id)
    if not facts:
        return
    heads = profile_heads(facts)
    before = conn.execute(select(t.attendee).where(t.attendee.c.id == attendee_id)).first()
    row = _row(conn, heads[0].profile, heads[0].person, int(pending))
    unmerged = bool(before and before.merged_into and not row["same_document"])
    if before:
        row["merged_into"] = "" if unmerged else before.merged_into
        conn.execute(update(t.attendee).where(t.attendee.c.id == attendee_id).values(row))
    else:
        conn.execute(insert(t.attendee), row)
    search.index(conn, [(attendee_id, heads[0].person)])
    disagree = not pending and profiles_disagree(heads)
    replace_conflicts(
        conn,
        ConflictKind.CORRECTED_TWICE,
        attendee_id,
        [[h.entry for h in heads]] if disagree else [],
        attendee_id,
    )
    if not pending:
        for fact in facts:
            organisations.mention(conn, fact.profile.organisation, fact.profile.region, fact.hlc, fact.entry)
    documents = {row["same_document"], before.same_document if before else ""}
    _settle_documents(conn, documents)
    if before and unmerged:
        _reassign(conn, attendee_id, before.merged_into)


def _settle_documents(conn: Connection, documents: Iterable[str]) -> None:
    """Two records with one document number: a conflict, unless a person said that they are one or two people."""
    for document in sorted(set(documents) - {""}):
        rows = conn.execute(
            select(t.attendee.c.id, t.attendee.c.merged_into).where(
                t.attendee.c.same_document == document, t.attendee.c.pending == 0
            )
        ).all()
        group = first_accounts(conn, [r.id for r in rows]) if len(rows) > 1 else []
        subject = hashlib.sha256(b"document" + document.encode()).hexdigest()[:32]
        members = [g[2] for g in group]
        choices = replace_conflicts(
            conn,
            ConflictKind.SAME_DOCUMENT,
            subject,
            [members] if group else [],
            group[0][3] if group else "",
        )
        kept = group[0][3] if choices == [Choice.SAME_PERSON] else ""
        merged = {g[3]: kept if g[3] != kept else "" for g in group}
        changed = [r.id for r in rows if r.merged_into != merged.get(r.id, "")]
        for attendee_id in changed:
            conn.execute(
                update(t.attendee)
                .where(t.attendee.c.id == attendee_id)
                .values(merged_into=merged.get(attendee_id, ""))
            )
        if changed:
            _reassign(conn, *(r.id for r in rows))


def _reassign(conn: Connection, *attendee_ids: str) -> None:
    passages.reassign(conn, *attendee_ids)
    certificates.reassign(conn, *attendee_ids)


def first_accounts(conn: Connection, ids: list[str]) -> list[tuple[int, bytes, bytes, str]]:
    """(hlc, entry, anchor, attendee id) of each record's first account, earliest record first."""
    first: dict[str, tuple[int, bytes]] = {}
    rows = conn.execute(
        select(t.profile.c.attendee_id, t.profile.c.hlc, t.profile.c.entry)
        .outerjoin(t.import_run, t.import_run.c.import_id == t.profile.c.import_id)
        .where(
            t.profile.c.attendee_id.in_(ids),
            t.profile.c.import_id.is_(None) | t.import_run.c.entry.is_not(None),
        )
    )
    for r in rows:
        first[r.attendee_id] = min(first.get(r.attendee_id, (r.hlc, r.entry)), (r.hlc, r.entry))
    anchors = {i: hashlib.sha256(i.encode()).digest() for i in first}
    return sorted((hlc, entry, anchors[i], i) for i, (hlc, entry) in first.items())


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
        "withdrawn": int(withdrawn),
        "merged_into": "",
        "code_id": code_id,
        "prints": prints,
    }


def _account(r: Row[Any]) -> _Account:
    replaces = unhash(r.replaces)
    profile = Profile(r.attendee_id, r.organisation, r.region, Category(r.category), b"", tuple(replaces))
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
    found: dict[str, set[str]] = defaultdict(set)
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        for column in columns:
            found["all"] |= set(conn.execute(select(column).where(column.in_(part))).scalars())
    return found["all"]


def refresh_badges(conn: Connection, attendee_ids: Iterable[str]) -> None:
    for attendee_id in sorted(set(attendee_ids)):
        state = badge_state(conn, attendee_id)
        conn.execute(
            update(t.attendee)
            .where(t.attendee.c.id == attendee_id)
            .values(code_id=state.code_id, prints=state.prints)
        )


def settle_document_of(conn: Connection, subject: str) -> None:
    conflict = select(t.conflict.c.attendee_id).where(
        t.conflict.c.kind == ConflictKind.SAME_DOCUMENT, t.conflict.c.subject == subject
    )
    document = conn.execute(select(t.attendee.c.same_document).where(t.attendee.c.id.in_(conflict))).scalar()
    if document:
        _settle_documents(conn, [document])
