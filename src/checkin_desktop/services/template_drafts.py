"""A design being worked on, kept on this computer alone so that a power cut takes nothing: never in the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from checkin_desktop.domain.template import Template
from checkin_desktop.services.desk import Desk
from checkin_desktop.wire.templates import MalformedTemplate, template_from, template_json

_NOTE = "design-draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """`template_id` empty: never saved. `edits` as the person saw them; `images` that the journal may lack."""

    template: Template
    template_id: str = ""
    edits: tuple[bytes, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)


def keep_draft(desk: Desk, draft: Draft) -> None:
    packed = msgspec.msgpack.encode(
        (template_json(draft.template), draft.template_id, draft.edits, dict(draft.images))
    )
    with desk.store.unit() as unit:
        unit.keep_note(_NOTE, packed)


def forget_draft(desk: Desk) -> None:
    if desk.store.note(_NOTE):
        with desk.store.unit() as unit:
            unit.keep_note(_NOTE, b"")


def kept_draft(desk: Desk) -> Draft | None:
    """None where nothing is kept, or an older program kept it."""
    packed = desk.store.note(_NOTE)
    if not packed:
        return None
    try:
        said, template_id, edits, images = msgspec.msgpack.decode(
            packed, type=tuple[bytes, str, tuple[bytes, ...], dict[str, bytes]]
        )
        return Draft(template_from(said), template_id, edits, images)
    except (msgspec.DecodeError, MalformedTemplate):
        return None
