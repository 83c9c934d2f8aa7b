"""Designing certificates and badges."""

from checkin_desktop.gui.pages.designer.view import DesignerPage

__all__ = ["DesignerPage"]
