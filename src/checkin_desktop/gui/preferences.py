"""What a person chose on this computer; kept beside the events, never in the journal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preferences:
    """`scale` in per cent; `camera` a camera's id, a file or an address, empty for the first one found.

    `bundle`: the exchange file used last, by the event whose id is `bundle_event`.
    """

    language: str = "es"
    theme: str = "light"
    scale: int = 100
    camera: str = ""
    sounds: bool = True
    printer: str = ""
    bundle: str = ""
    bundle_event: str = ""
