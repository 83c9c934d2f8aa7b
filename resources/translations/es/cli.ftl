# Línea de comandos
cli-no-template = No hay ningún diseño que se llame «{ $name }». Véalos con: checkin-desktop templates list
cli-no-event = Todavía no hay ningún evento en este equipo. Cree uno con «event create», o indique --event ARCHIVO.
cli-unexpected = Ocurrió un error inesperado; el detalle quedó en el archivo de registro del programa. Vuelva a intentar y, si se repite, envíe ese archivo a soporte.
cli-event-created = Evento «{ $name }» creado en { $file }
cli-event-days = Días: { $days }
cli-count-attendees = Inscritos
cli-count-admitted = Ingresaron al menos una vez
cli-count-inside = Adentro ahora
cli-count-refused = Rechazos
cli-count-conflicts = Conflictos pendientes
cli-count-certificates = Certificados vigentes
cli-count-entries = Entradas del registro
cli-exchange-done = Intercambio hecho: { $sent } enviados, { $received } recibidos.
cli-exchange-joined = Esta mesa se unió al evento: { $received } recibidos, { $sent } enviados.
cli-exchange-held = { $count } registros recibidos todavía no cuentan.
cli-exchange-conflicts = Hay { $count } conflictos nuevos por resolver.
cli-import-done = { $new } personas nuevas, { $updated } actualizadas, { $unchanged } sin cambios.
cli-meetings-dry = Nuevas: { $new } · cambiadas: { $updated } · sin cambios: { $unchanged }. No se escribió nada.
cli-import-dry = Se agregarían { $new } personas y se actualizarían { $updated }; { $unchanged } sin cambios. No se escribió nada.
cli-programme-done = { $new } sesiones nuevas, { $updated } actualizadas, { $unchanged } sin cambios.
cli-programme-dry = Se agregarían { $new } sesiones y se actualizarían { $updated }; { $unchanged } sin cambios. No se escribió nada.
cli-no-rules = El organizador no puso reglas propias: se agregan en la ventana, en Evento, Reglas.
cli-what-if-checkpoint = Esa fecha no es un día del evento: diga el punto de control con --checkpoint.
cli-import-problem = Fila { $row }, columna «{ $column }»: { $problem }
cli-export-done = { $count } filas en { $file }
cli-export-kind = No se reconoce «{ $kind }». Use roster, attendance, certificates, delegations, meetings, summary o journal.
cli-pdf-done = { $count } en { $file }
cli-nothing-to-print = No hay nada que imprimir.
cli-certificates-done = { $count } certificados en { $file }
cli-certificates-issued = { $count } certificados emitidos.
cli-certificates-not-eligible = { $count ->
    [one] 1 persona todavía no cumple la asistencia.
   *[other] { $count } personas todavía no cumplen la asistencia.
}
cli-certificates-issuing = Emitiendo certificados: { $done } de { $total }…
cli-certificates-writing = Escribiendo archivos: { $done } de { $total }…
cli-certificates-stopped = Se detuvo. Certificados emitidos y guardados: { $count }. Repita la misma orden para seguir con los demás.
cli-certificates-stopped-writing = Se detuvo. Los certificados ya están emitidos, pero no todos están en { $file }. Repita la misma orden para escribirlos.
cli-certificates-printing = Enviado a la impresora { $printer }.
cli-no-such-person = Nadie en la lista coincide con «{ $text }». Escriba el documento, el código o el nombre completo.
cli-many-people = Varias personas coinciden con «{ $text }». Escriba el número de documento.
cli-exception-reason = Emitido por excepción
cli-verify-valid = VÁLIDO
cli-verify-revoked = ANULADO
cli-verify-bad_signature = FIRMA INVÁLIDA
cli-verify-unknown_key = CLAVE DESCONOCIDA
cli-verify-cannot_check = NO SE PUEDE COMPROBAR AQUÍ
cli-verify-line = { $verdict } · N.º { $number } · { $name }
cli-demo-done = Demostración completa en { $seconds } s: { $attendees } inscritos, { $admitted } admitidos, { $refused } rechazos, { $misses } códigos no leídos, { $conflicts } conflictos, { $certificates } certificados, { $verified } verificados.
cli-demo-where = Los resultados están en { $folder }
cli-screenshots-done = { $count } capturas en { $folder }
cli-window-failed = No se pudo abrir la ventana en este equipo. Ejecute «checkin-desktop doctor» para ver qué falta.
doctor-camera = Cámara
doctor-camera-advice = Conecte una cámara USB; mientras tanto puede usar un lector de códigos, o buscar por nombre.
doctor-printer = Impresora
doctor-printer-advice = Agregue una impresora en el sistema, o guarde los PDF y llévelos en una memoria.
doctor-sound = Sonido
doctor-sound-advice = No hay salida de audio: los veredictos se verán, pero no sonarán.
doctor-disk = Disco
doctor-disk-advice = Queda poco espacio: borre archivos que no necesite antes del evento.
doctor-clock = Reloj
doctor-clock-advice = La fecha del equipo no es creíble: corríjala antes de registrar ingresos.
doctor-database = Base de datos
doctor-database-advice = El archivo del evento tiene fallas: restaure una copia de seguridad o intercambie con otra mesa.
doctor-decoder = Lectura de códigos
doctor-decoder-advice = Reinstale el programa.
cli-verify-because-not-a-code = El texto no es un código de certificado. Escriba los 20 caracteres bajo el QR, o use una foto más nítida.
cli-verify-because-not-in-register = Ese número no está en el registro de este equipo. Haga un intercambio y vuelva a intentar.
cli-verify-because-nothing-read = No se pudo leer ningún código en el archivo. Use una foto más nítida, o escriba el código.
cli-verify-because-unknown-key = Puede ser auténtico: lo firmó un evento o una mesa que este equipo no conoce. Actualice con un intercambio.
cli-verify-because-revoked-elsewhere = Lo anuló otra mesa; el motivo llegará con el próximo intercambio.
cli-verify-because-bad-signature = El contenido no coincide con la firma: el certificado fue alterado.
cli-event-logos = { $count ->
    [0] El evento ya no tiene logos.
    [one] El evento tiene un logo.
   *[other] El evento tiene { $count } logos.
}
cli-erase-yes = Borrar los datos personales no se puede deshacer. Exporte antes lo que necesite y repita la orden con --yes.
cli-erased = { $count ->
    [one] Se borraron los datos de una persona. Haga un intercambio para que se borren en las demás mesas, y borre las copias que guardó.
   *[other] Se borraron los datos de { $count } personas. Haga un intercambio para que se borren en las demás mesas, y borre las copias que guardó.
}
cli-alone-reason = Emitido desde la línea de órdenes
cli-pin-needed = Falta el PIN: póngalo en la variable CHECKIN_PIN, o use una terminal para escribirlo.
cli-pin-of = PIN de { $name }
cli-register-file = Indique un archivo .pdf o .xlsx para el libro de registro.
cli-register-done = { $sound ->
    [yes] Libro de registro en { $file }: { $count } números usados, todos explicados.
   *[no] Libro de registro en { $file }: { $count } números usados; hay números sin explicar. Intercambie con las otras mesas.
}
cli-request-line = { $name } · { $kind } · { $desk }, { $time }{ $why ->
    [none] {""}
   *[other] {" · "}{ $why }
}
cli-requests-none = Ninguna mesa pide certificados.
cli-requests-waiting = { $count ->
    [0] No queda ninguna solicitud en espera.
    [one] Una solicitud en espera: emítala con --issue o ciérrela con --refuse MOTIVO.
   *[other] { $count } solicitudes en espera: emítalas con --issue o ciérrelas con --refuse MOTIVO.
}
cli-requests-issued = { $count ->
    [one] 1 certificado emitido a pedido.
   *[other] { $count } certificados emitidos a pedido.
}
cli-requests-closed = { $count ->
    [one] 1 solicitud cerrada.
   *[other] { $count } solicitudes cerradas.
}
cli-requests-asked = { $count ->
    [0] No hay nada nuevo que pedir.
    [one] 1 certificado pedido a la mesa que emite; llega con el próximo intercambio.
   *[other] { $count } certificados pedidos a la mesa que emite; llegan con el próximo intercambio.
}
cli-issued-alone = Los emite la { $desk }; estos salieron de esta mesa y el motivo quedó anotado. Para pedirlos a esa mesa use --ask.
cli-silent = Atención: { $desks }. Quien falta puede haber asistido ahí; con --person … --alone MOTIVO se emite igual y el motivo queda anotado.
