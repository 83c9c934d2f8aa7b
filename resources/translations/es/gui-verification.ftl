# Verificar: archivos para otros, y de otros eventos
trust-heading = Para que otros verifiquen
trust-about = La página de verificación funciona en cualquier sitio web o abierta desde una memoria, sin internet. Con el manifiesto, otra laptop con este programa verifica sin tener el evento.
trust-page = Página de verificación…
trust-page-about = Escribe una carpeta con la página, las claves públicas y la lista de anulados. No lleva nombres ni documentos.
trust-manifest = Guardar manifiesto…
trust-manifest-about = El título del evento y sus claves públicas, firmados
trust-manifest-file = Evento
trust-revocations = Guardar lista de anulados…
trust-revocations-about = Los números anulados que conoce esta mesa, con fecha y firma; sin nombres
trust-revocations-file = Anulados
trust-add = Añadir de otro evento…
trust-add-about = Tome el manifiesto o la lista de anulados de otro evento: este equipo verificará también sus certificados
trust-known = «{ $event }» (huella { $fingerprint }), sin lista de anulados
trust-known-dated = «{ $event }» (huella { $fingerprint }), anulados al { $day }
certificates-do-save-zip = Guardar todos en un ZIP…
certificates-zipping = Guardando en el ZIP: { $done } de { $total }
certificates-stopped-zipping = Detenido: no se guardó ningún ZIP.
certificates-saved-zip = { $count ->
    [one] 1 certificado en «{ $file }».
   *[other] { $count } certificados en «{ $file }».
}
certificates-ask = Muestre a la cámara el código QR del certificado: la respuesta sale aquí, sin internet. También puede escribir el código, o soltar el PDF o una foto.
certificates-camera-pause = Pausar
certificates-camera-go-on = Seguir
