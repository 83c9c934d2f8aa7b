"""Templates in the journal: several, chosen, shared between desks, and the same everywhere whatever the order."""

import hashlib
import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Code, Picture, Template, TemplateUse, Text
from checkin_desktop.services.templates import (
    choices,
    choose_template,
    duplicate_template,
    remove_template,
    save_template,
    template,
    template_for,
    templates,
)
from support.desks import Station, exchange_all, found, joined

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50
NAME = hashlib.sha256(PNG).hexdigest()
PLAIN = Template(
    "Sencilla", TemplateUse.CERTIFICATE, 297, 210, (Text(20, 80, 250, 20, "{name}"), Code(20, 160))
)
WITH_PICTURE = replace(PLAIN, name="Con fondo", background=NAME)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "one.checkin")
    yield station
    station.close()


@pytest.fixture
def other(one: Station, tmp_path: Path) -> Iterator[Station]:
    station = joined(tmp_path / "other.checkin", one)
    one.take_from(station)
    yield station
    station.close()


def own(station: Station) -> list[str]:
    return [s.template.name for s in templates(station.desk) if not s.shipped]


def sentence(error: pytest.ExceptionInfo[PersonFacingError]) -> str:
    return error.value.sentence


def test_a_template_is_kept_with_its_images_and_edited_in_place(one: Station) -> None:
    made = save_template(one.desk, WITH_PICTURE, {NAME: PNG})
    whole = template(one.desk, made)
    assert whole.stored.template == replace(WITH_PICTURE)
    assert whole.images == {NAME: PNG}
    before = len(one.entries())
    assert save_template(one.desk, WITH_PICTURE, {}, made) == made
    assert len(one.entries()) == before, "nothing changed, nothing written"
    save_template(one.desk, replace(WITH_PICTURE, name="Otro  nombre "), {}, made)
    assert own(one) == ["Otro nombre"]
    assert not template(one.desk, made).stored.disputed


def test_a_copy_stands_beside_and_a_removed_one_is_gone(one: Station) -> None:
    made = save_template(one.desk, WITH_PICTURE, {NAME: PNG})
    copied = duplicate_template(one.desk, made, "Copia")
    assert own(one) == ["Con fondo", "Copia"]
    remove_template(one.desk, made)
    assert own(one) == ["Copia"]
    assert template(one.desk, copied).images == {NAME: PNG}
    with pytest.raises(PersonFacingError) as gone:
        template(one.desk, made)
    assert sentence(gone) == "template-gone"


def test_the_one_chosen_for_a_kind_goes_before_the_one_for_all(one: Station) -> None:
    plain = save_template(one.desk, PLAIN, {})
    talk = save_template(one.desk, replace(PLAIN, name="Ponentes"), {})
    choose_template(one.desk, TemplateUse.CERTIFICATE, "", plain)
    choose_template(one.desk, TemplateUse.CERTIFICATE, "speaker", talk)

    def used(about: str) -> str:
        with one.desk.store.read() as reads:
            whole = template_for(reads, TemplateUse.CERTIFICATE, about)
        return whole.stored.template.name if whole else ""

    assert (used("speaker"), used("attendance")) == ("Ponentes", "Sencilla")
    remove_template(one.desk, talk)
    assert used("speaker") == "Sencilla"
    choose_template(one.desk, TemplateUse.CERTIFICATE, "", "")
    assert used("attendance") != "Sencilla"
    assert choices(one.desk) == {(TemplateUse.CERTIFICATE, "speaker"): talk}


def test_what_cannot_be_drawn_is_saved_but_not_chosen(one: Station) -> None:
    faulty = save_template(one.desk, replace(PLAIN, elements=(Text(0, 0, 50, 9, "{nombre}"),)), {})
    with pytest.raises(PersonFacingError) as refused:
        choose_template(one.desk, TemplateUse.CERTIFICATE, "", faulty)
    assert sentence(refused) == "template-has-faults"
    badge = save_template(one.desk, replace(PLAIN, use=TemplateUse.BADGE, width=90, height=120), {})
    with pytest.raises(PersonFacingError) as refused:
        choose_template(one.desk, TemplateUse.CERTIFICATE, "", badge)
    assert sentence(refused) == "template-other-use"


@pytest.mark.parametrize(
    ("wanted", "images", "said"),
    [
        (replace(PLAIN, name="  "), {}, "template-no-name"),
        (WITH_PICTURE, {}, "template-image-missing"),
        (WITH_PICTURE, {NAME: b"another"}, "template-image-missing"),
        (replace(PLAIN, elements=(Picture(0, 0, 9, 9, image="no hash"),)), {}, "template-malformed"),
        (replace(PLAIN, elements=(Text(0, 0, 9, 9, "x" * 4000),) * 199), {}, "template-too-large"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(
    one: Station, wanted: Template, images: dict[str, bytes], said: str
) -> None:
    before = one.digest()
    with pytest.raises(PersonFacingError) as refused:
        save_template(one.desk, wanted, images)
    assert sentence(refused) == said
    assert one.digest() == before


def test_an_image_that_is_none_or_too_large_is_refused(one: Station) -> None:
    for data, said in ((b"GIF89a", "template-not-a-picture"), (PNG * 40_000, "template-picture-too-large")):
        name = hashlib.sha256(data).hexdigest()
        with pytest.raises(PersonFacingError) as refused:
            save_template(one.desk, replace(PLAIN, background=name), {name: data})
        assert sentence(refused) == said


def test_edits_that_did_not_know_of_each_other_show_the_later_and_say_so(
    one: Station, other: Station
) -> None:
    made = save_template(one.desk, PLAIN, {})
    exchange_all([one, other])
    save_template(one.desk, replace(PLAIN, name="De la mesa 1"), {}, made)
    other.clock.turn(60)
    save_template(other.desk, replace(PLAIN, name="De la mesa 2"), {}, made)
    exchange_all([one, other])
    for station in (one, other):
        stored = template(station.desk, made).stored
        assert (stored.template.name, stored.disputed) == ("De la mesa 2", True)
    save_template(one.desk, replace(PLAIN, name="De acuerdo"), {}, made)
    exchange_all([one, other])
    assert not template(other.desk, made).stored.disputed
    assert own(other) == ["De acuerdo"]


def test_an_edit_names_what_the_person_saw_not_what_came_since(one: Station, other: Station) -> None:
    made = save_template(one.desk, PLAIN, {})
    seen = template(one.desk, made).stored.edits
    exchange_all([one, other])
    save_template(other.desk, replace(PLAIN, name="Mientras tanto"), {}, made)
    exchange_all([one, other])
    save_template(one.desk, replace(PLAIN, name="Sin saberlo"), {}, made, edits=seen)
    assert template(one.desk, made).stored.disputed


_steps = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["save", "edit", "remove", "choose", "exchange"]),
        st.integers(0, 3),
        st.integers(0, 120),
    ),
    min_size=3,
    max_size=14,
)


@settings(max_examples=25, deadline=None)
@given(_steps, st.integers())
def test_any_history_in_any_order_comes_to_one_state(
    steps: list[tuple[int, str, int, int]], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = found(Path(folder) / "1.checkin")
        second = joined(Path(folder) / "2.checkin", first)
        desks = [first, second]
        for at, what, which, seconds in steps:
            station = desks[at]
            station.clock.turn(seconds)
            ids = [s.id for s in templates(station.desk) if not s.shipped]
            chosen = ids[which % len(ids)] if ids else ""
            if what == "exchange":
                exchange_all(desks)
            elif what == "save":
                save_template(station.desk, replace(WITH_PICTURE, name=f"N{which}"), {NAME: PNG})
            elif chosen and what == "edit":
                save_template(station.desk, replace(PLAIN, name=f"E{which}"), {}, chosen)
            elif chosen and what == "remove":
                remove_template(station.desk, chosen)
            elif chosen:
                choose_template(station.desk, TemplateUse.CERTIFICATE, ("", "speaker")[which % 2], chosen)
        exchange_all(desks)
        entries = first.entries()
        third = joined(Path(folder) / "3.checkin", first)
        shuffled = list(entries)
        random.Random(seed).shuffle(shuffled)
        for entry in shuffled:
            third.take_in([entry])
        exchange_all([first, second, third])
        assert first.digest() == second.digest() == third.digest() == first.rebuilt_digest()
        assert own(first) == own(second) == own(third)
        for station in (first, second, third):
            station.close()
