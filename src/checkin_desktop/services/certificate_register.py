"""The register (libro): every number accounted for, and numbers voided with their reason."""

from collections.abc import Iterable, Sequence

from checkin_desktop.domain.certificate import register_number
from checkin_desktop.domain.certifying import NumbersVoided, VoidReason
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.register import NumberState, RangeAudit, audit
from checkin_desktop.services.certificates import number_of
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.documents import Register, RegisterLine
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.words import Words

_LONGEST_REASON = 200
_VOIDED_AT_ONCE = 50
"""In one unit of work, so that check-ins come in between."""
_SKIPPED_AT_MOST = 1_000


def register_lines(desk: Desk) -> tuple[RegisterLine, ...]:
    """Every number used or voided, in order, with what became of it."""
    with desk.store.read() as reads:
        return register_of(reads)


def whole_register(desk: Desk) -> Register:
    """With what became of each desk's range, by the desk's name."""
    with desk.store.read() as reads:
        names = desks_of_slots(reads)
        ranges = tuple((names.get(r.slot, "") or str(r.slot), r) for r in audit_of(reads))
        return Register(register_of(reads), ranges)


def account_table(register: Register, words: Words) -> tuple[list[str], list[list[str]]]:
    """(headings, rows): each desk's range, a row for each stretch of it that nothing here accounts for."""
    names = ("desk", "first", "last", "issued", "revoked", "void", "unused", "state")
    rows = []
    for desk, r in register.ranges:
        state = words.say(f"documents-register-{'complete' if r.sound else 'incomplete'}")
        unused = "" if r.unused > r.last else str(r.unused)
        counts = [str(n) for n in (r.first, r.last, r.issued, r.revoked, r.void)]
        rows.append([desk, *counts, unused, state])
        for first, last in r.holes:
            hole = words.say("documents-register-hole", first=str(first), last=str(last), desk=desk)
            rows.append([desk, str(first), str(last), "", "", "", "", hole])
        for number in r.twice:
            twice = words.say("documents-register-twice", number=str(number))
            rows.append([desk, str(number), str(number), "", "", "", "", twice])
    return [words.say(f"documents-register-range-{name}") for name in names], rows


def register_of(reads: Reads) -> tuple[RegisterLine, ...]:
    settings = reads.event.record().settings
    zone, pattern = zone_of(settings), reads.certificates.settings().number_pattern
    desks = _Desks(reads)
    found = [
        (
            c.serial,
            RegisterLine(
                number_of(c, zone),
                c.name,
                c.document,
                c.kind,
                local_time(c.issued_at, zone).date(),
                c.revoked,
                c.revoke_reason,
                c.title,
                c.void,
                desks(c.serial),
            ),
        )
        for c in reads.certificates.all()
    ]
    year = settings.days[-1].year if settings.days else 0
    for serial, why, reason in reads.certificates.voided():
        number = register_number(serial, year, pattern)
        line = RegisterLine(number, "", "", None, None, True, reason, void=why, desk=desks(serial))
        found.append((serial, line))
    return tuple(line for _, line in sorted(found, key=lambda one: one[0]))


def register_audit(desk: Desk) -> tuple[RangeAudit, ...]:
    """Each desk's range that was ever begun, or whose desk is here: what became of its numbers."""
    with desk.store.read() as reads:
        return audit_of(reads)


def audit_of(reads: Reads) -> tuple[RangeAudit, ...]:
    numbers = [
        (
            c.serial,
            NumberState.VOID if c.void else NumberState.REVOKED if c.revoked else NumberState.ISSUED,
        )
        for c in reads.certificates.all()
    ]
    numbers += [(serial, NumberState.VOID) for serial, _, _ in reads.certificates.voided()]
    taken = {s.slot for s in reads.event.stations()}
    ranges = [
        (s.number, s.first_serial, s.last_serial)
        for s in reads.event.slots()
        if s.number in taken or any(s.first_serial <= n <= s.last_serial for n, _ in numbers)
    ]
    return audit(ranges, numbers)


def desks_of_slots(reads: Reads) -> dict[int, str]:
    """The name of the desk that numbers from each slot; several where they took it in turn."""
    names: dict[int, list[str]] = {}
    for s in reads.event.stations():
        names.setdefault(s.slot, []).append(s.name)
    return {slot: ", ".join(dict.fromkeys(n for n in some if n)) for slot, some in names.items()}


def desk_names(desk: Desk) -> dict[int, str]:
    """By slot."""
    with desk.store.read() as reads:
        return desks_of_slots(reads)


def void(
    desk: Desk, serials: Sequence[int], why: VoidReason, reason: str = "", operator: str = ""
) -> tuple[int, ...]:
    """These numbers come to nothing, whether a certificate stands behind them or not; answers which were voided.

    Raises PersonFacingError for a number that this desk has not come to yet, and without a reason for paper left out.
    """
    with desk.store.read() as reads:
        known = {c.serial: bool(c.void) for c in reads.certificates.all()}
        gone = {serial for serial, void in known.items() if void}
        gone |= {serial for serial, _, _ in reads.certificates.voided()}
        _refuse_foreign(desk, reads, (s for s in serials if s not in known))
    wanted = tuple(dict.fromkeys(s for s in serials if s not in gone))
    for start in range(0, len(wanted), _VOIDED_AT_ONCE):
        part = wanted[start : start + _VOIDED_AT_ONCE]
        with desk.store.unit() as unit:
            unit.append(NumbersVoided(part, why, reason.strip()[:_LONGEST_REASON]), operator=operator)
    return wanted


def skip_numbers(desk: Desk, count: int, reason: str, operator: str = "") -> tuple[int, ...]:
    """The next numbers of this desk are left out (numbered paper that was spoiled): void before they are issued."""
    if not reason.strip():
        raise PersonFacingError("certificates-reason-needed")
    skipped: tuple[int, ...] = ()
    while not skipped or len(skipped) < count:
        with desk.store.unit() as unit:
            slot = next(s for s in unit.event.slots() if s.number == desk.store.station.slot)
            first = unit.certificates.highest_serial(slot.first_serial, slot.last_serial) + 1
            left = count - len(skipped)
            if not 0 < count <= _SKIPPED_AT_MOST or first + left - 1 > slot.last_serial:
                raise PersonFacingError("certificates-range-used-up")
            part = tuple(range(first, first + min(left, _VOIDED_AT_ONCE)))
            said = reason.strip()[:_LONGEST_REASON]
            unit.append(NumbersVoided(part, VoidReason.SKIPPED, said), operator=operator)
        skipped += part
    return skipped


def _refuse_foreign(desk: Desk, reads: Reads, serials: Iterable[int]) -> None:
    """A number without a certificate is voided by the desk whose it is, and only once it was reached."""
    slot = next(s for s in reads.event.slots() if s.number == desk.store.station.slot)
    highest = reads.certificates.highest_serial(slot.first_serial, slot.last_serial)
    for serial in serials:
        if not slot.first_serial <= serial <= highest:
            raise PersonFacingError("certificates-not-our-number", number=serial)


class _Desks:
    """Whose range a number is from."""

    def __init__(self, reads: Reads) -> None:
        self._names, self._slots = desks_of_slots(reads), reads.event.slots()

    def __call__(self, serial: int) -> str:
        slot = next((s for s in self._slots if s.first_serial <= serial <= s.last_serial), None)
        return self._names.get(slot.number, "") if slot else ""
