"""Questions asked once at check-in, and what people answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checkin_desktop.domain.badge import crockford
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.questions import (
    MAX_ANSWER,
    AnswersGiven,
    Question,
    QuestionDefined,
    QuestionKind,
    asked_of,
    good_answer,
    is_asked,
)
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, AnswerValues, pack_personal
from checkin_desktop.words import Words

MAX_QUESTIONS = 40
MAX_CHOICES = 30
_ID = 8


def questions(desk: Desk) -> tuple[Question, ...]:
    with desk.store.read() as reads:
        return reads.door.questions()


def new_question_id(desk: Desk) -> str:
    return crockford(desk.random(16), _ID)


def define_question(desk: Desk, question: Question, operator: str = "") -> None:
    """A new question, or another wording of one. Raises PersonFacingError where it can't be asked so."""
    if not question.es.strip():
        raise PersonFacingError("question-no-wording")
    if question.kind is QuestionKind.CHOICE and len(question.choices) < 2:
        raise PersonFacingError("question-no-choices")
    if len(question.choices) > MAX_CHOICES:
        raise PersonFacingError("question-too-many-choices", most=MAX_CHOICES)
    with desk.store.unit() as unit:
        known = unit.door.questions()
        if len(known) >= MAX_QUESTIONS and all(q.id != question.id for q in known):
            raise PersonFacingError("question-too-many", most=MAX_QUESTIONS)
        unit.append(QuestionDefined(question), operator=operator)


def reorder_questions(desk: Desk, ids: Sequence[str], operator: str = "") -> None:
    """They are asked in this order from now on; those that are not named come after, as they stood."""
    with desk.store.unit() as unit:
        known = unit.door.questions()
        place = {question_id: at for at, question_id in enumerate(ids)}
        for at, question in enumerate(sorted(known, key=lambda q: place.get(q.id, len(place)))):
            if question.order != at:
                unit.append(QuestionDefined(replace(question, order=at)), operator=operator)


def remove_question(desk: Desk, question: Question, operator: str = "") -> None:
    """It is asked no more; what was answered stays."""
    with desk.store.unit() as unit:
        unit.append(QuestionDefined(question, removed=True), operator=operator)


def open_questions(reads: Reads, attendee: Attendee, checkpoint_id: str) -> tuple[Question, ...]:
    """What is still to be asked of somebody who was just let in."""
    known = reads.door.questions()
    if not known:
        return ()
    said = reads.door.answers(attendee.id).get(attendee.id, {})
    return asked_of(known, attendee.person.category, checkpoint_id, frozenset(said))


def answer(desk: Desk, attendee_id: str, answers: Mapping[str, str], operator: str = "") -> None:
    """Keeps what somebody answered, beside the entry. Raises PersonFacingError for an answer that is none."""
    given = {question: text.strip()[:MAX_ANSWER] for question, text in answers.items() if text.strip()}
    if not given:
        return
    with desk.store.unit() as unit:
        if unit.people.attendee(attendee_id) is None:
            raise PersonFacingError("question-nobody")
        known = {q.id: q for q in unit.door.questions()}
        for question, text in given.items():
            if question not in known or not good_answer(known[question], text):
                raise PersonFacingError("question-bad-answer")
        personal = pack_personal(AnswerValues(tuple(given.values())), desk.random(SALT_BYTES))
        unit.append(AnswersGiven(attendee_id, tuple(given), commitment_to(personal)), [personal], operator)


def answered(reads: Reads) -> frozenset[str]:
    """Those who owe no answer: every required question that was theirs to answer has one."""
    required = [q for q in reads.door.questions() if q.required]
    said, been = reads.door.answers(), reads.passages.admitted_at() if required else {}
    free = set()
    for attendee in reads.people.all():
        mine = said.get(attendee.id, {})
        category, places = attendee.person.category, been.get(attendee.id, frozenset())
        if not any(q.id not in mine and is_asked(q, category, places) for q in required):
            free.add(attendee.id)
    return frozenset(free)


def answer_columns(reads: Reads, words: Words) -> tuple[list[str], dict[str, list[str]]]:
    """(headings, answers by attendee in that order) for a spreadsheet."""
    known = reads.door.questions()
    said = reads.door.answers() if known else {}

    def shown(question: Question, text: str) -> str:
        if question.kind in (QuestionKind.YES_NO, QuestionKind.CONSENT) and text:
            return words.say(f"question-{text}")
        return question.answer_text(text, words.language)

    rows = {who: [shown(q, given.get(q.id, "")) for q in known] for who, given in said.items()}
    return [q.wording(words.language) for q in known], rows
