"""One meeting: who, where, what happened, and what can be done about it now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from checkin_desktop.domain.meetings import MeetingState, Side
from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.meetings import MeetingLine
from checkin_desktop.words.dates import clock_time, long_date

_S = MeetingState
_VERBS: dict[str, tuple[frozenset[MeetingState], Action]] = {
    "start": (frozenset({_S.SCHEDULED}), Action.SCAN),
    "acta": (frozenset({_S.SCHEDULED, _S.UNDER_WAY, _S.HELD}), Action.REGISTER),
    "end": (frozenset({_S.UNDER_WAY}), Action.SCAN),
    "print": (frozenset(_S), Action.SCAN),
    "no_show": (frozenset({_S.SCHEDULED, _S.UNDER_WAY}), Action.REGISTER),
    "edit": (frozenset({_S.SCHEDULED}), Action.SETTLE),
    "swap": (frozenset({_S.SCHEDULED}), Action.SETTLE),
    "cancel": (frozenset({_S.SCHEDULED}), Action.SETTLE),
    "swap_back": (frozenset({_S.SCHEDULED}), Action.SETTLE),
    "reopen": (frozenset({_S.UNDER_WAY, _S.HELD, _S.NO_SHOW, _S.CANCELLED}), Action.REGISTER),
}
"""Verb → in which states it is offered, and to whom."""
_FIRST = {_S.SCHEDULED: "start", _S.UNDER_WAY: "acta"}


class MeetingDetail(QFrame):
    """`wanted` carries the verb that a person chose."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self.shown: MeetingLine | None = None
        self._swapped: tuple[str, str] = ("", "")
        self.empty = label("soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name, self.place = label("heading", wrap=True), label(wrap=True)
        self.state, self.people = label("strong", wrap=True), label("soft", wrap=True)
        self.warned = label("wrong", wrap=True)
        self.acta = label(wrap=True)
        self.verbs: dict[str, QPushButton] = {verb: button("", self._want(verb)) for verb in _VERBS}
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        for part in (self.name, self.place, self.state, self.people, self.warned, self.acta):
            inside.addWidget(part)
        holder, flow = QWidget(), Flow()
        holder.setLayout(flow)
        for verb in self.verbs.values():
            flow.addWidget(verb)
        inside.addWidget(holder)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.addWidget(self.empty)
        layout.addWidget(self.body, 1)

    def show_line(self, line: MeetingLine | None, swapped: tuple[str, str] = ("", "")) -> None:
        """`swapped`: the two whose swap can be undone."""
        self.shown, self._swapped = line, swapped
        self.empty.setVisible(line is None)
        self.body.setVisible(line is not None)
        if line is not None:
            self._tell(line)

    def retranslate(self) -> None:
        self.empty.setText(self._context.say("meetings-choose"))
        for verb, made in self.verbs.items():
            made.setText(self._context.say(f"meetings-do-{verb}"))
        self.show_line(self.shown, self._swapped)

    def _want(self, verb: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(verb)

    def _tell(self, line: MeetingLine) -> None:
        say, meeting, place = self._context.say, line.meeting, line.meeting.place
        self.name.setText(say("meetings-name", a=line.a, b=line.b))
        day = long_date(place.day, self._context.language.words.language)
        where = f"{day} · {place.starts:%H:%M} – {place.ends:%H:%M}"
        told = [where, place.table, meeting.topic, say("meetings-ad-hoc-mark") if meeting.ad_hoc else ""]
        self.place.setText(" · ".join(part for part in told if part))
        self.state.setText(state_text(self._context, line))
        here = [
            say("meetings-here", party=line.name(side), people=", ".join(a.name for a in line.people(side)))
            for side in Side
            if line.people(side)
        ]
        self.people.setText("\n".join(here))
        self.people.setVisible(bool(here))
        warnings = [say("meetings-disputed")] if meeting.disputed else []
        if line.clashing:
            warnings.append(say("meetings-clashing"))
        self.warned.setText("\n".join(warnings))
        self.warned.setVisible(bool(warnings))
        written = []
        if line.acta is not None:
            written = [
                say("meetings-acta-topics-said", text=line.acta.topics) if line.acta.topics else "",
                say("meetings-acta-agreements-said", text=line.acta.agreements)
                if line.acta.agreements
                else "",
            ]
        self.acta.setText("\n".join(part for part in written if part))
        self.acta.setVisible(bool(self.acta.text()))
        for verb, made in self.verbs.items():
            states, needs = _VERBS[verb]
            offered = verb != "swap_back" or meeting.id in self._swapped
            made.setVisible(offered and meeting.state in states and self._context.may(needs))
            kind = "primary" if _FIRST.get(meeting.state) == verb else ""
            if made.objectName() != kind:
                made.setObjectName(kind)
                made.style().unpolish(made)
                made.style().polish(made)


def state_text(context: Context, line: MeetingLine) -> str:
    """The state in words, with times and who did not come."""
    meeting, say = line.meeting, context.say
    told = say(f"meeting-state-{meeting.state.value}")
    if meeting.state is MeetingState.NO_SHOW:
        return f"{told}: {' · '.join(line.name(side) for side in meeting.absent)}"
    if meeting.state is MeetingState.SCHEDULED and (meeting.here(Side.A) or meeting.here(Side.B)):
        side = Side.B if meeting.here(Side.A) else Side.A
        return say("meetings-lacking", party=line.name(side))
    if line.started_at is not None:
        times = clock_time(line.started_at)
        if line.ended_at is not None:
            times += f" – {clock_time(line.ended_at)}"
        return f"{told} · {times}"
    return told
