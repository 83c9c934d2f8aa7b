"""A certificate goes to a real CUPS, and what became of it is told as it is."""

from pathlib import Path

import pytest

from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.raster import join_pdfs
from checkin_desktop.documents.texts import badge_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.sheets import SINGLE
from checkin_desktop.keys.certificate_token import read_token_text
from checkin_desktop.printing.cups import CupsPrinter
from checkin_desktop.services.badge_drawing import BadgePaper, BadgePress
from checkin_desktop.services.ports.printing import JobFate, JobState, Trouble
from checkin_desktop.words import load_words
from support.cups import Cups, until
from support.papers import KEY, certificate, pages

pytestmark = pytest.mark.cups
WORDS = load_words("es")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return draw_certificates([certificate()], WORDS)


def settled(job: str) -> JobFate:
    return until(lambda: fate if (fate := CupsPrinter().fate(job)).final else None)


def reaches(job: str, state: JobState, *troubles: Trouble) -> JobFate:
    """The job's fate once it is this one."""

    def look() -> JobFate | None:
        fate = CupsPrinter().fate(job)
        assert not fate.final or state is fate.state, fate
        return fate if fate.state is state and set(troubles) <= set(fate.troubles) else None

    return until(look)


def test_printers_are_listed_with_the_default_and_their_troubles(cups: Cups) -> None:
    cups.add_queue("offline-looking", "nopaper")
    cups.run("cupsdisable", "offline-looking")
    found = {p.name: p for p in CupsPrinter().printers()}
    assert set(found) == {"pdf", "offline-looking"}
    assert (found["pdf"].is_default, found["pdf"].troubles) == (True, ())
    # Its name is no alert.
    assert found["offline-looking"].troubles == (Trouble.QUEUE_STOPPED,)
    assert not found["offline-looking"].is_default


@pytest.mark.parametrize("printer", ["pdf", ""], ids=["named", "default"])
def test_a_certificate_comes_out_and_its_code_verifies(cups: Cups, pdf: bytes, printer: str) -> None:
    before = cups.outputs()
    job = CupsPrinter().submit(pdf, printer, "Certificado")
    assert settled(job) == JobFate(JobState.PRINTED)
    (printed,) = until(lambda: cups.outputs() - before)
    (page,) = pages(printed, dpi=200)
    assert {round(page.width), round(page.height)} == {842, 595}, "A4"
    (code,) = page.codes()
    token = read_token_text(code)
    assert token is not None
    assert token.signed_with(KEY.public)
    assert token.facts.name == certificate().name


def test_title_copies_and_paper_are_asked_for(cups: Cups, pdf: bytes) -> None:
    job = CupsPrinter().submit(pdf, cups.add_queue("laser", "notes"), "Certificado", copies=2)
    assert settled(job).state is JobState.PRINTED
    title, copies, options = (cups.folder / "asked").read_text().splitlines()
    assert (title, copies) == ("Certificado", "2")
    assert "media=A4" in options.split()


def test_a_stopped_queue_holds_the_job_until_it_is_resumed(cups: Cups, pdf: bytes) -> None:
    cups.run("cupsdisable", "pdf")
    job = CupsPrinter().submit(pdf, "pdf", "Certificado")
    assert CupsPrinter().fate(job) == JobFate(JobState.STOPPED, (Trouble.QUEUE_STOPPED,))
    cups.run("cupsenable", "pdf")
    assert settled(job).state is JobState.PRINTED


def test_a_held_job_is_held(cups: Cups, pdf: bytes) -> None:
    cups.run("lpadmin", "-p", cups.add_queue("held", "broken"), "-o", "job-hold-until-default=indefinite")
    job = CupsPrinter().submit(pdf, "held", "Certificado")
    assert CupsPrinter().fate(job).state is JobState.HELD


def test_out_of_paper_is_told_while_it_lasts(cups: Cups, pdf: bytes) -> None:
    job = CupsPrinter().submit(pdf, cups.add_queue("tray", "nopaper"), "Certificado")
    reaches(job, JobState.PRINTING, Trouble.OUT_OF_PAPER)
    assert Trouble.OUT_OF_PAPER in next(p for p in CupsPrinter().printers() if p.name == "tray").troubles
    cups.put_paper_in()
    assert settled(job) == JobFate(JobState.PRINTED)
    assert all(not p.troubles for p in CupsPrinter().printers())


def test_a_cancelled_job_was_not_printed(cups: Cups, pdf: bytes) -> None:
    """`lpstat` lists it among the completed ones."""
    job = CupsPrinter().submit(pdf, cups.add_queue("tray", "nopaper"), "Certificado")
    reaches(job, JobState.PRINTING)
    CupsPrinter().cancel(job)
    cups.put_paper_in()
    assert settled(job).state is JobState.CANCELLED


def test_a_job_that_waits_is_cancelled_too(cups: Cups, pdf: bytes) -> None:
    cups.run("cupsdisable", "pdf")
    before = cups.outputs()
    job = CupsPrinter().submit(pdf, "pdf", "Certificado")
    CupsPrinter().cancel(job)
    assert CupsPrinter().fate(job) == JobFate(JobState.CANCELLED)
    assert cups.outputs() == before


def test_an_aborted_job_was_not_printed(cups: Cups, pdf: bytes) -> None:
    """`lpstat` lists it among the completed ones."""
    job = CupsPrinter().submit(pdf, cups.add_queue("worn", "broken", "abort-job"), "Certificado")
    assert settled(job).state is JobState.FAILED


def test_a_printer_that_breaks_stops_its_queue(cups: Cups, pdf: bytes) -> None:
    job = CupsPrinter().submit(pdf, cups.add_queue("worn", "broken", "stop-printer"), "Certificado")
    assert reaches(job, JobState.STOPPED).troubles == (Trouble.QUEUE_STOPPED,)


def test_a_job_that_nobody_knows_is_unknown(cups: Cups) -> None:
    assert CupsPrinter().fate("pdf-99999") == JobFate(JobState.UNKNOWN)


def test_a_queue_that_rejects_says_so(cups: Cups, pdf: bytes) -> None:
    cups.run("cupsreject", "pdf")
    assert CupsPrinter().printers()[0].troubles == (Trouble.REJECTING,)
    with pytest.raises(PersonFacingError) as told:
        CupsPrinter().submit(pdf, "pdf", "Certificado")
    assert told.value.sentence == "printing-rejecting"
    assert "«pdf»" in WORDS.say(told.value.sentence, **told.value.arguments)


def test_a_printer_that_is_gone_is_named(cups: Cups, pdf: bytes) -> None:
    with pytest.raises(PersonFacingError) as told:
        CupsPrinter().submit(pdf, "laser", "Certificado")
    assert (told.value.sentence, told.value.arguments) == ("printing-no-such-printer", {"printer": "laser"})


def test_a_name_that_looks_like_an_option_is_only_a_name(cups: Cups, pdf: bytes) -> None:
    with pytest.raises(PersonFacingError) as told:
        CupsPrinter().submit(pdf, "-h", "--help")
    assert told.value.sentence == "printing-no-such-printer"


def test_without_a_default_printer_one_must_be_chosen(cups: Cups, pdf: bytes) -> None:
    cups.run("lpadmin", "-x", cups.default)
    try:
        assert CupsPrinter().printers() == ()
        with pytest.raises(PersonFacingError) as told:
            CupsPrinter().submit(pdf, "", "Certificado")
        assert told.value.sentence == "printing-no-default"
    finally:
        cups.restore_default()


def test_without_the_print_service_nothing_is_claimed(
    cups: Cups, pdf: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    job = CupsPrinter().submit(pdf, "pdf", "Certificado")
    assert settled(job).state is JobState.PRINTED
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    printer = CupsPrinter()
    for attempt in (printer.printers, lambda: printer.submit(pdf, "pdf", "Certificado")):
        with pytest.raises(PersonFacingError) as told:
            attempt()
        assert told.value.sentence == "printing-no-service"
    # The job was handed over before: it may be coming out, so it is not told as failed.
    assert printer.fate(job) == JobFate(JobState.UNKNOWN)
    monkeypatch.undo()
    assert printer.fate(job).state is JobState.PRINTED, "found again when it is back"


@pytest.mark.parametrize(("width", "height"), [(62, 100), (89, 36), (100, 62), (105, 148)])
def test_a_label_comes_out_at_its_exact_size(cups: Cups, width: float, height: float) -> None:
    paper = BadgePaper(sheet=SINGLE)
    press = BadgePress(PdfPress(), badge_texts, join_pdfs, WORDS, "Etiqueta")
    before = cups.outputs()
    label = press.bind([press.test_label(width, height, paper)] * 2, paper)
    assert settled(CupsPrinter().submit(label, "pdf", "Etiqueta")).state is JobState.PRINTED
    (printed,) = until(lambda: cups.outputs() - before)
    both = pages(printed, dpi=200)
    assert len(both) == 2, "one label a page"
    for page in both:
        assert page.width == pytest.approx(width / 25.4 * 72, abs=1)
        assert page.height == pytest.approx(height / 25.4 * 72, abs=1)
        dark = (page.pixels < 200).any(axis=2)
        rows, columns = dark.any(axis=1).nonzero()[0], dark.any(axis=0).nonzero()[0]
        edges = (columns[0], rows[0], page.pixels.shape[1] - columns[-1], page.pixels.shape[0] - rows[-1])
        assert all(abs(page.millimetres(int(edge)) - 1) < 0.5 for edge in edges), "the frame, not scaled"
        assert page.codes() == ["PRUEBA"]


def test_the_labels_measures_are_asked_for(cups: Cups) -> None:
    paper = BadgePaper(sheet=SINGLE)
    press = BadgePress(PdfPress(), badge_texts, join_pdfs, WORDS, "Etiqueta")
    label = press.bind([press.test_label(62, 100, paper)], paper)
    job = CupsPrinter().submit(label, cups.add_queue("rollo", "notes"), "Etiqueta")
    assert settled(job).state is JobState.PRINTED
    options = (cups.folder / "asked").read_text().splitlines()[2].split()
    assert {"media=Custom.62x100mm", "print-scaling=none"} <= set(options)
