"""The demo's camera work: badges cut from their printed sheets, filmed, and read from the film."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from checkin_desktop.documents.badges import LAYOUTS, corner
from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.files import VideoFile
from checkin_desktop.scanning.simulated_camera import SimulatedCamera, film
from checkin_desktop.scanning.stills import PDF_DPI, load_pictures
from checkin_desktop.scanning.watch import sightings
from checkin_desktop.services.ports.scanning import Frame, Pixels, Sighting

_PX_PER_POINT = PDF_DPI / 72
_PX_PER_MM = PDF_DPI / 25.4


def badge_pictures(sheets: Path, count: int, per_page: int = 8) -> list[Pixels]:
    """The first `count` badges of badge sheets, cut along their marks."""
    return list(islice(_cut(sheets, per_page), count))


def filmed(badges: Sequence[Pixels], seed: int) -> Iterator[Frame]:
    """The frames of a simulated camera before which the badges are held one after the other."""
    camera = SimulatedCamera(badges, _PX_PER_MM, seed)
    while (frame := camera.read()) is not None:
        yield frame


def read_from_film(badges: Sequence[Pixels], video: Path, seed: int) -> tuple[list[str], int]:
    """Films the badges one after the other and reads the film: the codes seen in order, and its frames."""
    seen: list[str] = []

    def on_sighting(sighting: Sighting) -> None:
        seen.append(sighting.reading.text)

    film(SimulatedCamera(badges, _PX_PER_MM, seed), video)
    frames = sightings(VideoFile(video), DoorDecoder(), on_sighting)
    return seen, frames


def _cut(sheets: Path, per_page: int) -> Iterator[Pixels]:
    _, _, width, height = LAYOUTS[per_page]
    for page in load_pictures(sheets):
        for place in range(per_page):
            x, y = corner(place, per_page)
            left, bottom = round(x * _PX_PER_POINT), page.shape[0] - round(y * _PX_PER_POINT)
            top = bottom - round(height * _PX_PER_POINT)
            yield page[top:bottom, left : left + round(width * _PX_PER_POINT)].copy()
