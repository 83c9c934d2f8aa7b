"""Finished PDFs: pages as pixels for the preview on screen (what is shown is what is printed), and parts joined."""

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image


def page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def render_page(pdf: bytes, page: int, width: int) -> tuple[int, int, bytes]:
    """Page `page` (from 0), `width` pixels wide: width, height, and RGB bytes without padding."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        picture = sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB")
        return picture.width, picture.height, picture.tobytes()
    finally:
        document.close()


def page_png(pdf: bytes, page: int, width: int) -> bytes:
    """Page `page` (from 0) as a PNG, `width` pixels wide."""
    out = io.BytesIO()
    shown = render_page(pdf, page, width)
    Image.frombytes("RGB", shown[:2], shown[2]).save(out, "PNG")
    return out.getvalue()


def join_pdfs(parts: Sequence[bytes]) -> bytes:
    """All pages of `parts` in one document, in order."""
    if len(parts) == 1:
        return parts[0]
    joined, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    try:
        for part in parts:
            document = pypdfium2.PdfDocument(part)
            joined.import_pages(document)
            document.close()
        joined.save(out)
    finally:
        joined.close()
    return out.getvalue()
