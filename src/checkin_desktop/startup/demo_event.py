"""The demo event: invented people and a programme of two days, made by the ways that a real event takes."""

import json
import os
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.badge import make_code
from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, EventSettings, HourKind, SessionKind
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.keys.event_keys import new_event_secrets
from checkin_desktop.places import events_folder, resource
from checkin_desktop.rosters.read import read_roster
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.check_in import check_in, undo
from checkin_desktop.services.desk import Desk, local_time
from checkin_desktop.services.found_event import entrances
from checkin_desktop.services.images import add_logo
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.services.rules import state_rule
from checkin_desktop.services.shipped_templates import shipped_default
from checkin_desktop.services.templates import choose_template, duplicate_template
from checkin_desktop.startup.demo_meetings import hold_meetings, plan_meetings
from checkin_desktop.startup.events import OpenEvent, create_event
from checkin_desktop.storage.event_file import SUFFIX
from checkin_desktop.words import Words
from checkin_desktop.words.dates import long_date

_ARRIVED = 41
_APART = timedelta(seconds=70)


def demo_event(words: Words) -> Path:
    """The demo event of today and tomorrow, so that scanning works at once: made, or found as it was left."""
    programme = _programme()
    today = datetime.now(ZoneInfo(programme["timezone"])).date()
    target = events_folder() / f"demo-{today.isoformat()}{SUFFIX}"
    if target.exists():
        return target
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    forget_event_file(unfinished)
    try:
        with found_demo_event(unfinished, (today, today + timedelta(days=1)), words) as opened:
            _let_some_in(opened.desk)
            hold_meetings(opened.desk)
        unfinished.replace(target)
    finally:
        forget_event_file(unfinished)
    return target


def found_demo_event(path: Path, days: tuple[date, date], words: Words) -> OpenEvent:
    """The demo event in a new file, its programme laid on these days, its list imported; left open.

    It does not become the event that the program opens next. Raises PersonFacingError.
    """
    programme = _programme()
    settings = EventSettings(
        name=programme["name"],
        days=days,
        timezone=programme["timezone"],
        place=programme["place"],
        city=programme["city"],
        issuers=tuple(programme["issuers"]),
        signatories=tuple((name, position) for name, position in programme["signatories"]),
        hours=programme["hours"],
        hour_kind=HourKind(programme["hour_kind"]),
        contact=programme["contact"],
    )
    names = tuple(long_date(day, words.language) for day in days)
    sessions = tuple(
        _session(number, said, days[said["day"] - 1]) for number, said in enumerate(programme["sessions"], 1)
    )
    given = tuple(_handed_over(number, said, days) for number, said in enumerate(programme["handed_over"], 1))
    opened = create_event(
        settings, words, path=path, checkpoints=entrances(days, names) + given + sessions, as_last=False
    )
    try:
        for logo in programme["logos"]:
            add_logo(opened.desk, prepare_logo(resource("demo", logo)))
        for number, said in enumerate(programme["rules"], 1):
            state_rule(opened.desk, _rule(number, said))
        import_roster(opened.desk, read_roster(demo_roster()))
        _add_design(opened.desk, words)
        plan_meetings(opened.desk, programme["sessions"], days)
    except BaseException:
        opened.close()
        raise
    return opened


def demo_roster() -> Path:
    """The demo's list as an organiser would send it: text with semicolons, invented people."""
    return resource("demo", "inscritos.csv")


def foreign_code() -> str:
    """The code of a badge of another event, which no desk of this one admits."""
    other = new_event_secrets().event
    return make_code(other.tag, Category.ATTENDEE, "0" * 15, other.badge_key)


def forget_event_file(path: Path) -> None:
    """Removes an event file of ours and what lies beside it."""
    for ending in ("", "-wal", "-shm", ".lock", ".owner"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _programme() -> dict[str, Any]:
    return dict(json.loads(resource("demo", "programa.json").read_text(encoding="utf-8")))


def _session(number: int, said: dict[str, Any], day: date) -> Checkpoint:
    return Checkpoint(
        id=f"session-{number:02d}",
        name=said["name"],
        kind=CheckpointKind.SESSION,
        day=day,
        starts=time.fromisoformat(said["starts"]),
        ends=time.fromisoformat(said["ends"]),
        room=said["room"],
        session_kind=SessionKind(said["kind"]),
        capacity=said.get("capacity"),
        categories=frozenset(Category(c) for c in said.get("categories", ())),
        speakers=tuple(said.get("speakers", ())),
    )


def _handed_over(number: int, said: dict[str, Any], days: tuple[date, date]) -> Checkpoint:
    """A kit or a lunch, once to each person."""
    last = said.get("last_day")
    return Checkpoint(
        id=f"given-{number:02d}",
        name=said["name"],
        kind=CheckpointKind.ONCE,
        day=days[said["day"] - 1],
        room=said["room"],
        opens=time.fromisoformat(said["opens"]),
        closes=time.fromisoformat(said["closes"]),
        tolerance=said.get("tolerance", 0),
        last_day=days[last - 1] if last else None,
    )


def _rule(number: int, said: dict[str, Any]) -> AdmissionRule:
    return AdmissionRule(
        f"rule-{number:02d}",
        categories=frozenset(Category(c) for c in said["categories"]),
        rooms=tuple(said["rooms"]),
        sentence=said["sentence"],
    )


def _add_design(desk: Desk, words: Words) -> None:
    """A design of the event's own, as an organiser makes one of the institutional one, for speakers."""
    shipped = shipped_default(TemplateUse.CERTIFICATE)
    if shipped:
        made = duplicate_template(desk, shipped, words.say("demo-design"))
        choose_template(desk, TemplateUse.CERTIFICATE, CertificateKind.SPEAKER, made)


def _let_some_in(desk: Desk) -> None:
    """People who came within the last hour, one of them scanned by mistake, and a badge of another event."""
    codes = [face.code for _, face in badge_faces(desk)][::3][:_ARRIVED]
    now = local_time(desk.store.now_ms(), desk.zone)
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    for ago, code in zip(range(_ARRIVED, 0, -1), codes, strict=True):
        result = check_in(desk, code, source=Source.CAMERA, at=max(midnight, now - ago * _APART))
    undo(desk, result.entry)
    check_in(desk, foreign_code(), source=Source.CAMERA, at=now)
