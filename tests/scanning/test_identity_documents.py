"""The bars on the back of a DNI find the person."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
import zxingcpp

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.people import dni_number
from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.startup.demo_event import found_demo_event
from checkin_desktop.words import load_words
from support.codes import in_frame

DAYS = (date(2025, 6, 20), date(2025, 6, 21))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("45678912", "45678912"),
        ("*45678912*", "45678912"),
        (" 45678912 ", "45678912"),
        ("456789123", "45678912"),
        ("45678912K", "45678912"),
        ("45678912-3", "45678912"),
        ("00123456", "00123456"),
        ("4567891", ""),
        ("4567891A", ""),
        ("4567891234", ""),
        ("٤٥٦٧٨٩١٢", ""),
        ("", ""),
    ],
)
def test_the_number_of_a_dni(text: str, number: str) -> None:
    assert dni_number(text) == number


def test_a_scanned_document_admits_its_owner(home: Path) -> None:
    with found_demo_event(home / "demo.checkin", DAYS, load_words("es")) as opened:
        desk = opened.desk
        people = [line.attendee for line in roster(desk)]
        owners = [p for p in people if p.person.document_kind == "dni"][:3]
        foreigner = next(p for p in people if p.person.document_kind == "ce")
        at = datetime(2025, 6, 20, 9, 0, tzinfo=desk.zone)
        bars = [owners[0].person.document, owners[1].person.document + "7", foreigner.person.document]
        for text, owner in zip(bars, (*owners[:2], foreigner), strict=True):
            code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code39)
            picture = np.repeat(np.asarray(code.to_image(scale=2), np.uint8)[:1], 90, axis=0)
            frame = in_frame(np.pad(picture, 20, constant_values=255))
            decoder = DoorDecoder()
            read = next(found for _ in range(6) if (found := decoder.decode(frame)))
            assert [r.text for r in read] == [text]
            result = check_in(desk, read[0].text, source=Source.CAMERA, at=at)
            assert (result.outcome, result.attendee) == (Outcome.ADMITTED, owner)
        assert check_in(desk, "123456789", source=Source.CAMERA, at=at).outcome is Outcome.REFUSED
