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
