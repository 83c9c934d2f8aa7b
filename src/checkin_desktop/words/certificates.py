"""Certificates in words: what is missing, of which kind they are."""

from collections.abc import Iterable

from checkin_desktop.domain.certificate import Entitlement
from checkin_desktop.domain.eligibility import Lack, Missing
from checkin_desktop.words.words import Words


def missing_word(words: Words, missing: Missing) -> str:
    """One thing that is missing; an entry is said by the checkpoint's name alone."""
    if missing.lack is Lack.ENTRY:
        return missing.what or words.say("certificate-missing-any")
    return words.say(
        f"certificate-missing-{missing.lack.value}",
        what=missing.what_en if missing.what_en and words.language == "en" else missing.what,
        have=missing.have,
        wanted=missing.wanted,
    )


def missing_words(words: Words, missing: Iterable[Missing]) -> str:
    return ", ".join(missing_word(words, m) for m in missing)


def kind_words(words: Words, wanted: Entitlement) -> str:
    """The kind, with the talk or session that it is about."""
    kind = words.say(f"certificate-kind-{wanted.kind.value}")
    return words.say("certificate-kind-about", kind=kind, title=wanted.title) if wanted.title else kind
