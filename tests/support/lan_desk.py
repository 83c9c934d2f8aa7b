"""A desk that shares, as a process of its own: `python -m support.lan_desk EVENT_FILE`.

Says its pairing text on a line of its own, checks in every code that it reads, and answers with the verdict.
"""

import json
import sys
from pathlib import Path

from checkin_desktop.domain.admission import Source
from checkin_desktop.services.check_in import check_in
from checkin_desktop.startup.events import OpenEvent
from checkin_desktop.startup.identity import settle_identity
from checkin_desktop.startup.network import open_network
from checkin_desktop.storage.event_file import open_event_file
from support.desks import Clock

LOOPBACK = ("127.0.0.1",)


def main() -> None:
    path = Path(sys.argv[1])
    file = open_event_file(path, now_ms=Clock())
    settle_identity(file, path)
    opened = OpenEvent(file)
    network = open_network(opened, LOOPBACK)
    say({"pairing": network.share().pairing, "address": network.share().addresses[0]})
    for line in sys.stdin:
        result = check_in(opened.desk, line.strip(), source=Source.CAMERA)
        say({"verdict": result.outcome.value, "entry": result.entry})
    opened.close()


def say(document: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
