"""The states of a certificate as they are told: a word and a shape, never colour alone."""

from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.words import Words
from checkin_desktop.words.certificates import missing_words

_MARKS = {
    CertificateState.ELIGIBLE: "circle-check",
    CertificateState.NOT_YET: "clock",
    CertificateState.ISSUED: "award",
    CertificateState.REVOKED: "ban",
}


def state_mark(state: CertificateState) -> str:
    """The icon's name."""
    return _MARKS[state]


def state_words(words: Words, line: CertificateLine) -> str:
    """The state in a word; for somebody not there yet, with what is missing."""
    if line.state is CertificateState.NOT_YET and line.missing:
        return words.say("certificates-not-yet-missing", missing=missing_words(words, line.missing))
    if line.void:
        return words.say(f"certificate-void-{line.void}")
    if line.state is CertificateState.ISSUED and line.exception_reason:
        return words.say("certificates-issued-exception")
    return words.say(f"certificates-state-{line.state.value}")
