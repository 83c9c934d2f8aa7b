"""Printing is tested on a real CUPS (tests/support/cups.py)."""

from support.cups import cups, cups_server

__all__ = ["cups", "cups_server"]
