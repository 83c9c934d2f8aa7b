"""The team: who signs in at the desks of this event, and what each role may do."""

from checkin_desktop.gui.pages.operators.view import OperatorsPage

__all__ = ["OperatorsPage"]
