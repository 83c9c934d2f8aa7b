"""What a heading says its column holds, by its words and not by a list of whole headings."""

from functools import lru_cache

from checkin_desktop.domain.people import plain
from checkin_desktop.services.ports.rosters import RosterField as F

_NOISE = frozenset(
    [
        "n",
        "no",
        "nro",
        "num",
        "numero",
        "numeros",
        "number",
        "nos",
        "de",
        "del",
        "la",
        "el",
        "los",
        "las",
        "lo",
        "y",
        "e",
        "o",
        "u",
        "of",
        "the",
        "your",
        "and",
        "or",
        "su",
        "sus",
        "en",
        "al",
        "a",
        "por",
        "para",
        "favor",
        "please",
        "indique",
        "ingrese",
        "escriba",
        "digite",
        "coloque",
        "cual",
        "es",
        "que",
        "segun",
        "tal",
        "como",
    ]
)
_ROW = frozenset(["item", "items", "orden", "ord", "correlativo", "index", "row", "fila"])
_STAMP = (
    "marca temporal",
    "timestamp",
    "submitted at",
    "hora de inicio",
    "hora de finalizacion",
    "start time",
    "completion time",
    "fecha de registro",
    "fecha registro",
    "fecha y hora",
)
_PERSON = frozenset(
    [
        "participante",
        "participantes",
        "asistente",
        "asistentes",
        "expositor",
        "expositores",
        "ponente",
        "ponentes",
        "invitado",
        "invitados",
        "persona",
        "attendee",
        "attendees",
        "participant",
        "participants",
        "delegate",
        "guest",
        "speaker",
        "inscrito",
        "inscritos",
        "delegado",
    ]
)
_NAME = frozenset(["nombre", "nombres", "name", "names"])
_SURNAME = frozenset(["apellido", "apellidos", "surname", "surnames", "lastname", "apell", "ape", "ap"])
_ORGANISATION = frozenset(
    [
        "entidad",
        "institucion",
        "instituciones",
        "mancomunidad",
        "procedencia",
        "organizacion",
        "municipalidad",
        "municipio",
        "empresa",
        "company",
        "organisation",
        "organization",
        "institution",
        "institucional",
        "affiliation",
        "entity",
        "asociacion",
        "universidad",
        "employer",
        "gore",
        "dependencia",
        "colegio",
        "representa",
        "laboral",
        "agency",
        "agencia",
        "cooperativa",
        "association",
        "university",
        "ministerio",
    ]
)
_DOCUMENT = frozenset(
    [
        "dni",
        "ce",
        "carnet",
        "carne",
        "pasaporte",
        "passport",
        "documento",
        "documentos",
        "doc",
        "cedula",
        "identidad",
        "identity",
        "identification",
        "identificacion",
        "document",
        "extranjeria",
    ]
)
_TYPE = frozenset(["tipo", "type", "clase", "kind"])
_NEVER = frozenset(
    [
        "emergencia",
        "emergency",
        "ruc",
        "acompanante",
        "nacimiento",
        "birth",
        "vencimiento",
        "emision",
        "expiry",
        "banco",
        "apoderado",
    ]
)
_TALK = frozenset(
    [
        "ponencia",
        "tema",
        "charla",
        "talk",
        "exposicion",
        "presentacion",
        "evento",
        "event",
        "session",
        "sesion",
        "proyecto",
    ]
)


@lru_cache(maxsize=10_000)
def field_of(heading: str) -> F | None:
    """The field that a heading names; None where it says nothing, IGNORE for row numbers and timestamps.

    "Nombre" alone is FULL_NAME; that it is the given names is told by the other columns.
    """
    said = plain(heading.replace("°", " ").replace("º", " ").replace("#", " "))
    said = said.replace("e mail", "email").replace("d n i", "dni").replace("c e ", "ce ")
    words = said.split()
    if any(said.startswith(stamp) for stamp in _STAMP):
        return F.IGNORE
    meant = frozenset(w for w in words if w not in _NOISE)
    if (not meant or meant <= _ROW) and heading.strip():
        return F.IGNORE
    if any(
        w.startswith(("autoriz", "consent", "privac")) or w in ("acepta", "acepto", "accept") for w in words
    ):
        return F.CONSENT
    if not meant or len(words) > 16 or meant & _NEVER:
        return None
    return _contact(meant) or _name(words, meant) or _rest(said, meant)


def _contact(meant: frozenset[str]) -> F | None:
    if meant & {"email", "emails", "correo", "correos", "mail"}:
        return F.EMAIL
    if meant & {
        "celular",
        "cel",
        "telefono",
        "telefonos",
        "telf",
        "tel",
        "tlf",
        "movil",
        "whatsapp",
        "phone",
        "mobile",
        "fono",
        "cellphone",
        "telephone",
        "telefonico",
    }:
        return F.PHONE
    if meant & _TYPE and meant & (_DOCUMENT | {"id"}):
        return F.DOCUMENT_KIND
    if meant & {"categoria", "category", "modalidad", "rol", "role", "condicion", "calidad"}:
        return F.CATEGORY
    if meant & _TYPE:
        told = meant & (
            _PERSON | {"entrada", "ticket", "inscripcion", "registro", "participacion", "asistencia", "badge"}
        )
        return F.CATEGORY if told else None
    if "fecha" in meant or "date" in meant:
        return None
    if meant & _DOCUMENT and not meant & (_NAME | _SURNAME):
        return F.DOCUMENT
    if meant <= {"id", "national", "card"} and "national" in meant:
        return F.DOCUMENT
    return None


def _name(words: list[str], meant: frozenset[str]) -> F | None:
    if meant & {"paterno", "paterna", "paternal"}:
        return F.PATERNAL_SURNAME
    if meant & {"materno", "materna", "maternal"}:
        return F.MATERNAL_SURNAME
    if meant & {"cargo", "puesto", "position", "job", "ocupacion", "occupation", "funcion", "cargos"}:
        return F.POSITION
    surname = bool(meant & _SURNAME) or {"last", "name"} <= meant or {"family", "name"} <= meant
    given = bool(meant & (_NAME | {"firstname", "forename", "prenombres"})) and not (
        {"last"} & meant or {"family"} & meant
    )
    if surname and given:
        first = next(w for w in words if w in _NAME or w in _SURNAME or w in ("first", "last"))
        return F.SURNAMES_NAMES if first in _SURNAME or first == "last" else F.FULL_NAME
    if surname:
        if meant & {"primer", "1er", "1", "first"}:
            return F.PATERNAL_SURNAME
        return F.MATERNAL_SURNAME if meant & {"segundo", "2do", "2", "second"} else F.SURNAMES
    if meant & {"firstname", "forename", "prenombres", "pila"}:
        return F.GIVEN_NAMES
    if not given or meant & _TALK:
        return None
    if meant & (_ORGANISATION - {"institucional"}):
        return F.ORGANISATION
    if meant & {"first", "given", "middle", "primer", "segundo"}:
        return F.GIVEN_NAMES
    return None if meant & {"usuario", "user", "file", "archivo"} else F.FULL_NAME


def _rest(said: str, meant: frozenset[str]) -> F | None:
    if meant & _TALK:
        return None
    if (
        meant & {"tratamiento", "titulo", "grado", "honorific", "prefix", "prefijo", "salutation"}
        or said == "title"
    ):
        return F.HONORIFIC
    if meant & {"title"}:
        return F.POSITION
    if meant & {"codigo", "code", "ticket", "qr", "barcode"} and not meant & {
        "postal",
        "zip",
        "modular",
        "ubigeo",
        "pais",
    }:
        return F.OWN_CODE
    if meant & {"region", "departamento", "state", "department", "dpto", "depto"}:
        return F.REGION
    if meant & _ORGANISATION or ("centro" in meant and "trabajo" in meant) or said == "razon social":
        return None if meant & {"direccion", "address", "telefono", "url", "web"} else F.ORGANISATION
    return F.FULL_NAME if meant <= _PERSON or said == "full name" else None
