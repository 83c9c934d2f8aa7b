"""What certificates of each kind say, and what stands on badges."""

from dataclasses import replace

import pytest

from checkin_desktop.documents.certificate import certificate_file, draw_certificates
from checkin_desktop.documents.texts import badge_texts, body_text, certificate_texts
from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import HourKind
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.template import Placeholder
from checkin_desktop.services.ports.documents import BadgeFace
from checkin_desktop.words import load_words
from support.papers import SETTINGS, certificate, pages

ES, EN = load_words("es"), load_words("en")


@pytest.mark.parametrize(
    ("facts", "spanish", "english"),
    [
        (
            {"kind": CertificateKind.SPEAKER, "talk": "Riego andino"},
            "en calidad de PONENTE con el tema «Riego andino» en el II Encuentro",
            "as SPEAKER with the talk “Riego andino” in the II Encuentro",
        ),
        (
            {"kind": CertificateKind.SESSION, "sessions": ("Agua",)},
            "en calidad de ASISTENTE en la sesión «Agua», en el marco del II Encuentro",
            "as ATTENDEE in the session “Agua”, within the II Encuentro",
        ),
        (
            {"kind": CertificateKind.MODERATOR, "sessions": ("Agua", "Vías", "Turismo")},
            "en calidad de MODERADOR(A) de las sesiones «Agua», «Vías» y «Turismo», en el marco del II",
            "as MODERATOR of the sessions “Agua”, “Vías” and “Turismo”, within the II Encuentro",
        ),
        (
            {"kind": CertificateKind.ATTENDANCE, "sessions": ("Agua",)},
            "en calidad de ASISTENTE en el II Encuentro",
            "as ATTENDEE in the II Encuentro",
        ),
        ({"hours": 4, "hour_kind": HourKind.CLOCK}, "4 horas cronológicas.", "4 hours."),
        ({"hours": 0}, "21 de junio de 2025.", "21 June 2025."),
    ],
)
def test_each_kind_says_its_own(facts: dict[str, object], spanish: str, english: str) -> None:
    face = replace(certificate(), **facts)  # type: ignore[arg-type]
    assert spanish in body_text(face, ES)
    assert english in body_text(face, EN)


def test_a_session_of_a_feminine_event() -> None:
    face = replace(
        certificate(settings=replace(SETTINGS, name="Primera Cumbre Andina")),
        kind=CertificateKind.SESSION,
        sessions=("Agua",),
    )
    assert "en el marco de la Primera Cumbre Andina" in body_text(face, ES)


def test_what_is_empty_is_not_there() -> None:
    texts = certificate_texts(certificate(document=""), ES).texts
    assert Placeholder.IDENTIFIED not in texts
    assert Placeholder.SIGNED_FOOTER not in texts
    assert texts[Placeholder.SIGNATORY_2_POSITION] == "Alcalde"
    again = replace(certificate(), reprint=True, signed=True, replaces="0007-2025")
    texts = certificate_texts(again, ES).texts
    assert texts[Placeholder.REPRINT] == "Reimpresión"
    assert "27269" in texts[Placeholder.SIGNED_FOOTER]
    assert texts[Placeholder.REPLACES] == "Reemplaza al certificado N.º 0007-2025"


def test_a_badge_says_the_category_in_its_languages_or_a_role() -> None:
    face = BadgeFace("X" * 32, "Ana Quispe", "Ana", "Quispe", category=Category.SPEAKER)
    assert badge_texts(face, SETTINGS, ES).texts[Placeholder.ROLE] == "Ponente"
    both = replace(face, languages=("es", "en"))
    assert badge_texts(both, SETTINGS, ES).texts[Placeholder.ROLE] == "Ponente · Speaker"
    assert badge_texts(replace(face, role="Jurado"), SETTINGS, ES).texts[Placeholder.ROLE] == "Jurado"
    blank = badge_texts(BadgeFace("X" * 32), SETTINGS, ES)
    assert Placeholder.NAME not in blank.texts
    assert blank.texts[Placeholder.EVENT] == SETTINGS.name


def test_a_bilingual_certificate_says_its_sentence_twice_and_its_name_once() -> None:
    face = replace(certificate(), kind=CertificateKind.SPEAKER, talk="Riego andino", language="es-en")
    for at_hand in (ES, EN):
        (page,) = pages(draw_certificates([face], at_hand), dpi=40)
        said = " ".join(page.text.split())
        assert "CERTIFICADO / CERTIFICATE" in said
        assert said.index("PONENTE con el tema «Riego andino»") < said.index(
            "SPEAKER with the talk “Riego andino”"
        )
        assert said.count(face.name) == 1
        assert "N.º 01234567 / identified by" in said
        assert "Cusco, 21 de junio de 2025 / Cusco, 21 June 2025" in said


@pytest.mark.parametrize(("language", "heading"), [("es", "CERTIFICADO"), ("en", "CERTIFICATE")])
def test_whoever_prints_has_no_say_in_the_language(language: str, heading: str) -> None:
    face = replace(certificate(), language=language, reprint=True)
    assert draw_certificates([face], ES) == draw_certificates([face], EN)
    assert certificate_file(face, ES) == certificate_file(face, EN)
    assert heading in pages(draw_certificates([face], ES), dpi=40)[0].text
