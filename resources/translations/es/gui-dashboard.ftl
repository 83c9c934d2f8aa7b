# El panel: cómo va el evento ahora mismo.
nav-dashboard = Panel
dashboard-about = De qué tratan las cifras
dashboard-whole-event = Todo el evento
dashboard-save = Guardar imagen…
dashboard-saved = Imagen guardada: { $file }
dashboard-none = Todavía no hay registros.
dashboard-figure-arrived = llegaron, de los esperados
dashboard-figure-inside = están dentro ahora
dashboard-figure-organisations = instituciones presentes
dashboard-figure-regions = regiones presentes
dashboard-arrivals = Llegadas por cuarto de hora
dashboard-peak = Lo más concurrido: { $count } desde las { $time }
dashboard-quarter = { $count } desde las { $time }
dashboard-sessions = Ingresos y sesiones
dashboard-inside-of = { $some } dentro, aforo { $all }
dashboard-categories = Por categoría
dashboard-regions = Por región
dashboard-organisations = Instituciones
dashboard-organisations-more = { $count ->
    [one] Las que más vinieron; falta 1 en la lista. Todas están en Evento.
   *[other] Las que más vinieron; faltan { $count } en la lista. Todas están en Evento.
}
dashboard-desks = Mesas
dashboard-desk-known = { $desk }: datos hasta las { $time }
dashboard-desk-never = { $desk }: todavía sin datos
dashboard-desks-alone = Esta mesa trabaja sola.
dashboard-queue = ¿Cuántas mesas hacen falta?
dashboard-queue-about = Para la próxima hora punta: cuántas personas llegarán y en cuánto tiempo.
dashboard-queue-arrivals = Personas que llegarán
dashboard-queue-minutes = En cuánto tiempo
dashboard-queue-wait = Espera máxima promedio
dashboard-queue-desks = Mesas que hay
dashboard-queue-as-needed = las que hagan falta
dashboard-unit-minutes = min
dashboard-unit-seconds = s
dashboard-queue-answer = { $desks ->
    [one] Basta 1 mesa: espera promedio de { $wait } s, ocupada el { $busy } % del tiempo.
   *[other] Hacen falta { $desks } mesas: espera promedio de { $wait } s, ocupadas el { $busy } % del tiempo.
}
dashboard-queue-too-many = Ni con { $desks } mesas alcanza. Amplíe el horario de ingreso o registre a las delegaciones de una vez.
dashboard-queue-there = { $desks ->
    [one] Con 1 mesa: espera promedio de { $wait } s.
   *[other] Con { $desks } mesas: espera promedio de { $wait } s.
}
dashboard-queue-there-short = { $desks ->
    [one] Con 1 mesa
   *[other] Con { $desks } mesas
} la cola solo crece: al final esperarán unas { $people } personas.
dashboard-queue-letters = Mesa { $number }: apellidos { $span } ({ $people })
dashboard-queue-measured = Calculado con el ritmo de esta mesa: { $seconds } s por persona.
dashboard-queue-usual = Calculado con { $seconds } s por persona; con más registros se usará el ritmo de esta mesa.
dashboard-report = Informe en PDF…
dashboard-full = Lleno
dashboard-nearly-full = { $left ->
    [one] Queda 1 lugar
   *[other] Quedan { $left } lugares
}
dashboard-sessions-others = { $count ->
    [one] Y una más, donde no hay nadie y que no es ahora.
   *[other] Y { $count } más, donde no hay nadie y que no son ahora.
}
