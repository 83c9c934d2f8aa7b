"""Other desks: the stick that carries the journal between them, the desks known, and what is left to decide."""

from checkin_desktop.gui.pages.exchange.view import ExchangePage

__all__ = ["ExchangePage"]
