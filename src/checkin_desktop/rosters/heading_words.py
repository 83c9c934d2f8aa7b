"""The words by which headings are known: Spanish of Peru with its abbreviations, and English."""

NOISE = frozenset(
    ["n", "no", "nro", "num", "numero", "numeros", "number", "nos", "de", "del", "la", "el", "los", "las", "lo",
     "y", "e", "o", "u", "of", "the", "your", "and", "or", "su", "sus", "en", "al", "a", "por", "para", "favor",
     "please", "indique", "ingrese", "escriba", "digite", "coloque", "cual", "es", "que", "segun", "tal", "como",
     "cuales", "son", "mi", "mis", "tu", "tus", "se", "con", "ud", "usted", "aqui", "actual", "s", "as", "os"]
)  # fmt: skip
ROW = frozenset(
    ["item", "items", "orden", "ord", "correlativo", "index", "row", "fila", "num", "nro"]
)  # fmt: skip
STAMP = (
    "marca temporal", "timestamp", "submitted at", "hora de inicio", "hora de finalizacion", "start time",
    "completion time", "fecha de registro", "fecha registro", "fecha y hora", "fecha de envio", "hora de envio",
    "submission date", "created at", "order date", "fecha de inscripcion",
)  # fmt: skip
"""What a timestamp's heading begins with."""
PERSON = frozenset(
    ["participante", "participantes", "asistente", "asistentes", "expositor", "expositores", "ponente", "ponentes",
     "invitado", "invitados", "persona", "attendee", "attendees", "participant", "participants", "delegate",
     "guest", "speaker", "inscrito", "inscritos", "delegado", "representante", "representantes", "titular",
     "alcalde", "alcaldesa", "alcaldes", "sa", "presidente", "presidenta", "autoridad", "autoridades", "panelista",
     "panelistas", "moderador", "ciudadano", "funcionario", "funcionaria", "servidor", "disertante",
     "conferencista", "integrante", "integrantes", "miembro", "miembros", "asociado", "nominado", "designado",
     "acreditado", "acreditados", "legal", "beneficiario", "alumno", "estudiante"]
)  # fmt: skip
"""A column called after people holds their names."""
NAME = frozenset(
    ["nombre", "nombres", "name", "names", "nom", "nomb", "nombr", "noms"]
)  # fmt: skip
SURNAME = frozenset(
    ["apellido", "apellidos", "surname", "surnames", "lastname", "apell", "ape", "ap", "apellid", "apel", "apells",
     "apels"]
)  # fmt: skip
ORGANISATION = frozenset(
    ["entidad", "institucion", "instituciones", "mancomunidad", "procedencia", "organizacion", "municipalidad",
     "municipio", "empresa", "company", "organisation", "organization", "institution", "institucional",
     "affiliation", "entity", "asociacion", "universidad", "employer", "gore", "dependencia", "colegio",
     "representa", "laboral", "agency", "agencia", "cooperativa", "association", "university", "ministerio", "inst",
     "instit", "mancom", "mancomunidades", "muni", "municip", "org", "organiz", "ente", "gobierno", "organismo",
     "delegacion", "pertenece", "trabaja", "labora", "ong", "representada", "organisacion"]
)  # fmt: skip
DOCUMENT = frozenset(
    ["dni", "ce", "carnet", "carne", "pasaporte", "passport", "documento", "documentos", "doc", "cedula",
     "identidad", "identity", "identification", "identificacion", "document", "extranjeria", "documentacion",
     "docum", "dnis", "docto"]
)  # fmt: skip
TYPE = frozenset(
    ["tipo", "type", "clase", "kind"]
)  # fmt: skip
NEVER = frozenset(
    ["emergencia", "emergency", "ruc", "acompanante", "nacimiento", "birth", "vencimiento", "emision", "expiry",
     "banco", "apoderado", "comprador", "buyer", "padre", "madre", "conyuge", "factura", "invoice", "billing",
     "ubigeo", "cuenta", "visa", "vuelo", "flight", "hotel", "hospedaje"]
)  # fmt: skip
"""About somebody or something else than who comes."""
TALK = frozenset(
    ["ponencia", "tema", "charla", "talk", "exposicion", "presentacion", "evento", "event", "session", "sesion",
     "proyecto"]
)  # fmt: skip
"""About what is presented."""
PHONE = frozenset(
    ["celular", "cel", "telefono", "telefonos", "telf", "tel", "tlf", "movil", "whatsapp", "phone", "mobile",
     "fono", "cellphone", "telephone", "telefonico", "celulares", "telefonica", "wsp", "wasap"]
)  # fmt: skip
EMAIL = frozenset(
    ["email", "emails", "correo", "correos", "mail", "mails", "correoe"]
)  # fmt: skip
CATEGORY = frozenset(
    ["categoria", "category", "modalidad", "rol", "role", "condicion", "calidad", "participa", "perfil"]
)  # fmt: skip
PASS = frozenset(
    ["entrada", "ticket", "inscripcion", "registro", "participacion", "asistencia", "badge", "acreditacion",
     "credencial", "invitacion"]
)  # fmt: skip
"""Of these, the kind is what somebody comes as."""
POSITION = frozenset(
    ["cargo", "puesto", "position", "job", "ocupacion", "occupation", "funcion", "cargos", "desempena", "desempeno"]
)  # fmt: skip
HONORIFIC = frozenset(
    ["tratamiento", "titulo", "grado", "honorific", "prefix", "prefijo", "salutation"]
)  # fmt: skip
REGION = frozenset(
    ["region", "departamento", "state", "department", "dpto", "depto", "dep", "dptos", "regiones", "dpt"]
)  # fmt: skip
CODE = frozenset(["codigo", "code", "ticket", "qr", "barcode"])
OTHER_CODE = frozenset(["postal", "zip", "modular", "ubigeo", "pais"])
NOTE = frozenset(
    ["nota", "notas", "note", "notes", "observacion", "observaciones", "obs", "remarks", "comentario", "mesa"]
)  # fmt: skip
"""What the desk is to know, where a heading says nothing else."""
PATERNAL = frozenset(["paterno", "paterna", "paternal", "pat", "patern", "pater"])
MATERNAL = frozenset(["materno", "materna", "maternal", "mat", "matern", "mater"])
