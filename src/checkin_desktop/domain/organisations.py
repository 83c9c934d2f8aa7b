"""What the names of organisations tell: that two are one, and where one is from."""

from collections import defaultdict
from collections.abc import Iterable

from checkin_desktop.domain.people import plain

REGIONS = (
    "Amazonas", "Áncash", "Apurímac", "Arequipa", "Ayacucho", "Cajamarca", "Callao", "Cusco", "Huancavelica",
    "Huánuco", "Ica", "Junín", "La Libertad", "Lambayeque", "Lima", "Lima Metropolitana", "Loreto", "Madre de Dios",
    "Moquegua", "Pasco", "Piura", "Puno", "San Martín", "Tacna", "Tumbes", "Ucayali",
)  # fmt: skip
"""24 departments, Callao, and Lima Metropolitana, spelled as the INEI spells them."""
_COMMON = frozenset([
    "a", "asoc", "asociacion", "de", "del", "distrital", "e", "el", "en", "gobierno", "gr", "i", "la", "las",
    "local", "los", "mancom", "mancomun", "mancomunidad", "mancomunidades", "mm", "muni", "munic", "municip",
    "municipal", "municipalidad", "municipalidades", "municipio", "of", "para", "provincial", "red", "regional",
    "the", "y",
])  # fmt: skip
"""What many names share, written out or cut short: it tells no two of them apart."""


def distinctive(name: str) -> tuple[str, ...]:
    """The words by which an organisation is told from others, in alphabetical order."""
    words = "".join(c if c.isalnum() else " " for c in plain(name)).split()
    return tuple(sorted(word for word in words if word not in _COMMON))


def look_alike(organisations: Iterable[tuple[str, str, str]]) -> frozenset[str]:
    """The ids of those that may be one: the same distinctive words, and no two different regions. (id, name, region)"""
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for key, name, region in organisations:
        if words := distinctive(name):
            groups[words].append((key, plain(region)))
    alike = (those for those in groups.values() if len(those) > 1)
    return frozenset(
        key
        for those in alike
        for key, region in those
        if any(not region or not other or region == other for k, other in those if k != key)
    )


def region_in(name: str) -> str:
    """The region of Peru that the name says, empty where it says none, or several."""
    words = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in plain(name)).split())} ".replace(
        " cuzco ", " cusco "
    )
    said = [region for region in REGIONS if f" {plain(region)} " in words]
    longest = [one for one in said if not any(one != other and one in other for other in said)]
    return longest[0] if len(longest) == 1 else ""
