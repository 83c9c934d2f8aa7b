# Envíos por correo
outbox-subject-certificate = Su certificado: { "{evento}" }
outbox-body-certificate =
    Hola, { "{nombre}" }:

    Adjuntamos su certificado N.º { "{numero}" } de { "{evento}" } ({ "{fechas}" }). Para comprobarlo, escanee su código QR.

    Gracias por participar.
    { "{contacto}" }
outbox-subject-badge = Su credencial: { "{evento}" }
outbox-body-badge =
    Hola, { "{nombre}" }:

    Adjuntamos su credencial para { "{evento}" } ({ "{fechas}" }). Muestre el código QR en la entrada, impreso o en su teléfono.

    { "{contacto}" }
outbox-no-server = Escriba el servidor de correo de salida, por ejemplo smtp.gmail.com, y su puerto (587 o 465).
outbox-no-sender = Escriba la dirección de correo que envía, por ejemplo certificados@su-organizacion.pe.
outbox-no-such-placeholder = No existe el dato «{ $name }». Use { "{nombre}" }, { "{evento}" }, { "{fechas}" }, { "{numero}" } o { "{contacto}" }.
nav-outbox = Envíos
outbox-tab-send = Enviar
outbox-tab-message = Mensaje
outbox-tab-server = Servidor de correo
outbox-thing = Qué se envía
outbox-thing-certificate = Certificados
outbox-thing-badge = Credenciales con su QR
outbox-password = Clave del correo
outbox-password-hint = Se pide en cada sesión; no se guarda en ninguna parte
outbox-list = Personas y estado de su envío
outbox-column-name = Apellidos y nombres
outbox-column-address = Correo
outbox-column-number = N.º
outbox-column-state = Estado del envío
outbox-no-address = —
outbox-queue = { $count ->
    [0] Poner en la cola
    [one] Poner 1 en la cola
   *[other] Poner { $count } en la cola
}
outbox-start = Empezar a enviar
outbox-pause = Pausar
outbox-retry = Enviar otra vez
outbox-cancel = Quitar de la cola
outbox-keep = Guardar
outbox-kept = Guardado en esta mesa.
outbox-queued = { $count ->
    [0] Nadie por poner en la cola: ya se les envió, o no tienen correo.
    [one] 1 envío en la cola.
   *[other] { $count } envíos en la cola.
}
outbox-ask-supervisor = Lo hace quien supervisa. Llámelo para que se identifique en esta mesa.
outbox-state-no-address = Sin correo válido: corríjalo en «Personas»
outbox-state-queued = En la cola
outbox-state-sending = Enviando
outbox-state-sent = Enviado
outbox-state-failed = No se envió
outbox-state-uncertain = Puede haber llegado
outbox-state-cancelled = Quitado de la cola
outbox-trouble-no_address = no tiene un correo válido; corríjalo en «Personas»
outbox-trouble-no_server = sin conexión con el servidor
outbox-trouble-not_trusted = el certificado del servidor no es de confianza
outbox-trouble-login = el servidor no aceptó el usuario o la clave
outbox-trouble-address = el servidor dice que la dirección no existe ({ $code }); corríjala y envíe otra vez
outbox-trouble-refused = el servidor rechazó el mensaje ({ $code }); revise el remitente y el texto
outbox-trouble-busy = el servidor pidió esperar ({ $code })
outbox-trouble-cut = se cortó la línea antes de enviarlo
outbox-trouble-uncertain = se cortó la línea al terminar; pregunte a la persona antes de enviar otra vez
outbox-trouble-nothing_to_send = ya no tiene un certificado o una credencial vigente
outbox-trouble-not_drawn = no se pudo preparar el documento: revise su diseño y las letras de su nombre
outbox-trouble-unwritable = su nombre o el texto tiene caracteres que no se pueden enviar; corríjalo y envíe otra vez
outbox-counts = { $sent } enviados · { $failed } con problemas · { $without } sin correo
outbox-patience = El servidor pidió esperar: sigue en { $seconds } segundos.
outbox-sending = Enviando: faltan { $waiting }. Puede seguir trabajando en otras páginas.
outbox-waiting = { $waiting ->
    [0] La cola está vacía. Elija a quiénes enviar, o a todos, y póngalos en la cola.
    [one] 1 envío espera. Hace falta internet para empezar.
   *[other] { $waiting } envíos esperan. Hace falta internet para empezar.
}
outbox-set-up-first = Primero indique el servidor de correo en la pestaña «Servidor de correo».
outbox-stopped-no_server = Sin conexión con el servidor de correo. Revise internet y el nombre del servidor; lo que falta queda en la cola. { $said }
outbox-stopped-not_trusted = No se envió nada: el certificado del servidor no es de confianza. Revise el nombre y el puerto. { $said }
outbox-stopped-login = El servidor no aceptó el usuario o la clave. Muchos servicios piden una «clave de aplicación». { $said }
outbox-stopped-cut = La línea se cortó varias veces. Espere a tener mejor internet y empiece otra vez. { $said }
outbox-language = Idioma del mensaje
outbox-language-es = Español
outbox-language-en = Inglés
outbox-subject = Asunto
outbox-body = Texto
outbox-body-hint = Vacío: el texto del programa. Puede usar { "{nombre}" }, { "{evento}" }, { "{fechas}" }, { "{numero}" } y { "{contacto}" }.
outbox-preview = Así lo recibe la primera persona
outbox-server-about = Los datos los da su proveedor de correo. La línea siempre va cifrada y se comprueba el certificado del servidor.
outbox-host = Servidor de salida (SMTP)
outbox-host-hint = Por ejemplo smtp.gmail.com
outbox-security = Seguridad
outbox-security-hint = STARTTLS suele ir con el puerto 587, TLS con el 465
outbox-security-starttls = STARTTLS
outbox-security-tls = TLS
outbox-port = Puerto
outbox-port-hint = 587 o 465
outbox-username = Usuario
outbox-username-hint = Suele ser la dirección completa
outbox-sender = Dirección que envía
outbox-sender-hint = Las respuestas llegan ahí
outbox-sender-name = Nombre del remitente
outbox-sender-name-hint = Vacío: el nombre del evento
outbox-pace = Mensajes por minuto
outbox-pace-hint = Los proveedores limitan los envíos; 20 suele estar bien
outbox-badge-file = Credencial
outbox-nobody = Todavía no hay a quién enviar. Emita los certificados primero.
cli-mail-password = Clave del correo de { $name }
cli-mail-password-needed = Falta la clave del correo: póngala en CHECKIN_MAIL_PASSWORD, o use una terminal para escribirla.
cli-mail-none = Nada en la cola.
cli-mail-sent = { $sent } enviados, { $failed } con problemas, { $waiting } en la cola de esta mesa.
outbox-take = Tomar de otra mesa…
outbox-take-title = { $count ->
    [one] Tomar 1 envío de otra mesa
   *[other] Tomar { $count } envíos de otra mesa
}
outbox-take-text = Los envía esta mesa. Hágalo solo si la otra ya no enviará: lo que envió sin intercambiar llegaría dos veces.
outbox-take-example = Por ejemplo: la laptop de la mesa 2 se quedó sin batería
outbox-take-reason = Motivo
outbox-take-yes = Tomar los envíos
outbox-take-no = Dejarlos allá
outbox-taken = { $count ->
    [one] 1 envío pasó a la cola de esta mesa.
   *[other] { $count } envíos pasaron a la cola de esta mesa.
}
outbox-give-back = Devolver a la otra mesa
outbox-given-back = { $count ->
    [0] Nada por devolver: ya se enviaron.
    [one] 1 envío volvió a la cola de la otra mesa.
   *[other] { $count } envíos volvieron a la cola de la otra mesa.
}
