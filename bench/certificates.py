"""Certificates drawn in bulk, ours beside naive ReportLab (and fpdf2 where it is installed): CPU, bytes, memory.

`python bench/certificates.py [HOW_MANY]`. The page of CERTIFICATES.md: a background of 300 KB, two logos, two
signatures, eight lines, an embedded font, a signed code of 30 mm. Each way runs in a process of its own.
"""

import importlib.util
import io
import multiprocessing
import resource as limits
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from PIL import Image

from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.documents.pictures import picture_name
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import certificate_texts
from checkin_desktop.domain.certificate import typed_code
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.domain.template import Template
from checkin_desktop.keys.certificate_token import TokenFacts, make_token, token_text
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.places import resource
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.words import load_words

SETTINGS = EventSettings(
    "II Encuentro Nacional de Mancomunidades Municipales del Perú",
    (date(2025, 6, 20), date(2025, 6, 21)),
    city="Cusco",
    issuers=("Red Andina de Mancomunidades", "Municipalidad Provincial de Villa Serena"),
    signatories=(("Rosa Ejemplo Quispe", "Presidenta"), ("Juan Modelo Huamán", "Alcalde")),
    hours=16,
    domain="verifica.example.org",
)
NAMES = ("María del Carmen Ñahui Quispe", "Ana Paz", "Juan de Dios Condori Mamani", "Zoë Łukasz Huamán-Íñigo")
WORDS = load_words("es")


def faces(count: int) -> list[CertificateFace]:
    key = SigningKey(bytes(range(32)))
    logos = tuple(prepare_logo(resource("demo", f"logo-{name}.png")) for name in ("encuentro", "red"))
    made = []
    for serial in range(1, count + 1):
        name = f"{NAMES[serial % len(NAMES)]} {serial}"
        token = make_token(TokenFacts(serial, name, "01234567", Category.ATTENDEE, 16, 486_000), key)
        made.append(
            CertificateFace(
                name,
                DocumentKind.DNI,
                "01234567",
                Category.ATTENDEE,
                SETTINGS,
                f"{serial:04d}-2025",
                SETTINGS.days[-1],
                token_text(token, SETTINGS.domain),
                typed_code(serial, token),
                logos=logos,
            )
        )
    return made


def background() -> bytes:
    """A JPEG of about 300 KB."""
    noise = np.random.default_rng(1).integers(225, 256, (1240, 1754, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(noise).resize((1754, 1240)).save(out, "JPEG", quality=40)
    return out.getvalue()


def designed() -> tuple[Template, dict[str, bytes]]:
    paper = background()
    shipped = shipped_templates()["shipped-institucional"]
    return replace(shipped.template, background=picture_name(paper)), {picture_name(paper): paper}


def _drawn(certificates: Sequence[CertificateFace]) -> list[FrozenPage]:
    template, images = designed()
    return [PdfPress().draw(template, certificate_texts(face, WORDS), images) for face in certificates]


def draw_only(certificates: Sequence[CertificateFace]) -> int:
    return sum(len(page.content) for page in _drawn(certificates))


def print_file(certificates: Sequence[CertificateFace]) -> int:
    return len(PdfPress().bind(_drawn(certificates), "Certificados", "es"))


def single_files(certificates: Sequence[CertificateFace]) -> int:
    press = PdfPress()
    return sum(len(press.single(page, "Certificado", "es")) for page in _drawn(certificates))


def archive_files(certificates: Sequence[CertificateFace]) -> int:
    press = PdfPress()
    return sum(len(press.archive(page, "Certificado", "es")) for page in _drawn(certificates))


def naive_reportlab(certificates: Sequence[CertificateFace]) -> int:
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Serif", str(resource("fonts", "SourceSerif4_400Regular.ttf"))))
    paper, total = background(), 0
    for face in certificates:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(842, 595), pageCompression=1)
        canvas.drawImage(ImageReader(io.BytesIO(paper)), 0, 0, 842, 595)
        for place, logo in enumerate(face.logos):
            canvas.drawImage(ImageReader(io.BytesIO(logo)), 300 + place * 120, 500, 80, 60, mask="auto")
        canvas.setFont("Serif", 16)
        for line, text in enumerate(list(certificate_texts(face, WORDS).texts.values())[:12]):
            canvas.drawCentredString(421, 460 - line * 22, text[:90])
        code = QrCodeWidget(face.token, barLevel="M", barWidth=85, barHeight=85)
        drawing = Drawing(85, 85)
        drawing.add(code)
        renderPDF.draw(drawing, canvas, 690, 60)
        canvas.save()
        total += len(out.getvalue())
    return total


def naive_fpdf2(certificates: Sequence[CertificateFace]) -> int:
    from fpdf import FPDF

    paper, total = background(), 0
    for face in certificates:
        pdf = FPDF("L")
        pdf.add_page()
        pdf.add_font("Serif", fname=str(resource("fonts", "SourceSerif4_400Regular.ttf")))
        pdf.set_font("Serif", size=16)
        pdf.image(io.BytesIO(paper), 0, 0, 297, 210)
        for text in list(certificate_texts(face, WORDS).texts.values())[:12]:
            pdf.cell(text=text[:90], new_y="NEXT")
        total += len(pdf.output())
    return total


def _measure(way: Callable[[Sequence[CertificateFace]], int], count: int, answer: object) -> None:
    certificates = faces(count)
    way(certificates[:1])  # fonts cut, template laid down: once, as in a program that stays open
    before, wall = time.process_time(), time.perf_counter()
    size = way(certificates)
    spent, waited = time.process_time() - before, time.perf_counter() - wall
    answer.put((spent, waited, size, limits.getrusage(limits.RUSAGE_SELF).ru_maxrss / 1024))  # type: ignore[attr-defined]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    ways: list[tuple[str, Callable[[Sequence[CertificateFace]], int], int]] = [
        ("ours, drawing alone", draw_only, count),
        ("ours, one print file", print_file, count),
        ("ours, one file each, tagged", single_files, count),
        ("ours, one PDF/A-2b each", archive_files, count),
        ("ReportLab, naive, one file each", naive_reportlab, min(count, 20)),
    ]
    if importlib.util.find_spec("fpdf"):
        ways.append(("fpdf2, naive, one file each", naive_fpdf2, min(count, 20)))
    context = multiprocessing.get_context("spawn")
    print(f"{'':34}{'n':>6}{'CPU ms':>9}{'wall ms':>9}{'bytes':>10}{'MB RSS':>8}{'against ours':>14}")
    ours = 0.0
    for name, way, many in ways:
        answer = context.Queue()
        worker = context.Process(target=_measure, args=(way, many, answer))
        worker.start()
        spent, waited, size, memory = answer.get()
        worker.join()
        each = spent / many * 1000
        ours = ours or each
        print(
            f"{name:34}{many:>6}{each:>9.2f}{waited / many * 1000:>9.2f}{size // many:>10}{memory:>8.0f}"
            f"{each / ours:>13.1f}×"
        )


if __name__ == "__main__":
    main()
