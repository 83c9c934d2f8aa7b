"""Certificates in one ZIP: a PDF each under a sensible name, written as they are drawn, never all in memory."""

import contextlib
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError


class ZipFileOut:
    """A ZIP that appears under its name when it is finished; left by an error, or unfinished, there is none.

    PDFs are compressed inside already, so they are stored as they are. Raises PersonFacingError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._names: set[str] = set()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._zip = zipfile.ZipFile(self._unfinished, "w", zipfile.ZIP_STORED)
        except OSError as error:
            raise PersonFacingError("files-cannot-write", file=str(path)) from error

    def add(self, name: str, data: bytes) -> None:
        """A name that is there already gets a number."""
        stem, dot, suffix = name.rpartition(".")
        free, count = name, 1
        while free.casefold() in self._names:
            count += 1
            free = f"{stem}-{count}{dot}{suffix}"
        self._names.add(free.casefold())
        with self._told():
            self._zip.writestr(zipfile.ZipInfo(free, (1980, 1, 1, 0, 0, 0)), data)

    def finish(self) -> int:
        """Answers how many files are in it."""
        with self._told():
            self._zip.close()
            self._unfinished.replace(self.path)
        return len(self._names)

    def abandon(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._zip.close()
        with contextlib.suppress(OSError):
            self._unfinished.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise PersonFacingError("files-cannot-write", file=str(self.path)) from error


def write_zip(path: Path, parts: Sequence[str], draw: Callable[[str], tuple[str, bytes] | None]) -> int:
    """One after another, whole or not at all: `draw` makes the file of one part, None if it has none."""
    out = ZipFileOut(path)
    try:
        for part in parts:
            made = draw(part)
            if made is not None:
                out.add(*made)
        return out.finish()
    finally:
        out.abandon()
