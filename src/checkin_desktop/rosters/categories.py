"""What somebody takes part as, told from a position, a category or a sheet's name."""

from functools import lru_cache

from checkin_desktop.domain.people import Category, plain

_STEMS: tuple[tuple[Category, tuple[str, ...]], ...] = (
    (Category.MODERATOR, ("moderador", "moderator", "moderadora", "facilitador", "chair")),
    (Category.PANELLIST, ("panelist", "panellist")),
    (
        Category.SPEAKER,
        ("ponente", "expositor", "conferencista", "disertante", "orador", "speaker", "keynote", "presenter"),
    ),
    (
        Category.ORGANISER,
        ("organizador", "organizacion", "organizer", "organiser", "organizing", "organising", "anfitrion"),
    ),
    (
        Category.AUTHORITY,
        (
            "alcalde",
            "alcaldesa",
            "regidor",
            "gobernador",
            "vicegobernador",
            "congresista",
            "ministr",
            "viceministr",
            "autoridad",
            "authorit",
            "mayor",
            "governor",
            "senador",
            "diputad",
            "prefect",
        ),
    ),
    (Category.PRESS, ("prensa", "periodista", "press", "journalist", "reporter", "medios", "media")),
    (Category.STAFF, ("staff", "voluntari", "volunteer", "crew", "logistica", "apoyo")),
    (Category.GUEST, ("invitad", "guest", "vip", "huesped")),
    (
        Category.ATTENDEE,
        (
            "asistente",
            "participante",
            "attendee",
            "participant",
            "asistencia",
            "publico",
            "estudiante",
            "student",
            "general",
            "delegad",
            "delegate",
            "oyente",
        ),
    ),
)
_POSITIONS_ONLY = frozenset(
    {"asistente", "general", "organizacion", "logistica", "apoyo", "medios", "media", "mayor"}
)
_BEFORE_ONE_OF_THEM = frozenset(
    {"asesor", "asesora", "secretario", "secretaria", "asistente", "jefe", "chofer", "assistant"}
)


@lru_cache(maxsize=10_000)
def category(value: str) -> Category | None:
    """The category that a category cell or a sheet's name says; None where it says none."""
    words = plain(value).split()
    for found, stems in _STEMS:
        if any(word.startswith(stem) for word in words for stem in stems):
            return found
    return None


@lru_cache(maxsize=10_000)
def category_of_position(value: str) -> Category | None:
    """As `category`, for jobs: the mayor's adviser is no authority, a logistics manager no staff of ours."""
    words = plain(value).split()
    if not words or words[0] in _BEFORE_ONE_OF_THEM:
        return None
    if words[:2] == ["comite", "organizador"]:
        return Category.ORGANISER
    kept = " ".join(w for w in words if w not in _POSITIONS_ONLY or words == ["mayor"])
    return category(kept) if kept else None
