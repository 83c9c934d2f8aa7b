"""Design tokens: colours of both themes, the type scale, spacing. Verdict colours are for verdicts alone."""

from dataclasses import dataclass

from checkin_desktop.words.verdicts import Tone


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #RRGGBB."""

    name: str
    window: str
    surface: str
    raised: str
    line: str
    text: str
    soft: str
    accent: str
    on_accent: str
    accent_soft: str
    warning_soft: str
    wrong: str


LIGHT = Theme(
    "light",
    "#F4F6F9",
    "#FFFFFF",
    "#EEF2F7",
    "#DCE2EA",
    "#14213D",
    "#4C566B",
    "#1F4E79",
    "#FFFFFF",
    "#E3EDF6",
    "#FFF3D1",
    "#9B1C1C",
)
DARK = Theme(
    "dark",
    "#10151F",
    "#182030",
    "#212B3D",
    "#2E3A50",
    "#EEF2F8",
    "#B4BFD0",
    "#7FB2E5",
    "#0B1420",
    "#22344C",
    "#3D3416",
    "#FFA79F",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

VERDICT_COLOURS: dict[Tone, tuple[str, str]] = {
    Tone.ADMITTED: ("#0A5C36", "#FFFFFF"),
    Tone.ATTENTION: ("#F6B73C", "#1A1300"),
    Tone.REFUSED: ("#8F1D1D", "#FFFFFF"),
}
"""Tone → (background, text); a test holds the contrast at 7:1 or more."""

SHADE = "#8C0B1420"
"""Over what stands behind a dialog, as #AARRGGBB."""

VERDICT_SHAPES: dict[Tone, str] = {
    Tone.ADMITTED: "circle-check",
    Tone.ATTENTION: "triangle-alert",
    Tone.REFUSED: "circle-x",
}

SMALL, BODY, LARGE, TITLE, HEAD, DISPLAY, VERDICT, KIOSK = 12, 14, 16, 20, 24, 28, 48, 64
GAP, PAD, RADIUS = 8, 16, 10


def scaled(size: int, percent: int) -> int:
    """Pixels of a type size or distance at the person's letter size."""
    return round(size * percent / 100)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), 1…21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
