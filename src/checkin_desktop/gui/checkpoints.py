"""How a checkpoint is called on screen."""

from collections.abc import Iterable

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.language import Language
from checkin_desktop.words import LANGUAGES
from checkin_desktop.words.dates import long_date


def short_names(checkpoints: Iterable[Checkpoint]) -> dict[str, str]:
    """What entrances that are called by their date alone are called where there is little room: "20/06"."""
    return {c.name: f"{c.day:%d/%m}" for c in checkpoints if _called_by_date(c)}


def checkpoint_text(c: Checkpoint, language: Language) -> str:
    """ "Ingreso · 20 de junio de 2025", or a session with its time and room."""
    day = long_date(c.day, language.words.language)
    if c.kind is CheckpointKind.DAY:
        return f"{language.say('shell-entrance') if _called_by_date(c) else c.name} · {day}"
    when = f"{c.day.day:02}/{c.day.month:02}"
    if c.starts:
        when += f" {c.starts.strftime('%H:%M')}"
    where = f" · {c.room}" if c.room else ""
    return f"{when}  {c.name}{where}"


def _called_by_date(c: Checkpoint) -> bool:
    named = (long_date(c.day, tongue) for tongue in LANGUAGES)
    return c.kind is CheckpointKind.DAY and c.name in named
