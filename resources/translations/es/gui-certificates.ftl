# Página de certificados
certificates-tab-issue = Emitir y entregar
certificates-tab-verify = Verificar
certificates-search = Buscar por nombre, documento o institución
certificates-list = Estado del certificado de cada persona
certificates-filter-all = Todos { $count }
certificates-filter-eligible = Listos para emitir { $count }
certificates-filter-not_yet = Todavía no { $count }
certificates-filter-issued = Emitidos { $count }
certificates-filter-revoked = Anulados { $count }
certificates-column-name = Apellidos y nombres
certificates-column-state = Estado
certificates-column-number = Registro N.º
certificates-column-paper = Papel
certificates-state-eligible = Listo para emitir
certificates-state-not_yet = Todavía no
certificates-state-issued = Emitido
certificates-state-revoked = Anulado
certificates-not-yet-missing = Falta { $missing }
certificates-not-yet-missing-more = Falta { $missing } y { $more } más
certificates-issued-exception = Emitido por excepción
certificates-paper-printed = { $count ->
    [one] Impreso
   *[other] Impreso { $count } veces
}
certificates-paper-handed-over = Entregado
certificates-no-people = La lista está vacía. Importe la lista de inscritos, o registre a una persona.
certificates-nobody-matches = Nadie coincide con la búsqueda. Pruebe con menos letras, o con el número de documento.
certificates-none-all = No hay nadie en la lista.
certificates-none-eligible = No hay nadie listo para emitir. Quien cumpla la asistencia aparecerá aquí.
certificates-none-not_yet = A nadie le falta asistencia.
certificates-none-issued = Todavía no se emitió ningún certificado. Elija «Listos para emitir» para empezar.
certificates-none-revoked = No hay certificados anulados.
certificates-not-listed = Esa persona está retirada de la lista y no tiene un certificado vigente. Consulte con el organizador.
certificates-scan-nobody = Ese código no es de nadie de la lista. Busque a la persona por su nombre o documento.
certificates-fresh = Esta mesa puede no saberlo todo: { $desks }.
certificates-overview = Certificados del evento
certificates-overview-facts = { $eligible ->
    [0] Nadie espera su certificado ahora
    [one] 1 persona cumple la asistencia y espera su certificado
   *[other] { $eligible } personas cumplen la asistencia y esperan su certificado
}; { $issued ->
    [0] todavía no se emitió ninguno.
    [one] hay 1 emitido.
   *[other] hay { $issued } emitidos.
}
certificates-overview-hint = Elija a una o más personas de la lista para imprimir, guardar o entregar.
certificates-chosen = { $count ->
    [one] 1 persona elegida
   *[other] { $count } personas elegidas
}
certificates-missing = Le falta: { $missing }.
certificates-already-printed = { $count ->
    [one] Ya se imprimió 1 vez: volver a imprimir será una copia.
   *[other] Ya se imprimió { $count } veces: volver a imprimir será una copia.
}
certificates-some-printed = { $count ->
    [one] 1 de ellos ya se imprimió.
   *[other] { $count } de ellos ya se imprimieron.
}
certificates-number = Registro N.º { $number }
certificates-issued-at = Emitido el { $day }, { $time }
certificates-by-exception = Por excepción: { $reason }
certificates-revoked-because = Motivo de la anulación: { $reason }
certificates-handed = Entregado a la persona
certificates-not-handed = Todavía no entregado
certificates-do-print-one = Imprimir certificado
certificates-do-print-again = Imprimir otra vez…
certificates-do-print-many = Imprimir { $count } certificados
certificates-do-issue-and-print = Emitir e imprimir { $count }
certificates-do-issue-all = { $count ->
    [one] Emitir para la persona lista
   *[other] Emitir para las { $count } personas listas
}
certificates-do-issue-only = Emitir sin imprimir
certificates-do-issue-many = Emitir { $count } sin imprimir
certificates-do-issue-again = Emitir uno nuevo
certificates-do-choose-unprinted = { $count ->
    [one] Elegir 1 sin imprimir
   *[other] Elegir { $count } sin imprimir
}
certificates-do-hand-over = Marcar como entregado
certificates-do-hand-over-many = Marcar { $count } como entregados
certificates-do-preview = Vista previa
certificates-do-preview-many = Vista previa
certificates-do-sample = Ver una muestra
certificates-sample-name = NOMBRE Y APELLIDOS (MUESTRA)
certificates-do-save-pdf = Guardar PDF…
certificates-do-save-in-one = Guardar { $count } en un PDF…
certificates-do-save-each = Guardar un PDF por persona…
certificates-do-exception = Emitir por excepción…
certificates-do-exception-many = Emitir { $count } por excepción…
certificates-do-revoke = Anular…
certificates-register = Libro de registro
certificates-register-about = Guardar el libro de registro en PDF: cada número emitido, también los anulados
certificates-register-file = Libro de registro de certificados
certificates-spreadsheet = Planilla
certificates-spreadsheet-about = Guardar los certificados en una hoja de cálculo
certificates-spreadsheet-file = Certificados.xlsx
certificates-file = Certificados
certificates-folder = Carpeta para los certificados
certificates-issuing = Emitiendo: { $done } de { $total }
certificates-drawing = Preparando las páginas: { $done } de { $total }
certificates-saving = Guardando: { $done } de { $total }
certificates-marking = Marcando: { $done } de { $total }
certificates-stop = Detener
certificates-understood = Entendido
certificates-busy = Hay otro trabajo en curso. Espere a que termine, o deténgalo.
certificates-stopped-issuing = Detenido: { $done } de { $total } emitidos. El resto sigue listo para emitir; nada se emitió dos veces.
certificates-left-out = { $count ->
    [one] Un certificado no se pudo dibujar y quedó sin emitir; los demás están emitidos.
   *[other] { $count } certificados no se pudieron dibujar y quedaron sin emitir; los demás están emitidos.
}
certificates-stopped-drawing = Detenido: no se imprimió ni guardó nada.
certificates-stopped-saving = Detenido: { $done } de { $total } archivos guardados. Al repetir se completan, sin duplicar.
certificates-stopped-marking = Detenido: { $done } de { $total } marcados como entregados.
certificates-nothing-to-draw = Ninguna de esas personas tiene un certificado vigente. Emítalo primero.
certificates-issued-done = { $count ->
    [one] Certificado emitido.
   *[other] { $count } certificados emitidos.
}
certificates-saved-each = { $count ->
    [one] 1 archivo guardado en «{ $folder }».
   *[other] { $count } archivos guardados en «{ $folder }».
}
certificates-handed-done = { $count ->
    [one] Marcado como entregado.
   *[other] { $count } marcados como entregados.
}
certificates-revoked-done = Certificado anulado; su número queda en el libro de registro.
certificates-already-sent = Ya se envió a la impresora. Espere a que termine, o cancele la impresión.
certificates-reprint-title = ¿Imprimir otra vez?
certificates-reprint-text = { $count ->
    [one] Un certificado ya se imprimió antes.
   *[other] { $count } de { $total } certificados ya se imprimieron antes.
} La nueva copia lleva el mismo número y el mismo código, y queda anotada en el registro.
certificates-reprint-yes = Imprimir otra vez
certificates-leave = No, dejarlo así
certificates-reason = Motivo
certificates-exception-title = Emitir por excepción
certificates-exception-text = Todavía no cumple la asistencia que pide el certificado. El motivo queda en el registro como excepción.
certificates-exception-example = Por ejemplo: asistió el segundo día; lo confirma la coordinadora
certificates-exception-yes = Emitir por excepción
certificates-revoke-title = Anular certificado
certificates-revoke-text = El certificado dejará de ser válido al verificarlo. Su número queda en el libro de registro con el motivo; después se puede emitir uno nuevo.
certificates-revoke-example = Por ejemplo: el nombre estaba mal escrito
certificates-revoke-yes = Anular
certificates-preview-title = Vista previa de certificados
certificates-preview-print = Imprimir
certificates-preview-close = Cerrar
certificates-code = Código del certificado
certificates-code-hint = Son 20 letras y números, debajo del código QR; no importan espacios ni mayúsculas. También puede escanear el QR con el lector. No hace falta internet.
certificates-check = Verificar
certificates-checking = Verificando…
certificates-choose-file = Elegir PDF o foto…
certificates-drop-hint = Suelte aquí el PDF o una foto del certificado
certificates-file-kinds = PDF y fotos
certificates-valid = El certificado está en el registro y sigue vigente.
certificates-valid-elsewhere = La firma es auténtica. Compare los datos con el papel: deben ser los mismos.
certificates-verdict-fresh = { $fresh } Una anulación reciente puede faltar.
certificates-fact-name = Nombre
certificates-fact-as = Calidad
certificates-fact-number = Registro N.º
certificates-fact-issued = Emitido
certificates-several = { $count } certificados en el archivo: { $verdicts }
certificates-other-desk-issues = Los certificados los emite { $desk }. Pídaselo desde aquí, o emita usted con un motivo.
certificates-bad-pattern = «{ $pattern }» no sirve para numerar: debe llevar «{"{"}number{"}"}» una sola vez, por ejemplo «{"{"}number:04{"}"}-{"{"}year{"}"}».
certificates-not-our-number = El número { $number } no es de esta mesa, o todavía no le toca.
certificates-session-not-assigned = El certificado de una sesión se gana asistiendo a ella.
certificates-settings-language = Idioma de los certificados
certificates-language-es = Español
certificates-language-en = Inglés
certificates-language-es-en = Español e inglés
