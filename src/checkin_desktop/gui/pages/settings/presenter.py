"""Finds cameras and printers beside the window."""

from PySide6.QtCore import QObject, Signal

from checkin_desktop.gui.page import Context
from checkin_desktop.services.ports.printing import PrinterInfo


class SettingsPresenter(QObject):
    """Answers through `cameras` and `printers`."""

    cameras = Signal(object)
    printers = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def look(self) -> None:
        tools, lanes = self._context.tools, self._context.lanes

        def printers() -> tuple[PrinterInfo, ...]:
            return tools.printer().printers()

        lanes.camera.run(tools.list_cameras, self.cameras.emit)
        lanes.work.run(printers, self.printers.emit, lambda _: self.printers.emit(()))
