"""Colours that can be read, and shapes that say the same without colour."""

import pytest

from checkin_desktop.gui.design.tokens import THEMES, VERDICT_COLOURS, VERDICT_SHAPES, Theme, contrast
from checkin_desktop.words.verdicts import Tone


@pytest.mark.parametrize("tone", Tone)
def test_verdicts_are_read_at_seven_to_one(tone: Tone) -> None:
    assert contrast(*VERDICT_COLOURS[tone]) >= 7


def test_verdicts_differ_in_shape_too() -> None:
    assert len(set(VERDICT_SHAPES.values())) == len(Tone)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_texts_of_both_themes_can_be_read(theme: Theme) -> None:
    for back in (theme.window, theme.surface, theme.raised, theme.accent_soft, theme.warning_soft):
        assert contrast(theme.text, back) >= 7
    for back in (theme.window, theme.surface):
        assert contrast(theme.soft, back) >= 4.5
        assert contrast(theme.accent, back) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
