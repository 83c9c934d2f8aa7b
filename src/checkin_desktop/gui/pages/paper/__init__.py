"""The paper page: the list for when there is no power, and entering what was ticked on it."""

from checkin_desktop.gui.pages.paper.view import PaperPage

__all__ = ["PaperPage"]
