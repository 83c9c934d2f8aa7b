"""What was done to a template, step by step, and back: frozen values, no widgets."""

from dataclasses import dataclass

from checkin_desktop.domain.template import Template

_MOST = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A state of the template and which elements were chosen then; `key` names what led to it."""

    template: Template
    chosen: frozenset[int] = frozenset()
    key: str = ""


class History:
    """Changes of one `key` that follow each other (typing in one field, nudging with the arrows) are one step."""

    def __init__(self, template: Template) -> None:
        self._done: list[Step] = [Step(template)]
        self._undone: list[Step] = []
        self._joins = False

    @property
    def now(self) -> Step:
        return self._done[-1]

    @property
    def can_undo(self) -> bool:
        return len(self._done) > 1

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def change(self, template: Template, chosen: frozenset[int], key: str = "") -> None:
        """Another state; one that says the same only changes what is chosen."""
        if template == self.now.template:
            self.choose(chosen)
            return
        step = Step(template, chosen, key)
        if key and self._joins and key == self.now.key and self.can_undo:
            self._done[-1] = step
            if template == self._done[-2].template:  # there and back again is nothing done
                self._done.pop()
        else:
            self._done.append(step)
            del self._done[1 : max(1, len(self._done) - _MOST)]
        self._undone.clear()
        self._joins = True

    def choose(self, chosen: frozenset[int]) -> None:
        """Choosing is no step, and ends what is joined."""
        if chosen != self.now.chosen:
            self._joins = False
            self._done[-1] = Step(self.now.template, chosen, self.now.key)

    def undo(self) -> None:
        if self.can_undo:
            self._undone.append(self._done.pop())
            self._joins = False

    def redo(self) -> None:
        if self.can_redo:
            self._done.append(self._undone.pop())
            self._joins = False
