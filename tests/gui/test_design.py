"""Colours that can be read, and shapes that say the same without colour."""

import re

import pytest

from checkin_desktop.gui.design.stylesheet import stylesheet
from checkin_desktop.gui.design.tokens import THEMES, VERDICT_COLOURS, VERDICT_SHAPES, Theme, contrast, pairs
from checkin_desktop.words.verdicts import Tone


@pytest.mark.parametrize("tone", Tone)
def test_verdicts_are_read_at_seven_to_one(tone: Tone) -> None:
    assert contrast(*VERDICT_COLOURS[tone]) >= 7


def test_verdicts_differ_in_shape_too() -> None:
    assert len(set(VERDICT_SHAPES.values())) == len(Tone)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_every_ink_is_read_on_every_ground_where_it_stands(theme: Theme) -> None:
    faint = {
        name: round(contrast(ink, ground), 2)
        for name, (ink, ground, least) in pairs(theme).items()
        if contrast(ink, ground) < least
    }
    assert not faint


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_the_style_sheet_writes_with_tokens_alone(theme: Theme) -> None:
    """A colour that no pair names would be one that nobody measured."""
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", re.sub(r'url\("[^"]*"\)', "", stylesheet(theme, 100))))
    measured = {colour for ink, ground, _ in pairs(theme).values() for colour in (ink, ground)}
    assert used <= measured


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
