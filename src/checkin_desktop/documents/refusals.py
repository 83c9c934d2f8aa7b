"""What can't be printed, told in words."""

from checkin_desktop.domain.errors import PersonFacingError


class BadPicture(PersonFacingError):
    """The bytes are no picture that can be printed."""


def unusual(what: str) -> BadPicture:
    """A PDF has something that a copy to be kept (PDF/A-2) may not have, and that can't simply be left out."""
    return BadPicture("documents-pdf-unusual", what=what)


def too_complex() -> BadPicture:
    return BadPicture("documents-pdf-too-complex")
