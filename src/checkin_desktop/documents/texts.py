"""What certificates and badges say, by placeholder: the wording of CERTIFICATES.md, composed from the facts."""

from collections.abc import Sequence

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.domain.template import Placeholder
from checkin_desktop.services.ports.documents import BadgeFace, CertificateFace, Filled
from checkin_desktop.words import Words, load_words, words_in
from checkin_desktop.words.dates import days_phrase, is_span, long_date
from checkin_desktop.words.grammar import event_article

P = Placeholder
_KIND_OF = {
    Category.SPEAKER: CertificateKind.SPEAKER,
    Category.PANELLIST: CertificateKind.PANELLIST,
    Category.MODERATOR: CertificateKind.MODERATOR,
    Category.ORGANISER: CertificateKind.ORGANISER,
}
_SIGNATORIES = (
    (P.SIGNATORY_1, P.SIGNATORY_1_POSITION),
    (P.SIGNATORY_2, P.SIGNATORY_2_POSITION),
    (P.SIGNATORY_3, P.SIGNATORY_3_POSITION),
)


def certificate_texts(face: CertificateFace, words: Words) -> Filled:
    """A certificate's texts in the language, or in both, that it is written in; else in that of `words`."""
    first, *others = words_in(face.language) or (words,)
    return Filled(
        _kept(_certificate_texts(face, first)),
        face.token,
        face.role,
        face.logos,
        alternative=first.say("documents-qr-of-certificate", code=face.typed_code),
        signatories=face.settings.signatories[: len(_SIGNATORIES)],
        translated=tuple(_kept(_certificate_texts(face, other)) for other in others),
    )


def _certificate_texts(face: CertificateFace, words: Words) -> dict[Placeholder, str]:
    s = face.settings
    place = s.city or s.place
    day = long_date(face.issued_on, words.language)
    return _event_texts(s, words) | {
        P.NAME: face.name,
        P.HONORIFIC: face.honorific,
        P.DOCUMENT: face.document,
        P.IDENTIFIED: _identified(face, words),
        P.ORGANISATION: face.organisation,
        P.POSITION: face.position,
        P.REGION: face.region,
        P.CATEGORY: words.say(f"category-{face.role}"),
        P.ROLE: words.say(f"documents-as-{_as(_kind(face))}"),
        P.BODY: body_text(face, words),
        P.TALK: face.talk,
        P.SESSIONS: _listed(face.sessions, words),
        P.HOURS: _hours(face, words),
        P.NUMBER: face.number,
        P.REGISTERED: words.say("documents-register-number", number=face.number),
        P.TYPED_CODE: grouped(face.typed_code, 5),
        P.REPLACES: words.say("documents-replaces", number=face.replaces) if face.replaces else "",
        P.SIGNED_FOOTER: words.say("documents-signed-footer") if face.signed else "",
        P.REPRINT: words.say("documents-reprint") if face.reprint else "",
        P.DATED: words.say("documents-certificate-dated", place=place, day=day) if place else day,
        P.HEADING: words.say("documents-certificate-heading"),
        P.TO: words.say("documents-certificate-to"),
        P.GRANTS: words.say(f"documents-certificate-grant{'' if len(s.issuers) > 1 else 's'}")
        if s.issuers
        else "",
        P.DO_NOT_SEAL: words.say("documents-do-not-seal"),
        P.VERIFICATION: words.say("documents-verification-code"),
    }


def badge_texts(face: BadgeFace, event: EventSettings, words: Words) -> Filled:
    """A badge's texts. A blank one has the event's and its code's alone."""
    spoken = [load_words(language) for language in face.languages] or [words]
    if face.category:
        said = [w.say(f"category-{face.category}") for w in spoken]
    else:
        said = [w.say("documents-badge-blank") for w in spoken]
    role = face.role or " · ".join(dict.fromkeys(said))
    texts = _event_texts(event, words) | {
        P.NAME: face.name,
        P.GIVEN_NAMES: face.given_names or ("" if face.surnames else face.name),
        P.SURNAMES: face.surnames,
        P.HONORIFIC: face.honorific,
        P.ORGANISATION: face.organisation,
        P.POSITION: face.position,
        P.REGION: face.region,
        P.CATEGORY: role,
        P.ROLE: role,
        P.TYPED_CODE: grouped(face.code, 8),
    }
    if not face.name:
        texts |= {
            P.BLANK_NAME: words.say("documents-blank-name"),
            P.BLANK_ORGANISATION: words.say("documents-blank-organisation"),
        }
    logos = (face.logo,) if face.logo else ()
    return Filled(
        _kept(texts), face.code, face.category, logos, face.photo, words.say("documents-qr-of-badge")
    )


def body_text(face: CertificateFace, words: Words) -> str:
    """The sentence that the certificate says of its holder."""
    s = face.settings
    kind, article = _kind(face), event_article(s.name) if words.language == "es" else ""
    sessions = _listed(face.sessions, words)
    said = "talk" if face.talk and kind in (CertificateKind.SPEAKER, CertificateKind.PANELLIST) else "body"
    if not face.talk and sessions and kind is not CertificateKind.ATTENDANCE:
        said = "sessions"
    role = words.say(f"documents-as-{_as(kind)}")
    parts = [
        words.say(
            f"documents-certificate-{said}",
            role=role,
            article=article,
            event=s.name,
            talk=face.talk,
            sessions=sessions,
            count=len(face.sessions),
            of=kind.value,
        )
    ]
    if s.days:
        when = "one" if len(s.days) == 1 else "span" if is_span(s.days) else "days"
        days = days_phrase(s.days, words.language)
        where = "held-in" if s.city else "held"
        parts.append(words.say(f"documents-certificate-{where}", city=s.city, when=when, days=days))
    if hours := _hours(face, words):
        parts.append(words.say("documents-certificate-hours", hours=hours))
    return ", ".join(parts) + "."


def grouped(code: str, every: int) -> str:
    """A code as it is read aloud and typed: in groups."""
    return " ".join(code[i : i + every] for i in range(0, len(code), every))


def _event_texts(s: EventSettings, words: Words) -> dict[Placeholder, str]:
    texts = {
        P.EVENT: s.name,
        P.DAYS: days_phrase(s.days, words.language),
        P.PLACE: s.place,
        P.CITY: s.city,
        P.ISSUERS: " · ".join(s.issuers),
        P.YEAR_SLOGAN: f"«{s.year_slogan}»" if s.year_slogan else "",
        P.CONTACT: s.contact,
        P.SIGNATURES: " · ".join(name for name, _ in s.signatories),
    }
    for (name, position), (who, what) in zip(_SIGNATORIES, s.signatories, strict=False):
        texts |= {name: who, position: what}
    return texts


def _kept(texts: dict[Placeholder, str]) -> dict[Placeholder, str]:
    return {placeholder: text for placeholder, text in texts.items() if text}


def _kind(face: CertificateFace) -> CertificateKind:
    return face.kind or _KIND_OF.get(face.role, CertificateKind.ATTENDANCE)


def _as(kind: CertificateKind) -> str:
    attends = kind in (CertificateKind.ATTENDANCE, CertificateKind.SESSION)
    return "attendee" if attends else kind.value


def _identified(face: CertificateFace, words: Words) -> str:
    if not face.document:
        return ""
    kind = words.say(f"document-{(face.document_kind or DocumentKind.OTHER).value}")
    return words.say("documents-certificate-identified", kind=kind, number=face.document)


def _hours(face: CertificateFace, words: Words) -> str:
    hours = face.settings.hours if face.hours is None else face.hours
    kind = face.hour_kind or face.settings.hour_kind
    return words.say(f"hours-{kind.value}", hours=hours) if hours else ""


def _listed(names: Sequence[str], words: Words) -> str:
    """«A», «B» y «C»"""
    quoted = [words.say("documents-quoted", text=name) for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return words.say("documents-and", first=", ".join(quoted[:-1]), last=quoted[-1])
