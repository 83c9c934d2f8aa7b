"""The language on screen; switching it retranslates every page at once."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin_desktop.words import Words, load_words


class Language(QObject):
    """Holds the sentences of the language chosen."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.words: Words = load_words(language)

    def say(self, sentence: str, **arguments: Any) -> str:
        return self.words.say(sentence, **arguments)

    def switch(self, language: str) -> None:
        if language != self.words.language:
            self.words = load_words(language)
            self.changed.emit()
