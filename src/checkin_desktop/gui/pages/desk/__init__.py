"""The desk: camera, verdict, search, recent scans, and nothing else."""

from checkin_desktop.gui.pages.desk.view import DeskPage

__all__ = ["DeskPage"]
