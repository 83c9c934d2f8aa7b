"""What a person chooses on this computer: language, look, camera, sound, printer."""

from checkin_desktop.gui.pages.settings.view import SettingsPage

__all__ = ["SettingsPage"]
