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
exchange-write-down-go = Ya la anoté, intercambiar
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
exchange-clock-behind = Atrasado { $minutes } min. Corrija la hora de ese equipo con la de un teléfono.
exchange-cases-title = { $count ->
    [0] Por resolver
   *[other] Por resolver ({ $count })
}
exchange-cases-none = No hay nada por resolver. Si dos mesas registran algo distinto de la misma persona, aparecerá aquí después del intercambio.
exchange-cases-more = Y { $count } más: aparecerán al resolver estos.
exchange-cases-settled = { $count ->
    [one] 1 caso resuelto
   *[other] { $count } casos resueltos
}
exchange-settled-now = Caso resuelto.
exchange-case-desks = Dos equipos en el mismo puesto
exchange-case-admitted-twice = Ingresó por dos mesas: { $where }
exchange-case-corrected-twice = Dos mesas corrigieron sus datos de forma distinta. ¿Cuál vale?
exchange-case-same-document = Dos registros tienen el mismo número de documento.
exchange-case-certified-twice = Se emitieron dos certificados para la misma persona.
exchange-case-slot-taken-twice = Se unieron al evento sin saber uno del otro. En el próximo intercambio con la clave, uno recibirá otro puesto.
exchange-case-certificate = certificado n.º { $number }
exchange-choose-admitted-twice-same-person = Es la misma persona
exchange-choose-admitted-twice-badge-shared = La credencial la usaron dos personas
exchange-choose-corrected-twice-keep-first = Vale 1
exchange-choose-corrected-twice-keep-second = Vale 2
exchange-choose-same-document-same-person = Es la misma persona
exchange-choose-same-document-different-people = Son personas distintas
exchange-choose-certified-twice-keep-first = Vale el primero, anular el otro
exchange-choose-certified-twice-acknowledged = Dejar los dos
exchange-choose-slot-taken-twice-acknowledged = Entendido
