"""The pages that golden images show: both shipped certificates and a badge, for short, long and accented names.

`python tests/support/golden.py` draws the images anew; look at each before it is committed.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import badge_texts, certificate_texts
from checkin_desktop.domain.badge import make_code
from checkin_desktop.domain.people import Category
from checkin_desktop.places import resource
from checkin_desktop.services.ports.documents import BadgeFace
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.words import load_words
from support.papers import LONGEST_NAME, SETTINGS, certificate

FOLDER = Path(__file__).parents[1] / "documents" / "golden"
WIDTH = 520
_COLOURS = 64
CERTIFICATES = {"short": "Ana Paz", "accented": "María del Carmen Ñahui Quispe", "long": LONGEST_NAME}
BADGES = {
    "short": ("Ana", "Paz"),
    "accented": ("Íñigo Ángel", "Ñahui Q’ori"),
    "long": ("María de los Ángeles Guadalupe", "Fernández-Baca de la Cruz y Chumbivilcas Huallpa"),
}
LANGUAGES = {"english": "en", "both": "es-en"}
"""Certificates in other languages, for the accented name."""
NAMES = [
    *(f"{design}-{language}" for design in ("institucional", "moderna") for language in LANGUAGES),
    *(f"{design}-{name}" for design in ("institucional", "moderna") for name in CERTIFICATES),
    *(f"{design}-{name}" for design in ("credencial", "credencial-colgante") for name in BADGES),
]


def picture(name: str) -> Image.Image:
    """As pdfium shows it, `WIDTH` pixels wide."""
    design, _, who = name.rpartition("-")
    shipped, press, words = shipped_templates()[f"shipped-{design}"], PdfPress(), load_words("es")
    if not design.startswith("credencial"):
        logos = tuple(prepare_logo(resource("demo", f"logo-{one}.png")) for one in ("encuentro", "red"))
        face = replace(
            certificate(CERTIFICATES.get(who, CERTIFICATES["accented"]), logos=logos),
            typed_code="00001ABCDEFGHKMNPQ77",
            language=LANGUAGES.get(who, ""),
        )
        filled = certificate_texts(face, words)
    else:
        given, surnames = BADGES[who]
        code = make_code("EVENT", Category.SPEAKER, "0" * 15, bytes(32))
        organisation = "Mancomunidad Municipal Valle Sagrado"
        badge = BadgeFace(
            code, f"{given} {surnames}", given, surnames, organisation, category=Category.SPEAKER
        )
        filled = badge_texts(badge, SETTINGS, words)
    page = press.draw(shipped.template, filled, shipped.images)
    document = pypdfium2.PdfDocument(press.single(page, "T", "es"))
    try:
        sheet = document[0]
        return sheet.render(scale=WIDTH / sheet.get_width()).to_pil().convert("RGB")
    finally:
        document.close()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        picture(name).quantize(_COLOURS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
