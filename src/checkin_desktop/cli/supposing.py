"""`check-in … --what-if`: the verdict that somebody would get, and the rule that decides; nothing is written."""

from checkin_desktop.cli.context import Context, answer, moment, say
from checkin_desktop.cli.verdicts import as_document
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.services.desk import (
    checkpoint_named,
    checkpoints,
    local_time,
    proposed_checkpoint,
    stations,
)
from checkin_desktop.services.rules import Supposed, what_if
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words.verdicts import verdict_words


def suppose(shared: Context, codes: list[str], checkpoint: str, at: str, as_json: bool) -> None:
    with shared.reading(Action.SCAN) as desk:
        when = moment(at, desk) or local_time(desk.store.now_ms(), desk.zone)
        known = checkpoints(desk)
        where = checkpoint_named(known, checkpoint) if checkpoint else proposed_checkpoint(desk, when)
        if where is None:
            raise PersonFacingError("cli-what-if-checkpoint")
        names = {s.id: s.name for s in stations(desk)}
        for code in codes:
            _show(shared, code, what_if(desk, where.id, when, code=code.strip()), names, as_json)


def _show(shared: Context, code: str, supposed: Supposed, stations: dict[str, str], as_json: bool) -> None:
    verdict, attendee = supposed.verdict, supposed.attendee
    if as_json:
        result = CheckInResult(code, verdict, attendee, supposed.checkpoint, supposed.at, "")
        rule = supposed.ruling.rule.id if supposed.ruling else None
        answer({**as_document(result), "rule": rule, "rule_number": supposed.number})
        return
    said = verdict_words(shared.words, verdict, stations)
    parts = [said.title, attendee.name if attendee else code, said.detail]
    if supposed.number is not None:
        parts.append(shared.words.say("rules-decided-by", number=supposed.number))
    say(" · ".join(part for part in parts if part))
