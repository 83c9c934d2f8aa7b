"""USB scanners type what they read, very fast, and end with Enter: told apart from a person by speed."""

from dataclasses import dataclass, field

MIN_LENGTH = 6
MAX_GAP_S = 0.05
MEAN_GAP_S = 0.03
MAX_LENGTH = 500
TERMINATORS = ("\r", "\n", "\t")


@dataclass(slots=True)
class WedgeRecogniser:
    """Feed it every key typed with its time in monotonic seconds; it answers a code when a burst ends.

    A burst of more than `MAX_LENGTH` characters is no code of anybody's, and neither is a part of it.
    """

    _typed: list[str] = field(default_factory=list)
    _times: list[float] = field(default_factory=list)

    def feed(self, character: str, at: float) -> str | None:
        """The scanned code if `character` ends a burst, else None: then the key is the person's own."""
        if self._times and at - self._times[-1] > MAX_GAP_S:
            self.reset()
        if character in TERMINATORS:
            code = "".join(self._typed) if self._is_burst(at) else None
            self.reset()
            return code
        if len(character) == 1 and character.isprintable():
            self._times.append(at)
            if len(self._typed) <= MAX_LENGTH:
                self._typed.append(character)
        return None

    def reset(self) -> None:
        self._typed.clear()
        self._times.clear()

    def _is_burst(self, ended_at: float) -> bool:
        if not MIN_LENGTH <= len(self._typed) <= MAX_LENGTH:
            return False
        return (ended_at - self._times[0]) / len(self._times) <= MEAN_GAP_S
