"""Failures that a person can do something about."""

from typing import Any


class PersonFacingError(Exception):
    """A failure told in one plain sentence with the next step: `sentence` names it in `words/`.

    Everything that is not one of these is a programming error: crash dialog and log.
    """

    def __init__(self, sentence: str, **arguments: object) -> None:
        super().__init__(sentence, arguments)
        self.sentence = sentence
        self.arguments = arguments

    def __reduce__(self) -> tuple[Any, ...]:
        """Crosses processes whole, whatever its own kind is made from."""
        return _restored, (type(self), self.args, self.__dict__)


def _restored(
    kind: type[PersonFacingError], args: tuple[Any, ...], state: dict[str, Any]
) -> PersonFacingError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
