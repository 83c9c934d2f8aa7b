# Verificar certificados: lo que se dice del veredicto, y archivos de confianza
cli-verify-because-desk-revoked = Lo firmó una mesa después de que fue anulada (por ejemplo, una laptop robada): no vale.
verify-replaced-by = Reemplazado por el N.º { $number }.
verify-as-of = Lista de anulaciones al { $day }, { $time }.
verify-no-list = Sin lista de anulaciones de este evento: la firma es auténtica, pero una anulación no se sabría aquí.
verify-hours = { $kind ->
    [academic] { $count } horas académicas
    [teaching] { $count } horas lectivas
   *[clock] { $count } horas cronológicas
}
certificates-fact-document = N.º de documento
certificates-fact-hours = Duración
certificates-fact-event = Evento
certificates-fact-days = Realizado
certificates-fact-issuers = Otorgan
manifest-not-a-manifest = El archivo no es un manifiesto de evento ni una lista de anulados. Pida al organizador el archivo «.manifest» o «.revocations».
manifest-not-signed = El manifiesto no está firmado por la clave de su evento: no se tomó nada. Pídalo otra vez al organizador.
manifest-newer = El archivo es de una versión más nueva del programa. Actualice checkin-desktop en este equipo.
manifest-cannot-read = No se puede leer el archivo { $file }. Cópielo a este equipo e intente otra vez.
revocations-older = Esa lista es más antigua que la que ya está aquí; no se cambió nada.
revocations-other-event = Es la lista de anulados de otro evento. Añada primero el manifiesto de ese evento.
cli-manifest-written = Manifiesto del evento en { $file }. Con ese archivo, otro equipo verifica los certificados sin el evento.
cli-revocations-written = Lista de certificados anulados en { $file }.
cli-trust-manifest = Este equipo ya verifica certificados de «{ $event }» (huella { $fingerprint }). Compare la huella con la del organizador.
cli-trust-lists = Anulaciones de «{ $event }» al día (huella { $fingerprint }).
documents-qr-headline = Verifique con checkin-desktop
