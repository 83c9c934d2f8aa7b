"""Further lists: what is half told, stands twice, or is laid out as nobody expects."""

from collections.abc import Sequence

from checkin_desktop.domain.people import Category
from checkin_desktop.services.ports.rosters import ProblemKind as K
from support.crowds import Cell, MessyList, Sheet, crowd, truth

Rows = list[Sequence[Cell]]


def long_questions() -> MessyList:
    """Questions of more than a sentence, one of them about somebody else."""
    people = crowd("long questions", 12)
    rows: Rows = [
        ["Marca temporal", "Escriba sus nombres y apellidos completos, tal como deben figurar en su certificado",
         "Número de DNI (8 dígitos, sin puntos ni guiones; si es extranjero coloque su carné de extranjería o "
         "pasaporte)",
         "¿A qué mancomunidad, municipalidad o institución representa usted en este encuentro?",
         "¿Cuenta con algún tipo de alergia alimentaria o restricción?",
         "Nombre y teléfono de un contacto de emergencia",
         "Declaro que autorizo el uso de mi imagen y de mis datos personales según la Ley N° 29733"]
    ]  # fmt: skip
    rows += [
        ["1/09/2025 8:30:00", p.name, p.number, p.organisation, "No", "Mi mamá 984000111", "Sí"]
        for p in people
    ]
    known = {p.dni: {"organisation": p.organisation, "consent": True, "phone": ""} for p in people}
    return MessyList("preguntas.xlsx", (Sheet("Respuestas", rows),), truth(people), also=known)


def surnames_in_capitals() -> MessyList:
    """Surnames shouted, given names not: that tells which they are."""
    people = crowd("shouted", 14)
    rows: Rows = [["Participante", "Documento"]]
    rows += [[f"{p.given} {p.surnames.upper()}", p.dni] for p in people]
    return MessyList(
        "apellidos_mayusculas.csv", (Sheet("", rows),), truth(people), cut=";", encoding="cp1252"
    )


def hidden_first() -> MessyList:
    """The first sheet is hidden and old; speakers have a sheet of their own."""
    people = crowd("hidden first", 16)
    head: Sequence[Cell] = ["Nombres", "Apellidos", "DNI"]
    listed: Rows = [head, *[[p.given, p.surnames, p.number] for p in people[:12]]]
    speakers: Rows = [head, *[[p.given, p.surnames, p.number] for p in people[12:]]]
    old: Rows = [head, ["Nadie", "Nunca Jamás", 11223344]]
    sheets = (Sheet("BD", old, hidden=True), Sheet("Inscritos", listed), Sheet("Ponentes", speakers))
    known = {p.dni: {"category": Category.SPEAKER} for p in people[12:]}
    return MessyList("oculta.xlsx", sheets, truth(people), also=known)


def semicolons_in_quotes() -> MessyList:
    """Every cell quoted, numbers as Excel formulas, an "sep=" line first."""
    people = crowd("quoted", 10)
    rows: Rows = [["sep=;"], ['"Nombres";"Apellidos";"DNI";"Institución"']]
    rows += [
        [f'"{p.given}";"{p.surnames}";"=""{p.dni}""";"{p.organisation}; sede {p.region}"'] for p in people
    ]
    return MessyList("exportado.csv", (Sheet("", rows),), truth(people), cut="", encoding="utf-8-sig")


def same_names() -> MessyList:
    """Two people of one name: apart by document, by organisation, and one without a document told once."""
    a, b, c = crowd("same names", 3)
    rows: Rows = [["Nombres", "Apellidos", "DNI", "Entidad"]]
    rows += [[a.given, a.surnames, a.dni, "Municipalidad A"], [a.given, a.surnames, b.dni, "Municipalidad A"]]
    rows += [[c.given, c.surnames, "", "Municipalidad B"], [c.given, c.surnames, "", "Municipalidad C"]]
    rows += [[c.given.upper(), c.surnames.upper(), "", "MUNICIPALIDAD B"]]
    people = ((a.dni, a.name), (b.dni, a.name), ("", c.name), ("", c.name))
    return MessyList("homonimos.xlsx", (Sheet("Hoja1", rows),), people, repeated=1)


def wrong_but_in() -> MessyList:
    """A broken row as in the public list, and blank rows with stray marks."""
    people = crowd("wrong but in", 9)
    rows: Rows = [["Marca temporal", "Nombres", "Apellidos", "N° de DNI", "Correo electrónico"]]
    rows += [["2025-09-01", p.given, p.surnames, p.number, p.email] for p in people]
    rows += [
        ["2025-09-02", "Incompleta", "", 54321, "sin-arroba"],
        ["2025-09-03", "", "", "", ""],
        ["", " ", "-", "", ""],
    ]
    problems = ((11, K.HALF_NAME), (11, K.BAD_DOCUMENT), (11, K.BAD_EMAIL))
    return MessyList("rotas.xlsx", (Sheet("Hoja1", rows),), truth(people), problems)


def organisations_that_begin_like_footers() -> MessyList:
    people = crowd("footers", 4)
    names = ("Total Servicios SAC", "Mesa de Concertación", "Nota Verde", "Responsable Social Perú")
    rows: Rows = [["Institución", "Nombre y apellidos", "Cargo"]]
    rows += [[name, p.name, "Responsable de TI"] for name, p in zip(names, people, strict=True)]
    rows += [["Elaborado por: Logística"], ["TOTAL", "4"]]
    return MessyList("mesas.xlsx", (Sheet("Hoja1", rows),), tuple(("", p.name) for p in people))


def no_document() -> MessyList:
    """Names and places alone, headings far apart, the list beside a legend."""
    people = crowd("no document", 8)
    rows: Rows = [["", "", "", "", "LEYENDA"], ["NOMBRE COMPLETO", "", "MUNICIPIO", "", "P = presente"]]
    rows += [[p.name, "", f"Municipalidad de {p.paternal}", "", ""] for p in people]
    return MessyList("sencilla.ods", (Sheet("Hoja1", rows),), tuple(("", p.name) for p in people))


def odd_but_real() -> MessyList:
    """Names that look like trials and numbers and are people's all the same."""
    names = ("Rosa Ejemplo Ríos", "Prueba Quispe Mamani", "Persona 0012 Inventada", "José Ortega y Gasset",
    "Nombre12 Apellido7",
             "María-Fernanda O'Connor Test", "Ana Demo Paz", "Li Xu")  # fmt: skip
    rows: Rows = [["Nombre completo", "DNI"], *[[name, 40_000_100 + n] for n, name in enumerate(names)]]
    people = tuple((str(40_000_100 + n), name) for n, name in enumerate(names))
    return MessyList("raros.csv", (Sheet("", rows),), people)


MORE = (
    odd_but_real,
    long_questions, surnames_in_capitals, hidden_first, semicolons_in_quotes, same_names, wrong_but_in,
    organisations_that_begin_like_footers, no_document,
)  # fmt: skip
