"""What the window is handed by `startup`: the adapters' work as plain callables. The window imports no adapter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from checkin_desktop.domain.event import EventSettings
    from checkin_desktop.domain.people import Category
    from checkin_desktop.gui.preferences import Preferences
    from checkin_desktop.services.desk import Desk
    from checkin_desktop.services.manifests import KnownEvent, Taken
    from checkin_desktop.services.ports.documents import (
        BadgeFace,
        CertificateFace,
        Filled,
        FrozenPage,
        PilePaper,
        Portraits,
        Press,
        Register,
        RollLine,
    )
    from checkin_desktop.services.ports.mailing import Courier
    from checkin_desktop.services.ports.meeting_papers import ActaFace, Agenda, DelegationFace, SummaryFace
    from checkin_desktop.services.ports.network import Network
    from checkin_desktop.services.ports.printing import Printer
    from checkin_desktop.services.ports.programme import ProgrammeReading
    from checkin_desktop.services.ports.rosters import ColumnMap, Progress, RosterReading, Table
    from checkin_desktop.services.ports.scanning import (
        Camera,
        CameraSettings,
        Listening,
        Pixels,
        Symbology,
        Watcher,
    )
    from checkin_desktop.services.ports.schedules import ScheduleReading
    from checkin_desktop.services.ports.signing import Signatures
    from checkin_desktop.services.ports.template_images import PreparedImage
    from checkin_desktop.services.views import ExchangeResult
    from checkin_desktop.words import Words
    from checkin_desktop.words.verdicts import Cue, Tone


@dataclass(frozen=True, slots=True)
class Picture:
    """RGB pixels, three bytes each, rows of `width * 3`."""

    width: int
    height: int
    rgb: bytes


class Wedge(Protocol):
    """Tells a scanner that types from a person (scanning/wedge.py)."""

    def goes_on(self, at: float) -> bool:
        """Whether a key pressed now would belong to the burst under way."""
        ...

    def feed(self, character: str, at: float) -> str | None: ...
    def pause(self, at: float) -> str | None: ...
    def reset(self) -> None: ...


class Roll(Protocol):
    """The paper list, drawn a page at a time (documents/roll.py)."""

    pages: int

    def draw(self, page: int) -> None: ...
    def finish(self) -> bytes: ...


class ZipOut(Protocol):
    """A ZIP written a file at a time (startup/zip_file.py)."""

    def add(self, name: str, data: bytes) -> None: ...
    def finish(self) -> int: ...
    def abandon(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that reaches outside. All but `wedge`, `play` and `network` are called on a lane.

    `bundle_of` answers the id of the event whose bundle a file is, as hex, empty if it is none; `network` the one of
    the event open at a desk; `draw_qr` one pixel a module, with its quiet zone; `draw_code` a badge's code as a PNG.

    `watch` takes a camera's id, an address or a file (empty: the first camera), and what is read besides QR,
    Code 39 and 128; it raises PersonFacingError for a file, and tells what becomes of a camera.
    `render_page` draws page n of a PDF, so many pixels wide; `thumbnail` makes a frame's pixels that wide;
    `read_people`'s progress answers False to cancel, which raises ReadingCancelled.
    """

    draw_code: Callable[[str], bytes]
    press: Press
    draw_certificates: Callable[[list[CertificateFace], Words], bytes]
    printed_pages: Callable[[Sequence[CertificateFace], Words], list[FrozenPage]]
    certificate_file: Callable[[CertificateFace, Words], bytes]
    signed_copy: Callable[[CertificateFace, Words], bytes]
    roll: Callable[[Sequence[RollLine], EventSettings, Words], Roll]
    separator_page: Callable[[PilePaper, EventSettings, Words], FrozenPage]
    draw_cargo: Callable[[list[PilePaper], EventSettings, Words], bytes]
    draw_register: Callable[[Register, EventSettings, Words], bytes]
    draw_test_page: Callable[[Words], bytes]
    draw_actas: Callable[[list[ActaFace], EventSettings, Words], bytes]
    draw_agendas: Callable[[Sequence[Agenda], EventSettings, Words], bytes]
    draw_delegations: Callable[[Sequence[DelegationFace], EventSettings, Words], bytes]
    draw_summary: Callable[[SummaryFace, EventSettings, Words], bytes]
    read_schedule: Callable[[Path, Sequence[date]], ScheduleReading]
    prepare_logo: Callable[[Path], bytes]
    prepare_portrait: Callable[[Path], bytes]
    read_portraits: Callable[[Path], Portraits]
    prepare_background: Callable[[Path], PreparedImage]
    prepare_picture: Callable[[Path], PreparedImage]
    check_image: Callable[[bytes], None]
    fill_certificate: Callable[[CertificateFace, Words], Filled]
    fill_badge: Callable[[BadgeFace, EventSettings, Words], Filled]
    join_pdfs: Callable[[Sequence[bytes]], bytes]
    page_count: Callable[[bytes], int]
    render_page: Callable[[bytes, int, int], Picture]
    read_tables: Callable[[Path], tuple[Table, ...]]
    guess_columns: Callable[[Table], ColumnMap]
    category_values: Callable[[Table, ColumnMap], dict[str, Category]]
    read_people: Callable[
        [tuple[Table, ...], ColumnMap | None, dict[str, Category] | None, Progress | None, str], RosterReading
    ]
    read_programme: Callable[[Path, Sequence[date]], ProgrammeReading]
    write_table: Callable[[Path, Sequence[str], Sequence[Sequence[str]]], None]
    write_sheets: Callable[[Path, Sequence[tuple[str, Sequence[str], Sequence[Sequence[str]]]]], None]
    list_cameras: Callable[[], tuple[Camera, ...]]
    watch: Callable[[str, CameraSettings, frozenset[Symbology], Listening], Watcher]
    thumbnail: Callable[[Pixels, int], Picture]
    decode_file: Callable[[Path], tuple[str, ...]]
    known_events: Callable[[], tuple[KnownEvent, ...]]
    take_trust: Callable[[Path, Desk], Taken]
    write_verification_page: Callable[[Desk, Path, bool], Path]
    decode_picture: Callable[[Picture], tuple[str, ...]]
    write_file: Callable[[Path, bytes], None]
    exchange: Callable[[Desk, Path, str | None], ExchangeResult]
    bundle_of: Callable[[Path], str]
    network: Callable[[Desk], Network]
    draw_qr: Callable[[str], Picture]
    courier: Callable[[Desk], Courier]
    signatures: Signatures
    open_zip: Callable[[Path], ZipOut]
    printer: Callable[[], Printer]
    wedge: Callable[[str, str], Wedge]
    play: Callable[[Tone | Cue], None]
    save_preferences: Callable[[Preferences], None]


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What the create form says; `passphrase` empty: chosen with the first bundle."""

    settings: EventSettings
    passphrase: str


@dataclass(frozen=True, slots=True)
class Openers:
    """Ways to an open event; each answers the desk and the file's path, on a lane. `join_near`: over the network,
    by another desk's pairing text and the event's passphrase, which may be tried again.
    """

    open_path: Callable[[Path], tuple[Desk, Path]]
    create: Callable[[NewEvent, Words], tuple[Desk, Path]]
    join: Callable[[Path, str | None], tuple[Desk, Path]]
    join_near: Callable[[str, str], tuple[Desk, Path]]
    demo: Callable[[Words], tuple[Desk, Path]]
    recent: Callable[[], tuple[Path, ...]]
    close: Callable[[], None]
