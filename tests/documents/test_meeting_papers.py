"""Actas, agendas, delegations and the summary, read back from their PDFs."""

from datetime import date, datetime, time

import pypdfium2

from checkin_desktop.documents.acta import draw_actas
from checkin_desktop.documents.agenda import draw_agendas, draw_delegations, draw_summary
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.services.arrivals import Quarter
from checkin_desktop.services.ports.meeting_papers import (
    ActaFace,
    Agenda,
    AgendaLine,
    DelegationFace,
    RegionFace,
    SessionFace,
    Signer,
    SummaryFace,
)
from checkin_desktop.words import load_words

ES = load_words("es")
DAY = date(2025, 10, 9)
EVENT = EventSettings("Encuentro de Ñusta", (DAY,), place="Paraninfo", city="Cusco")


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def acta(**more: object) -> ActaFace:
    given = {"a": "Alto Andes", "b": "Río Claro", "people_a": (), "people_b": ()} | more
    return ActaFace(**given, day=DAY, starts=time(9), ends=time(9, 25), table="Mesa 3", topic="Riego")  # type: ignore[arg-type]


def line(hour: int, **more: object) -> AgendaLine:
    state = more.get("state", MeetingState.SCHEDULED)
    return AgendaLine(DAY, time(hour), time(hour, 25), "Mesa 3", "Alto Andes", "Río Claro", "Riego", state)  # type: ignore[arg-type]


def test_an_acta_to_write_on_and_one_that_was_typed() -> None:
    empty, filled = pages(
        draw_actas(
            [
                acta(),
                acta(
                    people_a=(Signer("Ana Ñahui", "Alcaldesa"),),
                    topics="Canal",
                    agreements="1. Medir\n2. Pagar",
                    others="El intérprete",
                ),
            ],
            EVENT,
            ES,
        )
    )
    assert "ACTA DE REUNIÓN BILATERAL" in empty
    assert "Riego" in empty
    for told in ("09:00 – 09:25", "Mesa 3", "Ana Ñahui, Alcaldesa", "Canal", "2. Pagar", "El intérprete"):
        assert told in filled


def test_what_is_long_goes_on_overleaf_whole() -> None:
    said = "\n".join(f"Acuerdo número {n} de las partes" for n in range(90))
    drawn = pages(draw_actas([acta(agreements=said)], EVENT, ES))
    assert len(drawn) > 1
    assert all(f"Acuerdo número {n} de" in " ".join(drawn) for n in range(90))


def test_the_agenda_whole_and_by_party() -> None:
    (whole,) = pages(draw_agendas([Agenda("", (line(9), line(10, state=MeetingState.NO_SHOW)))], EVENT, ES))
    assert "Alto Andes" in whole
    assert "No se presentó" in whole
    parties = [Agenda("Alto Andes", (line(9),)), Agenda("Río Claro", (line(9),))]
    drawn = pages(draw_agendas(parties, EVENT, ES))
    assert len(drawn) == 2
    assert drawn[0].startswith("Alto Andes")
    many = pages(draw_agendas([Agenda("", tuple(line(9) for _ in range(80)))], EVENT, ES))
    assert sum(text.count("Alto Andes") for text in many) == 80
    assert f"Página {len(many)}" in many[-1]


def test_an_empty_programme_is_a_page_too() -> None:
    assert len(pages(draw_agendas([Agenda("", ())], EVENT, ES))) == 1


def test_delegations_and_the_summary() -> None:
    faces = [DelegationFace("Alto Andes", "Cusco", ("Quispe, Ana",), ("Ríos, Beto",), 3)]
    (told,) = pages(draw_delegations(faces, EVENT, ES))
    for part in ("1/2", "+ 3 acomp.", "Quispe, Ana", "Ríos, Beto", "1 de 2 personas"):
        assert part in told
    regions = tuple(RegionFace(f"Región {n}", 3, n % 3, n, present=n > 0) for n in range(25))
    names = tuple(f"Mancomunidad Municipal número {n}" for n in range(300))
    face = SummaryFace(
        310, regions, names, 900, 700, 12, ((MeetingState.HELD, 7), (MeetingState.NO_SHOW, 1)), 5
    )
    (summary,) = pages(draw_summary(face, EVENT, ES))
    for part in ("300/310", "24/25", "700/900", "7/8", "Región 24", "más"):
        assert part in summary


def test_the_report_has_the_arrivals_and_every_session() -> None:
    at = datetime(2025, 10, 9, 8, 0)
    arrivals = (Quarter(at, 30), Quarter(at.replace(minute=15), 45), Quarter(at.replace(hour=14), 9, True))
    sessions = [SessionFace(f"Panel número {n}", DAY, time(9), "Sala A", n, 40) for n in range(60)]
    face = SummaryFace(1, (), (), 100, 84, 0, (), 0, arrivals, tuple(sessions))
    pdf = draw_summary(face, EVENT, ES)
    told = pages(pdf)
    assert len(told) == 4
    for part in ("84 primeras llegadas", "45 desde las 08:15", "08:00", "14:00", "Panel número 0", "0 / 40"):
        assert part in told[1]
    assert "59 / 40" in told[3]
    chart = pypdfium2.PdfDocument(pdf)[1]
    kinds = {one.type for one in chart.get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds, "drawn, not pasted"
    paths = [one for one in chart.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    assert len(paths) > 3
