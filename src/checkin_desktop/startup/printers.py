"""Which print system this computer has."""

from typing import TYPE_CHECKING

from checkin_desktop.services.ports.printing import Printer
from checkin_desktop.startup.later import later

if TYPE_CHECKING:
    from checkin_desktop.printing import cups, qt
else:
    cups, qt = later("checkin_desktop.printing", "cups qt")


def system_printer() -> Printer:
    """CUPS where there is one; elsewhere Qt's print support (needs the window's application)."""
    return cups.CupsPrinter() if cups.available() else qt.QtPrinter()
