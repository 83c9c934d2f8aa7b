"""`checkin-desktop` and `python -m checkin_desktop`."""

import sys

from checkin_desktop.cli.main import run


def main() -> None:
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
