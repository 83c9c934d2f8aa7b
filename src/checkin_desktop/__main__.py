"""`checkin-desktop` and `python -m checkin_desktop`."""

import multiprocessing
import sys

from checkin_desktop.cli.main import run


def main() -> None:
    multiprocessing.freeze_support()  # a frozen program's drawing process begins here
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
