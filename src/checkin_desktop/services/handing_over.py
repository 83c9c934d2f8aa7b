"""Certificates into people's hands: piles, who collected them, the list to be signed, what was left in the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_desktop.domain.certifying import CertificatesReturned, Piles, VoidReason
from checkin_desktop.domain.facts import CertificatesHandedOver
from checkin_desktop.domain.people import Attendee, plain
from checkin_desktop.services.certificate_register import void
from checkin_desktop.services.certificates import good_certificates, number_of
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.entitlements import Who, entitlement_of, grounds
from checkin_desktop.services.ports.documents import PilePaper
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.views import Held, Pile
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, CollectorValues, pack_personal


@dataclass(frozen=True, slots=True)
class Collector:
    """Who takes certificates along: somebody of the list by id, else by name. Empty: to each their own."""

    attendee_id: str = ""
    name: str = ""
    document: str = ""


def piles(desk: Desk) -> tuple[Pile, ...]:
    """Every good certificate in its pile, in the order in which they are printed and lie there."""
    with desk.store.read() as reads:
        return piles_of(reads, desk.store.now_ms())


def piles_of(reads: Reads, now_ms: int) -> tuple[Pile, ...]:
    zone, known = zone_of(reads.event.record().settings), grounds(reads, now_ms)
    good = [c for c in reads.certificates.all() if not c.revoked]
    people = reads.people.attendees(c.attendee_id for c in good)
    collected = _collected(reads)
    names: dict[str, str] = {}
    lying: dict[str, list[Held]] = {}
    for c in good:
        holder = people.get(c.attendee_id)
        name = pile_name(holder, known.settings.piles)
        names.setdefault(plain(name), name)
        collector, at = collected.get(c.serial, ("", None))
        earned = holder is None or not c.ahead or known.earned(holder, entitlement_of(c))
        held = Held(
            c.serial,
            number_of(c, zone),
            c.attendee_id,
            holder.person.sort_name if holder and holder.name else c.name,
            c.document,
            entitlement_of(c),
            c.prints,
            c.handed_over,
            collector,
            local_time(at, zone) if at is not None else None,
            earned,
        )
        lying.setdefault(plain(name), []).append(held)
    return tuple(
        Pile(names[key], tuple(sorted(lying[key], key=lambda h: (plain(h.sort_name), h.serial))))
        for key in sorted(lying, key=lambda key: (not key, key))
    )


def pile_paper(pile: Pile) -> PilePaper:
    """What its separator sheet and the list to be signed say."""
    lines = tuple((h.number, h.sort_name, h.document, h.collector) for h in pile.held)
    numbers = [h.number for h in sorted(pile.held, key=lambda h: h.serial)]
    return PilePaper(pile.name, lines, numbers[0] if numbers else "", numbers[-1] if numbers else "")


def pile_name(holder: Attendee | None, order: Piles) -> str:
    """The institution, or the letter of the surname; empty where there is none."""
    if holder is None:
        return ""
    if order is Piles.ORGANISATION:
        return " ".join(holder.person.organisation.split())
    first = plain(holder.person.sort_name)[:1]
    spelt = holder.person.sort_name.lstrip()[:1].upper()
    return "Ñ" if spelt == "Ñ" else first.upper()


def hand_over(
    desk: Desk, who: Sequence[Who], collector: Collector | None = None, operator: str = ""
) -> tuple[int, ...]:
    """They are in their holders' hands, or in the collector's; answers the serials. Again changes nothing."""
    by = collector or Collector()
    with desk.store.unit() as unit:
        serials = tuple(c.serial for c in good_certificates(unit, who) if not c.handed_over)
        if not serials:
            return ()
        if by.name and not by.attendee_id:
            values = CollectorValues(by.name.strip()[:200], by.document.strip()[:40])
            personal = pack_personal(values, desk.random(SALT_BYTES))
            fact = CertificatesHandedOver(serials, commitment=commitment_to(personal))
            unit.append(fact, [personal], operator)
        else:
            unit.append(CertificatesHandedOver(serials, by.attendee_id), operator=operator)
    return serials


def take_back(desk: Desk, serials: Sequence[int], operator: str = "") -> None:
    """They were not handed over after all, or came back."""
    with desk.store.read() as reads:
        given = {c.serial for c in reads.certificates.all() if c.handed_over}
    wanted = tuple(s for s in serials if s in given)
    if wanted:
        with desk.store.unit() as unit:
            unit.append(CertificatesReturned(wanted), operator=operator)


def left_over(desk: Desk) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """(undelivered, unearned): what to void at the end; what was issued ahead and not earned is in the second only."""
    lying = [h for pile in piles(desk) for h in pile.held if not h.handed_over]
    return tuple(h for h in lying if h.earned), tuple(h for h in lying if not h.earned)


def void_left_over(
    desk: Desk, undelivered: Sequence[int], unearned: Sequence[int], reason: str, operator: str = ""
) -> int:
    """In one step, each with its own reason; answers how many."""
    count = len(void(desk, unearned, VoidReason.UNEARNED, reason, operator))
    return count + len(void(desk, undelivered, VoidReason.UNDELIVERED, reason, operator))


def _collected(reads: Reads) -> dict[int, tuple[str, int | None]]:
    """By serial: who took it away (empty: its holder), and when."""
    given = reads.certificates.collections()
    people = reads.people.attendees(c.collector_id for c in given if c.collector_id)
    found: dict[int, tuple[str, int | None]] = {}
    for c in given:
        collector = people.get(c.collector_id)
        found |= dict.fromkeys(c.serials, (collector.name if collector else c.name, c.at))
    return found
