"""Badges: for whom, how they will look, saved or printed, and which are printed already."""

from checkin_desktop.gui.pages.badges.view import BadgesPage

__all__ = ["BadgesPage"]
