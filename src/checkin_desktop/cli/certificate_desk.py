"""`certificates --register`, `--requests` and `--ask`: the libro, and what desks ask of the one that issues."""

from pathlib import Path
from typing import Any

from checkin_desktop.cli.context import Context, answer, say, tell
from checkin_desktop.cli.people import named
from checkin_desktop.documents.register import draw_register
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.register import RangeAudit
from checkin_desktop.rosters.write import write_sheets
from checkin_desktop.services.certificate_register import whole_register
from checkin_desktop.services.certificate_requests import (
    close_requests,
    issue_requested,
    request,
    requests,
)
from checkin_desktop.services.desk import Desk, settings
from checkin_desktop.services.entitlements import Who
from checkin_desktop.services.reports import register_sheets
from checkin_desktop.services.views import RequestLine
from checkin_desktop.startup.files import write_file
from checkin_desktop.words import Words
from checkin_desktop.words.certificates import kind_words, missing_word, missing_words
from checkin_desktop.words.dates import clock_time


def write_register(shared: Context, file: Path, *, as_json: bool) -> None:
    """Every number used, then what became of each desk's range. Raises PersonFacingError for another ending."""
    words = shared.words
    ending = file.suffix.lower()
    if ending not in (".pdf", ".xlsx"):
        raise PersonFacingError("cli-register-file")
    with shared.reading(Action.SEE_REPORTS) as desk:
        register = whole_register(desk)
        if ending == ".pdf":
            write_file(file, draw_register(register, settings(desk), words))
        else:
            write_sheets(file, register_sheets(desk, words))
    used = sum(r.used for _, r in register.ranges)
    sound = all(r.sound for _, r in register.ranges)
    if as_json:
        answer(
            {
                "file": str(file),
                "used": used,
                "sound": sound,
                "desks": [_range(name, r) for name, r in register.ranges],
            }
        )
        return
    say(words.say("cli-register-done", file=str(file), count=used, sound="yes" if sound else "no"))


def list_requests(shared: Context, people: list[str], *, as_json: bool) -> None:
    """What other desks ask for, the earliest first; `people`: of these alone, everybody's where it is empty."""
    with shared.reading(Action.CERTIFY) as desk:
        waiting = _waiting(desk, people)
    _tell(shared.words, waiting, {}, as_json=as_json)


def answer_requests(shared: Context, people: list[str], *, refuse: str, alone: str, as_json: bool) -> None:
    """Issues them, or closes them with a reason; says which still wait."""
    with shared.writing(Action.CERTIFY) as opened:
        desk = opened.desk
        waiting = _waiting(desk, people)
        entries = [line.entry for line in waiting]
        if refuse:
            close_requests(desk, entries, refuse)
            done = {"closed": len(entries)}
        else:
            _, left = issue_requested(desk, entries, alone_reason=alone)
            done = {"issued": len(entries) - left}
        still = {line.entry for line in requests(desk)}
    _tell(shared.words, tuple(x for x in waiting if x.entry in still), done, as_json=as_json)


def ask_for(shared: Context, desk: Desk, who: list[Who], reason: str, *, as_json: bool) -> None:
    """Of the desk that issues."""
    asked = request(desk, who, reason)
    if as_json:
        answer({"asked": asked})
    else:
        say(shared.words.say("cli-requests-asked", count=asked))


def _waiting(desk: Desk, people: list[str]) -> tuple[RequestLine, ...]:
    wanted = {person.id for person in named(desk, people)}
    return tuple(line for line in requests(desk) if not people or line.attendee.id in wanted)


def _tell(words: Words, waiting: tuple[RequestLine, ...], done: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        answer({"requests": [_request(line, words) for line in waiting], **done, "waiting": len(waiting)})
        return
    for line in waiting:
        lacks = missing_words(words, line.missing)
        said = words.say(
            "cli-request-line",
            name=line.attendee.name,
            kind=kind_words(words, line.wanted),
            desk=line.desk,
            time=clock_time(line.at),
            why=line.reason or (words.say("certificates-missing", missing=lacks) if lacks else "none"),
        )
        say(said)
    for verb, count in done.items():
        say(words.say(f"cli-requests-{verb}", count=count))
    if not done and not waiting:
        say(words.say("cli-requests-none"))
    elif waiting:
        tell(words.say("cli-requests-waiting", count=len(waiting)))


def _request(line: RequestLine, words: Words) -> dict[str, Any]:
    return {
        "name": line.attendee.name,
        "document": line.attendee.person.document,
        "kind": line.wanted.kind.value,
        "title": line.wanted.title or None,
        "desk": line.desk,
        "at": line.at.isoformat(timespec="seconds"),
        "reason": line.reason or None,
        "missing": [missing_word(words, m) for m in line.missing],
        "entry": line.entry,
    }


def _range(name: str, r: RangeAudit) -> dict[str, Any]:
    return {
        "desk": name,
        "first": r.first,
        "last": r.last,
        "issued": r.issued,
        "revoked": r.revoked,
        "void": r.void,
        "unused_from": r.unused if r.unused <= r.last else None,
        "holes": [list(hole) for hole in r.holes],
        "twice": list(r.twice),
        "sound": r.sound,
    }
