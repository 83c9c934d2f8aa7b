"""A check-in's answer on the command line (DESIGN section 6, fixed)."""

from typing import Any

from checkin_desktop.cli.context import answer, say
from checkin_desktop.domain.admission import Refused
from checkin_desktop.domain.people import Attendee
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words import Words
from checkin_desktop.words.verdicts import verdict_words


def show(result: CheckInResult, words: Words, stations: dict[str, str], as_json: bool) -> None:
    if as_json:
        answer(as_document(result))
        return
    said = verdict_words(words, result.verdict, stations)
    who = result.attendee.name if result.attendee else result.code
    say(" · ".join(part for part in (said.title, who, said.detail) if part))


def as_document(result: CheckInResult) -> dict[str, Any]:
    reason = result.verdict.reason.value if isinstance(result.verdict, Refused) else None
    document: dict[str, Any] = {
        "code": result.code,
        "verdict": result.outcome.value,
        "reason": reason,
        "attendee": person_document(result.attendee) if result.attendee else None,
        "checkpoint": result.checkpoint.name,
        "at": result.at.isoformat(timespec="seconds"),
        "entry": result.entry or None,
    }
    if result.candidates:
        document["candidates"] = [person_document(a) for a in result.candidates]
    return document


def person_document(attendee: Attendee) -> dict[str, Any]:
    p = attendee.person
    return {
        "id": attendee.id,
        "name": attendee.name,
        "document": p.document,
        "organisation": p.organisation,
        "region": p.region,
        "position": p.position,
        "category": p.category.value,
    }
