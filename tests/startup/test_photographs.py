"""Printed at 300 dpi, tilted, blurred, saved as JPEG: still verified, and the revoked and the forged told apart."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from checkin_desktop.scanning.photographed import photographed
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.certificates import certificate_faces, issue
from checkin_desktop.startup.demo_photographs import EXPECTED, photograph, verify_photographs
from checkin_desktop.words import load_words
from support.desks import ROSTER, Station, found


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "event" / "event.checkin", people=ROSTER)
    yield station
    station.close()


def test_photographs_are_verified_and_told_apart(one: Station, tmp_path: Path) -> None:
    ids = [one.person(p.given_names).id for p in ROSTER[:2]]
    issue(one.desk, ids, exception_reason="ensayo")
    good, other = certificate_faces(one.desk, ids)
    assert verify_photographs(one.desk, good, other, load_words("es"), tmp_path) == EXPECTED


@pytest.mark.parametrize("tilt", [-8.0, 11.0])
def test_a_photo_taken_askew_is_read(one: Station, tmp_path: Path, tilt: float) -> None:
    ids = [one.person(ROSTER[0].given_names).id]
    issue(one.desk, ids, exception_reason="ensayo")
    (face,) = certificate_faces(one.desk, ids)
    photograph(face, load_words("es"), tmp_path / "a.jpg")
    page = np.full((40, 60, 3), 255, np.uint8)
    assert photographed(page, tilt).startswith(b"\xff\xd8")
    assert face.token in [r.text for r in decode_file(tmp_path / "a.jpg").readings]
