"""What lists glue to a name: honorifics, offices, and words that are no name at all."""

import re
from functools import lru_cache
from typing import NamedTuple

from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.names import units
from checkin_desktop.rosters.repair import lost_letters, without_pictures

_HONORIFICS = {
    "ing": "Ing.", "ingeniero": "Ing.", "ingeniera": "Ing.", "dr": "Dr.", "doctor": "Dr.", "dra": "Dra.",
    "doctora": "Dra.", "lic": "Lic.", "licenciado": "Lic.", "licenciada": "Lic.", "mg": "Mg.", "mag": "Mg.",
    "magister": "Mg.", "mgtr": "Mgtr.", "mtr": "Mtr.", "mtro": "Mtro.", "mtra": "Mtra.", "msc": "M.Sc.", "mba": "MBA",
    "phd": "Ph.D.", "abog": "Abog.", "abg": "Abog.", "abogado": "Abog.", "abogada": "Abog.", "econ": "Econ.",
    "eco": "Econ.", "economista": "Econ.", "arq": "Arq.", "arquitecto": "Arq.", "arquitecta": "Arq.", "prof": "Prof.",
    "profesor": "Prof.", "profesora": "Prof.", "cpc": "CPC.", "cpcc": "CPC.", "sr": "Sr.", "senor": "Sr.",
    "sra": "Sra.", "senora": "Sra.", "srta": "Srta.", "senorita": "Srta.", "don": "Don", "dona": "Doña",
    "bach": "Bach.",
    "tec": "Téc.", "blgo": "Blgo.", "blga": "Blga.", "psic": "Psic.", "enf": "Enf.", "obst": "Obst.", "med": "Méd.",
    "soc": "Soc.", "antrop": "Antrop.", "mons": "Mons.", "rvdo": "Rvdo.", "pbro": "Pbro.", "mr": "Mr.", "mrs": "Mrs.",
    "ms": "Ms.",
}  # fmt: skip
_ALSO_NAMES = frozenset(["bach", "eco", "tec", "med", "soc", "enf", "mag", "mons", "ms"])
"""Titles only with the dot."""
_OFFICES = frozenset(
    ["alcalde", "alcaldesa", "exalcalde", "regidor", "regidora", "gobernador", "gobernadora", "vicegobernador",
     "vicegobernadora", "congresista", "prefecto", "subprefecto", "ministro", "ministra", "viceministro",
     "viceministra"]
)  # fmt: skip
_GLUED = _OFFICES | _HONORIFICS.keys()
_NOBODY = frozenset(
    ["x", "xx", "n a", "s n", "sn", "nn", "n n", "no tiene", "ninguno", "ninguna", "por confirmar", "pendiente",
     "por definir", "por designar", "por asignar", "vacante", "sin nombre", "no registra", "null", "none", "nan",
     "tbd",
     "tba", "to be confirmed", "sin apellido", "no aplica", "reservado"]
)  # fmt: skip
_TRIALS = frozenset(
    ["prueba", "pruebas", "test", "testing", "tester", "asdf", "asd", "asdfg", "qwerty", "qwe", "ejemplo", "example",
     "demo", "abc", "abcd", "user", "usuario", "borrar", "eliminar", "apellido", "apellidos", "nombre", "nombres"]
)  # fmt: skip
_LABELLED = re.compile(r"(?:prueba|test|ejemplo|example)\s*:", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*[/;|]\s*|\s+&\s+")
_ODD = re.compile(r"[\d@/;|&:]|\s[ye]\s", re.IGNORECASE)
_AND = re.compile(r"\s+[ye]\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\d{6,}")


class NameCell(NamedTuple):
    """A cell of names: what is left of it as a name, what was glued to it, whether it is one person's, whether
    all of it are words with which forms are tried out (one such word may be a surname), and whether letters of it
    were lost."""

    name: str
    honorific: str = ""
    office: str = ""
    one_person: bool = True
    trial: bool = False
    damaged: bool = False


@lru_cache(maxsize=50_000)
def name_cell(value: str) -> NameCell:
    """A cell as a name: "" where it holds none ("por confirmar", a line to sign on), else without pictures
    and titles."""
    said = plain(value)
    if not said or said in _NOBODY or not any(map(str.isalpha, said)):
        return NameCell("", damaged=lost_letters(value))
    words, damaged = said.split(), lost_letters(value)
    one = not (_ODD.search(value) and _odd(value))
    trial = all(w in _TRIALS or w.isdigit() or _one_letter(w) for w in words)
    if words[0] in _GLUED or not value.replace(" ", "").isalpha():
        return NameCell(*untitled(without_pictures(value)), one, trial, damaged)
    return NameCell(value, one_person=one, trial=trial, damaged=damaged)


def untitled(value: str) -> tuple[str, str, str]:
    """(the name, honorific, office) of "Ing. Juan Quispe", "Alcaldesa Ana Ríos", "Ríos Paz, Ana (Alcaldesa)"."""
    honorifics: list[str] = []
    offices: list[str] = []
    note = re.search(r"\s*\(([^()]*)\)$", value)
    if note and value[: note.start()].strip():
        value = value[: note.start()]
        offices.append(note[1].strip())
    words = re.sub(r"^(\w{2,6}\.)(?=\w\w)", _apart, value).split()
    while len(words) > 1 and _take(words[0], honorifics, offices):
        words.pop(0)
    while len(words) > 2 and words[-2].endswith(",") and _take(words[-1], honorifics, []):
        words.pop()
        words[-1] = words[-1].rstrip(",")
    return " ".join(words), " ".join(honorifics), " ".join(offices)


def _odd(value: str) -> bool:
    """Whether this is a number, an address, an example, or the names of several."""
    if "@" in value or _LABELLED.match(value) or _NUMBER.search(value):
        return True
    several = [len(p.split()) for p in _SEVERAL.split(value)]
    if len(several) > 1 and min(several) > 1:
        return True
    both = [len(units(p.split())) for p in _AND.split(value)]
    return len(both) > 1 and min(both) > 2


def _take(word: str, honorifics: list[str], offices: list[str]) -> bool:
    key = plain(word).replace(" ", "")
    if key in _OFFICES:
        offices.append(word.strip(".:,").capitalize())
        return True
    title = _HONORIFICS.get(key)
    if title is None or (key in _ALSO_NAMES and not word.endswith(".")):
        return False
    honorifics.append(title)
    return True


def _apart(found: re.Match[str]) -> str:
    return f"{found[1]} " if plain(found[1]) in _HONORIFICS else found[1]


def _one_letter(word: str) -> bool:
    return len(word) > 2 and word == word[0] * len(word)
