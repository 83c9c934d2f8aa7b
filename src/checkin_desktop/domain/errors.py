"""Failures that a person can do something about."""


class PersonFacingError(Exception):
    """A failure told in one plain sentence with the next step: `sentence` names it in `words/`.

    Everything that is not one of these is a programming error: crash dialog and log.
    """

    def __init__(self, sentence: str, **arguments: object) -> None:
        super().__init__(sentence, arguments)
        self.sentence = sentence
        self.arguments = arguments
