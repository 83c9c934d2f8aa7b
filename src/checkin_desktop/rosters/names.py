"""Names as lists have them: capitals tidied, one column split in two, nothing lost or moved."""

import re
from functools import lru_cache

PARTICLES = frozenset(
    ["de", "del", "la", "las", "los", "el", "y", "e", "da", "das", "do", "dos", "di", "van", "von", "der"]
)
_SMALL = PARTICLES | frozenset(["en", "para", "por", "con", "al", "a", "of", "and", "the", "for"])
_ACRONYMS = frozenset(
    ["GORE", "MEF", "UNSAAC", "AMRESAM", "DNI", "CE", "UGEL", "DREL", "DRE", "GRE", "MINAM", "MINEDU", "MINSA",
     "MIDIS", "MIDAGRI", "MINCETUR", "PCM", "ONG", "RUC", "SAC", "SRL", "EIRL", "SA", "UNMSM", "UNI", "PUCP", "UPC",
     "UNSA", "UNALM", "UNAP", "UNT", "UNC", "UNCP", "UNSCH", "USIL", "UPCH", "AMPE", "REMURPE", "ANGR", "CEPLAN",
     "SERVIR", "OSCE", "SUNAT", "SUNASS", "OEFA", "SENAMHI", "INDECI", "CENEPRED", "INEI", "RENIEC", "ONPE", "JNE",
     "SERFOR", "SERNANP", "ANA", "INGEMMET", "DEVIDA", "FONCODES", "PNUD", "UNICEF", "FAO", "GIZ", "USAID", "BID",
     "CAF", "OEA", "ONU", "OIT", "UNESCO", "COSUDE", "AECID", "MML", "EPS", "AMUVRAE", "CONAM", "II", "III", "IV",
     "VI", "VII", "VIII", "IX", "XI", "XII", "TIC", "CEO", "CTO", "IT", "PYME", "MYPE", "ANIN", "PROINVERSION",
     "PNP", "SIS", "ESSALUD"]
)  # fmt: skip
_WORD_PARTS = re.compile(r"(['’\-/.()\"“”«»&,;:])")
_VOWELS = frozenset("AEIOUÁÉÍÓÚÜY")


@lru_cache(maxsize=100_000)
def tidy(value: str, led: bool = False) -> str:
    """A name in one case ("QUISPE DE LA CRUZ", "ana ríos") in title case; anything else as it is.

    `led`: given names stand before it, so that its first particle stays small ("Ana de la Cruz").
    """
    if not value or not (value.isupper() or value.islower()):
        return value
    words = value.split()
    return " ".join(_titled(w, first=i == 0 and not led) for i, w in enumerate(words))


@lru_cache(maxsize=100_000)
def tidy_organisation(value: str) -> str:
    """As `tidy`, keeping acronyms; one word in capitals is one ("AMRESAM")."""
    if not value.isupper():
        return value
    words = value.split()
    if len(words) == 1 and len(value) <= 10:
        return value
    return " ".join(w if _acronym(w) else _titled(w, first=i == 0) for i, w in enumerate(words))


def _acronym(word: str) -> bool:
    bare = word.strip('()[]"“”«»,;:-')
    if word.startswith("(") and word.endswith(")") and len(bare) <= 10:
        return True
    letters = bare.replace(".", "")
    if bare.count(".") > 1 or letters in _ACRONYMS or any(c.isdigit() for c in bare):
        return True
    return 1 < len(letters) <= 5 and letters.isalpha() and not _VOWELS & set(letters)


def _titled(word: str, first: bool) -> str:
    if not first and word.lower() in _SMALL:
        return word.lower()
    return "".join(part[:1].upper() + part[1:].lower() for part in _WORD_PARTS.split(word))


def split_full_name(value: str) -> tuple[str, str]:
    """(given names, surnames) of "Ana María Quispe de la Cruz": the words in capitals where only some are
    ("Ana QUISPE"), else the last two surnames, or one of two words; particles stay with the word that they
    lead. Joined with a blank they give the same words in order."""
    parts = units(value.split())
    if len(parts) < 2:
        return value, ""
    shouted = [_shouted(p) for p in parts]
    cut = len(parts) - (1 if len(parts) == 2 else 2)
    if (
        True in shouted[1:]
        and not any(shouted[: shouted.index(True)])
        and all(shouted[shouted.index(True) :])
    ):
        cut = shouted.index(True) or cut
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def split_surnames_first(value: str) -> tuple[str, str]:
    """(given names, surnames) of "QUISPE RÍOS, ANA" or, with no comma, of "QUISPE RÍOS ANA": the words in
    capitals where only some are, else two surnames, or one of two words."""
    surnames, comma, given = value.partition(",")
    if comma:
        return " ".join(given.replace(",", " ").split()), surnames.strip()
    parts = units(value.split())
    if len(parts) < 2:
        return value, ""
    shouted = [_shouted(p) for p in parts]
    cut = 1 if len(parts) == 2 else 2
    if shouted[0] and False in shouted and not any(shouted[shouted.index(False) :]):
        cut = shouted.index(False)
    return " ".join(parts[cut:]), " ".join(parts[:cut])


def _shouted(part: str) -> bool:
    word = part.split()[-1]
    return len(word) > 2 and word.isupper()


def units(words: list[str]) -> list[str]:
    """The words of a name, particles with the word that they lead ("de la Cruz") and both sides of "y" as one."""
    found: list[str] = []
    leading: list[str] = []
    joins_next = False
    for position, word in enumerate(words):
        last = position == len(words) - 1
        if word.lower() in PARTICLES and not last:
            leading.append(word)
            joins_next = joins_next or word.lower() in ("y", "e")
        elif joins_next and found:
            found[-1] = " ".join([found[-1], *leading, word])
            leading, joins_next = [], False
        else:
            found.append(" ".join([*leading, word]))
            leading, joins_next = [], False
    return found
