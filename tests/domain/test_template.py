"""What a template must hold before it is drawn."""

from dataclasses import replace

import pytest

from checkin_desktop.domain.template import (
    Box,
    Code,
    Element,
    FaultKind,
    Picture,
    PictureSource,
    Template,
    TemplateUse,
    Text,
    placeholders_in,
    template_faults,
)

GOOD = Template("Uno", TemplateUse.CERTIFICATE, 297, 210, (Text(10, 10, 277, 20, "{name}"), Code(250, 160)))


def test_a_good_one_has_no_faults_and_names_its_images_once() -> None:
    assert template_faults(GOOD) == ()
    picture = Picture(1, 1, 10, 10, image="ab")
    assert replace(GOOD, background="cd", elements=(picture, picture)).images == ("cd", "ab")


def test_placeholders_are_found_known_or_not() -> None:
    assert placeholders_in("A {name}, {nombre} {") == ("name", "nombre")


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        (Text(1, 1, 10, 10, "{nombre}"), FaultKind.UNKNOWN_PLACEHOLDER),
        (Text(1, 1, 10, 10, "x", colour="red"), FaultKind.BAD_COLOUR),
        (Text(1, 1, 10, 10, "x", size=5, smallest=6), FaultKind.BAD_LETTERS),
        (Text(1, 1, 10, 10, "x" * 5000), FaultKind.TOO_LONG),
        (Text(300, 1, 10, 10, "x"), FaultKind.OUTSIDE),
        (Text(-20, 1, 10, 10, "x"), FaultKind.OUTSIDE),
        (Text(float("nan"), 1, 10, 10, "x"), FaultKind.BAD_NUMBER),
        (Picture(1, 1, 10, 10), FaultKind.NO_IMAGE),
        (Picture(1, 1, 10, 10, PictureSource.PHOTO, "ab"), FaultKind.NO_IMAGE),
        (Code(1, 1, side=1), FaultKind.BAD_NUMBER),
        (Box(1, 1, 10, 10, fill="#12"), FaultKind.BAD_COLOUR),
    ],
)
def test_each_fault_names_its_element(element: Element, kind: FaultKind) -> None:
    found = template_faults(replace(GOOD, elements=(*GOOD.elements, element)))
    assert [(f.kind, f.element) for f in found] == [(kind, 2)]


def test_a_page_has_a_name_and_a_size_that_there_is() -> None:
    kinds = [f.kind for f in template_faults(replace(GOOD, name=" ", width=5, height=float("inf")))]
    assert FaultKind.NO_NAME in kinds
    assert kinds.count(FaultKind.BAD_SIZE) == 2
