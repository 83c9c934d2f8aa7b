"""One cell of a programme: a day, hours, the kind of session, who speaks."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, time

from checkin_desktop.domain.event import CheckpointKind, SessionKind
from checkin_desktop.domain.people import plain

_MONTHS = (
    ("enero", "january"), ("febrero", "february"), ("marzo", "march"), ("abril", "april"), ("mayo", "may"),
    ("junio", "june"), ("julio", "july"), ("agosto", "august"), ("septiembre", "setiembre", "september"),
    ("octubre", "october"), ("noviembre", "november"), ("diciembre", "december"),
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?\b")
_ORDINAL = re.compile(r"(?:dia|day|jornada)\s+(\d{1,2})\b|^(\d{1,2})(?:er|o|do)?(?: dia)?$")
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2})?\s*(?:h(?:rs?|oras)?\b)?\s*([ap])?\.?\s?m?\.?", re.I
)
_FRACTION = re.compile(r"0[.,]\d+")
_SPEAKERS = re.compile(r"\s*(?:[;\n/|]|,|\s+y\s+|\s+e\s+(?=[A-ZÁÉÍÓÚÑI])|\s+and\s+|\s+&\s+)\s*")
MOST_SPEAKERS = 20
MOST_NAME = 120

_KINDS: tuple[tuple[tuple[str, ...], CheckpointKind, SessionKind | None], ...] = (
    (("bilateral",), CheckpointKind.SESSION, SessionKind.BILATERAL),
    (("mesa de trabajo", "taller", "working table", "workshop", "mesa tematica"), CheckpointKind.SESSION,
     SessionKind.WORKING_TABLE),
    (("panel", "conversatorio", "mesa redonda", "plenaria", "plenary"), CheckpointKind.SESSION, SessionKind.PANEL),
    (("ponencia", "conferencia", "charla", "exposicion", "talk", "keynote", "lecture"), CheckpointKind.SESSION,
     SessionKind.TALK),
    (("ceremonia", "inauguracion", "clausura", "ceremony", "opening", "closing"), CheckpointKind.SESSION,
     SessionKind.CEREMONY),
    (("networking", "encuentro de redes", "redes"), CheckpointKind.SESSION, SessionKind.NETWORKING),
    (("entrega unica", "almuerzo", "refrigerio", "kit", "lunch", "once"), CheckpointKind.ONCE, None),
)  # fmt: skip


def day_of(written: str, days: Sequence[date]) -> date | None:
    """The day of the event that a cell means: a date, "9 de octubre", "Día 2"; None: none of its days."""
    said = plain(written)
    if found := _ISO.search(written):
        return _among(days, int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.search(written):
        year = int(found[3]) if found[3] else None
        return _among(days, int(found[1]), int(found[2]), year + 2000 if year and year < 100 else year)
    words = said.split()
    month = next((n for n, names in enumerate(_MONTHS, 1) for w in words if w in names), None)
    if month is not None:
        number = next((int(w) for w in words if w.isdigit() and len(w) < 3), 0)
        return _among(days, number, month, None)
    if found := _ORDINAL.search(said):
        number = int(found[1] or found[2])
        if 0 < number <= len(days):
            return days[number - 1]
    return None


def _among(days: Sequence[date], number: int, month: int, year: int | None) -> date | None:
    return next((d for d in days if (d.day, d.month) == (number, month) and year in (None, d.year)), None)


def times_of(written: str) -> list[time]:
    """The times of day in a cell, two at most: "09:00", "9.30 a. m. – 11", "0.375"; empty if it holds none."""
    if _FRACTION.fullmatch(written.strip()):
        minutes = round(float(written.strip().replace(",", ".")) * 24 * 60)
        return [time(minutes // 60, minutes % 60)] if minutes < 24 * 60 else []
    found = []
    for match in _CLOCK.finditer(written):
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
        if half == "p" and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        with suppress(ValueError):
            found.append(time(hour, minute))
    return found[:2]


def session_kind(written: str, certain: bool) -> tuple[CheckpointKind, SessionKind | None]:
    """What sort of session it is, from its kind or else its title. `certain`: the kind was said."""
    said = plain(written)
    for words, kind, session in _KINDS:
        for word in words:
            if said == word or said.startswith(f"{word} ") or (certain and f" {word}" in f" {said}"):
                return kind, session
    return CheckpointKind.SESSION, None


def people_in(written: str) -> tuple[str, ...]:
    """The names of a cell that holds several."""
    names = (name.strip(" .-–•") for name in _SPEAKERS.split(written))
    return tuple(dict.fromkeys(name[:MOST_NAME] for name in names if name))[:MOST_SPEAKERS]
