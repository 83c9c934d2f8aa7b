"""Which column holds what: guessed from headings, then from values, and changed by whoever imports."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.categories import category
from checkin_desktop.rosters.documents import document
from checkin_desktop.rosters.heading_words import PERSON
from checkin_desktop.rosters.headings import field_of
from checkin_desktop.rosters.positions import HALF_FIELDS, NAME_FIELDS, WHOLE_FIELDS
from checkin_desktop.rosters.regions import region
from checkin_desktop.services.ports.rosters import ColumnMap, RosterField, Table

_SAMPLE = 300
_MANY = frozenset({RosterField.GIVEN_NAMES, RosterField.DOCUMENT, RosterField.EXTRA, RosterField.IGNORE})
"""Fields that several columns may hold: first and middle names, a column for each kind of document."""


def guess_columns(table: Table) -> ColumnMap:
    """What every heading holds; headings that say nothing are judged by their values, else kept as extra."""
    values = {h: _sample(table, i) for i, h in enumerate(table.headings)}
    guess = (
        {h: _by_heading(h, values[h]) for h in table.headings} if table.header_row else dict.fromkeys(values)
    )
    _settle_names(guess, table)
    _one_each(guess, values)
    _by_values(guess, values)
    return {h: f or RosterField.EXTRA for h, f in guess.items()}


def parse_mapping(written: str, tables: Sequence[Table]) -> ColumnMap:
    """`Heading=field,Heading2=field` as overrides; headings compare without accents and case.

    Raises PersonFacingError for a heading that no table has, or a field that does not exist.
    """
    known = {plain(h) or h: h for table in tables for h in table.headings}
    chosen: ColumnMap = {}
    for part in _parts(written, known):
        heading, _, field = part.rpartition("=")
        found = known.get(plain(heading) or heading.strip())
        if found is None:
            raise PersonFacingError(
                "rosters-unknown-heading", heading=heading.strip() or part, headings=", ".join(known.values())
            )
        try:
            chosen[found] = RosterField(field.strip().lower().replace("-", "_"))
        except ValueError as error:
            fields = ", ".join(RosterField)
            raise PersonFacingError("rosters-unknown-field", field=field.strip(), fields=fields) from error
    return chosen


def overridden(guess: ColumnMap, chosen: ColumnMap | None) -> ColumnMap:
    """The guess with a person's choices; a guessed column whose field was given away becomes extra."""
    if not chosen:
        return guess
    by_plain = {plain(h) or h: f for h, f in chosen.items()}
    taken = set(by_plain.values()) - {RosterField.EXTRA, RosterField.IGNORE}
    if taken & set(WHOLE_FIELDS):
        taken |= NAME_FIELDS
    elif taken & NAME_FIELDS:
        taken |= set(WHOLE_FIELDS)
    return {
        h: by_plain.get(plain(h) or h, RosterField.EXTRA if field in taken else field)
        for h, field in guess.items()
    }


def _parts(written: str, known: dict[str, str]) -> list[str]:
    """Cut at commas, except at one that stands inside a heading ("Apellidos, Nombres=…")."""
    parts: list[str] = []
    held = ""
    for piece in written.split(","):
        held = f"{held},{piece}" if held else piece
        heading, equals, _ = held.rpartition("=")
        if equals and (plain(heading) in known or "=" in piece):
            parts.append(held)
            held = ""
    return [*parts, held] if held.strip() else parts


def _sample(table: Table, column: int) -> list[str]:
    return [cells[column] for _, cells in table.rows[:_SAMPLE] if cells[column]]


def _share(values: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(v)) for v in values) / len(values) if values else 0.0


def _by_heading(heading: str, values: list[str]) -> RosterField | None:
    field = field_of(heading)
    if field is RosterField.IGNORE and _share(values, _is_document) > 0.6:
        return None
    if plain(heading) in ("id", "codigo", "n") and values and _counts_up(values):
        return RosterField.IGNORE
    if field is RosterField.CATEGORY and values and not any(category(v) for v in values):
        return None
    if field is RosterField.ORGANISATION and _share(values, region) > 0.7:
        return RosterField.REGION
    if field is RosterField.DOCUMENT and values and _share(values, document) < 0.3:
        return None
    if (
        field is RosterField.FULL_NAME
        and set(plain(heading).split()) & PERSON
        and _share(values, _is_name) < 0.3
    ):
        return None
    if (
        field is RosterField.REGION
        and "region" not in plain(heading)
        and values
        and _share(values, region) < 0.3
    ):
        return None
    if field is RosterField.OWN_CODE and _share(values, _is_document) > 0.9 and "dni" in plain(heading):
        return RosterField.DOCUMENT
    return field


def _settle_names(guess: dict[str, RosterField | None], table: Table) -> None:
    fields = set(guess.values())
    whole = [h for h, f in guess.items() if f in WHOLE_FIELDS]
    if fields & set(HALF_FIELDS):
        if RosterField.GIVEN_NAMES not in fields:
            halves = [i for i, h in enumerate(table.headings) if guess[h] in HALF_FIELDS]
            alone = [h for h in whole if "apell" not in plain(h) and not _holds(table, h, halves)]
            for heading in alone[:1]:
                guess[heading] = RosterField.GIVEN_NAMES
                whole.remove(heading)
        if RosterField.GIVEN_NAMES in guess.values():
            for heading in whole:
                guess[heading] = None
    elif RosterField.GIVEN_NAMES in fields and whole:
        for other in [h for h, f in guess.items() if f is RosterField.GIVEN_NAMES]:
            guess[other] = None
    best = sorted(whole, key=lambda h: 0 if {"nombre", "nombres", "name"} & set(plain(h).split()) else 1)
    for heading in best[1:]:
        guess[heading] = None


def _holds(table: Table, whole: str, halves: list[int]) -> bool:
    """Whether a column of names holds the surnames that stand beside it too."""
    at = table.headings.index(whole)
    seen = [
        plain(cells[i]) in plain(cells[at]) for _, cells in table.rows[:_SAMPLE] for i in halves if cells[i]
    ]
    return sum(seen) * 2 > len(seen)


def _one_each(guess: dict[str, RosterField | None], values: dict[str, list[str]]) -> None:
    """Of several columns for one field the best stays; the rest are kept as extra."""
    for field in set(guess.values()) - {None} - _MANY:
        holding = [h for h, f in guess.items() if f is field]
        if len(holding) < 2:
            continue
        if field is RosterField.OWN_CODE:
            best = max(holding, key=lambda h: len(set(values[h])))
        elif field is RosterField.CATEGORY:
            best = max(holding, key=lambda h: _share(values[h], category))
        else:
            best = max(holding, key=lambda h: bool(values[h]))
        for heading in holding:
            if heading != best:
                guess[heading] = None


def _by_values(guess: dict[str, RosterField | None], values: dict[str, list[str]]) -> None:
    tests: tuple[tuple[RosterField, Callable[[str], object], float], ...] = (
        (RosterField.EMAIL, lambda v: "@" in v and " " not in v, 0.6),
        (RosterField.DOCUMENT, _is_document, 0.6),
        (RosterField.PHONE, _is_mobile, 0.6),
        (RosterField.REGION, region, 0.7),
    )
    for field, test, enough in tests:
        unsaid = [h for h, f in guess.items() if f is None]
        if field not in guess.values():
            for heading in [h for h in unsaid if _share(values[h], test) >= enough][:1]:
                guess[heading] = field
    if not NAME_FIELDS & set(guess.values()):
        unsaid = [h for h, f in guess.items() if f is None and _share(values[h], _is_name) > 0.7]
        if unsaid:
            best = max(unsaid, key=lambda h: len(set(values[h])) / len(values[h]))
            commas = _share(values[best], lambda v: "," in v) > 0.5
            guess[best] = RosterField.SURNAMES_NAMES if commas else RosterField.FULL_NAME


def _is_document(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) in (7, 8)


def _is_mobile(value: str) -> bool:
    digits = "".join(c for c in value if c.isdigit())
    return len(digits) in (9, 11) and digits[-9] == "9" and not any(c.isalpha() for c in value)


def _is_name(value: str) -> bool:
    words = value.replace(",", " ").split()
    return 2 <= len(words) <= 7 and all(
        w.replace("'", "").replace(".", "").replace("-", "").isalpha() for w in words
    )


def _counts_up(values: list[str]) -> bool:
    numbers = [int(v) for v in values if v.isascii() and v.isdigit() and len(v) < 7]
    return len(numbers) == len(values) and all(b - a == 1 for a, b in pairwise(numbers))
