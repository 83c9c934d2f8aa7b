"""The event as it is just now, in figures."""

from checkin_desktop.gui.pages.dashboard.view import DashboardPage

__all__ = ["DashboardPage"]
