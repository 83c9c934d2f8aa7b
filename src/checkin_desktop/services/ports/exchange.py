"""What exchanging by bundle needs: reading and writing one file that travels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from checkin_desktop.domain.journal import Entry

SUFFIX = ".intercambio"
"""What bundle files made in the window end in; any name is accepted."""


@dataclass(frozen=True, slots=True)
class BundleCover:
    """What a bundle says before it is opened. `sealed`: the event's secrets under its passphrase."""

    event_id: bytes
    name: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class BundleContent:
    """`written_by` the station that wrote to it last, at `written_at` (ms UTC) of its own clock; `contacts`: when
    each station wrote to it last."""

    entries: tuple[Entry, ...]
    written_by: bytes
    written_at: int
    contacts: Mapping[bytes, int] = field(default_factory=dict)


class Bundles(Protocol):
    def look(self, path: Path) -> BundleCover | None:
        """None if there is no bundle there yet. Raises PersonFacingError if it is something else, or damaged."""
        ...

    def read(self, path: Path, cover: BundleCover, key: bytes) -> BundleContent:
        """Raises PersonFacingError (damaged, or not opened by this key)."""
        ...

    def add(
        self, path: Path, cover: BundleCover, key: bytes, entries: Sequence[Entry], station: bytes, at: int
    ) -> None:
        """Adds a segment: written anew, on the disk, then renamed; the previous file is kept beside it.

        Raises PersonFacingError (no room, protected, pulled); what was there before is as it was."""
        ...
