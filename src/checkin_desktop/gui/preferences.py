"""What a person chose on this computer; kept beside the events, never in the journal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preferences:
    """`scale` in per cent; `camera` a camera's id, a file or an address, empty for the first one found.

    `zoom` in per cent; `focus`, `exposure` and `brightness` in the camera's own numbers, None: as it likes.
    `scanner_prefix` and `scanner_suffix`: what a USB scanner types around a code. Aztec, Data Matrix and PDF417
    are read by the camera only where they are wanted: fewer kinds are faster and safer.
    `toured`: the first-run tour was seen.
    `auto_lock`: minutes without a touch until an operator's PIN is asked for again, 0 for never.
    `organisation_open`: the sidebar shows what only organisers need.
    `print_on_register`: whoever is registered at the door gets the badge printed at once.
    `visible_signature`: a digital signature is seen on the page.
    `kiosk`: the event file that serves guests until somebody gives the PIN, also after a restart; `kiosk_pin` is that
    PIN's verifier, empty where operators sign in.
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
    print_on_register: bool = False
    organisation_open: bool = False
    auto_lock: int = 10
    toured: bool = False
    visible_signature: bool = False
    bundle: str = ""
    bundle_event: str = ""
    kiosk: str = ""
    kiosk_pin: str = ""
