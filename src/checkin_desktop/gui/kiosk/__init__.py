"""Self-service: a full screen where guests check themselves in, left with a PIN alone."""

from checkin_desktop.gui.kiosk.view import Kiosk

__all__ = ["Kiosk"]
