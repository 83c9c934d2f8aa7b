"""Bilateral meetings."""

from checkin_desktop.gui.pages.meetings.view import MeetingsPage

__all__ = ["MeetingsPage"]
