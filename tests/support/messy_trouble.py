"""Lists with something wrong in them: what is told, and that everybody else comes in all the same."""

from collections.abc import Sequence

from checkin_desktop.services.ports.rosters import ProblemKind as K
from support.crowds import Cell, MessyList, Sheet, crowd, truth

Rows = list[Sequence[Cell]]


def garbled() -> MessyList:
    """UTF-8 that was read as Windows text once or twice, and web pages' entities."""
    people = crowd("garbled", 24)

    def once(said: str) -> str:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in said.encode())

    rows: Rows = [["Nombres", "Apellidos", "DNI", once("Institución"), "Regi&oacute;n"]]
    for n, p in enumerate(people):
        spoilt = (once, lambda s: once(once(s)), lambda s: s.replace("í", "&iacute;").replace("ñ", "&#241;"))[
            n % 3
        ]
        rows.append(
            [spoilt(p.given), spoilt(p.surnames), p.dni, "Econom&iacute;a &amp; Finanzas", spoilt(p.region)]
        )
    known = {p.dni: {"organisation": "Economía & Finanzas", "region": p.region} for p in people}
    return MessyList("malogrado.csv", (Sheet("", rows),), truth(people), also=known)


def wrong_documents() -> MessyList:
    """Digits missing, too many, letters among them: told, and the person comes in without one."""
    people = crowd("wrong documents", 16)
    wrong: Sequence[Cell] = [
        "12345",
        "4567O123",
        "1234567X",
        "123456789",
        "4.5E+07",
        "O1234567",
        "00000000",
        "2025-10-09",
    ]
    rows: Rows = [["Apellidos y nombres", "DNI", "Entidad"]]
    rows += [[p.official, p.number, p.organisation] for p in people[:8]]
    rows += [[p.official, cell, p.organisation] for p, cell in zip(people[8:], wrong, strict=True)]
    return MessyList(
        "dni_malos.xlsx", (Sheet("Hoja1", rows),), (*truth(people[:8]), *(("", p.name) for p in people[8:])),
        tuple((row, K.BAD_DOCUMENT) for row in range(10, 18)),
    )  # fmt: skip


def told_kind_is_wrong() -> MessyList:
    """The kind says DNI, the number says something else."""
    a, b, c, d = crowd("told kind", 4)
    rows: Rows = [["Nombres", "Apellidos", "Tipo de documento", "Número de documento"]]
    rows += [[a.given, a.surnames, "DNI", a.number], [b.given, b.surnames, "DNI", "AB123456"]]
    rows += [[c.given, c.surnames, "DNI", 123456789], [d.given, d.surnames, "", "AB123456"]]
    people = ((a.dni, a.name), ("", b.name), ("", c.name), ("AB123456", d.name))
    problems = ((3, K.BAD_DOCUMENT), (4, K.BAD_DOCUMENT))
    return MessyList("tipos.csv", (Sheet("", rows),), people, problems)


def repeated() -> MessyList:
    """The same people in other letters, another order, with and without document."""
    people = crowd("repeated", 12)
    rows: Rows = [["Nombre completo", "DNI", "Institución", "Correo"]]
    rows += [[p.name, p.dni, p.organisation, ""] for p in people]
    a, b, c, d = people[:4]
    bare = a.name.replace("í", "i").replace("é", "e").replace("Á", "A").upper()
    rows += [[bare, a.number, a.organisation.upper(), a.email], [f"{b.surnames}, {b.given}", b.dni, "", ""]]
    rows += [
        [c.name.lower(), "", c.organisation.upper(), ""],
        [f"{d.given} {d.paternal}", d.dni, "", d.email],
    ]
    known = {a.dni: {"email": a.email, "organisation": a.organisation}, d.dni: {"email": d.email}}
    return MessyList("repetidos.xlsx", (Sheet("Hoja1", rows),), truth(people), repeated=4, also=known)


def same_number() -> MessyList:
    """One DNI under two names: the later row stays out and is told."""
    people = crowd("same number", 10)
    rows: Rows = [["Apellidos", "Nombres", "DNI"]]
    rows += [[p.surnames, p.given, p.dni] for p in people[:8]]
    rows += [["Distinto Apellido", "Wenceslao", people[0].dni], ["Otra Persona", "Zoraida", people[1].number]]
    problems = ((10, K.DOCUMENT_OF_ANOTHER), (11, K.DOCUMENT_OF_ANOTHER))
    return MessyList("mismo_dni.csv", (Sheet("", rows),), truth(people[:8]), problems, cut="\t")


def same_code() -> MessyList:
    """One ticket code for two people: the second comes in without it."""
    people = crowd("same code", 8)
    rows: Rows = [["Nombres", "Apellidos", "DNI", "Código QR"]]
    rows += [[p.given, p.surnames, p.dni, "T-7" if n in (2, 5) else f"T-1{n}"] for n, p in enumerate(people)]
    known = {people[2].dni: {"own_code": "T-7"}, people[5].dni: {"own_code": ""}}
    return MessyList("codigos.csv", (Sheet("", rows),), truth(people), ((7, K.CODE_OF_ANOTHER),), also=known)


def names_wanting() -> MessyList:
    people = crowd("names wanting", 12)
    rows: Rows = [["N°", "Apellido Paterno", "Apellido Materno", "Nombres", "DNI", "Institución"]]
    rows += [[n, p.paternal, p.maternal, p.given, p.dni, p.organisation] for n, p in enumerate(people[:8], 1)]
    a, b, c, d = people[8:]
    rows += [[9, "", "", "", a.dni, a.organisation], [10, "-", "", b.given, b.dni, b.organisation]]
    rows += [
        [11, c.paternal, "X", c.given, c.dni, c.organisation],
        [12, "Por confirmar", "", "", "", d.organisation],
    ]
    expected = (*truth(people[:8]), (c.dni, f"{c.given} {c.paternal}"))
    problems = ((10, K.NO_NAME), (11, K.HALF_NAME), (13, K.NO_NAME))
    return MessyList("faltan_nombres.xlsx", (Sheet("Hoja1", rows),), expected, problems)


def no_people() -> MessyList:
    """Trials, two people in one row, numbers and addresses where a name belongs."""
    people = crowd("no people", 10)
    a, b = people[8:]
    rows: Rows = [["Nombres y Apellidos", "DNI", "Correo"]]
    rows += [[p.name, p.dni, p.email] for p in people[:8]]
    strange: Rows = [
        ["prueba prueba", "12345678", "prueba@example.org"], ["asdf", "87654321", ""], ["Test User", "",
         "t@example.org"],
        [f"{a.name} / {b.name}", "", ""], [f"{a.name} y {b.name}", f"{a.dni} / {b.dni}", ""],
        ["45678912", "45678912", ""], ["alguien@example.org", "", ""], ["xxxxx", "", ""], ["EJEMPLO: Juan Pérez",
         "", ""],
    ]  # fmt: skip
    problems = (
        *((row, K.NOT_ONE_PERSON) for row in range(10, 19) if row != 15), (15, K.NO_NAME), (14, K.BAD_DOCUMENT)
    )  # fmt: skip
    return MessyList("pruebas.xlsx", (Sheet("Hoja1", rows + strange),), truth(people[:8]), problems)


def damaged_names() -> MessyList:
    """Letters lost for good: the person comes in, and is told."""
    a, b, c = crowd("damaged", 3)
    rows: Rows = [["Nombres", "Apellidos", "DNI"], [a.given, "Mu?oz Pe\ufffda", a.dni]]
    rows += [[b.given, b.surnames, b.dni], ["Mar?a", c.surnames, c.dni]]
    expected = ((a.dni, f"{a.given} Mu?oz Pe\ufffda"), (b.dni, b.name), (c.dni, f"Mar?a {c.surnames}"))
    return MessyList(
        "letras.csv", (Sheet("", rows),), expected, ((2, K.DAMAGED_NAME), (4, K.DAMAGED_NAME)), cut=";"
    )


def contacts() -> MessyList:
    """Addresses and telephones that cannot be used are left empty and told."""
    a, b, c, d = crowd("contacts", 4)
    rows: Rows = [["Nombres", "Apellidos", "DNI", "Email", "Teléfono / Celular"]]
    rows += [[a.given, a.surnames, a.dni, f"MAILTO:{a.email}".lower(), "+51 984-123-456"]]
    rows += [
        [b.given, b.surnames, b.dni, "no tiene", 984123456.0],
        [c.given, c.surnames, c.dni, "juan@", "123"],
    ]
    rows += [[d.given, d.surnames, d.dni, "Juan.Perez @ Example.ORG", "(084) 234567 anexo 12"]]
    known = {
        a.dni: {"email": a.email},
        b.dni: {"email": "", "phone": "984123456"},
        d.dni: {"email": "juan.perez@example.org"},
    }
    people = truth((a, b, c, d))
    return MessyList(
        "contactos.xlsx", (Sheet("Hoja1", rows),), people, ((4, K.BAD_EMAIL), (4, K.BAD_PHONE)), also=known
    )


TROUBLE = (
    garbled, wrong_documents, told_kind_is_wrong, repeated, same_number, same_code, names_wanting, no_people,
    damaged_names, contacts,
)  # fmt: skip
