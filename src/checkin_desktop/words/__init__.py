"""Every sentence for people, translated: window, command line, hub and documents share it.

The sentences are Fluent files in `resources/translations/<language>/<room>.ftl` (https://projectfluent.org).
"""

from checkin_desktop.words.words import (
    DEFAULT_LANGUAGE,
    GUEST_LANGUAGES,
    LANGUAGES,
    Words,
    load_words,
    words_in,
)

__all__ = ["DEFAULT_LANGUAGE", "GUEST_LANGUAGES", "LANGUAGES", "Words", "load_words", "words_in"]
