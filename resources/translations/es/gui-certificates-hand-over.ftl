# Certificados: entrega, registro, reglas y ajustes
certificates-tab-give = Entrega
certificates-tab-register = Registro y reglas
certificates-give-search = Buscar por nombre, documento, número o institución; o escanee la credencial
certificates-give-column-pile = Pila
certificates-give-column-waiting = Por entregar
certificates-give-pile = { $pile } · N.º { $numbers }
certificates-give-column-number = Registro N.º
certificates-give-column-name = Apellidos y nombres
certificates-give-column-kind = Certificado
certificates-give-column-state = Estado
certificates-give-of = { $waiting } de { $count }
certificates-give = Entregado
certificates-give-to = Los recoge otra persona…
certificates-give-back = No se entregó
certificates-give-print = Imprimir por pilas, con separadores
certificates-give-jam = Se atascó: última hoja buena…
certificates-give-cargo = Cargo para firmar (PDF)
certificates-give-cargo-file = cargo-de-certificados
certificates-give-close = Cerrar la entrega…
certificates-give-empty = Todavía no hay certificados emitidos. Emítalos en la primera pestaña; aquí se imprimen por pilas y se entregan.
certificates-give-found = { $name }: pila «{ $pile }», N.º { $number }
certificates-give-none = Esa persona no tiene certificados por entregar.
certificates-give-lies = En la pila
certificates-give-given = Lo recogió { $who } { $time }
certificates-give-ahead = Emitido por adelantado: todavía no lo gana
certificates-give-all-printed = Todos están impresos. Para imprimir uno otra vez, elíjalo en la primera pestaña.
certificates-give-close-title = Cerrar la entrega
certificates-give-close-about = { $undelivered } sin entregar y { $unearned } que no ganaron su certificado
certificates-give-close-text = Sus números quedan nulos en el registro, cada uno con su motivo, y dejan de ser válidos al verificarlos. Si alguien vuelve, se le puede emitir uno nuevo.
certificates-give-close-example = Por ejemplo: no se acercó a recogerlo hasta el cierre
certificates-give-close-yes = Anular los que quedan
certificates-give-closed = { $count ->
    [one] 1 número anulado; el registro lo explica.
   *[other] { $count } números anulados; el registro los explica.
}
certificates-collector-title = ¿Quién los recoge?
certificates-collector-text = { $count ->
    [one] Una persona firma por 1 certificado.
   *[other] Una persona firma por { $count } certificados.
}
certificates-collector-other = Otra persona…
certificates-collector-name = Nombres y apellidos
certificates-collector-document = N.º de documento
certificates-collector-yes = Entregar
certificates-jam-title = ¿Cuál fue la última hoja buena?
certificates-jam-text = Elija la última que salió bien. Las que se enviaron después se imprimen de nuevo, en el mismo orden y con los mismos números; no cuentan como reimpresión.
certificates-jam-none = Ninguna salió bien
certificates-jam-count = { $count ->
    [0] No hay hojas por repetir.
    [one] 1 hoja por repetir.
   *[other] { $count } hojas por repetir.
}
certificates-jam-yes = Imprimir desde la siguiente
certificates-jam-from = Se sigue con el N.º { $number }, { $name }.
certificates-jam-printer = Impresora
certificates-jam-on = En la impresora { $printer }
certificates-jam-done = { $count ->
    [one] 1 hoja lista para imprimir de nuevo.
   *[other] { $count } hojas listas para imprimir de nuevo.
}
certificates-audit-desk = Mesa
certificates-audit-issued = Vigentes
certificates-audit-revoked = Anulados
certificates-audit-void = Nulos
certificates-audit-unused = Siguiente
certificates-audit-state = Estado
certificates-audit-slot = Puesto { $slot }
certificates-audit-complete = Completo
certificates-audit-incomplete = Falta explicar números
certificates-audit-sound = { $count ->
    [0] Todavía no se usó ningún número.
    [one] 1 número usado, y está explicado.
   *[other] { $count } números usados, y todos están explicados.
}
certificates-audit-unsound = { $count } números usados; hay números sin explicar. Intercambie con las otras mesas.
certificates-audit-hole = Del { $first } al { $last } ({ $desk }): esta mesa no sabe de ellos. Intercambie con esa mesa.
certificates-audit-twice = El { $number } está en dos certificados: anule uno.
certificates-issuer = Emite { $desk }: las otras mesas le piden los certificados.
certificates-issuer-here = Esta mesa emite; las otras le piden los certificados.
certificates-issuer-any = Cualquier mesa emite
certificates-fetch-supervisor = Llame al supervisor o al organizador.
certificates-register-pdf = Libro de registro (PDF)
certificates-register-table = Libro de registro (Excel)
certificates-skip = Anular el siguiente número…
certificates-skip-text = El número siguiente de esta mesa no se usará: queda nulo en el registro con su motivo. Sirve para papel numerado que se malogró.
certificates-skip-example = Por ejemplo: la hoja numerada se malogró
certificates-skip-yes = Anular el número
certificates-skip-done = { $count ->
    [one] Número anulado; queda en el registro.
   *[other] { $count } números anulados; quedan en el registro.
}
certificates-rules = Reglas para ganarlo…
certificates-rules-about = Lo que queda en 0 no se pide. La regla de una calidad vale en lugar de la de todos.
certificates-rules-everybody = Todos
certificates-rule-kind = Certificado de
certificates-rule-category = Para
certificates-rule-days = Asistió al menos estos días
certificates-rule-sessions = Asistió al menos a estas sesiones
certificates-rule-share = Asistió al menos a esta parte de las horas
certificates-rule-required = Asistió a todos los días y sesiones obligatorios
certificates-rule-exits = Marcó el ingreso y también la salida
certificates-rule-questions = Respondió a estas preguntas
certificates-rule-not-counted = No cuentan para el certificado
certificates-rules-count = { $earned } de { $about } lo ganarían ahora con esta regla.
certificates-rules-nobody = Nadie está en ese caso todavía.
certificates-rules-keep = Guardar la regla
certificates-rules-kept = Regla guardada.
certificates-settings = Idioma, numeración y entrega…
certificates-settings-pattern = Así se muestra el número
certificates-settings-example = El séptimo se verá así: { $number }
certificates-settings-desk = Mesa que emite
certificates-settings-founder = La mesa que creó el evento
certificates-settings-piles = Pilas por
certificates-piles-organisation = Institución
certificates-piles-letter = Letra del apellido
certificates-settings-reprints = Las copias posteriores dicen «reimpresión»
certificates-settings-sessions = Sesiones con certificado propio
certificates-settings-keep = Guardar
certificates-do-ahead = { $count ->
    [one] Emitir por adelantado a 1 persona
   *[other] Emitir por adelantado a { $count } personas
}
certificates-do-requested = { $count ->
    [one] Emitir 1 solicitud de otra mesa
   *[other] Emitir { $count } solicitudes de otras mesas
}
certificates-do-ask = { $count ->
    [one] Pedir a la mesa que emite
   *[other] Pedir { $count } a la mesa que emite
}
certificates-do-take-over = Emitir desde esta mesa…
certificates-do-correct = Corregir y reemitir…
certificates-do-spoiled = Hoja malograda: nuevo número…
certificates-do-role = Ponencia o cargo…
certificates-asked = { $count ->
    [0] Ya estaba pedido.
    [one] Pedido 1 certificado; llega con el siguiente intercambio.
   *[other] Pedidos { $count } certificados; llegan con el siguiente intercambio.
}
certificates-take-over-title = Emitir desde esta mesa
certificates-take-over-text = La mesa que emite dejará de hacerlo cuando se entere. Hágalo si no se puede hablar con ella.
certificates-take-over-example = Por ejemplo: la laptop de la mesa 1 no enciende
certificates-take-over-yes = Emitir desde aquí
certificates-taken-over = Desde ahora emite esta mesa.
certificates-spoiled-title = Hoja malograda
certificates-spoiled-text = El número queda nulo en el registro y se emite otro en su lugar.
certificates-spoiled-example = Por ejemplo: se manchó al firmar
certificates-spoiled-yes = Anular y emitir otro
certificates-correct-title = Corregir y reemitir
certificates-correct-text = Se anula el certificado y se emite otro que dice a cuál reemplaza.
certificates-correct-given = Nombres
certificates-correct-surnames = Apellidos
certificates-correct-document = N.º de documento
certificates-correct-yes = Corregir y reemitir
certificates-corrected = Reemitido con el N.º { $number }.
certificates-role-title = Ponencia o cargo
certificates-role-text = Además de lo que dicen la lista y el programa. Uno por cada ponencia.
certificates-role-kind = Participó como
certificates-role-talk = Título de la ponencia
certificates-role-yes = Guardar
certificates-only-here = { $desk } emite los certificados. { $fresh }
certificates-ahead-note = Emitido por adelantado
certificates-column-kind = Certificado
