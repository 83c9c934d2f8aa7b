"""What a heading says its column holds, by its words and not by a list of whole headings."""

import re
from functools import lru_cache

from checkin_desktop.domain.people import plain
from checkin_desktop.rosters import heading_words as known
from checkin_desktop.services.ports.rosters import RosterField as F

_QUESTION = 16
"""Words above which only the first clause of a heading is looked at: the rest explains."""


@lru_cache(maxsize=10_000)
def field_of(heading: str) -> F | None:
    """The field that a heading names; None where it says nothing, IGNORE for row numbers and timestamps.

    "Nombre" alone is FULL_NAME; that it is the given names is told by the other columns.
    """
    said = plain(heading.replace("°", " ").replace("º", " ").replace("#", " ").replace("ª", " "))
    said = said.replace("e mail", "email").replace("d n i", "dni").replace("c e ", "ce ")
    words = said.split()
    if any(said.startswith(stamp) for stamp in known.STAMP):
        return F.IGNORE
    meant = frozenset(w for w in words if w not in known.NOISE)
    if (not meant or meant <= known.ROW) and heading.strip():
        return F.IGNORE
    if any(
        w.startswith(("autoriz", "consent", "privac")) or w in ("acepta", "acepto", "accept") for w in words
    ):
        return F.CONSENT
    if len(words) > _QUESTION:
        clause = re.split(r"[(:;.?]", heading.lstrip("¿( "))[0]
        return field_of(clause) if len(plain(clause).split()) <= _QUESTION else None
    if not meant or meant & known.NEVER:
        return None
    return _contact(meant) or _name(words, meant) or _rest(said, meant)


def _contact(meant: frozenset[str]) -> F | None:
    if meant & known.EMAIL:
        return F.EMAIL
    if meant & known.PHONE:
        return F.PHONE
    if meant & known.TYPE and meant & (known.DOCUMENT | {"id"}):
        return F.DOCUMENT_KIND
    if meant & known.CATEGORY:
        return F.CATEGORY
    if meant & known.TYPE:
        told = meant & (known.PERSON | known.PASS)
        return F.CATEGORY if told else None
    if "fecha" in meant or "date" in meant:
        return None
    if meant & known.DOCUMENT and not meant & (known.NAME | known.SURNAME):
        return F.DOCUMENT
    if meant <= {"id", "national", "card"} and "national" in meant:
        return F.DOCUMENT
    return None


def _name(words: list[str], meant: frozenset[str]) -> F | None:
    if meant & known.PATERNAL:
        return F.PATERNAL_SURNAME
    if meant & known.MATERNAL:
        return F.MATERNAL_SURNAME
    if meant & known.POSITION:
        return F.POSITION
    surname = bool(meant & known.SURNAME) or {"last", "name"} <= meant or {"family", "name"} <= meant
    given = bool(meant & (known.NAME | {"firstname", "forename", "prenombres"})) and not (
        {"last"} & meant or {"family"} & meant
    )
    if surname and given:
        first = next(w for w in words if w in known.NAME or w in known.SURNAME or w in ("first", "last"))
        return F.SURNAMES_NAMES if first in known.SURNAME or first == "last" else F.FULL_NAME
    if surname:
        if meant & {"primer", "1er", "1", "first"}:
            return F.PATERNAL_SURNAME
        return F.MATERNAL_SURNAME if meant & {"segundo", "2do", "2", "second"} else F.SURNAMES
    if meant & {"firstname", "forename", "prenombres", "pila"}:
        return F.GIVEN_NAMES
    if not given or meant & known.TALK:
        return None
    if meant & (known.ORGANISATION - {"institucional"}):
        return F.ORGANISATION
    if meant & {"first", "given", "middle", "primer", "segundo"}:
        return F.GIVEN_NAMES
    return None if meant & {"usuario", "user", "file", "archivo"} else F.FULL_NAME


def _rest(said: str, meant: frozenset[str]) -> F | None:
    if meant <= {"foto", "fotografia", "photo"}:
        return F.IGNORE
    if "protocolo" in meant or meant <= known.NOTE:
        return F.NOTE
    if meant & known.TALK:
        return None
    if meant & known.HONORIFIC or said == "title":
        return F.HONORIFIC
    if meant & {"title"}:
        return F.POSITION
    if meant & known.CODE and not meant & known.OTHER_CODE:
        return F.OWN_CODE
    if meant & known.REGION:
        return F.REGION
    if meant & known.ORGANISATION or ("centro" in meant and "trabajo" in meant) or said == "razon social":
        return None if meant & {"direccion", "address", "telefono", "url", "web"} else F.ORGANISATION
    return F.FULL_NAME if meant <= known.PERSON or said == "full name" else None
