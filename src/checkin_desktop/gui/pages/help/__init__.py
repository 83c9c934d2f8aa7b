"""One page that a volunteer reads in a minute."""

from checkin_desktop.gui.pages.help.view import HelpPage

__all__ = ["HelpPage"]
