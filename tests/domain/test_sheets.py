"""Label sheets: every label lies on its paper, none over another, and a badge that is too large is refused."""

import pytest

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.sheets import PAPER_MM, SHEETS, SINGLE, Paper, SheetLayout, grid_of, sheet_named


@pytest.mark.parametrize("layout", [s for s in SHEETS if s.columns and s.paper], ids=lambda s: s.id)
def test_the_labels_lie_on_the_paper_and_in_its_middle(layout: SheetLayout) -> None:
    assert isinstance(layout.paper, Paper)
    width, height = PAPER_MM[layout.paper]
    across = layout.columns * layout.label[0] + (layout.columns - 1) * layout.gap[0]
    down = layout.rows * layout.label[1] + (layout.rows - 1) * layout.gap[1]
    assert layout.left + across <= width
    assert layout.top + down <= height
    assert layout.left == pytest.approx((width - across) / 2, abs=0.6)
    assert layout.top == pytest.approx((height - down) / 2, abs=0.6)
    assert min(layout.gap) >= 0


def test_names_are_distinct_and_found_in_any_case() -> None:
    assert len({s.id for s in SHEETS}) == len(SHEETS)
    assert sheet_named("L4785").label == (80.0, 50.0)
    with pytest.raises(PersonFacingError):
        sheet_named("l9999")


@pytest.mark.parametrize(
    ("sheet", "size", "each"),
    [
        ("a4", (95, 68), 8),
        ("a4", (95, 55), 10),
        ("a4", (105, 148), 4),
        ("a4", (210, 148), 2),
        ("letter", (95, 55), 10),
        ("letter", (105, 148), 2),
        ("l4785", (86, 54), 10),
        ("5392", (95, 68), 6),
    ],
)
def test_as_many_as_there_is_room_for(sheet: str, size: tuple[float, float], each: int) -> None:
    assert grid_of(sheet_named(sheet), *size).each == each


def test_a_badge_that_would_shrink_too_much_is_refused() -> None:
    for name, size in (("l4785", (105.0, 148.0)), ("letter", (300.0, 100.0)), ("l7163", (95.0, 68.0))):
        with pytest.raises(PersonFacingError):
            grid_of(sheet_named(name), *size)
    assert grid_of(SINGLE, 1000, 1000).each == 1
