"""What a person chose on this computer; kept beside the events, never in the journal."""

from dataclasses import dataclass
from enum import StrEnum


class BadgeMoment(StrEnum):
    """When a desk prints a badge by itself, in the background."""

    NEVER = "never"
    REGISTERED = "registered"
    FIRST_ENTRY = "first_entry"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`scale` in per cent; `camera` a camera's id, a file or an address, empty for the first one found.

    `zoom` in per cent; `focus`, `exposure` and `brightness` in the camera's own numbers, None: as it likes.
    `scanner_prefix` and `scanner_suffix`: what a USB scanner types around a code. Aztec, Data Matrix and PDF417
    are read by the camera only where they are wanted: fewer kinds are faster and safer.
    `toured`: the first-run tour was seen.
    `auto_lock`: minutes without a touch until an operator's PIN is asked for again, 0 for never.
    `organisation_open`: the sidebar shows what only organisers need.
    `visible_signature`: a digital signature is seen on the page.
    `kiosk`: the event file to open at the start because this computer serves guests; that it does is said there
    (services/kiosk.py).
    `badge_moment` is a `BadgeMoment`; `badge_printer` empty: the same as for all else. `badge_sheet`, `badge_design`,
    `badge_turned`, `badge_bilingual`: how badges are printed (services/badge_drawing.py).
    `bundle`: the exchange file used last, by the event whose id is `bundle_event`.
    """

    language: str = "es"
    theme: str = "light"
    scale: int = 100
    camera: str = ""
    mirror: bool = True
    guide: bool = True
    zoom: int = 100
    focus: int | None = None
    exposure: int | None = None
    brightness: int | None = None
    aztec: bool = False
    data_matrix: bool = False
    pdf417: bool = False
    scanner_prefix: str = ""
    scanner_suffix: str = ""
    sounds: bool = True
    printer: str = ""
    badge_moment: str = BadgeMoment.NEVER.value
    badge_printer: str = ""
    badge_sheet: str = "a4"
    badge_design: str = ""
    badge_turned: bool = False
    badge_bilingual: bool = False
    organisation_open: bool = False
    auto_lock: int = 10
    toured: bool = False
    visible_signature: bool = False
    bundle: str = ""
    bundle_event: str = ""
    kiosk: str = ""
