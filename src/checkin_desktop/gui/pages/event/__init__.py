"""The event, for the organiser: who came, the organisations, its details, its programme and its reports."""

from checkin_desktop.gui.pages.event.view import EventPage

__all__ = ["EventPage"]
