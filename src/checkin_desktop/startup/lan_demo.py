"""`lan-demo`: three desks as three processes, a cable that is pulled, kills, a stick, an office later."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.pairing import pairing_text, read_pairing
from checkin_desktop.startup.demo_desks import WrongOutcome, same
from checkin_desktop.startup.demo_event import forget_event_file
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.hub import new_server_code, server_store
from checkin_desktop.startup.lan_demo_cable import Cable
from checkin_desktop.startup.lan_demo_processes import DeskProcess, HubProcess
from checkin_desktop.words import Words

Say = Callable[[str], None]
_DESKS = 3
_PATIENCE_S = 30.0
_LOOK_S = 0.05
_ADMITTED = "admitted"


@dataclass(frozen=True, slots=True)
class _Moment:
    """What had happened, and what each desk then knew; None: that desk is off. `took_s`: until all had told."""

    name: str
    at_s: float
    knows: tuple[dict[str, Any] | None, ...]
    took_s: float = 0.0


@dataclass
class _Venue:
    """`acknowledged`: entries that a desk said were written. `admissions`: of each badge, the entries."""

    words: Words
    say: Say
    desks: list[DeskProcess]
    cables: list[Cable]
    began: float = field(default_factory=time.monotonic)
    acknowledged: set[str] = field(default_factory=set)
    admissions: dict[str, set[str]] = field(default_factory=dict)
    moments: list[_Moment] = field(default_factory=list)

    def heard(self, code: str, answer: dict[str, Any]) -> str:
        if answer["entry"]:
            self.acknowledged.add(answer["entry"])
        if answer["outcome"] == _ADMITTED:
            self.admissions.setdefault(code, set()).add(answer["entry"])
        return str(answer["outcome"])

    def scan(self, desk: int, codes: Sequence[str]) -> None:
        for code in codes:
            same(f"desk {desk + 1}", _ADMITTED, self.heard(code, self.desks[desk].ask("scan", code=code)))

    def pair(self, desk: int, hub: int, verb: str = "connect", pairing: str = "") -> None:
        """`desk` reaches the hub through its cable, with a code of its own."""
        said = read_pairing(pairing or self.desks[hub].ask("pairing")["pairing"])
        self.cables[desk].goal = said.port
        through = replace(said, port=self.cables[desk].port)
        name = self.words.say("station-default-name", number=desk + 1)
        self.desks[desk].ask(verb, pairing=pairing_text(through), name=name)

    def until_same(self, *desks: int) -> float:
        """Waits until these desks hold the same; answers how long that took. Raises WrongOutcome."""
        began = time.monotonic()
        while True:
            states = [self.desks[d].ask("state") for d in desks]
            if all(s["heads"] == states[0]["heads"] for s in states):
                same("digest", {states[0]["digest"]}, {s["digest"] for s in states})
                return time.monotonic() - began
            if time.monotonic() - began > _PATIENCE_S:
                raise WrongOutcome("lan-demo-never-same", seconds=round(_PATIENCE_S))
            threading.Event().wait(_LOOK_S)

    def note(self, moment: str, took_s: float = 0.0) -> None:
        knows = tuple(d.ask("state") if d.running else None for d in self.desks)
        noted = _Moment(moment, time.monotonic() - self.began, knows, took_s)
        self.moments.append(noted)
        self.say(self._line(noted))

    def heading(self) -> None:
        names = [self.words.say("lan-demo-desk", number=n) for n in range(1, _DESKS + 1)]
        self.say(self.words.say("lan-demo-legend"))
        self.say(_row("s", self.words.say("lan-demo-moment"), *names))

    def _line(self, moment: _Moment) -> str:
        cells = [
            self.words.say(
                "lan-demo-cell", entries=k["entries"], inside=k["inside"], conflicts=k["conflicts"]
            )
            if k
            else self.words.say("lan-demo-off")
            for k in moment.knows
        ]
        said = self.words.say(f"lan-demo-{moment.name}", seconds=f"{moment.took_s:.1f}")
        return _row(f"{moment.at_s:.1f}", said, *cells)


def run_lan_demo(out: Path, words: Words, say: Say, database: str = "") -> dict[str, Any]:
    """Plays the day and answers what `lan-demo.json` holds. `database`: of the internet hub; a folder if empty.

    Raises PersonFacingError where an entry was lost or doubled, desks differ, or somebody came in twice unseen.
    """
    with _venue(out, words, say) as here:
        codes = here.desks[0].ask("found")["codes"]
        event_id = bytes.fromhex(here.desks[0].ask("event")["event"])
        here.heading()
        _meet(here)
        _together(here, codes)
        _cable_pulled(here, codes)
        _desk_killed(here, codes)
        _hub_killed(here, codes)
        _stick(here, out / "event.bundle")
        _taken_over(here)
        with HubProcess(out, database or str(out / "hub")) as hub:
            _office(here, hub, event_id)
        counted = _nothing_lost(here, codes)
        say(words.say("lan-demo-database", kind="PostgreSQL" if "://" in database else "SQLite"))
    summary = counted | {
        "seconds": round(time.monotonic() - here.began, 1),
        "database": "postgresql" if "://" in database else "sqlite",
        "moments": [
            {"moment": m.name, "at_s": round(m.at_s, 2), "took_s": round(m.took_s, 2), "knows": _counts(m)}
            for m in here.moments
        ],
    }
    write_file(out / "lan-demo.json", (json.dumps(summary, indent=1) + "\n").encode())
    return summary


def _meet(here: _Venue) -> None:
    """The first desk becomes the hub; the others join over the network, by its pairing text."""
    pairing = here.desks[0].ask("share", above=0)["pairing"]
    here.pair(1, 0, "join", pairing)
    here.pair(2, 0, "join")
    here.note("joined", here.until_same(0, 1, 2))


def _together(here: _Venue, codes: Sequence[str]) -> None:
    """Everybody sees everybody. One badge before two desks in the same instant comes in once."""
    for desk in range(_DESKS):
        here.scan(desk, codes[desk:30:_DESKS])
    here.note("together", here.until_same(0, 1, 2))
    for desk in (1, 2):
        here.desks[desk].say("scan", code=codes[30])
    outcomes = sorted(here.heard(codes[30], here.desks[desk].hear()) for desk in (1, 2))
    same("claim", [_ADMITTED, "already_inside"], outcomes)
    here.note("claimed", here.until_same(0, 1, 2))


def _cable_pulled(here: _Venue, codes: Sequence[str]) -> None:
    here.cables[2].pull()
    here.scan(2, codes[32:40])
    here.scan(1, codes[39:45])  # the first of these enters at both: nobody can know
    here.note("pulled", here.until_same(0, 1))


def _desk_killed(here: _Venue, codes: Sequence[str]) -> None:
    """In the middle of a queue. What it acknowledged is there when it starts again."""
    queue = codes[45:65]
    for code in queue:
        here.desks[1].say("scan", code=code)
    for code in queue[:9]:
        here.heard(code, here.desks[1].hear())
    here.desks[1].kill()
    here.note("killed")
    here.desks[1].start()
    here.scan(1, [c for c in queue if c not in here.admissions])
    here.note("restarted", here.until_same(0, 1))


def _hub_killed(here: _Venue, codes: Sequence[str]) -> None:
    here.desks[0].say("scan", code=codes[65])
    here.heard(codes[65], here.desks[0].hear())
    here.desks[0].kill()
    here.scan(1, codes[66:72])
    here.scan(2, codes[72:75])
    here.note("hub-killed")


def _stick(here: _Venue, bundle: Path) -> None:
    began = time.monotonic()
    for desk in (1, 2, 1):
        here.desks[desk].ask("bundle", file=str(bundle))
    here.note("stick", time.monotonic() - began)
    here.until_same(1, 2)


def _taken_over(here: _Venue) -> None:
    """The second desk is the hub from now on; the first starts again with what only it knows."""
    here.desks[0].start()
    here.desks[1].ask("share", above=1)
    for desk in (0, 2):
        here.cables[desk].plug_in()
        here.pair(desk, 1)
    here.note("taken-over", here.until_same(0, 1, 2))


def _office(here: _Venue, hub: HubProcess, event_id: bytes) -> None:
    """Later, one laptop after the other finds the internet."""
    began = time.monotonic()
    for number, desk in enumerate(here.desks, 1):
        desk.ask("internet", url=hub.url, code=new_server_code(hub.database, f"desk {number}")[0])
    here.until_same(0, 1, 2)
    for desk in here.desks:
        desk.ask("internet-again")
    here.until_same(0, 1, 2)
    store = server_store(hub.database)
    try:
        same("digest", here.desks[0].ask("state")["digest"], store.digest(event_id))
    finally:
        store.close()
    here.note("office", time.monotonic() - began)


def _nothing_lost(here: _Venue, codes: Sequence[str]) -> dict[str, Any]:
    lost = doubled = 0
    for desk in here.desks:
        held = desk.ask("entries")["entries"]
        lost += len(here.acknowledged - set(held))
        doubled += len(held) - len(set(held))
    same("lost", 0, lost)
    same("doubled", 0, doubled)
    twice = [code for code, entries in here.admissions.items() if len(entries) > 1]
    same("twice", [codes[39]], twice)
    state = here.desks[0].ask("state")
    same("conflicts", 1, state["conflicts"])
    same("inside", len(here.admissions), state["inside"])
    return {
        "acknowledged": len(here.acknowledged),
        "entries": state["entries"],
        "inside": state["inside"],
        "conflicts": state["conflicts"],
        "lost": lost,
        "doubled": doubled,
    }


@contextmanager
def _venue(out: Path, words: Words, say: Say) -> Iterator[_Venue]:
    files = [out / f"desk-{number}.checkin" for number in range(1, _DESKS + 1)]
    try:
        for file in files:
            forget_event_file(file)
        for left in (*out.glob("event.bundle*"), *out.glob("hub/*")):
            left.unlink()
    except OSError as error:
        raise PersonFacingError("files-cannot-write", file=str(out)) from error
    with ExitStack() as stack:
        cables = [Cable() for _ in files]
        desks = [DeskProcess(file, words.language) for file in files]
        for cable in cables:
            stack.callback(cable.close)
        for desk in desks:
            stack.callback(desk.close)
            desk.start()
        yield _Venue(words, say, desks, cables)


def _counts(moment: _Moment) -> list[dict[str, int] | None]:
    wanted = ("entries", "inside", "conflicts")
    return [{w: k[w] for w in wanted} if k else None for k in moment.knows]


def _row(at: str, moment: str, *cells: str) -> str:
    return f"{at:>6}  {moment:<58}" + "".join(f"{cell:>15}" for cell in cells)
