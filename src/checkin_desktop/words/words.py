"""Looks sentences up by id in one language; an id without a sentence is a programming error."""

from functools import cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from checkin_desktop.places import resource

LANGUAGES = ("es", "en")
DEFAULT_LANGUAGE = "es"
_LOCALES = {"es": "es-PE", "en": "en-US"}


class UnknownSentence(LookupError):
    """The program asked for a sentence that no translation file has, or gave it too few arguments."""


class Words:
    """All sentences of one language. Immutable; switching language means holding another one."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    def say(self, sentence: str, **arguments: Any) -> str:
        """The sentence with its arguments filled in.

        Raises UnknownSentence for an id that does not exist or an argument that is missing.
        """
        if not self._bundle.has_message(sentence):
            raise UnknownSentence(f"{self.language}: {sentence}")
        pattern = self._bundle.get_message(sentence).value
        if pattern is None:
            raise UnknownSentence(f"{self.language}: {sentence} has no text")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise UnknownSentence(f"{self.language}: {sentence}: {errors[0]}")
        return str(text)

    def has(self, sentence: str) -> bool:
        return bool(self._bundle.has_message(sentence))


@cache
def load_words(language: str) -> Words:
    """The sentences of `language` ("es" or "en"); anything else is a ValueError."""
    if language not in LANGUAGES:
        raise ValueError(language)
    bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
    for path in sorted(resource("translations", language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return Words(language, bundle)
