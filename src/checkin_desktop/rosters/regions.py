"""How lists write the regions of Peru."""

from functools import lru_cache

from checkin_desktop.domain.organisations import REGIONS
from checkin_desktop.domain.people import plain

_KNOWN = {plain(region): region for region in REGIONS} | {
    "cuzco": "Cusco",
    "lima provincias": "Lima",
    "lima region": "Lima",
    "cerro de pasco": "Pasco",
    "provincia constitucional del callao": "Callao",
}
_PREFIXES = (
    "departamento de ",
    "region de ",
    "region ",
    "gobierno regional de ",
    "dpto de ",
    "dpto ",
    "macro region ",
)


@lru_cache(maxsize=10_000)
def region(value: str) -> str | None:
    """The region's own spelling, or None where it is none of Peru's."""
    said = plain(value)
    for prefix in _PREFIXES:
        said = said.removeprefix(prefix)
    return _KNOWN.get(said)
