"""Delegations and region coverage."""

from checkin_desktop.gui.pages.delegations.view import DelegationsPage

__all__ = ["DelegationsPage"]
