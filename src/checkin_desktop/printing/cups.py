"""CUPS through its own commands, asked for in plain C: translated output can't be read."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.printing import libcups
from checkin_desktop.printing.libcups import IppJobState
from checkin_desktop.services.ports.printing import JobFate, JobState, PrinterInfo, Trouble

_TIMEOUT_S = 20
_JOB = re.compile(r"request id is (\S+)-(\d+) ")
_PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4), "A5": (148.0, 210.0), "A3": (297.0, 420.0)}
_ALERTS = (
    ("media-empty", Trouble.OUT_OF_PAPER),
    ("media-needed", Trouble.OUT_OF_PAPER),
    ("media-jam", Trouble.PAPER_JAM),
    ("cover-open", Trouble.COVER_OPEN),
    ("door-open", Trouble.COVER_OPEN),
    ("toner-empty", Trouble.OUT_OF_TONER),
    ("marker-supply-empty", Trouble.OUT_OF_TONER),
    ("offline", Trouble.OFFLINE),
    ("connecting-to-device", Trouble.OFFLINE),
)
_STATES = {
    IppJobState.PENDING: JobState.QUEUED,
    IppJobState.HELD: JobState.HELD,
    IppJobState.PROCESSING: JobState.PRINTING,
    IppJobState.STOPPED: JobState.STOPPED,
    IppJobState.CANCELLED: JobState.CANCELLED,
    IppJobState.ABORTED: JobState.FAILED,
    IppJobState.COMPLETED: JobState.PRINTED,
}


class PrintingFailed(PersonFacingError):
    """Nothing was printed; the sentence says what to do."""


def available() -> bool:
    """Does this computer print through CUPS?"""
    return os.name == "posix" and shutil.which("lp") is not None and shutil.which("lpstat") is not None


class CupsPrinter:
    """The printers of CUPS (services/ports/printing.py)."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Raises PrintingFailed where the print service does not run."""
        if not _running():
            raise PrintingFailed("printing-no-service")
        listing = _run(["lpstat", "-e"]).stdout.split()
        default = _run(["lpstat", "-d"]).stdout.rpartition(":")[2].strip()
        return tuple(PrinterInfo(name, name == default, self._troubles(name)) for name in listing)

    def submit(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "document.pdf"
            path.write_bytes(pdf)
            command = ["lp", "-n", str(copies), "-t", title]
            command += ["-o", f"media={_media(pdf)}", "-o", "print-scaling=none"]
            if printer:
                command += ["-d", printer]
            done = _run([*command, "--", str(path)])
        found = _JOB.search(done.stdout)
        if done.returncode or not found:
            raise _failure(done.stderr, printer)
        return f"{found[1]}-{found[2]}"

    def fate(self, job: str) -> JobFate:
        """Unknown while the print service does not answer: the job may be coming out all the same."""
        queue, _, number = job.rpartition("-")
        try:
            ipp = libcups.job_state(queue, int(number))
        except libcups.Unreachable:
            return JobFate(JobState.UNKNOWN)
        state = _STATES[ipp] if ipp else JobState.UNKNOWN
        if state in (JobState.PRINTED, JobState.CANCELLED):
            return JobFate(state)
        troubles = self._troubles(queue)
        if state is JobState.QUEUED and Trouble.QUEUE_STOPPED in troubles:
            state = JobState.STOPPED
        return JobFate(state, troubles)

    def cancel(self, job: str) -> None:
        _run(["cancel", job])

    def _troubles(self, queue: str) -> tuple[Trouble, ...]:
        state = _run(["lpstat", "-l", "-p", queue]).stdout
        accepting = _run(["lpstat", "-a", queue]).stdout
        alerts = " ".join(line for line in state.splitlines() if line.lstrip().startswith("Alerts:"))
        found = [trouble for word, trouble in _ALERTS if word in alerts]
        if " disabled since" in state:
            found.append(Trouble.QUEUE_STOPPED)
        if "not accepting" in accepting:
            found.append(Trouble.REJECTING)
        return tuple(dict.fromkeys(found))


def _media(pdf: bytes) -> str:
    """The paper as large as the first page: by its name, else its measures, so that nothing is scaled.

    A named paper may lie across; a label is always said as it comes out.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        points = document[0].get_size()
    finally:
        document.close()
    width, height = (round(side / 72 * 25.4, 2) for side in points)
    for name, (narrow, long) in _PAPERS.items():
        if abs(min(width, height) - narrow) <= 1 and abs(max(width, height) - long) <= 1:
            return name
    return f"Custom.{width:g}x{height:g}mm"


def _running() -> bool:
    return "is running" in _run(["lpstat", "-r"]).stdout


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C"}
    try:
        return subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT_S, env=environment, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintingFailed("printing-no-service") from error


def _failure(said: str, printer: str) -> PrintingFailed:
    if not _running():
        return PrintingFailed("printing-no-service")
    if "does not exist" in said or "Unknown destination" in said or "No such file" in said:
        return PrintingFailed("printing-no-such-printer", printer=printer or "?")
    if "not accepting" in said or "rejecting" in said.lower():
        return PrintingFailed("printing-rejecting", printer=printer or "?")
    if "no default destination" in said.lower():
        return PrintingFailed("printing-no-default")
    return PrintingFailed("printing-no-service")
