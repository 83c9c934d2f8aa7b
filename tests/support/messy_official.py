"""Lists as municipalities, ministries and secretariats send them: titles, signatures, capitals, merged cells."""

from collections.abc import Sequence
from datetime import date

from support.crowds import REGIONS, Cell, MessyList, Sheet, crowd, truth

Rows = list[Sequence[Cell]]


def minutes() -> MessyList:
    """Logos' rows and titles, two heading rows under merged groups, numbering, signatures below."""
    people = crowd("minutes", 57)
    rows: Rows = [
        [], ["", "PRESIDENCIA DEL CONSEJO DE MINISTROS"], ["", "Secretaría de Descentralización"], [],
        ["RELACIÓN DE PARTICIPANTES – II ENCUENTRO NACIONAL DE MANCOMUNIDADES MUNICIPALES"],
        ["Lugar: Cusco", "", "", "Fecha: 9 y 10 de octubre"], [],
        ["N°", "DATOS PERSONALES", "", "", "", "DATOS INSTITUCIONALES", "", "", "CONTACTO", "", "FIRMA"],
        ["", "Ape. Pat.", "Ape. Mat.", "Nom.", "DNI", "Inst.", "Cargo", "Dpto.", "Cel.", "F. Nac.", ""],
    ]  # fmt: skip
    for n, p in enumerate(people, 1):
        rows.append(
            [n, p.paternal.upper(), p.maternal.upper(), p.given.upper(), p.number, p.organisation, p.position,
             p.region.upper(), p.phone, date(1980, 1, 1 + n % 28), ""]
        )  # fmt: skip
    rows += [[], ["", f"TOTAL: {len(people)}"], [], ["", "_________________", "", "", "_________________"]]
    rows += [["", "V°B° Secretaría", "", "", "Sello y firma"], ["Elaborado por: Oficina de Logística"]]
    merged = ((4, 0, 4, 10), (7, 1, 7, 4), (7, 5, 7, 7), (7, 8, 7, 9), (7, 0, 8, 0), (7, 10, 8, 10))
    known = {p.dni: {"region": p.region, "organisation": p.organisation, "phone": p.phone} for p in people}
    return MessyList("acta.xlsx", (Sheet("Asistencia", rows, merged=merged),), truth(people), also=known)


def ministry_text() -> MessyList:
    """cp1252, semicolons to the end of every line, "APELLIDOS, NOMBRES" in capitals."""
    people = crowd("ministry", 40)
    rows: Rows = [["GOBIERNO REGIONAL DE CUSCO;;;;"], [";;;;"], ["ANEXO 02 - LISTADO OFICIAL;;;;"], [";;;;"]]
    rows.append(["Nº;APELLIDOS Y NOMBRES;D.N.I. Nº;ENTIDAD;CARGO"])
    rows += [
        [f"{n};{p.official};{p.dni};{p.organisation.upper()};{p.position.upper()}"]
        for n, p in enumerate(people, 1)
    ]
    rows += [["TOTAL;;;;40"], ["Fuente: Mesa de Partes;;;;"]]
    return MessyList(
        "oficio.csv", (Sheet("", rows),), truth(people), encoding="cp1252", cut="",
        also={p.dni: {"organisation": p.organisation} for p in people},
    )  # fmt: skip


def capitals_without_comma() -> MessyList:
    people = crowd("capitals", 45)
    rows: Rows = [["LISTA DE ASISTENCIA"], ["ÍTEM", "APELLIDOS Y NOMBRES", "DOC. IDENTIDAD", "PROCEDENCIA"]]
    rows += [[n, f"{p.surnames} {p.given}".upper(), p.dni, p.organisation] for n, p in enumerate(people, 1)]
    return MessyList("padron.csv", (Sheet("", rows),), truth(people), encoding="latin-1", cut="|")


def given_first() -> MessyList:
    people = crowd("given first", 30)
    rows: Rows = [["#", "NOMBRES Y APELLIDOS", "N° DOCUMENTO", "MANCOMUNIDAD", "REGIÓN"]]
    rows += [[n, p.name.upper(), p.dni, p.organisation, p.region] for n, p in enumerate(people, 1)]
    return MessyList("nomina.csv", (Sheet("", rows),), truth(people), encoding="utf-16", cut="\t")


def by_region() -> MessyList:
    """A sheet a region, named by it, each with its own title and total; a hidden sheet of old data."""
    people = crowd("by region", 48)
    sheets = []
    for region in REGIONS:
        mine = [p for p in people if p.region == region]
        rows: Rows = [
            [f"REGIÓN {region.upper()}"],
            [],
            ["N°", "Apellidos y Nombres", "DNI", "Municipalidad", "Cargo"],
        ]
        rows += [
            [n, f"{p.surnames}, {p.given}", p.number, p.organisation, p.position]
            for n, p in enumerate(mine, 1)
        ]
        rows.append(["", "TOTAL", len(mine)])
        sheets.append(Sheet(region.upper(), rows))
    old: Rows = [["Apellidos y Nombres", "DNI"], ["VIEJO DATO, JUAN", 44556677]]
    sheets += [Sheet("Hoja9", old, hidden=True), Sheet("Resumen", [["Región", "Cantidad"], ["Cusco", 7]])]
    return MessyList(
        "por_region.xlsx", tuple(sheets), truth(people), also={p.dni: {"region": p.region} for p in people}
    )


def by_day() -> MessyList:
    """The same people on the sheets of two days, the second sheet with columns in another order."""
    people = crowd("by day", 30)
    first: Rows = [["Nombres", "Apellidos", "DNI", "Institución"]]
    first += [[p.given, p.surnames, p.dni, p.organisation] for p in people[:24]]
    second: Rows = [["DNI", "APELLIDOS Y NOMBRES", "Institución", "Correo"]]
    second += [[p.number, p.official, p.organisation, p.email] for p in people[12:]]
    return MessyList(
        "dos_dias.xlsx", (Sheet("Día 1 (09-10)", first), Sheet("Día 2 (10-10)", second)), truth(people),
        repeated=12, also={p.dni: {"email": p.email} for p in people[12:]},
    )  # fmt: skip


def merged_down() -> MessyList:
    """Organisation and region stand once, merged down over their delegates."""
    people = crowd("merged down", 24)
    rows: Rows = [["N°", "MANCOMUNIDAD", "DEPARTAMENTO", "NOMBRES Y APELLIDOS", "DNI", "CARGO"]]
    merged = []
    for top in range(0, 24, 4):
        head = people[top]
        for n, p in enumerate(people[top : top + 4]):
            first = n == 0
            rows.append([top + n + 1, head.organisation if first else None, head.region if first else None,
                         p.name, p.dni, p.position])  # fmt: skip
        merged += [(top + 1, column, top + 4, column) for column in (1, 2)]
    known = {
        p.dni: {"organisation": people[i - i % 4].organisation, "region": people[i - i % 4].region}
        for i, p in enumerate(people)
    }
    return MessyList(
        "delegaciones.xlsx", (Sheet("Hoja1", rows, merged=tuple(merged)),), truth(people), also=known
    )


def sections() -> MessyList:
    """Lines that head a group, headings printed again on every page, subtotals."""
    people = crowd("sections", 36)
    headings: Sequence[Cell] = ["N°", "Apellidos y nombres", "DNI", "Cargo", "Firma"]
    rows: Rows = [["CONTROL DE ASISTENCIA"], headings]
    for top in range(0, 36, 9):
        rows += [[f"MANCOMUNIDAD MUNICIPAL {top}".replace(str(top), "VALLE SAGRADO")]] if top else []
        rows += [[n, p.official, p.dni, p.position, ""] for n, p in enumerate(people[top : top + 9], top + 1)]
        rows += [["", "Sub total", 9], [], headings]
    return MessyList("control.xlsx", (Sheet("Hoja1", rows[:-1]),), truth(people))


def gaps() -> MessyList:
    """Blank columns and rows between everything, headings in row 12, column A empty."""
    people = crowd("gaps", 20)
    rows: Rows = [[] for _ in range(11)]
    rows[4] = ["", "", "Municipalidad Provincial del Cusco"]
    rows.append(["", "Nro.", "", "Nombres", "", "Apellidos", "", "", "N.º DNI", "", "Teléfono"])
    for n, p in enumerate(people, 1):
        rows += [["", n, "", p.given, "", p.surnames, "", "", f" {p.dni} ", "", p.phone], []]
    return MessyList("con_huecos.ods", (Sheet("Hoja 1", rows),), truth(people))


def mayors() -> MessyList:
    """The person's column is called after the office; the office is glued to some names."""
    people = crowd("mayors", 22)
    rows: Rows = [
        ["N°", "Municipalidad Distrital", "Provincia", "Departamento", "Alcalde(sa)", "DNI", "Partido"]
    ]
    glued = ("Alcalde", "Alcaldesa", "Sr.", "")
    rows += [
        [n, f"Municipalidad Distrital de {p.paternal}", "Anta", p.region, f"{glued[n % 4]} {p.name}".strip(),
         p.number, ""]
        for n, p in enumerate(people, 1)
    ]  # fmt: skip
    return MessyList("alcaldes.xlsx", (Sheet("Directorio", rows),), truth(people))


def no_headings() -> MessyList:
    """Nothing above the people: columns told by what stands in them."""
    people = crowd("no headings", 25)
    rows: Rows = [[n, p.name, p.dni, p.email, p.region] for n, p in enumerate(people, 1)]
    return MessyList("sin_titulos.csv", (Sheet("", rows),), truth(people), cut=";")


def honorifics() -> MessyList:
    people = crowd("honorifics", 24)
    titles = ("Ing.", "Mg.", "Abog.", "Dr.", "Dra.", "Econ.", "CPC.", "Lic.", "Arq.", "Sra.", "Mgtr.", "")
    rows: Rows = [["Nombre y apellidos", "Documento de identidad", "Entidad", "Cargo"]]
    rows += [
        [f"{titles[n % 12]} {p.name}".strip(), p.dni, p.organisation, p.position]
        for n, p in enumerate(people)
    ]
    known = {p.dni: {"honorific": titles[n % 12]} for n, p in enumerate(people)}
    return MessyList("con_titulos.xlsx", (Sheet("Hoja1", rows),), truth(people), also=known)


def honorifics_in_capitals() -> MessyList:
    """The title stands before the surnames, before the given names, or behind the comma's end."""
    people = crowd("capital titles", 12)
    forms = ("ING. {0}, {1}", "{0}, ING. {1}", "ING {0}, {1}")
    rows: Rows = [["APELLIDOS Y NOMBRES", "DNI"]]
    rows += [[forms[n % 3].format(p.surnames.upper(), p.given.upper()), p.dni] for n, p in enumerate(people)]
    known = {p.dni: {"honorific": "Ing."} for p in people}
    return MessyList(
        "ingenieros.csv", (Sheet("", rows),), truth(people), also=known, encoding="cp1252", cut=";"
    )


OFFICIAL = (
    minutes, ministry_text, capitals_without_comma, given_first, by_region, by_day, merged_down, sections, gaps,
    mayors, no_headings, honorifics, honorifics_in_capitals,
)  # fmt: skip
