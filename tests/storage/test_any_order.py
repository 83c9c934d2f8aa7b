"""What desks note beside scans comes to one state in whatever order it arrives, and when it is computed anew."""

import shutil
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.delegations import DelegationArranged, EscortsRecorded
from checkin_desktop.domain.designs import TemplateChosen, TemplateRemoved, TemplateSaved
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, Direction
from checkin_desktop.domain.facts import (
    CheckpointDefined,
    Fact,
    PassageRecorded,
    PassageUndone,
    PersonalErased,
)
from checkin_desktop.domain.mailing import (
    MailSettled,
    MailsQueued,
    MailsTakenOver,
    MailState,
    MailThing,
    MailTried,
    QueuedMail,
)
from checkin_desktop.domain.meetings import (
    ActaWritten,
    MeetingAttended,
    MeetingReopened,
    MeetingScheduled,
    MeetingsSwapped,
    Party,
    Place,
    Side,
)
from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.domain.operators import OperatorDefined, OperatorRemoved, Role
from checkin_desktop.domain.photos import PhotoAdded
from checkin_desktop.domain.presence import PassagesMoved
from checkin_desktop.domain.questions import AnswersGiven, Question, QuestionDefined, QuestionKind
from checkin_desktop.domain.rules import AdmissionRule, RuleStated
from checkin_desktop.domain.substitutes import CodeLinked, CodeUnlinked, RepresentationRecorded
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.register_walk_in import register
from checkin_desktop.services.settle_conflict import conflicts, settle
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import (
    ActaValues,
    AnswerValues,
    CodeText,
    OperatorValues,
    PhotoValues,
    TextValues,
    pack_personal,
)
from support.desks import OPENING, ROSTER, Station, differences, exchange_all, found, joined, person

DAY = OPENING.date()
POINTS = (
    Checkpoint("day", "Ingreso", CheckpointKind.DAY, DAY, direction=Direction.BOTH),
    Checkpoint("panel", "Panel", CheckpointKind.SESSION, DAY, room="Sala A"),
    Checkpoint("mesa", "Mesa", CheckpointKind.SESSION, DAY, room="Sala B", direction=Direction.BOTH),
)
PLACE = Place("1", DAY, time(9), time(10))
SALT = bytes(16)
small = st.integers(0, 3)
Step = tuple[int, int, int, int, int]
steps = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 25), small, small, small), min_size=4, max_size=25
)


def _said(what: int, a: int, b: int, c: int, ids: list[str], past: list[bytes]) -> tuple[Fact, bytes | None]:
    """One fact of each kind; `past`: the entries that it may speak of."""
    who, other, entry = ids[a], ids[b], past[-1 - (a + 4 * b) % len(past)]
    at, point = OPENING.timestamp() * 1000 + c * 60_000, POINTS[b % 3]

    def beside(values: object) -> bytes:
        return pack_personal(values, SALT)  # type: ignore[arg-type]

    code, photo = beside(CodeText(f"gimnasio {b}")), beside(PhotoValues(b"\xff\xd8\xff" + bytes([b])))
    answer, acta = beside(AnswerValues(("vegetariana",))), beside(ActaValues("temas", "acuerdos"))
    texts = beside(TextValues(("Zoila",)))
    name = beside(OperatorValues(f"Operador {b}"))
    outcome = (Outcome.ADMITTED, Outcome.LEFT, Outcome.WELCOME_BACK, Outcome.ADMITTED)[a]
    kind = (CheckpointKind.SESSION, CheckpointKind.DAY)[c % 2]
    template = ("t1", "t2")[b % 2]
    said: list[tuple[Fact, bytes | None]] = [
        (PassageRecorded(who, "", point.id, outcome, "", int(at), Source.SEARCH), None),
        (PassageRecorded(other, "", POINTS[c % 3].id, outcome, "", int(at), Source.SEARCH), None),
        (PassageUndone(entry, "error"), None),
        (PassagesMoved((entry, past[-1]), POINTS[c % 3].id), None),
        (CheckpointDefined(replace(point, room=("", "Sala A", "Sala B", "Sala C")[c])), None),
        (CheckpointDefined(replace(point, kind=kind, reentry=a > 1)), None),
        (RuleStated(AdmissionRule(f"r{b}", sentence=str(c)), removed=a == 0), None),
        (RepresentationRecorded(who, other, removed=c == 0), None),
        (CodeLinked(who, commitment_to(code)), code),
        (CodeUnlinked(entry), None),
        (PhotoAdded(who, commitment_to(photo)), photo),
        (QuestionDefined(Question(f"q{b}", QuestionKind.TEXT, str(c)), removed=a == 0), None),
        (AnswersGiven(who, (f"q{b}",), commitment_to(answer)), answer),
        (DelegationArranged(f"d{b}", "Cusco", (who, other), removed=c == 0), None)
        if a % 2
        else (DelegationArranged(f"d{b}", "", (who,), commitment=commitment_to(texts)), texts),
        (EscortsRecorded(f"d{b}", point.id, c), None),
        (MeetingScheduled(f"m{b}", Party("A"), Party("", (who,)), PLACE, replaces=(entry,)), None)
        if a % 2
        else (
            MeetingScheduled(f"m{b}", Party(), Party("", (who,)), PLACE, words=commitment_to(texts)),
            texts,
        ),
        (MeetingsSwapped(f"m{b}", f"m{c}", PLACE, PLACE), None),
        (MeetingAttended(f"m{b}", who, Side.A, int(at)), None),
        (MeetingReopened(f"m{b}", (entry,) * (a % 2)), None),
        (ActaWritten(f"m{b}", (who,) * c, commitment_to(acta), int(at)), acta),
        (MailsQueued(MailThing.BADGE, (QueuedMail(f"m{b}", who), QueuedMail(f"m{c}", other, 0, "m1"))), None),
        (MailsTakenOver((f"m{b}", f"m{c}"), "se fue", past[-1][:16] if a else b""), None),
        (MailTried(f"m{b}") if c else MailSettled(f"m{b}", MailState.SENT), None),
        (TemplateSaved(template, bytes([c]), (entry,)) if c else TemplateRemoved(template, (entry,)), None),
        (TemplateChosen(TemplateUse.BADGE, str(b % 2), template), None),
        (OperatorDefined(f"o{b}", Role.DESK, b"", commitment_to(name)), name)
        if c
        else (OperatorRemoved(f"o{b}"), None),
    ]
    return said[what]


@settings(max_examples=12, deadline=None)
@given(steps, st.sampled_from(["", "erased", "merged", "both"]), st.booleans(), st.data())
def test_any_order_is_one_state(
    tmp_path_factory: pytest.TempPathFactory,
    listed: list[Step],
    then: str,
    everybody: bool,
    data: st.DataObject,
) -> None:
    folder: Path = tmp_path_factory.mktemp("order")
    one = found(folder / "one.checkin", checkpoints=POINTS, people=ROSTER[:2])
    other, third = joined(folder / "two.checkin", one), joined(folder / "three.checkin", one)
    try:
        for station in (one, other):
            register(station.desk, person("Una Sola", "40000009"))
        exchange_all([one, other])
        ids = [a.id for a in one.people()]
        for place, what, a, b, c in listed:
            station = (one, other)[place]
            station.clock.turn(1)
            past = [e.hash for e in (*one.entries(), *other.entries())]
            fact, personal = _said(what, a, b, c, ids, past)
            with station.file.unit() as unit:
                unit.append(fact, [personal] if personal else [])
        if then in ("merged", "both"):
            other.clock.turn(1)
            for conflict in conflicts(other.desk):
                if conflict.kind is ConflictKind.SAME_DOCUMENT:
                    settle(other.desk, conflict.id, Choice.SAME_PERSON)
        if then in ("erased", "both"):
            with one.file.unit() as unit:
                unit.append(PersonalErased((ids[0],), everybody=everybody))
        _agree(one, other, third, data)
    finally:
        for station in (one, other, third):
            station.close()
        shutil.rmtree(folder)


def _agree(one: Station, other: Station, third: Station, data: st.DataObject) -> None:
    entries = [*one.entries(), *other.entries()]
    shuffled = data.draw(st.permutations(entries))
    for start in range(0, len(shuffled), 5):
        third.take_in(shuffled[start : start + 5])
    while third.take_in(shuffled)[0]:
        pass
    one.take_from(other)
    one.take_from(third)
    assert differences(one, third) == {}
    told = one.tables()
    assert one.digest() == one.rebuilt_digest(), {
        name: rows ^ told[name] for name, rows in one.tables().items() if rows != told[name]
    }


def test_a_session_without_its_room_empties_no_other_any_more(one: Station) -> None:
    for point in POINTS:
        define_checkpoint(one.desk, point)
    ana = one.person("Ana").id
    for place in ("panel", "mesa"):
        one.clock.turn(60)
        check_in(one.desk, one.badge(one.person("Ana")), place, source=Source.CAMERA)
    with one.file.read() as reads:
        assert not reads.passages.presence(ana, "panel").inside
    for mesa in (replace(POINTS[2], room=""), POINTS[2], replace(POINTS[2], kind=CheckpointKind.DAY)):
        define_checkpoint(one.desk, mesa)
        told = one.tables()["presence"]
        one.rebuilt_digest()
        assert one.tables()["presence"] == told, mesa
