"""Which print system this computer has."""

from checkin_desktop.printing import cups
from checkin_desktop.services.ports.printing import Printer


def system_printer() -> Printer:
    """CUPS where there is one; elsewhere Qt's print support (needs the window's application)."""
    if cups.available():
        return cups.CupsPrinter()
    from checkin_desktop.startup.desk import qt_printer

    return qt_printer()
