"""The Peruvian DNI: its number from Code 39 on the back, and nothing more is kept of the document."""


def dni_number(scanned: str) -> str | None:
    """The eight digits of a DNI; None for any other text. Some issues append a check character."""
    text = scanned.strip().strip("*")
    if (
        text[:8].isdecimal()
        and text[:8].isascii()
        and len(text) in (8, 9)
        and (len(text) == 8 or text[8].isalnum())
    ):
        return text[:8]
    return None
