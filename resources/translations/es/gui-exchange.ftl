# Página de intercambio con otras mesas
exchange-stick-title = Memoria USB
exchange-stick-about = Lleve el mismo archivo de una mesa a otra: cada una toma lo que le falta y deja lo suyo. Puede repetirlo cuantas veces quiera; nada se duplica.
exchange-path = Archivo de intercambio
exchange-path-empty = Elija el archivo de la memoria, o arrástrelo aquí
exchange-choose-file = Elegir…
exchange-use-drive = Usar { $drive }
exchange-now = Intercambiar ahora
exchange-done = Listo: { $sent ->
    [0] no había nada nuevo que enviar
    [one] 1 registro enviado
   *[other] { $sent } registros enviados
}, { $received ->
    [0] nada nuevo que recibir
    [one] 1 recibido
   *[other] { $received } recibidos
}.
exchange-held = { $count ->
    [one] 1 registro recibido todavía no cuenta: le falta otro que traerá la mesa que lo escribió.
   *[other] { $count } registros recibidos todavía no cuentan: les faltan otros que traerá la mesa que los escribió.
}
exchange-new-conflicts = { $count ->
    [one] Hay 1 caso nuevo por resolver; está más abajo.
   *[other] Hay { $count } casos nuevos por resolver; están más abajo.
}
exchange-eject = Expulse la memoria antes de retirarla y llévela a la siguiente mesa.
exchange-no-folder = No se encuentra la carpeta { $folder }. Conecte la memoria, o elija otro archivo.
exchange-slot-shared = Esta mesa usa la misma numeración de certificados que otra porque su archivo fue copiado. Al intercambiar se le pedirá la clave del evento y recibirá la suya.
exchange-other-title = Preparar otro equipo
exchange-other-step-1 = Conecte una memoria en este equipo y pulse «Intercambiar ahora».
exchange-other-step-2 = Llévela al otro equipo, abra el programa, elija «Unirse a un evento» y el archivo de la memoria.
exchange-other-step-3 = Escriba allí la clave del evento. La lista completa ya está en esa mesa y puede registrar ingresos.
exchange-passphrase-title = Clave del evento
exchange-passphrase-why = Escriba la clave que eligió el organizador.
exchange-passphrase-field = Clave del evento
exchange-passphrase-again = Repita la clave
exchange-passphrase-go = Continuar
exchange-passphrase-differs = Las dos claves no son iguales. Escríbalas otra vez.
exchange-choose-title = Elija la clave del evento
exchange-choose-why = Protege los datos de los asistentes en la memoria. Cada equipo nuevo la pedirá una vez, al unirse. Use al menos seis caracteres.
exchange-choose-go = Continuar
exchange-write-down-title = Anote esta clave
exchange-write-down-why = Escríbala en un papel y guárdelo bien: no se volverá a mostrar y nadie puede recuperarla. Sin ella, ningún otro equipo podrá unirse al evento.
exchange-write-down-go = Ya la anoté, continuar
exchange-cancel = Cancelar
exchange-desks-title = Mesas del evento
exchange-desk-name = Mesa
exchange-desk-entries = Registros
exchange-desk-last = Último dato
exchange-desk-heard = Sin datos desde las { $time }
exchange-desk-heard-on = Sin datos desde el { $day }, { $time }
exchange-desk-never = Todavía no llegaron sus datos
exchange-desk-own = Esta mesa
exchange-desk-revoked = Retirada del evento
exchange-desk-clock = Reloj
exchange-clock-unknown = Sin comparar
exchange-clock-good = En hora
exchange-clock-ahead = Adelantado { $minutes } min. Corrija la hora de ese equipo con la de un teléfono.
exchange-clock-absurd = Reloj adelantado { $hours } h: no se le hace caso. Corrija la fecha y la hora de ese equipo.
exchange-clock-behind = Atrasado { $minutes } min. Corrija la hora de ese equipo con la de un teléfono.
exchange-desk-now = Al día
exchange-desk-remove = Retirar…
exchange-desk-remove-of = Retirar { $desk } del evento
stations-remove-title = ¿Retirar esta mesa del evento?
stations-remove-text = Para un equipo perdido o robado. { $count ->
    [0] Nada de lo que esa mesa registró llegó aquí.
    [one] El registro de esa mesa que ya llegó aquí sigue valiendo.
   *[other] Los { $count } registros de esa mesa que ya llegaron aquí siguen valiendo.
} Lo que no haya llegado todavía, y todo lo que registre desde ahora, no contará en ninguna mesa. No se puede deshacer.
stations-remove-example = Por ejemplo: se perdió la laptop en el taxi
stations-remove-yes = Retirar la mesa
stations-reason = Motivo
stations-removed = Mesa retirada. Las demás lo sabrán en el próximo intercambio.
stations-reason-needed = Escriba el motivo: quedará en el registro del evento.
stations-gone = Esa mesa ya no está en el evento. Actualice la página.
stations-own = Esta mesa no puede retirarse a sí misma. Hágalo desde otra mesa.
held-title = Lo que todavía no cuenta ({ $count })
held-about = Estos registros están guardados y pasan de mesa en mesa, pero no cambian ningún resultado. Nada de lo demás espera por ellos.
held-line = { $desk }: { $count ->
    [one] 1 registro
   *[other] { $count } registros
}, el último de las { $when }. { $why }
held-station-revoked = La mesa fue retirada del evento antes de que se escribieran.
held-said-already = Ya lo había dicho otro registro; vale el primero.
held-malformed = Su contenido no se entiende; lo escribió un programa con fallas.
held-unknown-kind = Los escribió una versión más nueva del programa. Actualice checkin-desktop en este equipo y contarán.
held-other = Falta algo que traerá otra mesa en un próximo intercambio.
prepare-open = Preparar otro equipo…
prepare-about = El otro equipo recibe la lista, las reglas, los certificados y su propio puesto. Queda listo en menos de tres minutos, y también reemplaza a uno que se dañó.
prepare-by-stick = Con memoria USB
prepare-by-network = Por la red
prepare-go-stick = Usar una memoria
prepare-share = Empezar a compartir
prepare-close = Cerrar
prepare-network-step-1 = Conecte los dos equipos a la misma red: un cable, el wifi del local o el teléfono de alguien como punto de acceso. No hace falta internet.
prepare-network-step-2 = En el otro equipo abra el programa, elija «Unirse a un evento», «Por la red», y muestre este QR a su cámara. Cada código sirve para un solo equipo.
prepare-network-step-3 = Escriba allí la clave del evento. Cuando aparezca la mesa de ingreso, puede registrar.
roads-share-title = Compartir con otras mesas
roads-share-about = Las mesas que estén en la misma red se ponen al día solas, cada pocos segundos. Basta que una comparta; si este equipo se apaga, las demás siguen y otra puede compartir.
roads-share = Compartir con otras mesas
roads-qr = QR para conectar otra mesa
roads-address = Dirección: { $address }
roads-code = Código de un solo uso: { $code }
roads-code-until = Vale para un equipo, hasta el { $day }, { $time }.
roads-new-code = Otro código
roads-desks-connected = Conectadas ahora: { $desks }.
roads-no-desks-connected = Todavía no se conectó ninguna mesa.
roads-firewall = Si Windows pregunta por el cortafuegos, marque «Redes privadas» y «Redes públicas» y pulse «Permitir acceso»; sin eso, las otras mesas no podrán entrar.
roads-connect-title = Conectarse
roads-connect-about = A una mesa que comparte, o al servidor de la oficina si hay internet. Mientras tanto esta mesa sigue sola y no se pierde nada.
roads-nearby = Mesas que comparten en esta red
roads-connect-to = { $name } ({ $address })
roads-scan = Escanear el QR
roads-picture = Desde una foto…
roads-where-field = Dirección, o texto del QR
roads-where-empty = 192.168.0.12:8765 o https://evento.ejemplo.pe
roads-code-field = Código de un solo uso
roads-code-empty = Solo si se lo dieron
roads-connect = Conectar
roads-leave = Desconectar
roads-try-now = Intercambiar ahora
roads-all-sent = Todo enviado.
roads-to-send = { $count ->
    [one] 1 registro por enviar.
   *[other] { $count } registros por enviar.
}
roads-set-aside = { $count ->
    [one] 1 registro no fue aceptado allí; está apartado y no detiene lo demás.
   *[other] { $count } registros no fueron aceptados allí; están apartados y no detienen lo demás.
}
roads-held-there = { $count ->
    [one] Allí hay 1 registro que todavía no cuenta.
   *[other] Allí hay { $count } registros que todavía no cuentan.
}
roads-no-pairing-in-picture = En esa imagen no hay un QR de una mesa que comparte. Tome la foto más de cerca, o escriba la dirección.
scan-title = Escanear el QR de la otra mesa
scan-how = Muestre a la cámara el QR que aparece en la pantalla de la mesa que comparte.
desk-pairing-seen = Ese QR conecta mesas. Abra «Intercambio» y escanéelo allí.
compare-open = Comparar con otra mesa…
compare-title = Comparar con otra mesa
compare-about = Este QR dice qué tiene esta mesa. Escanéelo en la otra con esta misma opción, o escanee aquí el suyo: se verá qué le falta a cada una. No lleva registros ni nombres; para eso, intercambie.
compare-qr = QR de lo que tiene esta mesa
compare-scan = Escanear el de la otra mesa
compare-same = Esta mesa y { $desk } tienen exactamente lo mismo.
compare-here = A esta mesa le falta: { $what }.
compare-there = A { $desk } le falta: { $what }.
compare-lacking = { $count ->
    [one] 1 registro de { $desk }
   *[other] { $count } registros de { $desk }
}
compare-forked = algo de { $desk }
compare-not-heads = Ese QR no es el de «Comparar con otra mesa». Ábralo en la otra mesa y escanéelo otra vez.
revocations-open = Certificados anulados en QR…
revocations-title = Certificados anulados
revocations-about = Escanee este QR en otra mesa, o en quien verifica: sabrá qué números están anulados aunque no haya intercambio. No lleva nombres.
revocations-qr = QR de los certificados anulados
revocations-taken = { $count ->
    [one] Lista tomada: un certificado anulado.
   *[other] Lista tomada: { $count } certificados anulados.
}
revocations-none = Esta mesa no sabe de ningún certificado anulado.
revocations-too-many = Hay { $count } certificados anulados: no caben en un QR. Guárdelos como archivo, o haga un intercambio.
revocations-not-a-list = Ese QR no es una lista de certificados anulados. Ábralo en la otra mesa y escanéelo otra vez.
revocations-not-signed = La lista no está firmada por una mesa de este evento; no se tomó nada.
