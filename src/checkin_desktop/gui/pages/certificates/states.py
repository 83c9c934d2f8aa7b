"""The states of a certificate as they are told: a word and a shape, never colour alone."""

from collections.abc import Mapping
from dataclasses import replace

from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.words import Words
from checkin_desktop.words.certificates import missing_words

_NAMED = 2
_LONG: Mapping[str, str] = {}
_MARKS = {
    CertificateState.ELIGIBLE: "circle-check",
    CertificateState.NOT_YET: "clock",
    CertificateState.ISSUED: "award",
    CertificateState.REVOKED: "ban",
}


def state_mark(state: CertificateState) -> str:
    """The icon's name."""
    return _MARKS[state]


def state_words(words: Words, line: CertificateLine, short: Mapping[str, str] = _LONG) -> str:
    """The state in a word; for somebody not there yet, with what is missing. `short`: how to call it in few letters."""
    if line.state is CertificateState.NOT_YET and line.missing:
        named = [replace(m, what=short.get(m.what, m.what)) for m in line.missing]
        more = len(named) - _NAMED if short else 0
        if more > 0:
            told = missing_words(words, named[:_NAMED])
            return words.say("certificates-not-yet-missing-more", missing=told, more=more)
        return words.say("certificates-not-yet-missing", missing=missing_words(words, named))
    if line.void:
        return words.say(f"certificate-void-{line.void}")
    if line.state is CertificateState.ISSUED and line.exception_reason:
        return words.say("certificates-issued-exception")
    return words.say(f"certificates-state-{line.state.value}")
