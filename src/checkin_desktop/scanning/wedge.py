"""USB scanners type what they read, very fast, and mostly end with Enter: told apart from a person by speed."""

from dataclasses import dataclass, field

MIN_LENGTH = 6
MAX_GAP_S = 0.08
MEAN_GAP_S = 0.03
SLOW_MEAN_GAP_S = 0.045
SLOW_MIN_LENGTH = 8
"""A person rolls a few keys as fast as a slow scanner types, but not eight in a row."""
PAUSE_S = 0.15
MAX_LENGTH = 500
STUCK = 24
"""So many times the same character in a row is a key that is stuck, not a code."""
_FILLERS = frozenset("<;")
TERMINATORS = ("\r", "\n", "\t")


@dataclass(slots=True)
class WedgeRecogniser:
    """Feed it every key typed with its time in monotonic seconds; it answers a code when a burst ends.

    What a scanner is set to type before and after a code is taken off; a suffix ends a burst as Enter does.
    A burst of more than `MAX_LENGTH` characters is no code of
    anybody's, and neither is a part of it.
    """

    prefix: str = ""
    suffix: str = ""
    _typed: list[str] = field(default_factory=list)
    _first_at: float = 0.0
    _last_at: float = 0.0
    _swallow_until: float = float("-inf")

    def goes_on(self, at: float) -> bool:
        """Whether a key pressed now belongs to the burst under way."""
        return bool(self._typed) and at - self._last_at <= MAX_GAP_S

    def feed(self, character: str, at: float) -> str | None:
        """The scanned code if `character` ends a burst, else None: then the key is the person's own.

        "" for an Enter that follows a code which its suffix has ended: it is nobody's.
        """
        if self._typed and at - self._last_at > MAX_GAP_S:
            self.reset()
        if character in TERMINATORS:
            if not self._typed and at <= self._swallow_until:
                return ""
            return self._ended(at)
        if len(character) == 1 and character.isprintable():
            if not self._typed:
                self._first_at = at
            self._last_at = at
            if len(self._typed) <= MAX_LENGTH:
                self._typed.append(character)
            if self.suffix and "".join(self._typed[-len(self.suffix) :]) == self.suffix:
                return self._ended_by_suffix(at)
        return None

    def pause(self, at: float) -> str | None:
        """Asked when nothing was typed for `PAUSE_S`: the burst of a scanner that ends with nothing.

        Without an Enter only long bursts count, for a person's quick word must stay theirs.
        """
        if len(self._typed) < 2 * SLOW_MIN_LENGTH or at - self._last_at < PAUSE_S:
            return None
        return self._ended(self._last_at)

    def reset(self) -> None:
        self._typed.clear()

    def _ended_by_suffix(self, at: float) -> str | None:
        if len(self._typed) - len(self.suffix) < MIN_LENGTH:
            return None
        code = self._ended(at)
        if code is not None:
            self._swallow_until = at + MAX_GAP_S
        return code

    def _ended(self, at: float) -> str | None:
        typed = "".join(self._typed)
        fast = self._is_burst(typed, at)
        self.reset()
        if not fast:
            return None
        code = typed.removeprefix(self.prefix) if self.prefix else typed
        code = code.removesuffix(self.suffix) if self.suffix else code
        return code if len(code) >= MIN_LENGTH else None

    def _is_burst(self, typed: str, ended_at: float) -> bool:
        if not MIN_LENGTH <= len(typed) <= MAX_LENGTH or _stuck(typed):
            return False
        mean = (ended_at - self._first_at) / len(typed)
        return mean <= (SLOW_MEAN_GAP_S if len(typed) >= SLOW_MIN_LENGTH else MEAN_GAP_S)


def _stuck(typed: str) -> bool:
    """A held key: nothing else, or far too many of it in a row (the fillers of a passport's zone are none)."""
    return len(set(typed)) == 1 or any(c * STUCK in typed for c in set(typed) - _FILLERS)
