"""The first screen: the demo, a new event, a list, an event to join, and the events opened before."""

from checkin_desktop.gui.pages.welcome.view import WelcomePage

__all__ = ["WelcomePage"]
