# Mail
outbox-subject-certificate = Your certificate: { "{evento}" }
outbox-body-certificate =
    Hello { "{nombre}" },

    Attached is your certificate No. { "{numero}" } of { "{evento}" } ({ "{fechas}" }). To check it, scan its QR code.

    Thank you for taking part.
    { "{contacto}" }
outbox-subject-badge = Your badge: { "{evento}" }
outbox-body-badge =
    Hello { "{nombre}" },

    Attached is your badge for { "{evento}" } ({ "{fechas}" }). Show its QR code at the entrance, printed or on your phone.

    { "{contacto}" }
outbox-no-server = Type the outgoing mail server, for example smtp.gmail.com, and its port (587 or 465).
outbox-no-sender = Type the address that sends, for example certificates@your-organisation.pe.
outbox-no-such-placeholder = There is no “{ $name }”. Use { "{nombre}" }, { "{evento}" }, { "{fechas}" }, { "{numero}" } or { "{contacto}" }.
