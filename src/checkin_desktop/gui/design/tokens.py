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

PAPER = "#FFFFFF"
"""What is printed on, in every theme."""
FRAME_ON_PAPER, WARNING_ON_PAPER = "#1F6FB2", "#C2410C"
DOCUMENT_INKS = ("#14213D", "#1F4E79", "#4C566B", "#B08D57", "#0A5C36", "#8F1D1D", "#DCE2EA", PAPER)
"""What a designer may write and draw with."""

CAMERA_BACK, CAMERA_TEXT = "#0B0F16", "#EEF2F8"
CAMERA_GUIDE, CAMERA_OUTLINE = "#B3EEF2F8", "#7CE3A8"
"""Over the camera's picture, the same in both themes; the guide as #AARRGGBB."""

SHADE = "#8C0B1420"
"""Over what stands behind a dialog, as #AARRGGBB."""

VERDICT_SHAPES: dict[Tone, str] = {
    Tone.ADMITTED: "circle-check",
    Tone.ATTENTION: "triangle-alert",
    Tone.REFUSED: "circle-x",
}

SMALL, BODY, LARGE, TITLE, HEAD, DISPLAY, VERDICT, KIOSK = 12, 14, 16, 20, 24, 28, 48, 64
TIGHT, GAP, PAD, RADIUS = 2, 8, 16, 10
FACE, SERIF = "Inter", "Source Serif 4"
"""Of the window; the second one for documents."""


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


def pairs(theme: Theme) -> dict[str, tuple[str, str, float]]:
    """Every ink upon every ground where it is used, and the least contrast between them: 4.5 for texts and 3 for marks
    and frames that say something (WCAG 2.2, 1.4.3 and 1.4.11), 7 where a door full of people reads it."""
    found = {
        f"text on {name}": (theme.text, ground, 7.0)
        for name, ground in (
            ("window", theme.window),
            ("surface", theme.surface),
            ("raised", theme.raised),
            ("chosen", theme.accent_soft),
            ("banner", theme.warning_soft),
        )
    }
    for name, ink in (("soft", theme.soft), ("accent", theme.accent), ("wrong", theme.wrong)):
        grounds = {"window": theme.window, "surface": theme.surface, "raised": theme.raised}
        for place, ground in (grounds | {"chosen": theme.accent_soft}).items():
            found[f"{name} on {place}"] = ink, ground, 4.5
    found |= {
        "main verb": (theme.on_accent, theme.accent, 4.5),
        "verb that rests": (theme.soft, theme.line, 3.0),
        "toast": (theme.surface, theme.text, 7.0),
        "note": (LIGHT.text, LIGHT.warning_soft, 7.0),
        "camera": (CAMERA_TEXT, CAMERA_BACK, 7.0),
        "camera's frame": (CAMERA_OUTLINE, CAMERA_BACK, 3.0),
        "frame on paper": (FRAME_ON_PAPER, PAPER, 3.0),
        "warning on paper": (WARNING_ON_PAPER, PAPER, 3.0),
    }
    for tone, (ground, ink) in VERDICT_COLOURS.items():
        found[f"verdict {tone.value}"] = ink, ground, 7.0
    return found
