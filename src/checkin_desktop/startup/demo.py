"""`demo --headless`: the two-day event end to end on real parts: list, badges, film, two desks, certificates."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checkin_desktop.domain.admission import Outcome
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.certificates import certificate_faces
from checkin_desktop.services.desk import Desk, checkpoints, event_info
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.ports.scanning import Pixels
from checkin_desktop.startup.demo_certificates import award
from checkin_desktop.startup.demo_desks import (
    PASSPHRASE,
    Played,
    exchange,
    play_at_once,
    same,
    settle_all,
)
from checkin_desktop.startup.demo_event import forget_event_file, found_demo_event
from checkin_desktop.startup.demo_meetings import figures, hold_meetings
from checkin_desktop.startup.demo_papers import certify, print_badges, write_lists
from checkin_desktop.startup.demo_photographs import EXPECTED, verify_photographs
from checkin_desktop.startup.demo_scenario import Badges, Presented, Scenario
from checkin_desktop.startup.events import join_event
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.verification_page import write_verification_page
from checkin_desktop.words import Words
from checkin_desktop.words.dates import long_date

DAYS = (date(2025, 6, 20), date(2025, 6, 21))
_SCREENSHOTS_S = 900

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the demo plays and to whom it tells what it does."""

    out: Path
    words: Words
    say: Say

    def tell(self, sentence: str, **arguments: object) -> None:
        self.say(self.words.say(sentence, **arguments))

    @property
    def bundle(self) -> Path:
        return self.out / "event.bundle"


def run_demo(out: Path, words: Words, say: Say) -> dict[str, Any]:
    """Runs the event, leaves its files in `out` and answers what `summary.json` holds.

    Raises PersonFacingError where a code was not read, a verdict was wrong, desks differ or a certificate fails.
    """
    started = time.monotonic()
    stage = _Stage(out, words, say)
    files = [out / f"desk-{number}.checkin" for number in (1, 2)]
    _make_room(out, [*files, stage.bundle, stage.bundle.with_name(stage.bundle.name + ".previous")])
    with found_demo_event(files[0], DAYS, words) as first:
        desk = first.desk
        people = [line.attendee for line in roster(desk)]
        stage.tell("demo-event", people=len(people), file=files[0].name)
        scenario = Scenario(people, DAYS, desk.zone, checkpoints(desk))
        badges, pictures = print_badges(desk, scenario, words, out)
        stage.tell("demo-badges", count=len(people), file="badges.pdf")
        exchange_bundle(desk, BundleFiles(), stage.bundle, PASSPHRASE)
        name = words.say("station-default-name", number=2)
        second, _ = join_event(stage.bundle, PASSPHRASE, path=files[1], station_name=name, as_last=False)
        with second:
            stage.tell("demo-joined", name=name, file=stage.bundle.name)
            desks = (desk, second.desk)
            settled = _hold(stage, scenario, desks, badges, pictures)
            hold_meetings(desk)
            certified = _certify(stage, scenario, desks)
        stage.tell("demo-lists", files=", ".join(write_lists(desk, words, out)))
        info, met = event_info(desk), figures(desk)
    _take_screenshots(stage)
    summary = {
        "attendees": info.attendees,
        "admitted": info.admitted,
        "refused": info.refused,
        "decode_misses": 0,
        "conflicts": settled,
        "certificates": info.certificates,
        **certified,
        **met,
        "seconds": round(time.monotonic() - started, 1),
    }
    write_file(out / "summary.json", (json.dumps(summary, indent=1) + "\n").encode())
    return summary


def _make_room(out: Path, files: Sequence[Path]) -> None:
    """The folder, and away with what an earlier run of the demo left in it."""
    try:
        (out / "videos").mkdir(parents=True, exist_ok=True)
        for file in files:
            forget_event_file(file)
    except OSError as error:
        raise PersonFacingError("files-cannot-write", file=str(out)) from error


def _hold(
    stage: _Stage, scenario: Scenario, desks: Sequence[Desk], badges: Badges, pictures: dict[str, Pixels]
) -> int:
    """Both days: apart, exchanged, settled; answers how many conflicts there were."""
    settled = 0
    presented: list[Presented] = []
    for number, when in enumerate(DAYS):
        day = scenario.day(number, badges)
        stage.tell("demo-filming", day=long_date(when, stage.words.language))
        played = play_at_once(desks, day.apart, pictures, stage.out / "videos")
        for done in played:
            _tell_film(stage, done, long_date(when, stage.words.language))
        digest = exchange(desks, stage.bundle)
        settled += settle_all(desks[0], day.conflicts)
        stage.tell("demo-exchanged", digest=digest[:12], conflicts=day.conflicts)
        played += play_at_once(desks, day.together, pictures, stage.out / "videos")
        exchange(desks, stage.bundle)
        presented += [p for done in played for p in done.round.presented]
    for desk in desks:
        info = event_info(desk)
        admitted = {p.person for p in presented if p.outcome is Outcome.ADMITTED}
        same("admitted", len(admitted), info.admitted)
        same("refused", sum(p.outcome is Outcome.REFUSED for p in presented), info.refused)
        same("conflicts", 0, info.conflicts)
    return settled


def _tell_film(stage: _Stage, done: Played, day: str) -> None:
    if done.frames:
        count = len(done.round.presented)
        stage.tell("demo-filmed", day=day, desk=done.round.desk + 1, count=count, frames=done.frames)


def _certify(stage: _Stage, scenario: Scenario, desks: Sequence[Desk]) -> dict[str, int]:
    """Issued, handed over, drawn and verified; answers how many verify, and how the register stands."""
    awarded = award(desks, scenario, stage.bundle, stage.words)
    holders = awarded.holders
    stage.tell("demo-certificates", count=len(holders), file="certificates.pdf")
    verified = certify(desks[0], holders, desks[1], stage.words, stage.out / "certificates.pdf")
    stage.tell("demo-verified", count=verified)
    name, collector = awarded.pile
    stage.tell("demo-register", **awarded.figures, pile=name, collector=collector, file="register.pdf")
    good, other = certificate_faces(desks[0], holders[:2])
    same("photographed", EXPECTED, verify_photographs(desks[0], good, other, stage.words, stage.out))
    stage.tell("demo-photographed", files=", ".join(EXPECTED))
    write_verification_page(desks[0], stage.out / "verification")
    stage.tell("demo-page", file="verification/index.html")
    return {"verified": verified, **awarded.figures}


def _take_screenshots(stage: _Stage) -> None:
    """In a process and a home of their own: no window toolkit in this one, nothing of the person's touched."""
    folder = stage.out / "screenshots"
    stage.tell("demo-taking-screenshots")
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "checkin_desktop", "screenshots", "--few", "--out", str(folder)],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "CHECKIN_HOME": home},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SCREENSHOTS_S,
            check=False,
        )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise PersonFacingError("demo-no-screenshots", said=said[-1] if said else str(done.returncode))
    stage.tell("demo-screenshots", count=len(list(folder.rglob("*.png"))), folder=folder.name)
