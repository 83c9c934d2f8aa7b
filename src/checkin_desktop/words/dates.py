"""Dates as they are said and printed: "20 y 21 de junio de 2025"."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_ENGLISH = "January February March April May June July August September October November December"
_MONTHS = {"es": tuple(_SPANISH.split()), "en": tuple(_ENGLISH.split())}


def long_date(day: date, language: str) -> str:
    """ "20 de junio de 2025", "20 June 2025"."""
    month = _MONTHS[language][day.month - 1]
    return f"{day.day} de {month} de {day.year}" if language == "es" else f"{day.day} {month} {day.year}"


def short_date(day: date, language: str) -> str:
    """ "20/06/2025", "20 Jun 2025"."""
    if language == "es":
        return day.strftime("%d/%m/%Y")
    return f"{day.day} {_MONTHS[language][day.month - 1][:3]} {day.year}"


def clock_time(at: datetime) -> str:
    return at.strftime("%H:%M")


def days_phrase(days: Sequence[date], language: str) -> str:
    """The days of an event in one phrase, each month and year said once.

    "20 y 21 de junio de 2025"; "30 de junio y 1 de julio de 2025"; "del 3 al 7 de marzo de 2025".
    """
    ordered = sorted(set(days))
    if not ordered:
        return ""
    if len(ordered) == 1:
        return long_date(ordered[0], language)
    if is_span(ordered):
        return _span(ordered[0], ordered[-1], language)
    return _list(ordered, language)


def is_span(days: Sequence[date]) -> bool:
    """Three days or more in a row: said by the first and the last."""
    ordered = sorted(set(days))
    return len(ordered) > 2 and all((b - a).days == 1 for a, b in pairwise(ordered))


def _span(first: date, last: date, language: str) -> str:
    spanish = language == "es"
    if (first.year, first.month) == (last.year, last.month):
        return (
            f"del {first.day} al {long_date(last, language)}"
            if spanish
            else f"{first.day} to {long_date(last, language)}"
        )
    start = long_date(first, language) if first.year != last.year else _day_month(first, language)
    return (
        f"del {start} al {long_date(last, language)}"
        if spanish
        else f"{start} to {long_date(last, language)}"
    )


def _list(days: Sequence[date], language: str) -> str:
    parts = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        if following is None:
            parts.append(long_date(day, language))
        elif (day.year, day.month) == (following.year, following.month):
            parts.append(str(day.day))
        elif day.year == following.year:
            parts.append(_day_month(day, language))
        else:
            parts.append(long_date(day, language))
    joiner = " y " if language == "es" else " and "
    return ", ".join(parts[:-1]) + joiner + parts[-1]


def _day_month(day: date, language: str) -> str:
    month = _MONTHS[language][day.month - 1]
    return f"{day.day} de {month}" if language == "es" else f"{day.day} {month}"
