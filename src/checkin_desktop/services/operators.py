"""Who works at the desks: added, changed, removed; signing in with a PIN; a forgotten one."""

from dataclasses import replace
from itertools import pairwise

from checkin_desktop.domain.badge import crockford
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action, Operator, OperatorDefined, OperatorRemoved, Role
from checkin_desktop.domain.people import plain
from checkin_desktop.keys.pins import make_verifier, pin_fits
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.exchange import PassphraseNeeded, has_passphrase, set_passphrase
from checkin_desktop.services.passphrase_tries import forget_passphrase_tries, try_passphrase
from checkin_desktop.services.pin_tries import WrongPin, count_try, forget_tries
from checkin_desktop.services.ports.operators import OperatorRecord
from checkin_desktop.services.ports.store import Reads, Unit
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, OperatorValues, pack_personal

MIN_PIN, MAX_PIN = 4, 6
MAX_NAME = 60
_ID_LENGTH = 12


def operators(desk: Desk) -> tuple[Operator, ...]:
    """Those who may sign in, in the order in which they were added."""
    with desk.store.read() as reads:
        return _standing(reads)


def operator_names(desk: Desk) -> dict[str, str]:
    """Of everybody who ever was one: for what they did."""
    with desk.store.read() as reads:
        return {r.operator.id: r.operator.name for r in reads.operators.all()}


def guarded(desk: Desk) -> bool:
    """Does anybody have to sign in here?"""
    with desk.store.read() as reads:
        return reads.operators.guarded()


def pin_fault(pin: str) -> str:
    """The sentence that says what is wrong with a new PIN; empty if nothing is."""
    if not (pin.isascii() and pin.isdigit() and MIN_PIN <= len(pin) <= MAX_PIN):
        return "operators-pin-digits"
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return "operators-pin-easy" if steps in ({0}, {1}, {-1}) else ""


def add(desk: Desk, name: str, role: Role, pin: str, passphrase: str = "", operator: str = "") -> Operator:
    """A new operator. The first one must be an organiser, who is signed in from then on.

    Raises PassphraseNeeded while the event has no passphrase (`passphrase` chooses it): without one a forgotten PIN
    of the only organiser could not be replaced.
    """
    if not has_passphrase(desk):
        if not passphrase:
            raise PassphraseNeeded("exchange-passphrase-choose")
        set_passphrase(desk, passphrase)
    new = Operator(crockford(desk.random(16), _ID_LENGTH), _checked_name(name), role)
    with desk.store.unit() as unit:
        first = not unit.operators.guarded()
        if first and role is not Role.ORGANISER:
            raise PersonFacingError("operators-first-organiser")
        _refuse_same_name(unit, new)
        _define(desk, unit, new, _new_verifier(desk, new.id, pin), operator)
    if first:
        desk.authority.operator_id = new.id
    return new


def change(
    desk: Desk,
    operator_id: str,
    *,
    name: str | None = None,
    role: Role | None = None,
    pin: str | None = None,
    operator: str = "",
) -> Operator:
    """What is not given stays. Raises PersonFacingError; the last organiser stays one."""
    with desk.store.unit() as unit:
        before = _record(unit, operator_id)
        changed = replace(
            before.operator,
            name=before.operator.name if name is None else _checked_name(name),
            role=role or before.operator.role,
        )
        _refuse_same_name(unit, changed)
        if changed.role is not Role.ORGANISER:
            _refuse_last_organiser(unit, operator_id)
        verifier = before.verifier if pin is None else _new_verifier(desk, operator_id, pin)
        _define(desk, unit, changed, verifier, operator)
        if pin is not None:
            forget_tries(unit, operator_id)
    return changed


def remove(desk: Desk, operator_id: str, operator: str = "") -> None:
    """Nobody signs in under that name again; what they did keeps it."""
    with desk.store.unit() as unit:
        _record(unit, operator_id)
        _refuse_last_organiser(unit, operator_id)
        unit.append(OperatorRemoved(operator_id), operator=operator)


def sign_in(desk: Desk, operator_id: str, pin: str) -> Operator:
    """Whose name is in every entry from now on. Raises WrongPin, and PinWait after three wrong ones in a row."""
    with desk.store.unit() as unit:
        record = _record(unit, operator_id)
        count_try(desk, unit, operator_id)
    if not pin_fits(pin, record.verifier, operator_id, desk.store.secrets):
        raise WrongPin("operators-wrong-pin")
    with desk.store.unit() as unit:
        forget_tries(unit, operator_id)
    desk.authority.operator_id = operator_id
    return record.operator


def sign_out(desk: Desk) -> None:
    desk.authority.operator_id = ""


def sign_in_named(desk: Desk, name: str, pin: str) -> Operator:
    """By the name, as the command line has it; case and accents do not matter."""
    found = [o for o in operators(desk) if plain(o.name) == plain(name)]
    if not found:
        raise PersonFacingError("operators-nobody", name=name)
    return sign_in(desk, found[0].id, pin)


def recover(desk: Desk, operator_id: str, passphrase: str, pin: str) -> Operator:
    """A new PIN for an organiser who forgot theirs, by the event's passphrase; signs in.

    Wrong passphrases are counted as wrong PINs are.
    """
    with desk.store.unit() as unit:
        record = _record(unit, operator_id)
        if record.operator.role is not Role.ORGANISER:
            raise PersonFacingError("operators-recover-organiser")
        verifier = _new_verifier(desk, operator_id, pin)
    try_passphrase(desk, passphrase)
    desk.authority.operator_id = operator_id
    with desk.store.unit() as unit:
        forget_passphrase_tries(unit)
        forget_tries(unit, operator_id)
        _define(desk, unit, record.operator, verifier, operator_id)
    return record.operator


def may_at(desk: Desk) -> frozenset[Action]:
    """All that whoever is signed in may."""
    with desk.store.read() as reads:
        return frozenset(a for a in Action if desk.authority.may(reads.operators, a))


def _standing(reads: Reads) -> tuple[Operator, ...]:
    return tuple(r.operator for r in reads.operators.all() if not r.removed)


def _record(reads: Reads, operator_id: str) -> OperatorRecord:
    for record in reads.operators.all():
        if record.operator.id == operator_id and not record.removed:
            return record
    raise PersonFacingError("operators-gone")


def _define(desk: Desk, unit: Unit, who: Operator, verifier: bytes, operator: str) -> None:
    personal = pack_personal(OperatorValues(who.name), desk.random(SALT_BYTES))
    unit.append(OperatorDefined(who.id, who.role, verifier, commitment_to(personal)), [personal], operator)


def _new_verifier(desk: Desk, operator_id: str, pin: str) -> bytes:
    fault = pin_fault(pin)
    if fault:
        raise PersonFacingError(fault, least=MIN_PIN, most=MAX_PIN)
    return make_verifier(pin, operator_id, desk.store.secrets)


def _checked_name(name: str) -> str:
    clean = " ".join(name.split())[:MAX_NAME]
    if not clean:
        raise PersonFacingError("operators-no-name")
    return clean


def _refuse_same_name(reads: Reads, who: Operator) -> None:
    if any(plain(o.name) == plain(who.name) and o.id != who.id for o in _standing(reads)):
        raise PersonFacingError("operators-same-name", name=who.name)


def _refuse_last_organiser(reads: Reads, operator_id: str) -> None:
    organisers = [o.id for o in _standing(reads) if o.role is Role.ORGANISER]
    if organisers == [operator_id]:
        raise PersonFacingError("operators-last-organiser")
