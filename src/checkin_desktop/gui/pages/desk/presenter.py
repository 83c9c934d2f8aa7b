"""What the desk page does: decides on the writer's lane, searches on the reader's, remembers what is unanswered."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.admission import Admitted, Outcome, Refusal, Refused, Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.page import Context
from checkin_desktop.services.at_the_door import Beside, beside
from checkin_desktop.services.check_in import NO_SUCH_CHECKPOINT, admit_attendee, check_in, undo
from checkin_desktop.services.find_attendee import search
from checkin_desktop.services.questions import answer
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.views import AttendeeLine, CheckInResult, PassageLine
from checkin_desktop.words.verdicts import Tone, VerdictWords, sound_of, verdict_words

RECENT = 14
_HITS = 30
_ECHO_S = 3.0
"""The camera and the scanner read the same badge in one go: that is no second time."""
_LINKABLE = (Refusal.UNKNOWN, Refusal.OTHER_EVENT)


class DeskPresenter(QObject):
    """`decided` brings every verdict; `pinned` those that a person must still acknowledge, newest first;
    `beside` what else there is to know of the person decided about (portrait, visits, questions); `answered`: what
    stands in the search field has been dealt with."""

    decided = Signal(object)
    pinned = Signal(object)
    recent = Signal(object)
    hits = Signal(str, object)
    homonyms = Signal(object)
    nobody = Signal(str)
    checkpoint_missing = Signal()
    beside = Signal(object)
    answered = Signal()

    def __init__(self, context: Context, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._context, self._clock = context, clock
        self._last = "", float("-inf")
        self._unanswered: list[CheckInResult] = []
        self._recent: tuple[PassageLine, ...] = ()
        self._wanted = ""
        self._found: tuple[AttendeeLine, ...] = ()
        self._found_for = ""
        self._admit_when_found = False
        self._behind = ""

    @property
    def unanswered(self) -> tuple[CheckInResult, ...]:
        return tuple(self._unanswered)

    def words_of(self, result: CheckInResult) -> VerdictWords:
        verdict = result.verdict
        if result.repeated and isinstance(verdict, Admitted) and verdict.given:
            verdict = Refused(Refusal.ALREADY_GIVEN, since=result.at)  # or a second one would be handed over
        words = verdict_words(
            self._context.language.words,
            verdict,
            self._context.session.station_names,
            searches=self._context.may(Action.SEARCH),
        )
        if result.override:
            return replace(words, title=self._context.say("verdict-override"), detail=result.override)
        return words

    def scan(self, code: str, source: Source) -> None:
        checkpoint, confirmed = self._context.session.checkpoint, self._context.session.day_confirmed
        if checkpoint is None:
            self.checkpoint_missing.emit()
            return
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: check_in(
                desk, code, checkpoint.id, source=source, operator=operator, day_confirmed=confirmed
            ),
            self._answered if source is Source.SEARCH else self._seen,
            self._failed,
        )

    def admit(self, attendee_id: str) -> None:
        checkpoint, confirmed = self._context.session.checkpoint, self._context.session.day_confirmed
        if checkpoint is None:
            self.checkpoint_missing.emit()
            return
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: admit_attendee(
                desk, attendee_id, checkpoint.id, operator=operator, day_confirmed=confirmed
            ),
            self._answered,
            self._failed,
        )

    def admit_against(self, attendee_id: str, reason: str, refusal: str, refused: str) -> None:
        """On a supervisor's word; the card of the refusal (`refused`) is dealt with."""
        checkpoint, confirmed = self._context.session.checkpoint, self._context.session.day_confirmed
        if checkpoint is None:
            self.checkpoint_missing.emit()
            return
        desk, operator = self._context.desk, self._context.operator_id

        def done(result: CheckInResult) -> None:
            self.acknowledge(refused)
            self._answered(result)

        self._context.lanes.writer.run(
            lambda: admit_attendee(
                desk,
                attendee_id,
                checkpoint.id,
                operator=operator,
                day_confirmed=confirmed,
                override_reason=reason,
                overridden=refusal,
            ),
            done,
            self._failed,
        )

    def type(self, text: str) -> None:
        """Every keystroke; an answer to an older text is dropped."""
        self._wanted, self._admit_when_found, self._behind = text.strip(), False, ""
        wanted = self._wanted
        if not wanted or not self._context.may(Action.SEARCH):
            self._found, self._found_for = (), wanted
            self.hits.emit("", ())
            return
        checkpoint = self._context.session.checkpoint
        desk, checkpoint_id = self._context.desk, checkpoint.id if checkpoint else None
        self._context.lanes.reader.run(
            lambda: search(desk, wanted, checkpoint_id, _HITS) if wanted == self._wanted else None,
            lambda found: self._hits(wanted, found),
        )

    def enter(self, chosen: AttendeeLine | None) -> None:
        """Enter in the search field: admits who is marked in the list, or decides about what was typed."""
        if not self._wanted:
            return
        if self._found_for != self._wanted:
            self._admit_when_found = True
        elif chosen is not None:
            self.choose(chosen)
        elif any(c.isdigit() for c in self._wanted):
            self.scan(self._wanted, Source.SEARCH)
        elif not self._context.may(Action.SEARCH):
            self._context.notify(self._context.say("operators-needs-desk"))
        else:
            self.nobody.emit(self._wanted)

    def found_for(self, text: str) -> bool:
        """People were found for this, and may be shown again."""
        return bool(self._found) and self._found_for == text.strip()

    def choose(self, line: AttendeeLine) -> None:
        """Somebody from the list; where others have the same name, it is asked which one."""
        name = plain(line.attendee.name)
        same = tuple(h for h in self._found if plain(h.attendee.name) == name)
        if len(same) > 1:
            self.homonyms.emit(same)
        else:
            self.admit(line.attendee.id)

    def acknowledge(self, card: str | None = None) -> None:
        """That card (`card_of`) has been dealt with; the newest one if none is named."""
        if self._unanswered:
            gone = card if card is not None else card_of(self._unanswered[0])
            self._unanswered = [r for r in self._unanswered if card_of(r) != gone]
            self.pinned.emit(self.unanswered)

    def undo(self, entry: str, reason: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: undo(desk, entry, reason, operator), lambda _: self._undone(entry)
        )

    def last_to_undo(self) -> str:
        """The newest admission or exit of this desk that was not undone yet, "" if there is none."""
        return next((p.entry for p in self._recent if can_undo(p)), "")

    def name_of(self, entry: str) -> str:
        """Whose passage it is, as far as the strip knows."""
        return next((p.name for p in self._recent if p.entry == entry), "")

    def load_recent(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: recent_passages(desk, RECENT), self._recents)

    def _failed(self, error: PersonFacingError) -> None:
        """Nobody was recorded; where another desk took the checkpoint out of the programme, it is read anew."""
        if error.sentence == NO_SUCH_CHECKPOINT:
            self._context.notify(self._context.say("desk-checkpoint-gone"))
            self._context.session.changed.emit()
        else:
            self._context.notify(self._context.say(error.sentence, **error.arguments))

    def _seen(self, result: CheckInResult) -> None:
        """A badge came by itself: a name that is being typed may be somebody else's, found behind the verdict."""
        now = self._clock()
        echo = result.repeated and result.entry == self._last[0] and now - self._last[1] < _ECHO_S
        if echo:
            return
        searched = result.attendee is not None and any(
            h.attendee.id == result.attendee.id for h in self._found
        )
        if searched or result.candidates:
            self._answered(result)
        else:
            self._behind = self._wanted
            self._decided(result)

    def _answered(self, result: CheckInResult) -> None:
        self.answered.emit()
        self._decided(result)

    def _decided(self, result: CheckInResult) -> None:
        self._last = result.entry, self._clock()
        tone = self.words_of(result).tone
        who = result.attendee.id if result.attendee else ""
        self._unanswered = [r for r in self._unanswered if who not in {a.id for a in r.candidates}]
        known = any(card_of(r) == card_of(result) for r in self._unanswered)
        if tone is not Tone.ADMITTED and not known:
            self._unanswered.insert(0, result)
        if self._context.preferences().sounds:
            self._context.tools.play(sound_of(result.outcome, tone))
        self.decided.emit(result)
        self.pinned.emit(self.unanswered)
        if result.candidates:
            self._found = tuple(AttendeeLine(a, None, False) for a in result.candidates)
            self.hits.emit(result.code, self._found)
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: beside(desk, result), self._besides)
        self._context.session.changed.emit()

    def answer(self, attendee_id: str, answers: Mapping[str, str]) -> None:
        """What somebody just let in said."""
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: answer(desk, attendee_id, answers, operator),
            lambda _: self._context.notify(self._context.say("desk-answers-kept")),
        )

    def _besides(self, found: Beside) -> None:
        self.beside.emit(found)

    def _hits(self, wanted: str, found: tuple[AttendeeLine, ...] | None) -> None:
        if found is None or wanted != self._wanted:
            return
        self._found, self._found_for = found, wanted
        if wanted != self._behind or self._admit_when_found:
            self.hits.emit(wanted, found)
        if self._admit_when_found:
            self._admit_when_found = False
            self.enter(found[0] if found else None)

    def _recents(self, lines: tuple[PassageLine, ...]) -> None:
        self._recent = lines
        self.recent.emit(lines)

    def _undone(self, entry: str) -> None:
        name = self.name_of(entry)
        self.acknowledge(entry)
        self._context.notify(self._context.say("desk-undone", name=name or "-"))
        self._context.session.changed.emit()


def card_of(result: CheckInResult) -> str:
    """What tells one card from another: its entry, or where nothing was recorded whom or what it is about."""
    return result.entry or (result.attendee.id if result.attendee else result.code)


def overridable(result: CheckInResult) -> bool:
    """Somebody known was not let in: a supervisor may."""
    return result.attendee is not None and result.outcome in (Outcome.REFUSED, Outcome.ALREADY_INSIDE)


def linkable(result: CheckInResult) -> bool:
    """A code that is nobody's, and none of our own: it may become somebody's."""
    verdict = result.verdict
    return bool(result.code) and isinstance(verdict, Refused) and verdict.reason in _LINKABLE


def can_undo(line: PassageLine) -> bool:
    return (
        line.own_station
        and not line.undone
        and line.outcome in (Outcome.ADMITTED, Outcome.WELCOME_BACK, Outcome.LEFT)
    )
