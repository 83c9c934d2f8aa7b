"""Looks sentences up by id in one language; an id without a sentence is a programming error."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from checkin_desktop.places import resource

LANGUAGES = ("es", "en")
"""Complete ones."""
GUEST_LANGUAGES = (*LANGUAGES, "qu")
"""What guests may read a verdict in. Quechua has all verdicts and the whole kiosk, still to be reviewed by a speaker;
for the rest, and for dates, it falls back to Spanish."""
_FALLS_BACK = {"qu": "es"}
DEFAULT_LANGUAGE = "es"
_LOCALES = {"es": "es-PE", "en": "en-US"}
_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*(?:\n(?![\w#-]).*)*", re.MULTILINE)
"""A sentence with its id, as it stands in a file: the lines that go on with it are indented, or close a brace."""


class UnknownSentence(LookupError):
    """The program asked for a sentence that no translation file has, or gave it too few arguments."""


class Words:
    """All sentences of one language. Immutable; switching language means holding another one.

    `language` is whose dates and grammar they follow; `sources` are its sentences as written, by id, each parsed when
    it is first said: most never are. `rest` answers for what the language lacks.
    """

    def __init__(self, language: str, sources: Mapping[str, str], rest: "Words | None" = None) -> None:
        self.language = language
        self._sources, self._rest = sources, rest
        self._bundle = FluentBundle([_LOCALES[language]], use_isolating=False)

    def say(self, sentence: str, **arguments: Any) -> str:
        """The sentence with its arguments filled in.

        Raises UnknownSentence for an id that does not exist or an argument that is missing.
        """
        if sentence not in self._sources:
            if self._rest is not None:
                return self._rest.say(sentence, **arguments)
            raise UnknownSentence(f"{self.language}: {sentence}")
        if not self._bundle.has_message(sentence):
            self._bundle.add_resource(FluentResource(self._sources[sentence]))
        pattern = self._bundle.get_message(sentence).value
        if pattern is None:
            raise UnknownSentence(f"{self.language}: {sentence} has no text")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise UnknownSentence(f"{self.language}: {sentence}: {errors[0]}")
        return str(text)

    def has(self, sentence: str) -> bool:
        return sentence in self._sources or (self._rest is not None and self._rest.has(sentence))


def words_in(language: str) -> tuple[Words, ...]:
    """The words of "es", of "en", or of both ("es-en"), in that order; none of what nobody translated."""
    return tuple(load_words(one) for one in language.split("-") if one in LANGUAGES)


@cache
def load_words(language: str) -> Words:
    """The sentences of one of `GUEST_LANGUAGES`; anything else is a ValueError."""
    if language not in GUEST_LANGUAGES:
        raise ValueError(language)
    follows = _FALLS_BACK.get(language, language)
    sources = {
        entry[1]: entry[0]
        for path in resource("translations", language).glob("*.ftl")
        for entry in _ENTRY.finditer(path.read_text(encoding="utf-8"))
    }
    return Words(follows, sources, load_words(follows) if follows != language else None)
