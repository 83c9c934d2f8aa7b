"""A desk that has claimed an admission at the hub and never writes it: it says so and hangs until it is killed.

`python claim_and_hang.py EVENT_FILE URL TOKEN CODE`
"""

import os
import sys
import threading
from pathlib import Path

from checkin_desktop.domain.admission import Source
from checkin_desktop.replication.claims import HubClaims
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.storage.event_file import open_event_file
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest


class Hanging(HubClaims):
    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        answer = super().ask(unit, request)
        sys.stdout.write(f"{answer.granted if answer else None}\n")
        sys.stdout.flush()
        threading.Event().wait()
        return answer


def main() -> None:
    path, url, token, code = sys.argv[1:]
    file = open_event_file(Path(path))
    claims = Hanging(HttpHub(url, file.secrets.event_id, None), budget_s=5)
    claims.found(token)
    check_in(Desk(file, os.urandom, claims), code, source=Source.CAMERA, day_confirmed=True)


main()
