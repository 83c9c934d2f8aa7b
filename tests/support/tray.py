"""A printer whose sheets lie in a list."""

from dataclasses import dataclass, field

from checkin_desktop.services.ports.printing import JobFate, JobState, PrinterInfo


@dataclass
class Tray:
    """`services.ports.printing.Printer`: everything that is handed over comes out at once."""

    jobs: list[bytes] = field(default_factory=list)

    def printers(self) -> tuple[PrinterInfo, ...]:
        return (PrinterInfo("láser", True),)

    def submit(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        self.jobs.append(pdf)
        return f"{printer}-{len(self.jobs)}"

    def fate(self, job: str) -> JobFate:
        return JobFate(JobState.PRINTED)

    def cancel(self, job: str) -> None:
        raise AssertionError(job)
