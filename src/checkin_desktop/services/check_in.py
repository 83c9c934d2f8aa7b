"""Checking people in: who is it, what is the verdict, and the entry that says so. Refusals are journaled too."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from checkin_desktop.domain.admission import (
    REPEAT_MS,
    Admitted,
    AlreadyInside,
    Ambiguous,
    Guest,
    Left,
    Outcome,
    Refusal,
    Refused,
    Source,
    Stranger,
    Verdict,
    WelcomeBack,
    checkpoint_for,
    outcome_of,
)
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.facts import PassageRecorded, PassageUndone
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.presence import Presence
from checkin_desktop.services.deciding import judge, with_room
from checkin_desktop.services.desk import Desk, by_reference, local_time, to_ms, zone_of
from checkin_desktop.services.ports.store import PassageRecord, Unit
from checkin_desktop.services.recognise import Recognised, known_guest, recognise
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.messages import ClaimRequest
from checkin_desktop.wire.personal import SALT_BYTES, CodeText, pack_personal

MAX_CODE_LENGTH = 500
MAX_REASON = 200
_REMEMBERED = 20
NO_SUCH_CHECKPOINT = "desk-no-such-checkpoint"
"""Raised also where a checkpoint was there until another desk took it out of the programme."""


@dataclass(frozen=True, slots=True)
class Supervised:
    """An admission that a supervisor answers for: why, and which refusal it overrides."""

    reason: str
    overridden: str = ""


def check_in(
    desk: Desk,
    code: str,
    checkpoint_id: str | None = None,
    *,
    source: Source,
    at: datetime | None = None,
    operator: str = "",
    day_confirmed: bool = False,
    override: bool = False,
) -> CheckInResult:
    """Decides about a badge code, a document number or somebody's own code, and journals the decision.

    `checkpoint_id` None: the entrance of the day that `at` (now, if None) falls on. `day_confirmed`: a person
    confirmed the checkpoint although the computer's date is another one. `override`: a person lets somebody in
    whose admission is pending at another desk.
    """
    code = code.strip()[:MAX_CODE_LENGTH]
    with _deciding(desk) as unit:
        who = recognise(unit, desk.store.secrets, code)
        return _decided(
            desk, unit, who, who.text, checkpoint_id, source, at, operator, day_confirmed, override
        )


def admit_attendee(
    desk: Desk,
    attendee_id: str,
    checkpoint_id: str | None = None,
    *,
    source: Source = Source.SEARCH,
    at: datetime | None = None,
    operator: str = "",
    day_confirmed: bool = False,
    override: bool = False,
    override_reason: str = "",
    overridden: str = "",
) -> CheckInResult:
    """The same decision about somebody picked from the list.

    `override_reason`: a supervisor lets somebody in against the rules and says why; the entry keeps both, with the
    refusal (`overridden`: the one that was on the screen, where deciding anew gives none).
    """
    with _deciding(desk) as unit:
        attendee = unit.people.attendee(attendee_id)
        who = known_guest(attendee) if attendee else Recognised(Stranger(Refusal.UNKNOWN))
        supervised = Supervised(override_reason.strip()[:MAX_REASON], overridden) if attendee else None
        return _decided(
            desk, unit, who, "", checkpoint_id, source, at, operator, day_confirmed, override, supervised
        )


def enter_from_paper(
    desk: Desk,
    attendee_ids: Sequence[str],
    checkpoint_id: str,
    occurred_at: datetime,
    operator: str = "",
    ticked_at: str = "",
) -> tuple[CheckInResult, ...]:
    """What was ticked on the paper list while there was no power, with the time at which it happened.

    `ticked_at`: the station at whose door, where another one enters it.
    """
    own = desk.store.station.station_id.hex()
    elsewhere = bytes.fromhex(ticked_at) if ticked_at != own else b""
    with desk.store.unit() as unit:
        results = []
        for attendee_id in dict.fromkeys(attendee_ids):
            attendee = unit.people.attendee(attendee_id)
            who = known_guest(attendee) if attendee else Recognised(Stranger(Refusal.UNKNOWN))
            results.append(
                _decided(
                    desk,
                    unit,
                    who,
                    "",
                    checkpoint_id,
                    Source.PAPER,
                    occurred_at,
                    operator,
                    False,
                    ticked_at=elsewhere,
                )
            )
        return tuple(results)


def undo(desk: Desk, entry: str, reason: str = "", operator: str = "") -> None:
    """Takes back an admission or exit; both entries stay in the journal.

    Raises PersonFacingError. Where people sign in, a reason is wanted, and another operator's scan is a
    supervisor's to undo.
    """
    with desk.store.unit() as unit:
        passage = unit.passages.passage(bytes.fromhex(entry))
        if passage is None:
            raise PersonFacingError("check-in-nothing-to-undo")
        if unit.operators.guarded():
            _may_undo(desk, unit, passage.entry, reason)
        if not passage.undone:
            unit.append(PassageUndone(passage.entry, reason[:MAX_REASON]), operator=operator)


def _may_undo(desk: Desk, unit: Unit, entry: bytes, reason: str) -> None:
    scan = unit.journal.entry(entry)
    own = scan is not None and scan.operator_id == desk.authority.operator_id
    desk.authority.require(unit.operators, Action.UNDO_OWN if own else Action.UNDO_ANY)
    if not reason.strip():
        raise PersonFacingError("check-in-undo-reason")


@contextmanager
def _deciding(desk: Desk) -> Iterator[Unit]:
    """A unit of work; where it fails, what was claimed at the hub for it is free again."""
    try:
        with desk.store.unit() as unit:
            yield unit
    except BaseException:
        if desk.claims:
            desk.claims.give_back()
        raise


def _decided(
    desk: Desk,
    unit: Unit,
    found: Recognised,
    code: str,
    checkpoint_id: str | None,
    source: Source,
    at: datetime | None,
    operator: str,
    day_confirmed: bool,
    override: bool = False,
    supervised: Supervised | None = None,
    ticked_at: bytes = b"",
) -> CheckInResult:
    reason = supervised.reason if supervised else ""
    zone = zone_of(unit.event.record().settings)
    stated_ms = to_ms(at) if at else unit.now
    at_ms = stated_ms if at else by_reference(desk, unit, stated_ms)
    local = local_time(at_ms, zone)
    checkpoint, wrong_day = _checkpoint(unit, checkpoint_id, local)
    if isinstance(found.who, Ambiguous):
        return CheckInResult(code, found.who, None, checkpoint, local, "", candidates=found.candidates)
    presence = Presence()
    latest = None
    if found.attendee_id:
        presence = unit.passages.presence(found.attendee_id, checkpoint.id)
        latest = unit.passages.latest(found.attendee_id, checkpoint.id)
    else:
        latest = _stranger_again(desk, unit, found, code, checkpoint.id)
    if latest and not reason and isinstance(found.who, Guest) and _repeats(latest, at_ms):
        return CheckInResult(
            code,
            _verdict_again(latest, presence, zone, desk.store.station.station_id, checkpoint),
            found.attendee,
            checkpoint,
            local_time(latest.at, zone),
            latest.entry.hex(),
            repeated=True,
        )
    verdict: Verdict
    rule = None
    if wrong_day and isinstance(found.who, Guest):
        verdict = Refused(Refusal.WRONG_DAY, days=wrong_day)
    else:
        who, attendee_id = found.who, found.attendee_id
        judged = judge(desk, unit, who, attendee_id, presence, checkpoint, local, zone, day_confirmed)
        verdict, rule = judged.verdict, judged.ruling.rule if judged.ruling else None
    if latest and not reason and isinstance(verdict, Refused) and _same_refusal(latest, verdict, at_ms):
        return CheckInResult(
            code, verdict, found.attendee, checkpoint, local, latest.entry.hex(), repeated=True
        )
    if reason and supervised:
        return _let_in(desk, unit, found, verdict, checkpoint, stated_ms, source, operator, supervised, local)
    fact, personal = _fact(desk, found, verdict, code, checkpoint, stated_ms, source)
    fact = replace(fact, ticked_at=ticked_at)
    entry = unit.draft(fact, personal, operator)
    known_better = _claimed(desk, unit, entry.hash, fact, zone, override)
    if known_better and checkpoint.once and isinstance(known_better, AlreadyInside):
        given = known_better
        if not given.pending:
            known_better = Refused(Refusal.ALREADY_GIVEN, since=given.since, station_id=given.station_id)
    if isinstance(known_better, Refused) and known_better.reason is Refusal.CUSTOM and rule:
        known_better = replace(known_better, sentence=rule.sentence)
    if known_better:
        verdict = with_room(desk, unit, known_better, checkpoint, checkpoint.capacity or 0, zone)
        if isinstance(verdict, AlreadyInside) and verdict.pending:
            return CheckInResult(code, verdict, found.attendee, checkpoint, local, "")
        fact, personal = _fact(desk, found, verdict, code, checkpoint, stated_ms, source)
        entry = unit.draft(fact, personal, operator)
    unit.write(entry, fact)
    return CheckInResult(code, verdict, found.attendee, checkpoint, local, entry.hash.hex())


def _let_in(
    desk: Desk,
    unit: Unit,
    found: Recognised,
    verdict: Verdict,
    checkpoint: Checkpoint,
    at_ms: int,
    source: Source,
    operator: str,
    supervised: Supervised,
    local: datetime,
) -> CheckInResult:
    """On a supervisor's word; the hub is told of it (`override`), never asked."""
    refusal = verdict.reason.value if isinstance(verdict, Refused) else supervised.overridden
    if isinstance(verdict, AlreadyInside):
        refusal = outcome_of(verdict).value
    fact, personal = _fact(desk, found, Admitted(), "", checkpoint, at_ms, source)
    fact = replace(fact, reason=refusal, override=supervised.reason)
    entry = unit.draft(fact, personal, operator)
    _claimed(desk, unit, entry.hash, fact, zone_of(unit.event.record().settings), override=True)
    unit.write(entry, fact)
    return CheckInResult(
        "", Admitted(), found.attendee, checkpoint, local, entry.hash.hex(), override=supervised.reason
    )


def _checkpoint(
    unit: Unit, checkpoint_id: str | None, local: datetime
) -> tuple[Checkpoint, tuple[date, ...]]:
    """The checkpoint, and the event's days if no checkpoint is for today."""
    known = unit.event.checkpoints()
    if not known:
        raise PersonFacingError("desk-no-checkpoints")
    if checkpoint_id is not None:
        for checkpoint in known:
            if checkpoint.id == checkpoint_id:
                return checkpoint, ()
        raise PersonFacingError(NO_SUCH_CHECKPOINT, name=checkpoint_id)
    today = checkpoint_for(known, local)
    if today:
        return today, ()
    days = [c for c in known if c.kind is CheckpointKind.DAY] or list(known)
    nearest = min(days, key=lambda c: abs((c.day - local.date()).days))
    return nearest, tuple(c.day for c in days)


def _claimed(
    desk: Desk, unit: Unit, entry: bytes, fact: PassageRecorded, zone: ZoneInfo, override: bool
) -> Verdict | None:
    """What the hub knows better than this desk: another one lets the same person in, or the place is full there.

    None: nothing, or there is no hub that answers in time; the desk decides alone.
    """
    claims = desk.claims
    admits = fact.outcome in (Outcome.ADMITTED, Outcome.WELCOME_BACK) and fact.source is not Source.PAPER
    if not admits or claims is None or not claims.ready:
        return None
    at = max(fact.occurred_at, 0)
    who = fact.attendee_id or fact.code_id
    answer = claims.ask(unit, ClaimRequest(entry, who, fact.checkpoint_id, fact.outcome, at, override))
    if answer is None or answer.granted:
        return None
    if answer.reason == "full":
        return Refused(Refusal.FULL, limit=answer.limit)
    if answer.reason == "used_up":
        return Refused(Refusal.CUSTOM, limit=answer.limit)
    since = local_time(answer.since if answer.since is not None else unit.now, zone)
    return AlreadyInside(since, answer.station.hex(), pending=answer.reason == "pending")


def _fact(
    desk: Desk,
    found: Recognised,
    verdict: Verdict,
    code: str,
    checkpoint: Checkpoint,
    at_ms: int,
    source: Source,
) -> tuple[PassageRecorded, list[bytes]]:
    personal: list[bytes] = []
    if code and not found.code_id:
        personal = [pack_personal(CodeText(code), desk.random(SALT_BYTES))]
    fact = PassageRecorded(
        attendee_id=found.attendee_id,
        code_id=found.code_id,
        checkpoint_id=checkpoint.id,
        outcome=outcome_of(verdict),
        reason=verdict.reason if isinstance(verdict, Refused) else "",
        occurred_at=at_ms,
        source=source,
        commitment=commitment_to(personal[0]) if personal else b"",
    )
    return fact, personal


def _stranger_again(
    desk: Desk, unit: Unit, found: Recognised, code: str, checkpoint_id: str
) -> PassageRecord | None:
    """The last scan here of the same code that is nobody's."""
    for passage in unit.passages.recent(_REMEMBERED, desk.store.station.station_id):
        if passage.attendee_id or passage.checkpoint_id != checkpoint_id or passage.undone:
            continue
        if passage.code_id == found.code_id and (
            found.code_id or unit.passages.scanned_text(passage.entry) == code
        ):
            return passage
    return None


def _repeats(latest: PassageRecord, at_ms: int) -> bool:
    """The same code within sixty seconds repeats the first verdict and never toggles to an exit; nor does it where
    the clock was put back a little meanwhile."""
    return latest.outcome is not Outcome.REFUSED and abs(at_ms - latest.at) < REPEAT_MS


def _same_refusal(latest: PassageRecord, verdict: Refused, at_ms: int) -> bool:
    same = latest.outcome is Outcome.REFUSED and latest.reason == verdict.reason
    return same and abs(at_ms - latest.at) < REPEAT_MS


def _verdict_again(
    latest: PassageRecord, presence: Presence, zone: ZoneInfo, own: bytes, checkpoint: Checkpoint
) -> Verdict:
    """The first verdict; at another desk than the one that let somebody in, that they are inside already."""
    at = local_time(latest.at, zone)
    if latest.outcome in (Outcome.ADMITTED, Outcome.WELCOME_BACK) and latest.station_id != own:
        if checkpoint.once:
            return Refused(Refusal.ALREADY_GIVEN, since=at, station_id=latest.station_id.hex())
        return AlreadyInside(at, latest.station_id.hex())
    match latest.outcome:
        case Outcome.ALREADY_INSIDE:
            since = presence.last_in_at if presence.last_in_at is not None else latest.at
            return AlreadyInside(local_time(since, zone), presence.station_id.hex())
        case Outcome.WELCOME_BACK:
            return WelcomeBack(at)
        case Outcome.LEFT:
            return Left(at)
        case _:
            return Admitted(given=checkpoint.once)
