# Certificados: clases, lo que falta y números anulados
certificate-kind-attendance = Asistencia
certificate-kind-speaker = Ponente
certificate-kind-panellist = Panelista
certificate-kind-moderator = Moderador
certificate-kind-organiser = Organizador
certificate-kind-session = Sesión
certificate-kind-about = { $kind }: { $title }
certificate-missing-any = alguna asistencia
certificate-missing-exit = la salida de { $what }
certificate-missing-days = { $wanted ->
    [one] 1 día (lleva { $have })
   *[other] { $wanted } días (lleva { $have })
}
certificate-missing-sessions = { $wanted ->
    [one] 1 sesión (lleva { $have })
   *[other] { $wanted } sesiones (lleva { $have })
}
certificate-missing-hours = el { $wanted } % de las horas (lleva { $have } %)
certificate-missing-question = responder: { $what }
certificate-void-spoiled = Nulo: hoja malograda
certificate-void-undelivered = Nulo: no entregado
certificate-void-unearned = Nulo: no le correspondía
certificate-void-skipped = Nulo: número no usado
certificates-talk-held = Ya tiene otro certificado vigente por «{ $title }». Anule uno de los dos.
