"""A desk that issues a certificate to everybody, or prints what is issued pile by pile, and says what it has done.

Run by test_batch_killed.py, which kills it: `python batch_script.py EVENT_FILE [SPOOL]`. With SPOOL it prints: what the
print system has taken lies there, the sheets as a PDF, then their numbers.
"""

import os
import sys
from pathlib import Path

from checkin_desktop.documents.certificate import draw_certificates, draw_pages
from checkin_desktop.services.certificates import certificate_faces, issue, review
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.handing_over import piles
from checkin_desktop.services.print_runs import record_sheets
from checkin_desktop.startup.files import write_file
from checkin_desktop.storage.event_file import open_event_file
from checkin_desktop.words import load_words

ISSUED_AT_ONCE = 20
SENT_AT_ONCE = 10


def say(*what: object) -> None:
    print(*what, flush=True)


def issue_all(desk: Desk) -> None:
    who = [line.wanted for line in review(desk)]
    say("ready")
    for start in range(0, len(who), ISSUED_AT_ONCE):
        part = who[start : start + ISSUED_AT_ONCE]
        issue(desk, part, exception_reason="vino")
        say("issued", *(line.serial for line in review(desk, [w.attendee_id for w in part])))


def print_all(desk: Desk, spool: Path) -> None:
    waiting = [h for pile in piles(desk) for h in pile.held if not h.prints]
    say("ready")
    for start in range(0, len(waiting), SENT_AT_ONCE):
        sheets = waiting[start : start + SENT_AT_ONCE]
        job = f"{os.getpid()}-{start}"
        faces = certificate_faces(desk, [h.wanted for h in sheets])
        write_file(spool / f"{job}.pdf", draw_certificates(faces, load_words("es")))
        serials = [h.serial for h in sheets]
        write_file(spool / f"{job}.txt", " ".join(map(str, serials)).encode())
        record_sheets(desk, serials, "láser")
        say("printed", *serials)


def main() -> None:
    desk = Desk(open_event_file(Path(sys.argv[1])), os.urandom, draw=draw_pages)
    if sys.argv[2:]:
        print_all(desk, Path(sys.argv[2]))
    else:
        issue_all(desk)
    say("done")


if __name__ == "__main__":
    main()
