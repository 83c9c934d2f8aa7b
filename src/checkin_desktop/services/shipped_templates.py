"""The templates that the program ships: resources/templates/<name>/template.json, with images/ beside it.

Offered as starting points, and used where nobody chose another. Read once; never on the window's thread.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checkin_desktop.domain.template import Template, TemplateUse
from checkin_desktop.places import resource
from checkin_desktop.wire.templates import template_from

_PREFIX = "shipped-"


@dataclass(frozen=True, slots=True)
class ShippedTemplate:
    template: Template
    images: Mapping[str, bytes]


@cache
def shipped_templates() -> Mapping[str, ShippedTemplate]:
    """By id, in the order of their folders' names."""
    folders = sorted(path.parent for path in resource("templates").glob("*/template.json"))
    return {_PREFIX + folder.name: _read(folder) for folder in folders}


def shipped_default(use: TemplateUse) -> str:
    """The id of the one used where nothing was chosen; empty if none is shipped for it."""
    return next((name for name, found in shipped_templates().items() if found.template.use is use), "")


def _read(folder: Path) -> ShippedTemplate:
    read = template_from((folder / "template.json").read_bytes())
    files = [path.read_bytes() for path in sorted((folder / "images").glob("*")) if path.is_file()]
    images = {hashlib.sha256(data).hexdigest(): data for data in files}
    return ShippedTemplate(read, {name: images[name] for name in read.images})
