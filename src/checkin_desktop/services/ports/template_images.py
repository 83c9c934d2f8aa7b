"""Pictures as templates take them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PreparedImage:
    """PNG, JPEG or a PDF of one page, and its size in mm: that of the page, where it covers one.

    `pages`: how many the file has; the first is used.
    """

    data: bytes
    width: float
    height: float
    pages: int = 1
