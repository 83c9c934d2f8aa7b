"""What desks that did not know of each other left to decide."""

from checkin_desktop.gui.pages.conflicts.view import ConflictsPage

__all__ = ["ConflictsPage"]
