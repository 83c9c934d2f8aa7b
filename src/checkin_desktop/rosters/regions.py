"""The regions of Peru: 24 departments, Callao, and Lima Metropolitana, spelled as the INEI spells them."""

from functools import lru_cache

from checkin_desktop.domain.people import plain

REGIONS = (
    "Amazonas", "Áncash", "Apurímac", "Arequipa", "Ayacucho", "Cajamarca", "Callao", "Cusco", "Huancavelica",
    "Huánuco", "Ica", "Junín", "La Libertad", "Lambayeque", "Lima", "Lima Metropolitana", "Loreto", "Madre de Dios",
    "Moquegua", "Pasco", "Piura", "Puno", "San Martín", "Tacna", "Tumbes", "Ucayali",
)  # fmt: skip
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
