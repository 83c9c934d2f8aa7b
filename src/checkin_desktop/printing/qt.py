"""Where there is no CUPS (Windows): Qt's print support, pages drawn at the printer's own resolution."""

import itertools
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.ports.printing import JobFate, JobState, PrinterInfo

_DPI = 300
_jobs = itertools.count(1)


class QtPrinter:
    """The system's printers through Qt; what became of a job isn't told. Used from the print lane."""

    def __init__(self, to_file: Path | None = None) -> None:
        self._to_file = to_file

    def printers(self) -> tuple[PrinterInfo, ...]:
        default = QPrinterInfo.defaultPrinterName()
        return tuple(PrinterInfo(name, name == default) for name in QPrinterInfo.availablePrinterNames())

    def submit(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._to_file:
            device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            device.setOutputFileName(str(self._to_file))
        elif printer:
            device.setPrinterName(printer)
        device.setResolution(_DPI)
        device.setDocName(title)
        device.setCopyCount(copies)
        device.setFullPage(True)
        document = pypdfium2.PdfDocument(pdf)
        try:
            self._print(device, document, printer)
        finally:
            document.close()
        return f"qt-{next(_jobs)}"

    def fate(self, job: str) -> JobFate:
        return JobFate(JobState.UNKNOWN)

    def cancel(self, job: str) -> None:
        """A job handed to the system's spooler is out of our hands."""

    def _print(self, device: QPrinter, document: pypdfium2.PdfDocument, printer: str) -> None:
        painter = QPainter()
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            upright = width <= height
            device.setPageSize(
                QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
            )
            device.setPageOrientation(
                QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
            )
            device.setPageMargins(QMarginsF(0, 0, 0, 0))
            if number == 0:
                if not painter.begin(device):
                    raise PersonFacingError("printing-no-such-printer", printer=printer or "?")
            else:
                device.newPage()
            bitmap = page.render(scale=_DPI / 72, rev_byteorder=True, prefer_bgrx=True)
            image = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
            )
            painter.drawImage(device.pageRect(QPrinter.Unit.DevicePixel), image)
        painter.end()
