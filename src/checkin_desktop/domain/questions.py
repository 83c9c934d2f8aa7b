"""What everybody is asked once when they are let in: a diet, a shirt's size, a consent."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.people import Category

YES = "yes"
NO = "no"
MAX_ANSWER = 500


class QuestionKind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered; `id` is what is written down, whatever the language of the screen."""

    id: str
    es: str
    en: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`categories` and `checkpoints` empty: everybody, everywhere. `order` is its place among the others."""

    id: str
    kind: QuestionKind
    es: str
    en: str = ""
    choices: tuple[Choice, ...] = ()
    categories: tuple[Category, ...] = ()
    checkpoints: tuple[str, ...] = ()
    required: bool = False
    order: int = 0

    def wording(self, language: str) -> str:
        """In the language of the screen; Spanish where it was not said otherwise."""
        return self.en if language == "en" and self.en else self.es

    def answer_text(self, answer: str, language: str) -> str:
        """A choice's id as its words; other answers as they were given."""
        found = next((c for c in self.choices if c.id == answer), None)
        if found is None:
            return answer
        return found.en if language == "en" and found.en else found.es


@dataclass(frozen=True, slots=True)
class QuestionDefined:
    question: Question
    removed: bool = False


@dataclass(frozen=True, slots=True)
class AnswersGiven:
    """Which questions somebody answered; the answers stand beside the entry, in the same order."""

    attendee_id: str
    questions: tuple[str, ...]
    commitment: bytes


def asked_of(
    questions: Iterable[Question], category: Category, checkpoint_id: str, answered: frozenset[str]
) -> tuple[Question, ...]:
    """What is still to be asked of somebody let in here, in the order of the list."""
    open_ones = [
        q
        for q in questions
        if q.id not in answered
        and (not q.categories or category in q.categories)
        and (not q.checkpoints or checkpoint_id in q.checkpoints)
    ]
    return tuple(sorted(open_ones, key=lambda q: (q.order, q.id)))


def is_asked(question: Question, category: Category, places: Collection[str]) -> bool:
    """Whether it was for somebody of that category to answer, who was let in at those places."""
    return (not question.categories or category in question.categories) and (
        not question.checkpoints or any(place in question.checkpoints for place in places)
    )


def good_answer(question: Question, answer: str) -> bool:
    """Whether it is one of the answers that the question takes."""
    match question.kind:
        case QuestionKind.TEXT:
            return 0 < len(answer) <= MAX_ANSWER
        case QuestionKind.CHOICE:
            return any(c.id == answer for c in question.choices)
        case QuestionKind.YES_NO | QuestionKind.CONSENT:
            return answer in (YES, NO)
