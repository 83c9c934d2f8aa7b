"""The template's JSON: the same bytes for the same template, and nothing let in that is not one."""

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Element,
    Family,
    Fit,
    Picture,
    PictureSource,
    Template,
    TemplateUse,
    Text,
    Vertical,
    Weight,
)
from checkin_desktop.wire.templates import (
    MAX_TEMPLATE_BYTES,
    MalformedTemplate,
    NewerTemplate,
    template_from,
    template_hash,
    template_json,
)

_mm = st.floats(-2400, 2400)
_place = {"x": _mm, "y": _mm, "width": _mm, "height": _mm}
_words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60)
_hash = st.sampled_from(["a" * 64, "0123456789abcdef" * 4])
elements: st.SearchStrategy[Element] = st.one_of(
    st.builds(
        Text,
        **_place,
        text=_words,
        family=st.sampled_from(Family),
        weight=st.sampled_from(Weight),
        align=st.sampled_from(Align),
        vertical=st.sampled_from(Vertical),
        lines=st.integers(1, 40),
        upper=st.booleans(),
    ),
    st.builds(
        Picture, **_place, source=st.sampled_from(PictureSource), image=_hash, fit=st.sampled_from(Fit)
    ),
    st.builds(Code, x=_mm, y=_mm, side=_mm, framed=st.booleans()),
    st.builds(Box, **_place, fill=st.sampled_from(["", "#123456", "category"])),
)
templates = st.builds(
    Template,
    name=_words,
    use=st.sampled_from(TemplateUse),
    width=_mm,
    height=_mm,
    elements=st.lists(elements, max_size=8).map(tuple),
    background=st.one_of(st.just(""), _hash),
    language=st.sampled_from(["", "es", "en"]),
)
PLAIN = Template("Sencilla", TemplateUse.CERTIFICATE, 297, 210, (Text(10, 10, 100, 20, "{name}"), Code(5, 5)))


@given(templates)
def test_every_template_comes_back_as_it_was(template: Template) -> None:
    data = template_json(template)
    assert template_from(data) == template
    assert template_json(template_from(data)) == data


def test_the_hash_is_of_the_canonical_bytes_and_names_images() -> None:
    shuffled = json.dumps(json.loads(template_json(PLAIN)), indent=2, sort_keys=False).encode()
    assert template_hash(template_from(shuffled)) == template_hash(PLAIN)
    assert template_hash(PLAIN) != template_hash(replace(PLAIN, background="a" * 64))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"version": 0}, "version"),
        ({"version": True}, "version"),
        ({"name": 7}, "template"),
        ({"name": "x" * 121}, "name"),
        ({"use": "poster"}, "template"),
        ({"width": "297"}, "template"),
        ({"background": "../../etc/passwd"}, "background"),
        ({"language": "es-PE;"}, "language"),
        ({"script": "alert(1)"}, "template.script"),
        ({"elements": {}}, "elements"),
        ({"elements": [{"type": "text"}]}, "elements[0]"),
        ({"elements": [{"type": "video", "x": 1}]}, "elements[0].type"),
        ({"elements": ["text"]}, "elements[0].type"),
        ({"elements": [{"type": "code", "x": 1, "y": 1, "z": 1}]}, "elements[0].z"),
        ({"elements": [{"type": "code", "x": 1, "y": 1, "side": None}]}, "elements[0]"),
        ({"elements": [{"type": "code", "x": 1, "y": 1}] * 201}, "elements"),
    ],
)
def test_what_is_no_template_is_refused_with_its_place(change: dict[str, object], where: str) -> None:
    raw = json.loads(template_json(PLAIN)) | change
    with pytest.raises(MalformedTemplate, match=where.replace("[", r"\[").replace("]", r"\]")):
        template_from(json.dumps(raw).encode())


def test_a_newer_version_and_what_is_too_large_are_told_apart() -> None:
    raw = json.loads(template_json(PLAIN)) | {"version": 2}
    with pytest.raises(NewerTemplate):
        template_from(json.dumps(raw).encode())
    with pytest.raises(MalformedTemplate, match="size"):
        template_from(b" " * (MAX_TEMPLATE_BYTES + 1))


@given(st.binary(max_size=200))
def test_noise_is_refused_and_nothing_else_happens(noise: bytes) -> None:
    with pytest.raises(MalformedTemplate):
        template_from(noise)


def test_numbers_are_numbers() -> None:
    text = template_json(PLAIN).replace(b'"width":297', b'"width":NaN')
    with pytest.raises(MalformedTemplate):
        template_from(text)
    assert not math.isnan(template_from(template_json(PLAIN)).width)
