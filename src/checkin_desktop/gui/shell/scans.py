"""What a USB scanner reads, whatever is in front: to the page that may want it, else to the door."""

from collections.abc import Callable

from checkin_desktop.domain.keyboards import Mistyped
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.shell.front import Front
from checkin_desktop.gui.shell.wedge_filter import WedgeFilter
from checkin_desktop.gui.tools import Wedge
from checkin_desktop.services.typed_scan import TypedScan, is_whole, understand


class Scans:
    """`take` is called with each code that is for a page."""

    def __init__(self, context: Context, front: Front, take: Callable[[str], None]) -> None:
        self._context, self._front, self._take = context, front, take
        self._explained: set[Mistyped] = set()
        self.wedge = WedgeFilter(self._new_wedge(), self.read, stuck=self._key_stuck)

    @property
    def holding(self) -> bool:
        """A key was pressed that may be a scanner's yet."""
        return self.wedge.holding

    def preferences_changed(self) -> None:
        """The scanner's prefix and suffix."""
        self.wedge.use(self._new_wedge())

    def read(self, typed: str) -> None:
        """It may have typed something else than it read."""
        if self._front.asking:
            self._front.refuse_scan()
        elif self._front.in_kiosk:
            self._front.kiosk.scanned(typed)
        elif is_whole(typed):
            self._take(typed)
        else:
            desk = self._context.desk
            self._context.lanes.reader.run(lambda: understand(desk, typed), self._understood)

    def _new_wedge(self) -> Wedge:
        chosen = self._context.preferences()
        return self._context.tools.wedge(chosen.scanner_prefix, chosen.scanner_suffix)

    def _understood(self, scan: TypedScan) -> None:
        if scan.mistyped is not None and scan.mistyped not in self._explained:
            self._explained.add(scan.mistyped)
            self._context.notify(self._context.say(f"shell-scanner-{scan.mistyped.value}"))
        for code in scan.codes:
            self._take(code)

    def _key_stuck(self, key: str) -> None:
        self._context.notify(self._context.say("shell-key-stuck", key=key))
