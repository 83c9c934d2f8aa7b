"""How a checkpoint is called on screen."""

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.language import Language
from checkin_desktop.words import LANGUAGES
from checkin_desktop.words.dates import long_date


def checkpoint_text(c: Checkpoint, language: Language) -> str:
    """ "Ingreso · 20 de junio de 2025", or a session with its time and room."""
    day = long_date(c.day, language.words.language)
    if c.kind is CheckpointKind.DAY:
        unnamed = any(c.name == long_date(c.day, tongue) for tongue in LANGUAGES)
        return f"{language.say('shell-entrance') if unnamed else c.name} · {day}"
    when = f"{c.day.day:02}/{c.day.month:02}"
    if c.starts:
        when += f" {c.starts.strftime('%H:%M')}"
    where = f" · {c.room}" if c.room else ""
    return f"{when}  {c.name}{where}"
