"""Where operators sign in: over everything while the desk is locked, or while one takes over from another."""

from checkin_desktop.gui.gate.guard import Guard
from checkin_desktop.gui.gate.view import Gate

__all__ = ["Gate", "Guard"]
