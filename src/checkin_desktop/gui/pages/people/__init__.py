"""The people page: the roster, one person's card, walk-ins and corrections."""

from checkin_desktop.gui.pages.people.view import PeoplePage

__all__ = ["PeoplePage"]
