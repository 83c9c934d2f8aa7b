"""A list comes in: chosen, looked over, put right, imported."""

from checkin_desktop.gui.pages.importing.view import ImportPage

__all__ = ["ImportPage"]
