"""Spanish grammar that a sentence needs of a name: its article."""

import re

from checkin_desktop.domain.people import plain

_NUMBER = re.compile(
    r"[ivxlc]+|[0-9]+[aoº]?|(prim|segund|tercer|cuart|quint|sext|septim|octav|noven|decim)(er)?[ao]?s?"
)
_FEMININE = re.compile(
    r"(asamblea|audiencia|cita|conferencia|convencion|cumbre|exposicion|expo|feria|fiesta|gala|gira|jornada|junta|"
    r"maraton|mesa|muestra|noche|olimpiada|pasantia|plenaria|reunion|ronda|rueda|semana|sesion|tarde)(e?s)?"
)
_PLURAL = re.compile(r"\w+[aeo]s")


def event_article(name: str) -> str:
    """ "el", "la", "los" or "las", by the first word of an event's name that is not its number."""
    noun = next((w for w in plain(name).split() if not _NUMBER.fullmatch(w)), "")
    feminine, plural = _FEMININE.fullmatch(noun), _PLURAL.fullmatch(noun)
    if feminine:
        return "las" if plural else "la"
    return "los" if plural else "el"
