"""The frame around the pages: sidebar, top bar, toasts, the crash dialog, the scanner on every page."""

from checkin_desktop.gui.shell.window import MainWindow

__all__ = ["MainWindow"]
