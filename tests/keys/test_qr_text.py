"""The certificate's QR: readable where there is no domain, and no larger than the paper has room for."""

from checkin_desktop.documents.qr import matrix
from checkin_desktop.keys.certificate_token import (
    TokenFacts,
    headline,
    make_token,
    read_token_text,
    token_text,
)
from checkin_desktop.keys.signing import new_signing_key

FACTS = TokenFacts(640_000, "María del Carmen Ñahui Qui", "01234567", "attendee", 16, 490_000)
LINE = headline("Encuentro Nacional de Mancomunidades", "+51 984 000 111", "Verifique con checkin-desktop")


def test_it_begins_with_what_a_person_reads_and_still_verifies() -> None:
    token = make_token(FACTS, new_signing_key())
    text = token_text(token, "", LINE)
    assert text.startswith(
        "ENCUENTRO NACIONAL DE MANCOMUNIDADES. VERIFIQUE CON CHECKIN DESKTOP. +51 984 000 111 ME1:"
    )
    for shown in (
        text,
        token_text(token, ""),
        token_text(token, "red.example"),
        token_text(token, "red.example/v"),
    ):
        read = read_token_text(shown)
        assert read is not None
        assert read.facts == FACTS


def test_an_event_whose_name_looks_like_a_code_confuses_nobody() -> None:
    token = make_token(FACTS, new_signing_key())
    read = read_token_text(token_text(token, "", headline("ME1:ABC", "", "Verifique ME1:")))
    assert read is not None
    assert read.raw == token


def test_an_address_stands_as_it_is_and_what_is_no_ascii_is_left_to_the_page() -> None:
    assert headline("Feria", "hola@red.example", "Verifique") == "FERIA. VERIFIQUE. hola@red.example"
    assert headline("Feria", "Mesa de Ñahui", "Verifique") == "FERIA. VERIFIQUE"
    token = make_token(FACTS, new_signing_key())
    read = read_token_text(token_text(token, "", headline("Feria", "hola@red.example", "Verifique")))
    assert read is not None
    assert read.raw == token


def test_the_code_stays_at_version_eleven() -> None:
    token = make_token(FACTS, new_signing_key())
    for contact in ("+51 984 000 111", "certificados@red.example"):
        line = headline("Encuentro Nacional de Mancomunidades", contact, "Verifique con checkin-desktop")
        side = len(matrix(token_text(token, "", line), "M"))
        assert (side - 17) // 4 <= 11
