"""A template as one file that travels: a zip of `template.json` and `images/` (docs/templates.md), made and read.

What is read is not trusted: names, sizes, how far it unpacks and what its pictures are, all bounded before it is kept.
"""

import hashlib
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Template
from checkin_desktop.services.templates import MAX_TEMPLATE_IMAGE_BYTES, WholeTemplate
from checkin_desktop.wire.templates import (
    MAX_TEMPLATE_BYTES,
    MalformedTemplate,
    NewerTemplate,
    template_from,
    template_json,
)

MAX_ZIP_BYTES = 25_000_000
MAX_FILES = 64
MAX_UNPACKED = 40_000_000
MAX_RATIO = 200
"""How many times larger a file of the zip may be than it is packed; text packs well, a bomb a thousand times."""
_JSON, _IMAGES = "template.json", "images/"
_ENDINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"%PDF": "pdf"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN, _ENCRYPTED = 0o100644, 0x1


@dataclass(frozen=True, slots=True)
class ReadTemplate:
    """What a zip holds; only the pictures that the template names."""

    template: Template
    images: Mapping[str, bytes]


def template_zip(whole: WholeTemplate) -> bytes:
    """The same bytes for the same template. Raises PersonFacingError where a picture is not here yet."""
    if whole.missing:
        raise PersonFacingError("template-image-missing", name=whole.stored.template.name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        _add(packed, _JSON, template_json(whole.stored.template))
        for name, data in sorted(whole.images.items()):
            ending = next((e for start, e in _ENDINGS.items() if data.startswith(start)), "bin")
            _add(packed, f"{_IMAGES}{name}.{ending}", data)
    return out.getvalue()


def zip_bytes(path: Path) -> bytes:
    """A file that somebody sent. Raises PersonFacingError: not there, or larger than any design."""
    try:
        if path.stat().st_size > MAX_ZIP_BYTES:
            raise PersonFacingError("template-zip-too-large", most=MAX_ZIP_BYTES // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise PersonFacingError("logos-no-file", file=path.name) from error


def read_template_zip(data: bytes, check_image: Callable[[bytes], object]) -> ReadTemplate:
    """The template of a zip. `check_image` raises PersonFacingError for what is no picture or is too large.

    Raises PersonFacingError, told in words, for anything else than a template; nothing is written anywhere.
    """
    if len(data) > MAX_ZIP_BYTES:
        raise PersonFacingError("template-zip-too-large", most=MAX_ZIP_BYTES // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = _files(packed)
            said = _unpacked(packed, files[_JSON]) if _JSON in files else None
            if said is None:
                raise PersonFacingError("template-zip-without")
            read = read_template(said)
            found = {}
            for name, info in files.items():
                if name != _JSON:
                    content = _unpacked(packed, info)
                    found[hashlib.sha256(content).hexdigest()] = content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise PersonFacingError("template-zip-damaged") from error
    missing = [name for name in read.images if name not in found]
    if missing:
        raise PersonFacingError("template-zip-lacks", count=len(missing))
    for name in read.images:
        check_image(found[name])
    return ReadTemplate(read, {name: found[name] for name in read.images})


def read_template(data: bytes) -> Template:
    """The template of a JSON document. Raises PersonFacingError."""
    try:
        return template_from(data)
    except NewerTemplate as error:
        raise PersonFacingError("template-newer") from error
    except MalformedTemplate as error:
        raise PersonFacingError("template-malformed", where=str(error)[:120]) from error


def _files(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What the zip lists, by name, if all of it may be unpacked."""
    listed = packed.infolist()
    if len(listed) > MAX_FILES:
        raise PersonFacingError("template-zip-too-many", most=MAX_FILES)
    files: dict[str, zipfile.ZipInfo] = {}
    for info in listed:
        if info.filename == _IMAGES:
            continue
        _check_entry(info)
        if info.filename in files:
            raise PersonFacingError("template-zip-twice", file=_shown(info.filename))
        files[info.filename] = info
    if sum(info.file_size for info in files.values()) > MAX_UNPACKED:
        raise PersonFacingError("template-zip-bomb")
    return files


def _check_entry(info: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise PersonFacingError("template-zip-link", file=_shown(info.filename))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(info.filename)
    if info.flag_bits & _ENCRYPTED:
        raise PersonFacingError("template-zip-encrypted")
    name = info.filename.removeprefix(_IMAGES) if info.filename.startswith(_IMAGES) else ""
    plain = name and not name.startswith(".") and not set(name) & set("/\\:\0") and name.isprintable()
    if info.filename != _JSON and not plain:
        raise PersonFacingError("template-zip-name", file=_shown(info.filename))
    most = MAX_TEMPLATE_BYTES if info.filename == _JSON else MAX_TEMPLATE_IMAGE_BYTES
    if info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise PersonFacingError("template-zip-bomb")
    if info.file_size > most:
        raise PersonFacingError("template-zip-file-too-large", file=_shown(info.filename))


def _unpacked(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """No more than the zip said: what says less than it unpacks to is damaged, or means harm."""
    with packed.open(info) as stream:
        content = stream.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise zipfile.BadZipFile(info.filename)
    return content


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:60]


def _add(packed: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = _PLAIN << 16
    info.compress_type = zipfile.ZIP_DEFLATED if name == _JSON else zipfile.ZIP_STORED
    packed.writestr(info, data)
