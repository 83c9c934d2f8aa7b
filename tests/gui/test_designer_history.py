"""The design's history and its edits, without a window: whatever is done can be undone."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.template import Box, Code, Template, TemplateUse, Text, template_faults
from checkin_desktop.gui.pages.designer import editing
from checkin_desktop.gui.pages.designer.editing import Alignment, Order, Rect, rect_of
from checkin_desktop.gui.pages.designer.handles import Handle, resized
from checkin_desktop.gui.pages.designer.history import History
from checkin_desktop.gui.pages.designer.snapping import Guide, snapped, targets
from checkin_desktop.gui.pages.designer.starting import New, blank, code_boxes, name_box, new_element
from checkin_desktop.gui.pages.designer.steps import Step
from checkin_desktop.wire.templates import template_from, template_json

START = Template(
    "Inicio",
    TemplateUse.CERTIFICATE,
    297,
    210,
    (Text(20, 80, 200, 20, "{name}"), Code(240, 150), Box(10, 10, 50, 0, stroke="#14213D")),
)
chosen_places = st.frozensets(st.integers(0, 4), max_size=3)
numbers = st.floats(-50, 50)


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, random.Random]]:
    kinds = ["move", "nudge", "place", "field", "add", "remove", "align", "spread", "order", "page", "choose"]
    return [
        (draw(st.sampled_from(kinds)), draw(st.randoms(use_true_random=False)))
        for _ in range(draw(st.integers(1, 25)))
    ]


def do(history: History, what: str, chance: random.Random) -> None:
    now, count = history.now.template, len(history.now.template.elements)
    chosen = frozenset(chance.sample(range(count), min(count, chance.randint(0, 3))))
    match what:
        case "move":
            history.change(editing.moved(now, chosen, chance.uniform(-9, 9), 1), chosen)
        case "nudge":
            history.change(editing.moved(now, chosen, 1, 0), chosen, f"nudge-{sorted(chosen)}")
        case "place" if count:
            at = chance.randrange(count)
            history.change(editing.placed(now, at, Rect(1, 2, chance.uniform(0, 50), 9)), frozenset({at}))
        case "field":
            history.change(editing.with_field(now, chosen, "colour", "#FF0000"), chosen, "colour")
        case "add":
            kind = chance.choice([k for k in New if k is not New.PICTURE])
            history.change(*editing.added(now, [new_element(kind, now, "hola")]))
        case "remove":
            history.change(editing.removed(now, chosen), frozenset())
        case "align":
            history.change(editing.aligned(now, chosen, chance.choice(list(Alignment))), chosen)
        case "spread":
            history.change(editing.distributed(now, chosen, across=chance.random() < 0.5), chosen)
        case "order":
            history.change(*editing.ordered(now, chosen, chance.choice(list(Order))))
        case "page":
            history.change(replace(now, width=chance.choice([210.0, 297.0])), frozenset(), "page")
        case "choose":
            history.choose(chosen)


@given(edits())
def test_any_sequence_of_edits_undone_gives_the_start_and_redone_the_end(
    steps: list[tuple[str, random.Random]],
) -> None:
    history = History(START)
    for what, chance in steps:
        do(history, what, chance)
        assert template_from(template_json(history.now.template)) == history.now.template
        assert all(at < len(history.now.template.elements) for at in history.now.chosen)
    end, seen = history.now.template, [history.now.template]
    while history.can_undo:
        history.undo()
        seen.append(history.now.template)
    assert history.now.template == START
    assert all(one != other for one, other in pairwise(seen)), "every undo shows a change"
    while history.can_redo:
        history.redo()
    assert history.now.template == end


def test_typing_in_one_field_is_one_step_and_a_new_change_forgets_what_was_undone() -> None:
    history, which = History(START), frozenset({0})
    for text in ("H", "Ho", "Hol", "Hola"):
        history.change(editing.with_field(START, which, "text", text), which, "text")
    history.choose(frozenset({1}))
    history.change(editing.moved(history.now.template, frozenset({1}), 1, 0), frozenset({1}), "nudge")
    history.undo()
    history.undo()
    assert history.now.template == START
    history.change(editing.moved(START, which, 5, 5), which)
    assert not history.can_redo


def test_a_step_undone_is_not_joined_by_the_next_of_its_kind() -> None:
    history, which = History(START), frozenset({0})
    for step in range(2):
        history.change(editing.moved(history.now.template, which, 1, 0), which, "nudge")
        if not step:
            history.undo()
    history.undo()
    assert history.now.template == START


@given(chosen_places, st.sampled_from(Order))
def test_ordering_keeps_every_element_and_who_is_chosen(chosen: frozenset[int], how: Order) -> None:
    template = replace(START, elements=tuple(Code(n, n) for n in range(5)))
    changed, now = editing.ordered(template, chosen, how)
    assert sorted(e.x for e in changed.elements) == [0, 1, 2, 3, 4]
    assert {changed.elements[at].x for at in now} == {template.elements[at].x for at in chosen}
    if chosen and how is Order.FRONT:
        assert now == frozenset(range(5 - len(chosen), 5))


@given(st.sampled_from(Handle), numbers, numbers, st.booleans())
def test_pulling_a_handle_keeps_the_edge_opposite_and_turns_nothing_inside_out(
    handle: Handle, x: float, y: float, square: bool
) -> None:
    before = Rect(10, 10, 30, 30)
    after = resized(before, handle, x, y, square=square)
    assert after.width >= editing.LEAST
    assert after.height >= editing.LEAST
    if handle.across > 0:
        assert after.x == before.x
    if handle.across < 0:
        assert after.right == pytest.approx(before.right)
    if square and handle.across and handle.down:
        assert after.width == after.height


def test_aligning_one_is_to_the_page_and_several_to_each_other() -> None:
    alone = editing.aligned(START, frozenset({0}), Alignment.CENTRE)
    assert rect_of(alone.elements[0]).middle[0] == pytest.approx(148.5)
    both = editing.aligned(START, frozenset({0, 1}), Alignment.RIGHT)
    assert {rect_of(both.elements[at]).right for at in (0, 1)} == {270.0}


def test_three_are_spread_with_equal_gaps() -> None:
    template = replace(START, elements=(Code(0, 0, 10), Code(15, 0, 10), Code(90, 0, 10)))
    spread = editing.distributed(template, frozenset({0, 1, 2}), across=True)
    assert [e.x for e in spread.elements] == [0, 45, 90]


def test_snapping_takes_the_nearest_line_within_reach_and_shows_it() -> None:
    lines = targets(Rect(0, 0, 297, 210), [Rect(50, 60, 40, 20)])
    dx, dy, guides = snapped((147.9,), (200.0,), lines, 1.0)
    assert (round(dx, 2), dy, guides) == (0.6, 0.0, (Guide(True, 148.5), Guide(False, 200.0)))
    assert snapped((120.0,), (100.0,), lines, 1.0) == (0.0, 0.0, ())
    assert snapped((89.5,), (), lines, 1.0)[2] == (Guide(True, 90),)


@pytest.mark.parametrize("use", list(TemplateUse))
def test_what_a_person_drew_or_inserted_has_no_faults(use: TemplateUse) -> None:
    page = blank("Nuevo", use)
    made = [name_box(Rect(10, 20, 60, 15)), *code_boxes(Rect(20, 60, 25, 40), use)]
    made += [new_element(kind, page, "{event}") for kind in New if kind is not New.PICTURE]
    assert template_faults(editing.added(page, made)[0]) == ()


def test_steps_go_on_to_the_end() -> None:
    assert sorted(Step) == [Step.NAME, Step.CODE, Step.DONE]
