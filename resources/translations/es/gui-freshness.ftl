# Qué tan al día está esta mesa con las demás
fresh-today = sin datos de la { $desk } desde las { $time }
fresh-day = sin datos de la { $desk } desde el { $day }, { $time }
fresh-never = todavía sin ningún dato de la { $desk }
fresh-and-more = { $count ->
    [one] y otra mesa
   *[other] y otras { $count } mesas
}
fresh-only-here = { $count ->
    [one] 1 registro solo en este equipo
   *[other] { $count } registros solo en este equipo
}
network-looking = Buscando { $hub }…
network-connected = Conectado con { $hub } · { $ago }
network-never = Sin conexión con { $hub }; se reintenta a las { $again }
network-silent = Sin conexión con { $hub } desde { $since }; se reintenta a las { $again }
network-since-today = las { $time }
network-since-day = el { $day }, { $time }
network-ago-seconds = { $count ->
    [0] ahora
   *[other] hace { $count } s
}
network-ago-minutes = hace { $count } min
network-to-send = por enviar: { $count }
network-sharing = Compartiendo con otras mesas
fresh-only-here-more = Están guardados en el disco de este equipo y todavía en ningún otro lugar. Intercambie por memoria o por red para que no dependan de él.
stick-offered = Memoria del evento conectada ({ $name }). Al intercambiar, las mesas se ponen al día.
stick-offered-go = Intercambiar
stick-offered-not-now = Ahora no
stick-working = Memoria: intercambiando…
stick-kept = Memoria al día, { $time }
stick-kept-more = Se actualiza sola cada dos minutos mientras siga conectada. Puede expulsarla y retirarla cuando quiera: nada se pierde.
stick-pulled = Memoria retirada; último intercambio a las { $time }
stick-pulled-more = Cuando vuelva a conectarla, se actualizará sola.
stick-failed = No se pudo usar la memoria
