"""Templates of the event: kept in the journal, several at once, each chosen for what it is used for."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin_desktop.domain.designs import (
    TemplateChosen,
    TemplateEdit,
    TemplateRemoved,
    TemplateSaved,
    edit_heads,
)
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import ImageAdded
from checkin_desktop.domain.template import Template, TemplateUse, template_faults
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Reads, Unit
from checkin_desktop.services.shipped_templates import shipped_default, shipped_templates
from checkin_desktop.wire.templates import (
    MAX_NAME,
    MAX_TEMPLATE_BYTES,
    MalformedTemplate,
    template_from,
    template_json,
)

MAX_TEMPLATE_IMAGE_BYTES = 2_000_000
"""A background of a whole page, a PDF or a picture, is at most this large."""
_ID_BYTES = 8
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"%PDF-")


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """One of the event's templates, or one that the program ships. `edits`: what an edit made now replaces.

    `disputed`: desks that did not know of each other changed it; the latest change is shown.
    """

    id: str
    template: Template
    shipped: bool = False
    disputed: bool = False
    edits: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeTemplate:
    """With the pictures that it needs; `missing` are those that have not reached this desk yet."""

    stored: StoredTemplate
    images: Mapping[str, bytes]
    missing: tuple[str, ...] = ()


def templates(desk: Desk) -> tuple[StoredTemplate, ...]:
    """The event's own by name, then the shipped ones."""
    with desk.store.read() as reads:
        return _own(reads) + tuple(_as_shipped(name) for name in shipped_templates())


def template(desk: Desk, template_id: str) -> WholeTemplate:
    """Raises PersonFacingError if there is no such template any more."""
    with desk.store.read() as reads:
        return whole_template(reads, template_id)


def whole_template(reads: Reads, template_id: str) -> WholeTemplate:
    """As `template`, inside a reading."""
    shipped = shipped_templates().get(template_id)
    if shipped is not None:
        return WholeTemplate(_as_shipped(template_id), shipped.images)
    edits = reads.templates.edits(template_id).get(template_id, ())
    stored = _shown(template_id, edits)
    if stored is None:
        raise PersonFacingError("template-gone")
    images = reads.event.images(stored.template.images)
    missing = tuple(name for name in stored.template.images if name not in images)
    return WholeTemplate(stored, images, missing)


def template_for(reads: Reads, use: TemplateUse, about: str = "") -> WholeTemplate | None:
    """What is drawn for a kind of certificate or a category of badges: the one chosen for it, else the one for all,
    else the shipped one. A choice whose template was removed counts as none."""
    for template_id in (*_wanted(reads, use, about), shipped_default(use)):
        if template_id in shipped_templates() or _shown(
            template_id, reads.templates.edits(template_id).get(template_id, ())
        ):
            return whole_template(reads, template_id)
    return None


def choices(desk: Desk) -> dict[tuple[TemplateUse, str], str]:
    """(use, about) → template id, as persons chose."""
    with desk.store.read() as reads:
        return {key: chosen for key, chosen in reads.templates.choices().items() if chosen}


def save_template(
    desk: Desk,
    wanted: Template,
    images: Mapping[str, bytes],
    template_id: str = "",
    operator: str = "",
    edits: tuple[bytes, ...] | None = None,
) -> str:
    """A new template (`template_id` empty), or the next edit of one; answers its id.

    `images` holds at least those that the journal lacks; `edits` are the edits that the person saw, None all that
    are known here.
    A template with faults can be saved: work goes on tomorrow. It can't be chosen. Raises PersonFacingError: no name,
    too large, a picture that is missing, is none or is too large.
    """
    clean = replace(wanted, name=" ".join(wanted.name.split())[:MAX_NAME])
    if not clean.name:
        raise PersonFacingError("template-no-name")
    content = template_json(clean)
    try:
        template_from(content)
    except MalformedTemplate as error:
        known = "template-too-large" if len(content) > MAX_TEMPLATE_BYTES else "template-malformed"
        raise PersonFacingError(known, where=str(error)) from error
    if template_id in shipped_templates():
        template_id = ""
    with desk.store.unit() as unit:
        _add_images(unit, clean, images, operator)
        template_id = template_id or desk.random(_ID_BYTES).hex()
        said = unit.templates.edits(template_id).get(template_id, ())
        replaces = _head_entries(said) if edits is None else edits
        if not any(edit.content == content for edit in edit_heads(said)[:1]) or len(edit_heads(said)) > 1:
            unit.append(TemplateSaved(template_id, content, replaces), operator=operator)
    return template_id


def duplicate_template(desk: Desk, template_id: str, name: str, operator: str = "") -> str:
    """A copy under another name, to be changed; a shipped one becomes the event's own. Answers its id."""
    found = template(desk, template_id)
    return save_template(desk, replace(found.stored.template, name=name), found.images, operator=operator)


def remove_template(desk: Desk, template_id: str, operator: str = "") -> None:
    """It is not offered any more; what it was chosen for goes back to the shipped one."""
    with desk.store.unit() as unit:
        said = unit.templates.edits(template_id).get(template_id, ())
        if said:
            unit.append(TemplateRemoved(template_id, _head_entries(said)), operator=operator)


def choose_template(desk: Desk, use: TemplateUse, about: str, template_id: str, operator: str = "") -> None:
    """Used from now on for that kind or category ("" for all); an empty id goes back to the shipped one.

    Raises PersonFacingError where it is for something else, has faults, or a picture of it is not here yet.
    """
    with desk.store.unit() as unit:
        if template_id:
            whole = whole_template(unit, template_id)
            if whole.stored.template.use is not use:
                raise PersonFacingError("template-other-use", name=whole.stored.template.name)
            if template_faults(whole.stored.template):
                raise PersonFacingError("template-has-faults", name=whole.stored.template.name)
            if whole.missing:
                raise PersonFacingError("template-image-missing", name=whole.stored.template.name)
        if unit.templates.choices().get((use, about), "") != template_id:
            unit.append(TemplateChosen(use, about, template_id), operator=operator)


def _own(reads: Reads) -> tuple[StoredTemplate, ...]:
    shown = (_shown(template_id, edits) for template_id, edits in reads.templates.edits().items())
    return tuple(sorted((s for s in shown if s), key=lambda s: (s.template.name.casefold(), s.id)))


def _shown(template_id: str, edits: tuple[TemplateEdit, ...]) -> StoredTemplate | None:
    """None where the latest word is that it was removed, or no edit can be read by this program."""
    heads = edit_heads(edits)
    if not heads or not heads[0].content:
        return None
    for head in heads:
        try:
            read = template_from(head.content)
        except MalformedTemplate:
            continue
        disputed = len({h.content for h in heads}) > 1
        return StoredTemplate(template_id, read, disputed=disputed, edits=tuple(h.entry for h in heads))
    return None


def _head_entries(edits: tuple[TemplateEdit, ...]) -> tuple[bytes, ...]:
    return tuple(sorted(head.entry for head in edit_heads(edits)))


def _as_shipped(name: str) -> StoredTemplate:
    return StoredTemplate(name, shipped_templates()[name].template, shipped=True)


def _wanted(reads: Reads, use: TemplateUse, about: str) -> tuple[str, ...]:
    chosen = reads.templates.choices()
    return tuple(filter(None, (chosen.get((use, about), ""), chosen.get((use, ""), ""))))


def _add_images(unit: Unit, wanted: Template, images: Mapping[str, bytes], operator: str) -> None:
    known = unit.event.images(wanted.images)
    for name in wanted.images:
        if name in known:
            continue
        data = images.get(name, b"")
        if hashlib.sha256(data).hexdigest() != name:
            raise PersonFacingError("template-image-missing", name=wanted.name)
        if not data.startswith(_BEGINNINGS):
            raise PersonFacingError("template-not-a-picture")
        if len(data) > MAX_TEMPLATE_IMAGE_BYTES:
            raise PersonFacingError("template-picture-too-large", most=MAX_TEMPLATE_IMAGE_BYTES // 1_000_000)
        unit.append(ImageAdded(data), operator=operator)
