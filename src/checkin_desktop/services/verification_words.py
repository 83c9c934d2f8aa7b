"""What the window and the command line say of a verification: why, and what to compare with the paper."""

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.services.manifests import kind_label
from checkin_desktop.services.verify_certificate import Verification
from checkin_desktop.words import Words
from checkin_desktop.words.dates import clock_time, days_phrase, long_date

_OUR_REASONS = ("revoked_elsewhere", "desk_revoked")


def because(words: Words, found: Verification) -> tuple[str, ...]:
    """Sentences under the verdict: the reason, what replaces it, up to when revocations are known."""
    said = []
    if found.verdict is CertificateVerdict.REVOKED and found.reason not in _OUR_REASONS:
        said.append(words.say("certificates-revoked-because", reason=found.reason))
    elif found.reason:
        said.append(words.say(f"cli-verify-because-{found.reason.replace('_', '-')}"))
    if found.replaced_by:
        said.append(words.say("verify-replaced-by", number=found.replaced_by))
    if found.verdict is CertificateVerdict.VALID:
        if found.as_of is not None:
            day = long_date(found.as_of.date(), words.language)
            said.append(words.say("verify-as-of", day=day, time=clock_time(found.as_of)))
        elif not found.registered:
            said.append(words.say("verify-no-list"))
    return tuple(said)


def facts_of(words: Words, found: Verification) -> tuple[tuple[str, str], ...]:
    """What the signed code and the event say, each with the id of its caption (`certificates-fact-…`)."""
    language = words.language
    number = found.number or (str(found.serial) if found.serial else "")
    facts = (
        ("name", found.name),
        ("document", found.document),
        ("as", found.label(language) or kind_label(words, found.kind)),
        ("hours", _hours(words, found)),
        ("event", found.event),
        ("days", days_phrase(found.days, language)),
        ("issuers", ", ".join(found.issuers)),
        ("number", number),
        ("issued", long_date(found.issued.date(), language) if found.issued else ""),
    )
    return tuple((name, text) for name, text in facts if text)


def _hours(words: Words, found: Verification) -> str:
    if not found.hours:
        return ""
    return words.say("verify-hours", count=found.hours, kind=found.hour_kind or "clock")
