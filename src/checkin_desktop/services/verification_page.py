"""The static verification page: files to put on any web server or stick, with the event's keys and lists inside."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin_desktop.domain.certificate import typed_code
from checkin_desktop.keys.cose import key_id
from checkin_desktop.keys.manifest import Manifest, read_manifest
from checkin_desktop.keys.revocations import unpack_file
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.manifests import signed_manifest
from checkin_desktop.services.revocation_list import revocation_file
from checkin_desktop.words import DEFAULT_LANGUAGE, LANGUAGES, Words, load_words
from checkin_desktop.words.dates import days_phrase

FOLDER = "verification"
FILES = ("index.html", "page.css", "page.js", "reading.js", "photo.js", "tweetnacl.js", "jsqr.js")
_DATA = "data.js"
_TYPED_CHARACTERS = 24
_SAID: Mapping[str, tuple[str, ...]] = {
    "title": (),
    "language": (),
    "code-label": (),
    "code-hint": (),
    "check": (),
    "photo-label": (),
    "reading": (),
    "compare-title": (),
    "about": (),
    "contact": ("contact",),
    "as-of": ("at",),
    "no-list": (),
    "valid-why": (),
    "valid-typed": (),
    "why-replaced": ("number",),
    "why-listed": (),
    "why-desk": (),
    "why-altered": (),
    "why-unknown": (),
    "why-typed": (),
    "why-no-code": (),
    "why-photo": (),
    "hours-academic": ("count",),
    "hours-teaching": ("count",),
    "hours-clock": ("count",),
}
_VERDICTS = ("valid", "revoked", "bad_signature", "unknown_key", "cannot_check")
_FACTS = ("name", "document", "as", "hours", "event", "days", "issuers", "number", "issued")


@dataclass(frozen=True, slots=True)
class PageData:
    """What the page is about: the events with their lists, and the hashes of typed codes that it may answer."""

    manifest: Manifest
    lists: tuple[bytes, ...]
    typed: tuple[str, ...] = ()


def page_data(desk: Desk, *, with_typed_codes: bool = False) -> PageData:
    """This event's manifest and newest lists. `with_typed_codes`: also a hash of each code printed under a QR,
    which gives neither the code nor a name away, so that typing it is answered too."""
    manifest = read_manifest(signed_manifest(desk))
    lists = unpack_file(revocation_file(desk))
    typed: tuple[str, ...] = ()
    if with_typed_codes:
        with desk.store.read() as reads:
            codes = [typed_code(c.serial, c.token) for c in reads.certificates.all() if c.token]
        typed = tuple(sorted(_typed_hash(code) for code in codes))
    return PageData(manifest, lists, typed)


def data_file(events: Iterable[PageData]) -> tuple[str, bytes]:
    """`data.js`: name and content. Not JSON by itself, since a page opened as a file may not fetch one."""
    said = {
        "words": {language: _words(load_words(language)) for language in LANGUAGES},
        "language": DEFAULT_LANGUAGE,
        "events": [_event(data) for data in events],
    }
    text = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
    return _DATA, f"window.CHECKIN={text};\n".encode("ascii")


def _event(data: PageData) -> dict[str, object]:
    m = data.manifest
    return {
        "id": m.event_id.hex(),
        "key": m.event_key.hex(),
        "name": m.name,
        "days": {language: days_phrase(m.days, language) for language in LANGUAGES},
        "year": m.days[-1].year if m.days else m.dated.year,
        "issuers": list(m.issuers),
        "labels": {language: dict(labels) for language, labels in m.labels.items()},
        "hour_kind": m.hour_kind or "clock",
        "contact": m.contact,
        "timezone": m.timezone,
        "slots": [
            {
                "number": s.number,
                "kid": key_id(s.key).hex(),
                "key": s.key.hex(),
                "seal": s.endorsement.hex(),
                "first": s.first_serial,
                "last": s.last_serial,
            }
            for s in m.slots
        ],
        "lists": [base64.b64encode(raw).decode("ascii") for raw in data.lists],
        "typed": list(data.typed),
    }


def _words(words: Words) -> dict[str, str]:
    """Arguments stay as `{name}`, for the page to fill in."""
    said = {
        name: words.say(f"page-{name}", **{a: f"{{{a}}}" for a in arguments})
        for name, arguments in _SAID.items()
    }
    said |= {f"verdict-{v}": words.say(f"cli-verify-{v}") for v in _VERDICTS}
    return said | {f"fact-{name}": words.say(f"certificates-fact-{name}") for name in _FACTS}


def _typed_hash(code: str) -> str:
    return hashlib.sha512(code.encode("ascii")).hexdigest()[:_TYPED_CHARACTERS]
