"""The bars on the back of a DNI find the person."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
import zxingcpp

from checkin_desktop.domain.admission import Outcome, Refusal, Refused, Source
from checkin_desktop.domain.identity_document import check_digit
from checkin_desktop.domain.people import dni_number
from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.recent_passages import recent_passages
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


def zone(number: str) -> tuple[str, str, str]:
    """The three lines on the back of an electronic DNI."""
    first = f"I<PER{number}<{check_digit(number + '<')}".ljust(30, "<")
    dates = f"900101{check_digit('900101')}F300101{check_digit('300101')}PER".ljust(29, "<")
    whole = first[5:] + dates[:7] + dates[8:15] + dates[18:29]
    return first, dates + check_digit(whole), "QUISPE<<ANA".ljust(30, "<")


def test_of_a_document_only_the_number_is_ever_written_down(home: Path) -> None:
    licence = "@\n\x1e\rANSI 636014040002DL00410288ZC03290024DLDAQD1234562DCSPEREZ"
    with found_demo_event(home / "demo.checkin", DAYS, load_words("es")) as opened:
        desk = opened.desk
        people = [line.attendee for line in roster(desk)]
        owner = next(p for p in people if p.person.document_kind == "dni")
        number = owner.person.document
        at = datetime(2025, 6, 20, 9, 0, tzinfo=desk.zone)
        admitted = check_in(desk, "\r".join(zone(number)), source=Source.SCANNER, at=at)
        assert (admitted.outcome, admitted.attendee, admitted.code) == (Outcome.ADMITTED, owner, number)
        foreign = check_in(desk, licence, source=Source.CAMERA, at=at)
        misread = check_in(desk, zone("12345678")[0].replace("678<", "679<"), source=Source.SCANNER, at=at)
        nobody = check_in(desk, zone("99999998")[0], source=Source.SCANNER, at=at)
        assert [r.verdict for r in (foreign, misread)] == [Refused(Refusal.DOCUMENT)] * 2
        assert (nobody.verdict, nobody.code) == (Refused(Refusal.UNKNOWN), "99999998")
        assert {p.code for p in recent_passages(desk)} == {"", number, "99999998"}
        with desk.store.read() as reads:
            kept = repr(list(reads.journal.entries()))
        assert number in kept
        assert not any(text in kept for text in ("<<<<", "900101", "I<PER", "ANSI 6"))
