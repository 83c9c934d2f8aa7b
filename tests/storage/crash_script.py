"""A desk that checks people in without a pause, and says each acknowledged entry once it is on the disk.

Run by test_power_cuts.py, which kills it: `python crash_script.py EVENT_FILE`.
"""

import itertools
import os
import sys
from pathlib import Path

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.people import Person
from checkin_desktop.services.check_in import admit_attendee, check_in
from checkin_desktop.services.desk import Desk, checkpoints
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.storage.event_file import open_event_file


def main() -> None:
    file = open_event_file(Path(sys.argv[1]))
    desk = Desk(file, os.urandom)
    point = checkpoints(desk)[0].id
    for turn in itertools.count():
        if turn % 3:
            result = check_in(desk, f"nobody {os.getpid()} {turn}", point, source=Source.SCANNER)
        else:
            somebody = register(desk, Person(given_names=f"Walter {turn}"))
            result = admit_attendee(desk, somebody.id, point, day_confirmed=True)
        sys.stdout.write(result.entry + "\n")
        sys.stdout.flush()


main()
