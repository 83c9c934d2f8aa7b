# Página del organizador
event-tab-overview = Resumen
event-tab-details = Datos
event-tab-programme = Programa
event-tab-reports = Reportes
event-of = { $some } de { $all }
event-figure-expected = Inscritos
event-figure-came = Ingresaron al menos una vez
event-figure-organisations = Instituciones presentes
event-figure-regions = Regiones presentes
event-arrivals = Ingresos por calidad
event-arrivals-none = Todavía no ingresó nadie.
event-organisations = Instituciones
event-organisations-search = Buscar institución o región
event-organisations-none = Aparecerán al importar la lista de inscritos.
event-organisations-merge = Unir
event-organisations-advice = Si una institución aparece con dos nombres, selecciónelos juntos (Ctrl + clic) y pulse «Unir».
event-organisations-which = Qué instituciones se muestran
event-organisations-all = Todas ({ $count })
event-organisations-no-region = Sin región ({ $count })
event-organisations-alike = Parecidas ({ $count })
event-organisations-part = Separar
event-part-title = ¿Separar lo que se unió en «{ $name }»?
event-part-about = Volverán a contar cada una por su lado: { $names }.
event-parted = Instituciones separadas.
event-regions-propose = Región según el nombre ({ $count })
event-regions-title = { $count ->
    [one] El nombre de 1 institución dice su región
   *[other] El nombre de { $count } instituciones dice su región
}
event-regions-more = … y { $count } más
event-regions-several = Región de { $count } instituciones
event-organisation-edit = Editar institución
event-organisation-edit-about = Así aparecerá en los reportes y en este resumen. Las personas conservan lo que dice su inscripción.
event-organisation-name = Institución
event-organisation-region = Región
event-organisation-arrived = Ingresaron
event-organisation-aliases = También escrita
event-merge-title = Unir instituciones
event-merge-about = Contarán como una sola. Elija el nombre que se queda; los otros quedan anotados junto a él.
event-merge-choice = { $name } ({ $count ->
    [one] 1 persona
   *[other] { $count } personas
})
event-merged = Instituciones unidas.
event-save = Guardar
event-saved = Cambios guardados.
event-cancel = Cancelar
event-edit = Editar
event-remove = Quitar
event-yes = Sí
event-field-name = Nombre del evento
event-field-days = Días
event-days-change = Cambiar días…
event-days-title = Días del evento
event-days-about = Las sesiones, las reuniones y las reglas de un día van con él a su nueva fecha. Un día en el que alguien ya ingresó conserva la suya.
event-days-add = Agregar día
event-days-date = Fecha del día
event-days-new = Nuevo
event-days-planned = { $sessions ->
    [one] 1 sesión
   *[other] { $sessions } sesiones
}{ $meetings ->
    [0] { "" }
    [one] {" "}· 1 reunión
   *[other] {" "}· { $meetings } reuniones
}
event-days-in-use = Ya tiene ingresos: conserva su fecha
event-days-then = El evento será: { $days }.
event-days-lost = Lo planeado en los días que quita se pierde. Sesiones que salen del programa: { $sessions }; reuniones que se cancelan: { $meetings }.
event-days-saved = Días del evento guardados.
event-field-place = Lugar
event-field-city = Ciudad
event-field-issuers = Quiénes otorgan el certificado
event-field-issuers-hint = Una entidad por línea.
event-field-hours = Horas
event-field-hour-kind = Tipo de hora
event-field-slogan = Lema del año
event-field-slogan-hint = Aparece al pie del certificado; déjelo vacío si no se usa.
event-field-contact = Contacto para consultas
event-field-domain = Dominio web
event-field-domain-hint = El de la verificación de certificados en línea, si existe.
event-hours-none = No indicar
event-hours-academic = Académicas
event-hours-teaching = Lectivas
event-hours-clock = Cronológicas
event-signatories = Quiénes firman
event-signatory-name = Nombre
event-signatory-position = Cargo
event-signatory-add = Agregar firma
event-logos = Logos
event-logos-about = Hasta cuatro, en el orden en que se agregan. Van en el certificado y en las credenciales.
event-logo-add = Agregar logo…
event-logo-added = Logo agregado.
event-logo-removed = Logo quitado.
event-logo-remove = Quitar el logo { $number }
event-pictures = Imágenes
event-unsaved = Hay cambios sin guardar.
event-discard = Descartar
event-save-changes = Guardar cambios
event-programme-about = Cada día tiene su ingreso; agregue aquí las sesiones en las que también se registra asistencia.
event-programme-day = Día
event-programme-time = Hora
event-programme-name = Nombre
event-programme-kind = Tipo
event-programme-room = Sala
event-programme-capacity = Aforo
event-programme-required = Obligatorio
event-programme-saved = Programa guardado.
event-kind-day = Ingreso al evento
event-session-add = Agregar sesión
event-session-duplicate = Duplicar sesión
event-session-edit = Editar sesión
event-day-edit = Editar ingreso del día
event-session-name = Nombre
event-session-day = Día
event-session-kind = Tipo
event-session-starts = Empieza
event-session-ends = Termina
event-session-room = Sala
event-session-capacity = Aforo
event-session-no-name = Escriba el nombre; así se elegirá en la mesa.
event-session-ends-early = Debe terminar después de empezar.
event-session-remove-title = ¿Quitar «{ $name }» del programa?
event-session-remove-about = Ya no se podrá elegir en las mesas. Los ingresos que se registraron allí se conservan.
event-no-limit = Sin límite
event-required = Obligatorio para el certificado
event-reentry = Se puede salir y volver a ingresar
event-reports-about = Se abren en Excel u otro programa de hojas de cálculo. Los datos personales salen del programa: cuide estos archivos.
event-report-summary = Informe del organizador
event-report-summary-about = Instituciones y regiones que vinieron, por región y en total; en PDF, también las llegadas, las sesiones y las reuniones.
event-report-summary-file = informe
event-report-delegations = Delegaciones
event-report-delegations-about = Cada integrante de cada delegación, si vino, quién lo representó y cuántos acompañantes hubo.
event-report-delegations-file = delegaciones
event-report-meetings = Reuniones bilaterales
event-report-meetings-about = Cada reunión con sus partes, mesa, estado, temas y acuerdos.
event-report-meetings-file = reuniones
event-report-roster = Inscritos
event-report-roster-about = Todas las personas con su institución, región, cargo, calidad y contacto.
event-report-roster-file = inscritos
event-report-badges = Credenciales impresas
event-report-badges-about = Cada impresión: a qué hora, de quién, en qué mesa, por quién y en qué impresora.
event-report-badges-file = credenciales-impresas
event-report-attendance = Asistencia
event-report-attendance-about = Quién ingresó cada día y a cada sesión, y a qué hora.
event-report-attendance-file = asistencia
event-report-certificates = Certificados
event-report-certificates-about = El registro de certificados: número, persona, fecha, impresiones y entrega.
event-report-certificates-file = certificados
event-report-journal = Bitácora
event-report-journal-about = Cada hecho registrado, con su mesa, hora y huella; sin nombres de personas.
event-report-journal-file = bitacora
event-exported = { $count ->
    [one] 1 fila en { $file }
   *[other] { $count } filas en { $file }
}
event-erase = Datos personales
event-erase-card = Cuando ya no necesite los datos, bórrelos del programa (Ley 29733): nombres, documentos, correos y teléfonos. Quedan las cantidades, las instituciones y los números del registro, y los certificados entregados se siguen verificando.
event-erase-verb = Borrar los datos personales…
event-erase-title = ¿Borrar los datos personales?
event-erase-about = { $count ->
    [one] Se borrarán para siempre los datos de una persona. No se puede deshacer.
   *[other] Se borrarán para siempre los datos de { $count } personas. No se puede deshacer.
  } Exporte antes los reportes que deba conservar y emita los certificados que falten. Las demás mesas los borran con el siguiente intercambio; las memorias USB, los PDF y las copias que guardó debe borrarlos usted.
event-erase-type = Para confirmar, escriba el nombre del evento
event-erase-yes = Borrar para siempre
event-erased = { $count ->
    [one] Se borraron los datos de una persona. Intercambie con las demás mesas para que también los borren.
   *[other] Se borraron los datos de { $count } personas. Intercambie con las demás mesas para que también los borren.
}
event-over-capacity = En «{ $where }» hay { $inside } personas y el aforo es { $capacity }: las mesas dejaron pasar sin saber una de la otra. Avise en la puerta.
event-timezone-unknown = La zona horaria del evento, «{ $timezone }», no existe: las horas se muestran en UTC. Avise a quien creó el evento.
event-fresh = Esta mesa puede no saberlo todo: { $desks }.
event-duplicate = Duplicar
event-programme-import = Importar de una hoja de cálculo…
event-programme-speakers = Ponentes
event-clashes = { $count ->
    [one] Coinciden en la misma sala a la misma hora: { $sessions }.
   *[other] { $count } veces coinciden dos sesiones en la misma sala a la misma hora: { $sessions }.
}
event-undo = Deshacer: { $what }
event-undone = Deshecho: { $what }.
event-change-add = agregar «{ $name }»
event-change-edit = editar «{ $name }»
event-change-remove = quitar «{ $name }»
event-change-import = importar el programa ({ $count })
event-session-copy-of = { $name } (copia)
event-kind-once = Entrega única
event-once = Entrega única (kit, almuerzo)
event-minutes = min
event-no-tolerance = Sin tolerancia
event-session-last = Hasta el día
event-session-speakers = Ponentes
event-session-speakers-hint = Una persona por línea.
event-session-opens = Se ingresa desde
event-session-closes = Se ingresa hasta
event-session-tolerance = Tolerancia
event-session-tolerance-hint = Minutos antes y después.
event-session-categories = Quiénes pueden ingresar
event-session-categories-hint = Si no marca ninguna calidad, todas.
event-session-closes-early = Debe cerrar después de abrir.
ready-heading = Antes del evento
ready-about = { $done } de { $all } pasos listos. Ninguno es obligatorio para registrar.
ready-done = { $step }: listo
ready-list = Importar la lista
ready-regions = Completar las regiones
ready-programme = Agregar el programa
ready-certificate = Quién otorga y firma
ready-team = Dar un PIN al equipo
ready-badges = Imprimir credenciales
ready-desks = Clave para otros equipos
