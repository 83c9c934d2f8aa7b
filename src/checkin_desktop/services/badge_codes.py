"""Codes sent before the event: a picture of each person's QR, and the list that a mail merge takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.people import Attendee, AttendeeStatus, plain
from checkin_desktop.services.badges import face_of
from checkin_desktop.services.desk import Desk
from checkin_desktop.words import Words

_LONGEST_NAME = 80
_FORBIDDEN = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class FileNames(StrEnum):
    """What a picture is called after; who has none of it is called by the next one that they have."""

    DOCUMENT = "document"
    OWN_CODE = "own_code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One person's code and what its picture is called; no two alike, whatever the case."""

    attendee: Attendee
    code: str
    file: str


def code_lines(
    desk: Desk, names: FileNames = FileNames.DOCUMENT, attendee_ids: frozenset[str] | None = None
) -> tuple[CodeLine, ...]:
    """Everybody who has a good badge, or those asked for; by surname."""
    with desk.store.read() as reads:
        people = [
            a
            for a in reads.people.all()
            if a.code_id
            and a.status is AttendeeStatus.ACTIVE
            and (attendee_ids is None or a.id in attendee_ids)
        ]
    files = _distinct(_file_stem(a, names) for a in people)
    return tuple(
        CodeLine(a, face_of(a, desk.store.secrets).code, f"{stem}.png")
        for a, stem in zip(people, files, strict=True)
    )


def merge_table(lines: tuple[CodeLine, ...], words: Words) -> tuple[list[str], list[list[str]]]:
    """(headings, rows) for a mail merge: whom to write to, what the code is, which picture to put in."""
    headings = [
        words.say(f"report-{name}")
        for name in ("name", "given-names", "surnames", "organisation", "email", "category")
    ]
    headings += [words.say("badges-merge-code"), words.say("badges-merge-image")]
    rows = []
    for line in lines:
        p = line.attendee.person
        role = words.say(f"category-{p.category.value}")
        rows.append([p.name, p.given_names, p.surnames, p.organisation, p.email, role, line.code, line.file])
    return headings, rows


def _file_stem(attendee: Attendee, names: FileNames) -> str:
    p = attendee.person
    said = {
        FileNames.DOCUMENT: p.document,
        FileNames.OWN_CODE: p.own_code,
        FileNames.NAME: plain(p.sort_name).replace(" ", "-"),
    }
    for kind in (names, FileNames.DOCUMENT, FileNames.OWN_CODE, FileNames.NAME):
        clean = _FORBIDDEN.sub("-", said[kind]).strip("-. ")[:_LONGEST_NAME]
        if clean:
            return f"_{clean}" if _RESERVED.fullmatch(clean) else clean
    return attendee.id


def _distinct(stems: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for stem in stems:
        free, count = stem, 1
        while free.casefold() in seen:
            count += 1
            free = f"{stem}-{count}"
        seen.add(free.casefold())
        yield free
