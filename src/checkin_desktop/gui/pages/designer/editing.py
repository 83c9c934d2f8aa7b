"""What a person does to elements, as functions from template to template. Millimetres; no widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from checkin_desktop.domain.template import Box, Code, Element, Template

Chosen = frozenset[int]
PLACE = frozenset({"x", "y", "width", "height", "side"})
LEAST = 2.0
"""No element is made smaller by hand; a line (a box without height or width) keeps being one."""
LEAST_CODE = 5.0
PASTED = 5.0
"""How far beside the first one a copy stands."""


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float, around: float = 0.0) -> bool:
        across = self.x - around <= x <= self.right + around
        return across and self.y - around <= y <= self.bottom + around

    def meets(self, other: "Rect") -> bool:
        across = self.x <= other.right and other.x <= self.right
        return across and self.y <= other.bottom and other.y <= self.bottom


class Alignment(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Order(StrEnum):
    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


def rect_of(element: Element) -> Rect:
    if isinstance(element, Code):
        return Rect(element.x, element.y, element.side, element.side)
    return Rect(element.x, element.y, element.width, element.height)


def put_in(element: Element, rect: Rect) -> Element:
    """The element in another place; a code stays square."""
    x, y = round(rect.x, 2), round(rect.y, 2)
    if isinstance(element, Code):
        return replace(element, x=x, y=y, side=max(LEAST_CODE, round(min(rect.width, rect.height), 2)))
    width, height = (max(round(side, 2), LEAST) for side in (rect.width, rect.height))
    if isinstance(element, Box):
        width = width if rect.width or element.width else 0.0
        height = height if rect.height or element.height else 0.0
    return replace(element, x=x, y=y, width=width, height=height)


def bounds(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around at least one."""
    x, y = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)


def page_of(template: Template) -> Rect:
    return Rect(0.0, 0.0, template.width, template.height)


def loose(template: Template, chosen: Chosen) -> Chosen:
    """Without what is locked in its place."""
    return frozenset(at for at in chosen if at < len(template.elements) and not template.elements[at].locked)


def moved(template: Template, chosen: Chosen, dx: float, dy: float) -> Template:
    return _each(
        template, loose(template, chosen), lambda e: replace(e, x=round(e.x + dx, 2), y=round(e.y + dy, 2))
    )


def placed(template: Template, at: int, rect: Rect) -> Template:
    return _each(template, loose(template, frozenset({at})), lambda e: put_in(e, rect))


def with_field(template: Template, chosen: Chosen, name: str, value: Any) -> Template:
    """One field of all elements chosen that have it; a locked one's place stays."""
    if name in PLACE:
        chosen = loose(template, chosen)

    def changed(element: Element) -> Element:
        known = {field.name for field in fields(element)}
        return replace(element, **{name: value}) if name in known else element

    return _each(template, chosen, changed)


def added(template: Template, elements: Iterable[Element]) -> tuple[Template, Chosen]:
    """New ones, in front of all others and chosen."""
    new = tuple(elements)
    start = len(template.elements)
    return replace(template, elements=template.elements + new), frozenset(range(start, start + len(new)))


def removed(template: Template, chosen: Chosen) -> Template:
    gone = loose(template, chosen)
    kept = tuple(e for at, e in enumerate(template.elements) if at not in gone)
    return replace(template, elements=kept)


def picked(template: Template, chosen: Chosen) -> tuple[Element, ...]:
    return tuple(template.elements[at] for at in sorted(chosen) if at < len(template.elements))


def beside(elements: Iterable[Element], apart: float = PASTED) -> tuple[Element, ...]:
    return tuple(replace(e, x=round(e.x + apart, 2), y=round(e.y + apart, 2), locked=False) for e in elements)


def aligned(template: Template, chosen: Chosen, how: Alignment) -> Template:
    """One element to the page, several to each other."""
    rects = [rect_of(e) for e in picked(template, chosen)]
    if not rects:
        return template
    to = bounds(rects) if len(rects) > 1 else page_of(template)

    def put(element: Element) -> Element:
        r = rect_of(element)
        x, y = r.x, r.y
        match how:
            case Alignment.LEFT:
                x = to.x
            case Alignment.CENTRE:
                x = to.middle[0] - r.width / 2
            case Alignment.RIGHT:
                x = to.right - r.width
            case Alignment.TOP:
                y = to.y
            case Alignment.MIDDLE:
                y = to.middle[1] - r.height / 2
            case Alignment.BOTTOM:
                y = to.bottom - r.height
        return replace(element, x=round(x, 2), y=round(y, 2))

    return _each(template, loose(template, chosen), put)


def distributed(template: Template, chosen: Chosen, *, across: bool) -> Template:
    """Equal gaps between three or more, the outermost staying where they are."""
    if len(chosen) < 3:
        return template
    sized = sorted(
        ((r.x, r.width) if across else (r.y, r.height), at)
        for at in chosen
        for r in [rect_of(template.elements[at])]
    )
    first, last = sized[0][0][0], max(start + size for (start, size), _ in sized)
    gap = (last - first - sum(size for (_, size), _ in sized)) / (len(sized) - 1)
    name, place = ("x" if across else "y"), first
    for (_, size), at in sized:
        template = with_field(template, frozenset({at}), name, round(place, 2))
        place += size + gap
    return template


def ordered(template: Template, chosen: Chosen, how: Order) -> tuple[Template, Chosen]:
    """To the front or back, or one step; those chosen keep their order among themselves."""
    places = list(range(len(template.elements)))
    mine = [at for at in places if at in chosen]
    rest = [at for at in places if at not in chosen]
    match how:
        case Order.FRONT:
            places = rest + mine
        case Order.BACK:
            places = mine + rest
        case Order.FORWARD:
            for at in reversed(range(len(places) - 1)):
                if places[at] in chosen and places[at + 1] not in chosen:
                    places[at], places[at + 1] = places[at + 1], places[at]
        case Order.BACKWARD:
            for at in range(1, len(places)):
                if places[at] in chosen and places[at - 1] not in chosen:
                    places[at], places[at - 1] = places[at - 1], places[at]
    elements = tuple(template.elements[at] for at in places)
    now = frozenset(new for new, old in enumerate(places) if old in chosen)
    return replace(template, elements=elements), now


def _each(template: Template, chosen: Chosen, change: Any) -> Template:
    elements = tuple(change(e) if at in chosen else e for at, e in enumerate(template.elements))
    return replace(template, elements=elements)
