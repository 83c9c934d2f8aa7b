"""A template as canonical JSON, parsed strictly: what the journal holds, a zip carries and a certificate's hash is of.

Canonical: every field written, keys sorted, no blanks, UTF-8. Images are named by their SHA-256, so that the hash of
the JSON covers them too. The format is told field by field in docs/templates.md.
"""

import hashlib
import re
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from checkin_desktop.domain.template import (
    MAX_ELEMENTS,
    Box,
    Code,
    Element,
    Picture,
    Template,
    TemplateUse,
    Text,
)

VERSION = 1
MAX_TEMPLATE_BYTES = 400_000
MAX_NAME = 120
_KINDS: dict[str, type[Any]] = {"text": Text, "picture": Picture, "code": Code, "box": Box}
_NAMES: dict[type[Any], str] = {kind: name for name, kind in _KINDS.items()}
_HASH = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{0,3}")


@dataclass(frozen=True, slots=True)
class _Head:
    """A template without its elements: msgspec tells no two dataclasses of a union apart."""

    name: str
    use: TemplateUse
    width: float
    height: float
    background: str = ""
    language: str = ""


class MalformedTemplate(ValueError):
    """No template as this program knows them; the argument says where, for the log and a curious person."""


class NewerTemplate(MalformedTemplate):
    """Made by a newer program, in a version of the format that this one does not know."""


def template_json(template: Template) -> bytes:
    """The same bytes for the same template, everywhere."""
    raw = {name: value for name, value in _written(template).items() if name != "elements"}
    raw["elements"] = [{"type": _NAMES[type(e)], **_written(e)} for e in template.elements]
    return msgspec.json.encode({"version": VERSION, **raw}, order="sorted")


def template_hash(template: Template) -> str:
    """SHA-256 over the canonical JSON, as hex."""
    return hashlib.sha256(template_json(template)).hexdigest()


def template_from(data: bytes) -> Template:
    """The template of a JSON document. What it says may still be faulty: `template_faults` tells.

    Raises MalformedTemplate: too large, not JSON, a field missing, unknown or of another type, or a newer version.
    """
    if len(data) > MAX_TEMPLATE_BYTES:
        raise MalformedTemplate("size")
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedTemplate("json") from error
    if not isinstance(raw, dict):
        raise MalformedTemplate("json")
    version = raw.pop("version", None)
    if isinstance(version, int) and version > VERSION:
        raise NewerTemplate("version")
    if version != VERSION or isinstance(version, bool):
        raise MalformedTemplate("version")
    listed = raw.pop("elements", None)
    if not isinstance(listed, list) or len(listed) > MAX_ELEMENTS:
        raise MalformedTemplate("elements")
    elements = tuple(_element(place, one) for place, one in enumerate(listed))
    head: _Head = _strict(raw, _Head, "template")
    if len(head.name) > MAX_NAME:
        raise MalformedTemplate("name")
    if head.background and not _HASH.fullmatch(head.background):
        raise MalformedTemplate("background")
    if not _LANGUAGE.fullmatch(head.language):
        raise MalformedTemplate("language")
    return Template(head.name, head.use, head.width, head.height, elements, head.background, head.language)


def _written(part: Any) -> dict[str, Any]:
    """A whole number as the float that it is read back as; no zero has a sign.

    `locked` is written where it is true alone: templates of before keep their hash.
    """
    said = {field.name: getattr(part, field.name) for field in fields(part)}
    if not said.get("locked", True):
        del said["locked"]
    return {n: float(v) + 0.0 if type(v) in (int, float) and n != "lines" else v for n, v in said.items()}


def _element(place: int, raw: Any) -> Element:
    where = f"elements[{place}]"
    kind = _KINDS.get(str(raw.get("type"))) if isinstance(raw, dict) else None
    if kind is None:
        raise MalformedTemplate(f"{where}.type")
    element: Element = _strict({name: v for name, v in raw.items() if name != "type"}, kind, where)
    if isinstance(element, Picture) and element.image and not _HASH.fullmatch(element.image):
        raise MalformedTemplate(f"{where}.image")
    return element


def _strict(raw: dict[str, Any], wanted: type[Any], where: str) -> Any:
    unknown = set(raw) - {field.name for field in fields(wanted)}
    if unknown:
        raise MalformedTemplate(f"{where}.{min(unknown)[:40]}")
    if any(isinstance(value, str) and "\0" in value for value in raw.values()):
        raise MalformedTemplate(f"{where}: NUL")
    try:
        return msgspec.convert(raw, wanted)
    except (msgspec.ValidationError, OverflowError) as error:
        raise MalformedTemplate(f"{where}: {error}") from error
