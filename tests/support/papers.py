"""Documents as a person holds them: drawn pages rendered, certificates with real keys, codes read off the page."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2

from checkin_desktop.domain.certificate import typed_code
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.keys.certificate_token import TokenFacts, make_token, token_text
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.scanning.decoder import StillDecoder
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.ports.scanning import Pixels

KEY = SigningKey(bytes(range(32)))
SETTINGS = EventSettings(
    "II Encuentro Nacional de Mancomunidades Municipales del Perú",
    (date(2025, 6, 20), date(2025, 6, 21)),
    place="Centro de Convenciones",
    city="Cusco",
    issuers=("Red Andina de Mancomunidades", "Municipalidad Provincial de Villa Serena"),
    signatories=(("Rosa Ejemplo Quispe", "Presidenta"), ("Juan Modelo Huamán", "Alcalde")),
    hours=16,
    year_slogan="Año de la recuperación y consolidación de la economía peruana",
)
LONGEST_NAME = "María de los Ángeles Guadalupe Fernández-Baca de la Cruz y Chumbivilcas Huallpa"


def certificate(
    name: str = "María del Carmen Ñahui Quispe",
    role: Category = Category.SPEAKER,
    settings: EventSettings = SETTINGS,
    document: str = "01234567",
    serial: int = 1,
    logos: tuple[bytes, ...] = (),
) -> CertificateFace:
    """A certificate whose code is really signed, with `KEY`."""
    token = make_token(TokenFacts(serial, name, document, role, settings.hours, 486_000), KEY)
    return CertificateFace(
        name,
        DocumentKind.DNI if document else None,
        document,
        role,
        settings,
        f"{serial:04d}-2025",
        settings.days[-1],
        token_text(token, settings.domain),
        typed_code(serial, token),
        logos=logos,
    )


def on(settings: EventSettings, *days: date) -> EventSettings:
    return replace(settings, days=days)


@dataclass(frozen=True)
class Page:
    """One page: its pixels (BGR) at `dpi`, its words as a reader copies them, its size in points."""

    pixels: Pixels
    text: str
    width: float
    height: float
    dpi: float

    def millimetres(self, pixels: float) -> float:
        return pixels / self.dpi * 25.4

    def codes(self) -> list[str]:
        """What the real decoder reads on the page."""
        return [reading.text for reading in StillDecoder().decode(self.pixels)]

    def ink(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Is anything but white in this rectangle (points from the lower left corner)?"""
        scale, rows = self.dpi / 72, self.pixels.shape[0]
        part = self.pixels[
            max(0, round(rows - top * scale)) : round(rows - bottom * scale),
            max(0, round(left * scale)) : round(right * scale),
        ]
        return bool((part < 250).any())


def pages(pdf: bytes | Path, dpi: float = 150) -> list[Page]:
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        bitmap = page.render(scale=dpi / 72)
        words = page.get_textpage()
        pixels = np.array(bitmap.to_numpy()[:, :, :3], np.uint8)
        found.append(Page(pixels, " ".join(words.get_text_range().split()), *page.get_size(), dpi))
        for part in (words, bitmap, page):
            part.close()
    document.close()
    return found
