# Términos del evento
category-attendee = Asistente
category-speaker = Ponente
category-panellist = Panelista
category-moderator = Moderador
category-organiser = Organizador
category-authority = Autoridad
category-guest = Invitado
category-press = Prensa
category-staff = Personal
document-dni = DNI
document-ce = CE
document-passport = Pasaporte
document-other = Documento
hours-academic = { $hours ->
    [one] { $hours } hora académica
   *[other] { $hours } horas académicas
}
hours-teaching = { $hours ->
    [one] { $hours } hora lectiva
   *[other] { $hours } horas lectivas
}
hours-clock = { $hours ->
    [one] { $hours } hora cronológica
   *[other] { $hours } horas cronológicas
}
source-camera = Cámara
source-scanner = Lector
source-search = Búsqueda
source-paper = Lista en papel
source-other_system = Otro sistema
source-meeting = Reunión bilateral
outcome-admitted = Ingresó
outcome-welcome_back = Volvió
outcome-already_inside = Ya estaba
outcome-left = Salió
outcome-refused = Rechazado
outcome-ambiguous = Ambiguo
session-talk = Ponencia
session-panel = Panel
session-working_table = Mesa de trabajo
session-networking = Networking
session-bilateral = Reunión bilateral
session-ceremony = Ceremonia
session-other = Sesión
