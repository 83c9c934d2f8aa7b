"""Is this certificate genuine? Answered from the event file, without a network."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from checkin_desktop.domain.certificate import (
    CertificateVerdict,
    TypedCode,
    read_typed_code,
    typed_code,
)
from checkin_desktop.keys.certificate_token import Token, key_id, read_token_text
from checkin_desktop.services.certificates import number_of
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import CertificateRecord, Reads
from checkin_desktop.services.revocation_list import revoked_elsewhere

_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Verification:
    """`reason` is a sentence id: why it is revoked or can't be checked, empty if valid."""

    verdict: CertificateVerdict
    serial: int | None = None
    number: str = ""
    name: str = ""
    kind: str = ""
    issued: datetime | None = None
    reason: str = ""


def verify(desk: Desk, text: str) -> Verification:
    """A scanned token or a typed code. What is no code of a certificate at all can't be checked."""
    with desk.store.read() as reads:
        token = read_token_text(text)
        code = read_typed_code(text) if token is None else None
        if token is not None:
            found = _of_token(reads, token)
        elif code is not None:
            found = _of_typed(reads, code)
        else:
            return Verification(CertificateVerdict.CANNOT_CHECK, reason="not_a_code")
    if found.verdict is CertificateVerdict.VALID and found.serial in revoked_elsewhere(desk):
        return replace(found, verdict=CertificateVerdict.REVOKED, reason="revoked_elsewhere")
    return found


def verify_all(desk: Desk, texts: Iterable[str]) -> tuple[Verification, ...]:
    """What the codes read in one file say, each certificate once; never empty.

    Codes that are no certificate's (a badge, a link on the page) count only where there is nothing else.
    """
    found = dict.fromkeys(verify(desk, text) for text in texts)
    said = tuple(v for v in found if v.verdict is not CertificateVerdict.CANNOT_CHECK)
    return said or tuple(found)[:1] or (Verification(CertificateVerdict.CANNOT_CHECK, reason="nothing_read"),)


def _of_token(reads: Reads, token: Token) -> Verification:
    zone = zone_of(reads.event.record().settings)
    facts = token.facts
    said = Verification(
        CertificateVerdict.VALID,
        facts.serial,
        name=facts.name,
        kind=facts.role,
        issued=datetime.fromtimestamp(facts.issue_hour * 3600, UTC).astimezone(zone),
    )
    slot = next((s for s in reads.event.slots() if key_id(s.key) == token.kid), None)
    if slot is None:
        return _as(said, CertificateVerdict.UNKNOWN_KEY, "unknown_key")
    in_range = slot.first_serial <= facts.serial <= slot.last_serial
    if not in_range or not token.signed_with(slot.key):
        return _as(said, CertificateVerdict.BAD_SIGNATURE, "bad_signature")
    known = next((c for c in reads.certificates.with_serial(facts.serial) if _names(c, token)), None)
    if known is None:
        return said
    found = _state(known, zone)
    return found if found.name else replace(found, name=facts.name)


def _names(c: CertificateRecord, token: Token) -> bool:
    """Is it that certificate? Where its personal values are erased, its number, kind and hour tell."""
    if c.token:
        return c.token == token.raw
    return (c.kind, c.issued_at // _HOUR_MS) == (token.facts.role, token.facts.issue_hour)


def _of_typed(reads: Reads, code: TypedCode) -> Verification:
    zone = zone_of(reads.event.record().settings)
    for c in reads.certificates.with_serial(code.serial):
        mine = read_typed_code(typed_code(c.serial, c.token)) if c.token else None
        if mine == code:
            return _state(c, zone)
    return Verification(CertificateVerdict.CANNOT_CHECK, code.serial, reason="not_in_register")


def _state(c: CertificateRecord, zone: ZoneInfo) -> Verification:
    verdict = CertificateVerdict.REVOKED if c.revoked else CertificateVerdict.VALID
    issued = local_time(c.issued_at, zone)
    return Verification(verdict, c.serial, number_of(c, zone), c.name, c.kind, issued, c.revoke_reason)


def _as(said: Verification, verdict: CertificateVerdict, reason: str) -> Verification:
    return Verification(verdict, said.serial, "", said.name, said.kind, said.issued, reason)
