"""Badges as the program draws them, cut from their sheets."""

from collections.abc import Sequence
from datetime import date

import pytest

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.services.ports.documents import BadgeFace
from checkin_desktop.services.ports.scanning import Pixels
from checkin_desktop.startup.demo_film import badge_pictures
from checkin_desktop.words import load_words
from support.codes import badge_codes


@pytest.fixture(scope="session")
def badges(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sequence[str], Sequence[Pixels]]:
    """The codes of twelve badges, and pictures of them cut from their printed sheets."""
    codes = badge_codes(12)
    faces = [
        BadgeFace(code, f"Ñusta Auroluz {n}", "Ñusta Auroluz", f"Kunturpampa {n}", "Mancomunidad Tikaluna")
        for n, code in enumerate(codes)
    ]
    event = EventSettings("Encuentro de prueba", (date(2025, 6, 20),))
    sheets = tmp_path_factory.mktemp("badges") / "badges.pdf"
    sheets.write_bytes(draw_badges(faces, event, load_words("es")))
    return codes, badge_pictures(sheets, len(codes))
