"""What printing needs: the system's printers, and the fate of a job."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class JobState(StrEnum):
    """`unknown` where the system doesn't tell."""

    QUEUED = "queued"
    PRINTING = "printing"
    PRINTED = "printed"
    HELD = "held"
    STOPPED = "stopped"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Trouble(StrEnum):
    OUT_OF_PAPER = "out_of_paper"
    PAPER_JAM = "paper_jam"
    COVER_OPEN = "cover_open"
    OUT_OF_TONER = "out_of_toner"
    OFFLINE = "offline"
    QUEUE_STOPPED = "queue_stopped"
    REJECTING = "rejecting"


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    name: str
    is_default: bool
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class JobFate:
    state: JobState
    troubles: tuple[Trouble, ...] = ()

    @property
    def final(self) -> bool:
        return self.state in (JobState.PRINTED, JobState.FAILED, JobState.CANCELLED, JobState.UNKNOWN)


class Printer(Protocol):
    def printers(self) -> tuple[PrinterInfo, ...]:
        """Raises PersonFacingError where the print service does not answer."""
        ...

    def submit(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        """Hands a PDF over; answers the job's id. `title` must name nobody. Raises PersonFacingError."""
        ...

    def fate(self, job: str) -> JobFate:
        """`unknown` too while the print service does not answer: never told as failed, it may be coming out."""
        ...

    def cancel(self, job: str) -> None: ...
