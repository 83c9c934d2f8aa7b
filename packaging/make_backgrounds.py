"""Backgrounds of the designs that are shipped, as vectors: guilloche and a rosette; woven steps."""

import io
import math

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0
WIDTH, HEIGHT = 297.0, 210.0
ACCENT, GOLD = "#1F4E79", "#B08D3C"


def paper() -> tuple[Canvas, io.BytesIO]:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH * mm, HEIGHT * mm), invariant=1, pageCompression=1)
    canvas.setAuthor("checkin-desktop")
    return canvas, out


def institutional_paper() -> bytes:
    """Guilloche: waves woven along the frame, a pale rosette behind the text, corners with a chakana."""
    canvas, out = paper()
    rosette(canvas, WIDTH / 2, 104, 62)
    canvas.setLineWidth(0.28)
    for turn, colour in ((0.0, "#8FA9C4"), (0.5, "#C9AE6C"), (1.0, "#8FA9C4"), (1.5, "#C9AE6C")):
        canvas.setStrokeColor(HexColor(colour))
        for inset, wide in ((11.5, 1.55), (11.5, 0.8)):
            weave(canvas, inset, wide, turn * math.pi)
    canvas.setStrokeColor(HexColor(ACCENT))
    canvas.setLineWidth(1.3)
    canvas.rect(9 * mm, 9 * mm, (WIDTH - 18) * mm, (HEIGHT - 18) * mm)
    canvas.setStrokeColor(HexColor(GOLD))
    canvas.setLineWidth(0.55)
    canvas.rect(14 * mm, 14 * mm, (WIDTH - 28) * mm, (HEIGHT - 28) * mm)
    for x in (11.5, WIDTH - 11.5):
        for y in (11.5, HEIGHT - 11.5):
            canvas.setFillColor(HexColor("#FFFFFF"))
            canvas.setStrokeColor(HexColor(ACCENT))
            canvas.setLineWidth(0.8)
            canvas.rect((x - 3.2) * mm, (y - 3.2) * mm, 6.4 * mm, 6.4 * mm, fill=1)
            chakana(canvas, x, y, 0.78, GOLD, "#FFFFFF")
    middle = HEIGHT - 75.2
    canvas.setStrokeColor(HexColor(GOLD))
    canvas.setLineWidth(0.9)
    for side in (-1, 1):
        canvas.line((WIDTH / 2 + side * 4) * mm, middle * mm, (WIDTH / 2 + side * 36) * mm, middle * mm)
    chakana(canvas, WIDTH / 2, middle, 0.42, GOLD, "#FFFFFF")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def weave(canvas: Canvas, inset: float, wide: float, phase: float) -> None:
    """A wave along all four sides, a whole number of turns on each."""
    for horizontal in (True, False):
        length = (WIDTH if horizontal else HEIGHT) - 2 * inset
        turns = round(length / 7.2)
        for far in (False, True):
            across = ((HEIGHT if horizontal else WIDTH) - inset) if far else inset
            path = canvas.beginPath()
            steps = turns * 10
            for step in range(steps + 1):
                along = inset + length * step / steps
                off = across + wide * math.sin(2 * math.pi * turns * step / steps + phase)
                x, y = (along, off) if horizontal else (off, along)
                (path.lineTo if step else path.moveTo)(x * mm, y * mm)
            canvas.drawPath(path)


def rosette(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Closed curves turned about a middle, so pale that letters stand on them."""
    canvas.setLineWidth(0.3)
    for ring, (petals, colour) in enumerate(((12, "#EEF2F7"), (18, "#F4EFE2"), (24, "#EEF2F7"))):
        canvas.setStrokeColor(HexColor(colour))
        for turn in range(6):
            path = canvas.beginPath()
            for step in range(361):
                angle = math.radians(step)
                r = (
                    radius
                    * (0.62 + 0.16 * ring * 0.9)
                    * (0.8 + 0.2 * math.cos(petals * angle / 2 + turn * math.pi / 3))
                )
                px, py = x + r * math.cos(angle), y + r * math.sin(angle) * 0.78
                (path.moveTo if step == 0 else path.lineTo)(px * mm, py * mm)
            canvas.drawPath(path)


def chakana(canvas: Canvas, x: float, y: float, unit: float, colour: str, hole: str) -> None:
    """The stepped cross of the Andes; `unit` is a step, mm."""
    canvas.setFillColor(HexColor(colour))
    for half, high in ((3.0, 1.0), (2.0, 2.0), (1.0, 3.0)):
        canvas.rect(
            (x - half * unit) * mm,
            (y - high * unit) * mm,
            2 * half * unit * mm,
            2 * high * unit * mm,
            stroke=0,
            fill=1,
        )
    canvas.setFillColor(HexColor(hole))
    canvas.circle(x * mm, y * mm, unit * 0.8 * mm, stroke=0, fill=1)


def modern_paper() -> bytes:
    """A band of stepped diamonds as they are woven, in tones of one dark blue."""
    canvas, out = paper()
    band = 62.0
    canvas.setFillColor(HexColor("#10263F"))
    canvas.rect(0, 0, band * mm, HEIGHT * mm, stroke=0, fill=1)
    path = canvas.beginPath()
    path.rect(0, 0, band * mm, HEIGHT * mm)
    canvas.saveState()
    canvas.clipPath(path, stroke=0)
    unit = band / 24
    tones = ("#1B3B5F", "#224A74", "#2C5B8A")
    for row in range(math.ceil(HEIGHT / (unit * 6)) + 1):
        for column in range(-1, 4):
            x = column * unit * 12 + (unit * 6 if row % 2 else 0)
            y = row * unit * 6
            diamond(canvas, x, y, unit, 6, tones[0])
            diamond(canvas, x, y, unit, 4, "#10263F")
            diamond(canvas, x, y, unit, 3, tones[1])
            diamond(canvas, x, y, unit, 1, "#D9A441" if (row + column) % 3 == 0 else tones[2])
    canvas.restoreState()
    canvas.setFillColor(HexColor("#F5F7FA"))
    canvas.rect(64.4 * mm, 0, (WIDTH - 64.4) * mm, 3 * mm, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def diamond(canvas: Canvas, x: float, y: float, unit: float, size: int, colour: str) -> None:
    """A stepped diamond about x, y: rows of blocks, each two shorter than the one before."""
    canvas.setFillColor(HexColor(colour))
    for step in range(size):
        half, high = (size - step) * unit, (step + 0.5) * unit
        canvas.rect((x - half) * mm, (y - high) * mm, 2 * half * mm, 2 * high * mm, stroke=0, fill=1)
