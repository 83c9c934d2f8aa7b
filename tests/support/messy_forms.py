"""Lists as forms, ticketing systems and people's own spreadsheets export them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin_desktop.domain.people import Category, DocumentKind
from support.crowds import Cell, MessyList, Sheet, crowd, truth

Rows = list[Sequence[Cell]]
_CONSENT = (
    "Autorizo el tratamiento de mis datos personales de acuerdo con la Ley N° 29733 y su reglamento, para los "
    "fines de organización del encuentro"
)


def form() -> MessyList:
    """Google Forms: questions as headings, numeric DNI, people who sent it twice."""
    people = crowd("form", 50)
    rows: Rows = [
        ["Marca temporal", "Dirección de correo electrónico", "¿Cuáles son sus apellidos?",
         "¿Cuáles son sus nombres?",
         "¿Cuál es su número de DNI?", "Institución u organización a la que representa",
         "¿Qué cargo desempeña en su institución?", "¿De qué región nos visita?", "Número de celular (WhatsApp)",
         _CONSENT, "¿Cómo se enteró del evento?"]
    ]  # fmt: skip
    start = datetime(2025, 9, 1, 8, 30)
    for n, p in enumerate([*people, *people[:5]]):
        again = n >= len(people)
        rows.append(
            [start + timedelta(minutes=17 * n), p.email.upper() if again else f" {p.email} ",
             p.surnames.upper() if again else p.surnames, p.given.lower() if again else f"{p.given}  ", p.number,
             p.organisation, p.position, p.region, f"+51 {p.phone}", "Sí, autorizo", "Por redes sociales"]
        )  # fmt: skip
    known = {
        p.dni: {"email": p.email, "region": p.region, "consent": True, "organisation": p.organisation,
                "position": p.position, "phone": f"+51 {p.phone}"}
        for p in people
    }  # fmt: skip
    sheet = Sheet("Respuestas de formulario 1", rows)
    return MessyList("Inscripción (respuestas).xlsx", (sheet,), truth(people), repeated=5, also=known)


def form_text() -> MessyList:
    """The same as text: quoted headings with commas and line breaks, a mark at the start."""
    people = crowd("form text", 30)
    rows: Rows = [
        ["Marca temporal", "Nombres completos", "Apellido paterno", "Apellido materno",
         "Número de documento\n(DNI, CE o pasaporte)", "Nombre de la institución, empresa u organización",
         "Correo electrónico\nde contacto", "¿Asistirá los dos días?", "Acepto la política de privacidad"]
    ]  # fmt: skip
    rows += [
        ["2025/09/02 9:14:05 a. m. GMT-5", p.given, p.paternal, p.maternal, p.dni, f"{p.organisation}, {p.region}",
         p.email, "Sí", "No" if n % 7 == 0 else "Sí"]
        for n, p in enumerate(people)
    ]  # fmt: skip
    known = {p.dni: {"email": p.email, "consent": n % 7 != 0} for n, p in enumerate(people)}
    return MessyList("formulario.csv", (Sheet("", rows),), truth(people), encoding="utf-8-sig", also=known)


def english() -> MessyList:
    people = crowd("english", 20)
    rows: Rows = [
        ["Order #", "First Name", "Last Name", "ID number", "Company / Organization", "Job Title", "E-mail Address",
         "Mobile phone", "Attendee type", "Order date"]
    ]  # fmt: skip
    kinds = ("Speaker", "Panelist", "Attendee", "Guest")
    rows += [
        [f"X{n:04d}", p.given, p.surnames, p.dni, p.organisation, "Manager", p.email, p.phone, kinds[n % 4],
         "2025-09-01"]
        for n, p in enumerate(people)
    ]  # fmt: skip
    told = (Category.SPEAKER, Category.PANELLIST, Category.ATTENDEE, Category.GUEST)
    known = {p.dni: {"category": told[n % 4], "email": p.email} for n, p in enumerate(people)}
    return MessyList("attendees.csv", (Sheet("", rows),), truth(people), also=known)


def kinds_of_document() -> MessyList:
    """A column for the kind and one for the number: DNI with lost zeros, foreigners' cards, passports."""
    people = crowd("kinds", 18)
    rows: Rows = [["Apellidos", "Nombres", "Tipo doc", "Nro. doc", "Nacionalidad"]]
    expected, known = [], {}
    for n, p in enumerate(people):
        number: Cell
        if n % 3 == 0:
            kind, number, kept, is_kind = "DNI", p.number, p.dni, DocumentKind.DNI
        elif n % 3 == 1:
            kind, number, kept, is_kind = "C.E.", 1234500 + n, f"00{1234500 + n}", DocumentKind.CE
        else:
            kind, number, kept, is_kind = (
                "Pasaporte",
                f"aa {100200 + n}",
                f"AA{100200 + n}",
                DocumentKind.PASSPORT,
            )
        rows.append([p.surnames, p.given, kind, number, "Perú"])
        expected.append((kept, p.name))
        known[kept] = {"document_kind": is_kind}
    return MessyList("documentos.xlsx", (Sheet("Hoja1", rows),), tuple(expected), also=known)


def mixed_documents() -> MessyList:
    """One column for every kind, as people type them."""
    people = crowd("mixed", 17)
    forms = (
        "DNI {0}", "D.N.I. N° {0}", "DNI: {0}", "DNI N° {0}", "{0}.0", "{1} {2} {3}", "{1}.{2}.{3}", "{0}-4", "'{0}",
        '="{0}"', " {0}\u00a0", "\u200b{0}", "{1}-{2}-{3}", "{0} (DNI)",
    )  # fmt: skip
    rows: Rows = [["Nombres", "Apellidos", "DNI / CE / Pasaporte"]]
    expected = []
    for p, form_ in zip(people, forms, strict=False):
        rows.append([p.given, p.surnames, form_.format(p.dni, p.dni[:2], p.dni[2:5], p.dni[5:])])
        expected.append((p.dni, p.name))
    others = (
        ("CE 001234567", "001234567"),
        ("PAS. AB123456", "AB123456"),
        ("Carné de extranjería: 987654", "000987654"),
    )
    for p, (written, kept) in zip(people[14:], others, strict=True):
        rows.append([p.given, p.surnames, written])
        expected.append((kept, p.name))
    return MessyList("mezcla.xlsx", (Sheet("Hoja1", rows),), tuple(expected))


def column_each() -> MessyList:
    """A column for each kind of document."""
    people = crowd("column each", 12)
    rows: Rows = [["Nombre Completo", "DNI", "Carné de extranjería", "Pasaporte", "País"]]
    expected = []
    for n, p in enumerate(people):
        written = (
            (p.number, None, None)
            if n % 3 == 0
            else (None, "1234500", None)
            if n % 3 == 1
            else ("-", "-", p.dni)
        )
        kept = (p.dni, "001234500", p.dni)[n % 3]
        if n % 3 == 1:
            written, kept = (None, str(1234500 + n), None), f"00{1234500 + n}"
        rows.append([p.name, *written, "Perú"])
        expected.append((kept, p.name))
    return MessyList("tres_columnas.ods", (Sheet("Hoja1", rows),), tuple(expected))


def categories() -> MessyList:
    """What people come as, beside how they come ("Modalidad: presencial" is no category)."""
    people = crowd("categories", 18)
    said = ("PONENTE", "EXPOSITOR", "PANELISTA", "ALCALDE", "Moderadora", "Participante", "INVITADO ESPECIAL",
            "Prensa", "Equipo organizador")  # fmt: skip
    told = (Category.SPEAKER, Category.SPEAKER, Category.PANELLIST, Category.AUTHORITY, Category.MODERATOR,
            Category.ATTENDEE, Category.GUEST, Category.PRESS, Category.ORGANISER)  # fmt: skip
    rows: Rows = [["Calidad", "Nombres", "Apellidos", "Nº DNI", "Modalidad", "Mesa temática"]]
    rows += [[said[n % 9], p.given, p.surnames, p.dni, "Presencial", "Mesa 2"] for n, p in enumerate(people)]
    known = {p.dni: {"category": told[n % 9]} for n, p in enumerate(people)}
    return MessyList("calidades.xlsx", (Sheet("Hoja1", rows),), truth(people), also=known)


def typed_by_hand() -> MessyList:
    """Line breaks, tabs, hard blanks, zero widths and pictures inside cells; e-mails with blanks."""
    people = crowd("by hand", 24)
    forms = (
        "{0}\u00a0{1}",
        "{0}\n{1}",
        "{0}\t{1}",
        "\u200b{0} {1}\ufeff",
        "{0} 😀 {1}",
        "  {0}   {1} ",
        "{0} {1} ✅",
        "{0}\u2009{1}",
    )
    rows: Rows = [
        ["Nombres\u00a0y apellidos", "DNI", "Correo  electrónico ", "Organización\n(nombre completo)"]
    ]
    rows += [
        [
            forms[n % 8].format(p.given, p.surnames),
            p.dni,
            p.email.replace("@", " @").title(),
            f"{p.organisation}\n",
        ]
        for n, p in enumerate(people)
    ]
    known = {p.dni: {"email": p.email, "organisation": p.organisation} for p in people}
    return MessyList("a_mano.xlsx", (Sheet("Hoja1", rows),), truth(people), also=known)


def formulas() -> MessyList:
    """Cells that are calculated, and calculations that failed."""
    people = crowd("formulas", 15)
    rows: Rows = [["N°", "Nombres", "Apellidos", "DNI", "Nombre completo", "Institución", "Región"]]
    rows += [
        [f"=ROW()-1→{n}", p.given, p.surnames, p.number, f"=B{n + 1}&C{n + 1}→{p.name}",
         "=VLOOKUP(1,X,2)→#N/A" if n % 5 == 0 else f"=Hoja2!A{n}→{p.organisation}",
         "#¡REF!" if n % 5 == 0 else p.region]
        for n, p in enumerate(people, 1)
    ]  # fmt: skip
    known = {p.dni: {"organisation": "" if n % 5 == 0 else p.organisation} for n, p in enumerate(people, 1)}
    return MessyList("con_formulas.xlsx", (Sheet("Hoja1", rows),), truth(people), also=known)


def tickets() -> MessyList:
    """A ticketing export: own codes, the buyer's columns beside the attendee's."""
    people = crowd("tickets", 16)
    rows: Rows = [
        ["Código de entrada", "Tipo de entrada", "Nombre del asistente", "Apellidos del asistente",
         "Documento del asistente", "Nombre del comprador", "Correo del comprador", "Estado"]
    ]  # fmt: skip
    rows += [
        [
            f"TK{n:05d}",
            "General",
            p.given,
            p.surnames,
            p.dni,
            "Oficina Compradora",
            "compras@example.org",
            "Pagado",
        ]
        for n, p in enumerate(people)
    ]
    known = {p.dni: {"own_code": f"TK{n:05d}", "category": Category.ATTENDEE} for n, p in enumerate(people)}
    return MessyList("entradas.csv", (Sheet("", rows),), truth(people), cut=";", also=known)


FORMS = (
    form, form_text, english, kinds_of_document, mixed_documents, column_each, categories, typed_by_hand, formulas,
    tickets,
)  # fmt: skip
