"""The hub over HTTP: the same application inside a desk and on a server. No entry is decided about here."""

from checkin_desktop.hub.app import Hub, make_hub

__all__ = ["Hub", "make_hub"]
