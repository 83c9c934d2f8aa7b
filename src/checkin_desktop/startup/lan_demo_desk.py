"""One desk of `lan-demo`, a process of its own: it does what it is told in JSON lines, and answers in JSON lines."""

import json
import sys
from datetime import datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.exchange import exchange_bundle, set_passphrase
from checkin_desktop.services.ports.network import HubConnected, Road
from checkin_desktop.startup.demo_desks import PASSPHRASE
from checkin_desktop.startup.demo_event import found_demo_event
from checkin_desktop.startup.events import OpenEvent, open_event
from checkin_desktop.startup.hub_link import HubLink, link_to
from checkin_desktop.startup.joining import join_over_lan
from checkin_desktop.startup.lan import LanHub
from checkin_desktop.startup.sync import DeskSync
from checkin_desktop.words import Words

_LOOPBACK = IPv4Address("127.0.0.1")
Said = dict[str, Any]


def run_demo_desk(path: Path, words: Words) -> None:
    """Until its input ends, or it is killed."""
    desk = _DemoDesk(path, words)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(desk.answer(json.loads(line))) + "\n")
        sys.stdout.flush()
    desk.close()


class _DemoDesk:
    """Without mDNS: on one computer the desks would find each other beside the cable that is pulled."""

    def __init__(self, path: Path, words: Words) -> None:
        self._path, self._words = path, words
        self._opened: OpenEvent | None = None
        if path.exists():
            self._begin(open_event(path))

    def answer(self, said: Said) -> Said:
        try:
            return self._do(said)
        except PersonFacingError as error:
            return {"error": self._words.say(error.sentence, **error.arguments)}

    def close(self) -> None:
        if self._opened:
            self._opened.close()

    def _do(self, said: Said) -> Said:
        match said["do"]:
            case "found":
                return self._found()
            case "join":
                opened, joined = join_over_lan(
                    said["pairing"], PASSPHRASE, path=self._path, station_name=said["name"], as_last=False
                )
                self._begin(opened)
                return {"received": joined.received}
            case "share":
                sharing = self._hub.start(said["above"])
                self._lan.disconnect()
                return {"pairing": sharing.pairing, "port": sharing.port, "term": sharing.term}
            case "pairing":
                return {"pairing": self._hub.new_code().pairing}
            case "connect":
                _, link, code = link_to(said["pairing"], self._event.file.secrets.event_id, "")
                self._lan.connect(link, code)
                return {}
            case "internet":
                self._internet.connect(HubLink((said["url"],)), said["code"])
                return {}
            case "internet-again":
                again = self._internet.link
                if again:
                    self._internet.connect(again, "")
                return {}
            case "event":
                return {"event": self._event.file.secrets.event_id.hex()}
            case "scan":
                result = check_in(self._event.desk, said["code"], source=Source.SCANNER, day_confirmed=True)
                return {"outcome": result.outcome.value, "entry": result.entry}
            case "bundle":
                done = exchange_bundle(self._event.desk, BundleFiles(), Path(said["file"]), PASSPHRASE)
                return {"sent": done.sent, "received": done.received}
            case "entries":
                with self._event.file.read() as reads:
                    return {"entries": [e.hash.hex() for e in reads.journal.entries()]}
            case _:
                return self._state()

    def _found(self) -> Said:
        today = datetime.now(ZoneInfo("America/Lima")).date()
        opened = found_demo_event(self._path, (today, today + timedelta(days=1)), self._words)
        set_passphrase(opened.desk, PASSPHRASE)
        self._begin(opened)
        codes = [face.code for _, face in badge_faces(opened.desk)]
        return {"codes": codes}

    def _state(self) -> Said:
        with self._event.file.read() as reads:
            counts, heads = reads.event.counts(), reads.journal.heads()
            return {
                "entries": counts.entries,
                "inside": counts.inside,
                "conflicts": counts.conflicts,
                "heads": {s.hex(): sorted(h.hex() for _, h in ends) for s, ends in heads.items()},
                "connected": isinstance(self._lan.state, HubConnected),
                "digest": reads.journal.digest(),
            }

    def _begin(self, opened: OpenEvent) -> None:
        self._opened = opened
        self._hub = LanHub(opened.file, opened.door, (_LOOPBACK,))
        self._lan = DeskSync(opened.desk, Road.LAN, opened.door, _nothing)
        self._internet = DeskSync(opened.desk, Road.INTERNET, opened.door, _nothing)
        end_listening = opened.file.when_written(self._lan.written)
        for work in (self._hub.stop, self._internet.stop, self._lan.stop, end_listening):
            opened.before_closing(work)

    @property
    def _event(self) -> OpenEvent:
        if self._opened is None:
            raise RuntimeError("found or join first")
        return self._opened


def _nothing() -> None:
    """Nobody looks at this desk's window."""
