"""Is this certificate genuine? Answered from the event file, and from manifests kept here, without a network."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from checkin_desktop.domain.certificate import (
    CertificateVerdict,
    TypedCode,
    kind_said,
    read_typed_code,
    register_number,
    typed_code,
)
from checkin_desktop.keys.certificate_token import Token, read_token_text
from checkin_desktop.keys.manifest import Manifest
from checkin_desktop.services.certificates import number_of
from checkin_desktop.services.desk import Desk, known_zone, local_time, stations, zone_of
from checkin_desktop.services.freshness import known_until
from checkin_desktop.services.manifests import KnownEvent, manifest_of
from checkin_desktop.services.ports.store import CertificateRecord, Reads
from checkin_desktop.services.revocation_list import Revocations, closed_slots, revocations, union_of

_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Verification:
    """`reason` is a sentence id, or a revocation's reason in words; empty if valid.

    Name, kind, hours, document and issue hour come from the signed code where there is one, event and days from the
    event's manifest: to compare with the paper. `as_of`: up to when revocations are known. `labels`: what the
    event calls its kinds, by language. `registered`: it stands in the register here.
    """

    verdict: CertificateVerdict
    serial: int | None = None
    number: str = ""
    name: str = ""
    kind: str = ""
    issued: datetime | None = None
    reason: str = ""
    document: str = ""
    hours: int | None = None
    hour_kind: str = ""
    event: str = ""
    days: tuple[date, ...] = ()
    issuers: tuple[str, ...] = ()
    replaced_by: str = ""
    as_of: datetime | None = None
    labels: tuple[tuple[str, str], ...] = ()
    registered: bool = False

    def label(self, language: str) -> str:
        return dict(self.labels).get(language, "")


_NOTHING_READ = Verification(CertificateVerdict.CANNOT_CHECK, reason="nothing_read")
_NO_CODE = Verification(CertificateVerdict.CANNOT_CHECK, reason="not_a_code")


def verify(desk: Desk, text: str, elsewhere: Iterable[KnownEvent] = ()) -> Verification:
    """A scanned token or a typed code. What is no code of a certificate at all can't be checked.

    `elsewhere`: other events whose manifests are kept on this computer.
    """
    token = read_token_text(text)
    code = read_typed_code(text) if token is None else None
    if token is None and code is None:
        return _NO_CODE
    with desk.store.read() as reads:
        manifest = manifest_of(reads, 0)
        if token is None:
            assert code is not None
            return _of_typed(desk, reads, code, manifest)
        if manifest.slot_with(token.kid) is not None:
            found = _of_token(desk, reads, token, manifest)
            if found.verdict is not CertificateVerdict.BAD_SIGNATURE:
                return found
        return verify_elsewhere(text, (KnownEvent(manifest), *elsewhere))


def verify_elsewhere(text: str, known: Iterable[KnownEvent]) -> Verification:
    """By manifests alone, where there is no event file: a typed code can't be answered."""
    token = read_token_text(text)
    if token is None:
        code = read_typed_code(text)
        if code is None:
            return _NO_CODE
        return Verification(CertificateVerdict.CANNOT_CHECK, code.serial, reason="not_in_register")
    bad: Verification | None = None
    for event in known:
        slot = event.manifest.slot_with(token.kid)
        if slot is None:
            continue
        said = _said(token, event.manifest)
        if not slot.first_serial <= token.facts.serial <= slot.last_serial or not token.signed_with(slot.key):
            bad = bad or _as(said, CertificateVerdict.BAD_SIGNATURE, "bad_signature")
            continue
        dated = max((listed.dated for listed in event.lists), default=None)
        zone = known_zone(event.manifest.timezone) or ZoneInfo("UTC")
        found = replace(said, as_of=dated.astimezone(zone) if dated else None)
        return _with_lists(found, union_of(event.lists), slot.number)
    if bad is not None:
        return bad
    return Verification(CertificateVerdict.UNKNOWN_KEY, reason="unknown_key", **_claimed(token))


def verify_all(
    desk: Desk | None, texts: Iterable[str], elsewhere: Iterable[KnownEvent] = ()
) -> tuple[Verification, ...]:
    """What the codes read in one file say, each certificate once; never empty.

    Codes that are no certificate's (a badge, a link on the page) count only where there is nothing else.
    """
    known = tuple(elsewhere)
    ask: Callable[[str], Verification]
    ask = (lambda t: verify(desk, t, known)) if desk else (lambda t: verify_elsewhere(t, known))
    found = dict.fromkeys(ask(text) for text in texts)
    said = tuple(v for v in found if v.verdict is not CertificateVerdict.CANNOT_CHECK)
    return said or tuple(found)[:1] or (_NOTHING_READ,)


def _of_token(desk: Desk, reads: Reads, token: Token, manifest: Manifest) -> Verification:
    """A token of a slot of this event."""
    facts, slot = token.facts, manifest.slot_with(token.kid)
    said = _said(token, manifest)
    if slot is None or not slot.first_serial <= facts.serial <= slot.last_serial:
        return _as(said, CertificateVerdict.BAD_SIGNATURE, "bad_signature")
    if not token.signed_with(slot.key):
        return _as(said, CertificateVerdict.BAD_SIGNATURE, "bad_signature")
    lists, zone = revocations(desk), zone_of(reads.event.record().settings)
    said = replace(said, as_of=_known_up_to(desk, lists))
    known = next((c for c in reads.certificates.with_serial(facts.serial) if _names(c, token)), None)
    if known is not None:
        return _with_lists(_state(reads, known, said, zone), lists, 0)
    if slot.number in closed_slots(reads, reads.certificates.all()):
        return _as(said, CertificateVerdict.REVOKED, "desk_revoked")
    return _with_lists(said, lists, slot.number)


def _of_typed(desk: Desk, reads: Reads, code: TypedCode, manifest: Manifest) -> Verification:
    zone = zone_of(reads.event.record().settings)
    for c in reads.certificates.with_serial(code.serial):
        mine = read_typed_code(typed_code(c.serial, c.token)) if c.token else None
        if mine == code:
            lists = revocations(desk)
            token_says = Verification(
                CertificateVerdict.VALID,
                c.serial,
                name=c.name,
                kind=c.kind,
                document=c.document,
                hours=c.settings.hours,
                as_of=_known_up_to(desk, lists),
                **_of_event(manifest, c.kind),
            )
            return _with_lists(_state(reads, c, token_says, zone), lists, 0)
    return Verification(CertificateVerdict.CANNOT_CHECK, code.serial, reason="not_in_register")


def _said(token: Token, manifest: Manifest) -> Verification:
    """What the code and the event's manifest say, before anything is checked."""
    zone = known_zone(manifest.timezone) or ZoneInfo("UTC")
    facts, claimed = token.facts, _claimed(token)
    issued = datetime.fromtimestamp(facts.issue_hour * 3600, UTC).astimezone(zone)
    claimed["issued"] = issued
    return Verification(CertificateVerdict.VALID, **claimed, **_of_event(manifest, facts.role))


def _claimed(token: Token) -> dict[str, Any]:
    facts = token.facts
    return {
        "serial": facts.serial,
        "name": facts.name,
        "kind": facts.role,
        "document": facts.document,
        "hours": facts.hours,
        "issued": datetime.fromtimestamp(facts.issue_hour * 3600, UTC),
    }


def _of_event(manifest: Manifest, kind: str) -> dict[str, Any]:
    labels = tuple((language, said[kind]) for language, said in manifest.labels.items() if kind in said)
    return {
        "event": manifest.name,
        "days": manifest.days,
        "issuers": manifest.issuers,
        "labels": labels,
        "hour_kind": manifest.hour_kind,
    }


def _names(c: CertificateRecord, token: Token) -> bool:
    """Is it that certificate? Where its personal values are erased, its number, kind and hour tell."""
    if c.token:
        return c.token == token.raw
    return (c.kind, c.issued_at // _HOUR_MS) == (kind_said(token.facts.role), token.facts.issue_hour)


def _state(reads: Reads, c: CertificateRecord, said: Verification, zone: ZoneInfo) -> Verification:
    found = replace(said, number=number_of(c, zone), issued=local_time(c.issued_at, zone), registered=True)
    if not c.revoked:
        return found
    successor = next((n for n in reads.certificates.of([c.attendee_id]) if n.replaces == c.serial), None)
    return replace(
        found,
        verdict=CertificateVerdict.REVOKED,
        reason=c.revoke_reason,
        replaced_by=number_of(successor, zone) if successor else "",
    )


def _with_lists(found: Verification, lists: Revocations, slot: int) -> Verification:
    """`slot`: whose range a certificate is of that stands in no register here."""
    if found.verdict is not CertificateVerdict.VALID or found.serial is None:
        return found
    if found.serial in lists.serials:
        new = lists.replaced_by.get(found.serial, 0)
        year = found.days[-1].year if found.days else 0
        number = register_number(new, year) if new else ""
        return replace(_as(found, CertificateVerdict.REVOKED, "revoked_elsewhere"), replaced_by=number)
    if slot in lists.closed and found.serial > lists.closed[slot]:
        return _as(found, CertificateVerdict.REVOKED, "desk_revoked")
    return found


def _known_up_to(desk: Desk, lists: Revocations) -> datetime | None:
    """Up to when this desk knows of all others' revocations; None where one of them was never heard of."""
    dates = {said.slot: said.dated for said in lists.lists}
    now = local_time(desk.store.now_ms(), desk.zone)
    known = [now]
    for station in stations(desk):
        if not station.own and not station.revoked:
            at = [t for t in (known_until(station), dates.get(station.slot)) if t is not None]
            if not at:
                return None
            known.append(max(at).astimezone(now.tzinfo))
    return min(known)


def _as(said: Verification, verdict: CertificateVerdict, reason: str) -> Verification:
    return replace(said, verdict=verdict, reason=reason)
