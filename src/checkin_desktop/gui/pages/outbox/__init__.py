"""Mail: certificates and badges sent by e-mail."""

from checkin_desktop.gui.pages.outbox.view import OutboxPage

__all__ = ["OutboxPage"]
