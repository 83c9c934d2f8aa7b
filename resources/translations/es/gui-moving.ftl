# Mover registros al punto de control correcto
moving-verb = Mover registros…
moving-title = Mover estos registros
moving-about = Si esta mesa estuvo en el punto de control equivocado, pase aquí sus ingresos y salidas al correcto. El cambio queda anotado, y se puede deshacer.
moving-from = Se registraron en
moving-to = Deben estar en
moving-day = Día
moving-since = Desde
moving-until = Hasta
moving-count = { $count ->
    [0] Esta mesa no tiene registros allí a esas horas
    [one] 1 registro de esta mesa
   *[other] { $count } registros de esta mesa
}
moving-go = Mover
moving-close = Cerrar
moving-back = Deshacer
moving-done = { $count ->
    [one] 1 registro movido.
   *[other] { $count } registros movidos.
}
moving-undone = { $count ->
    [one] 1 registro está otra vez donde estaba.
   *[other] { $count } registros están otra vez donde estaban.
}
moving-choose = Elija el punto de control correcto
desk-checkpoint-next = { $name }: empieza pronto en esta sala. ¿Pasar a este punto de control?
desk-checkpoint-new-day = Empezó otro día del evento: { $name }. ¿Pasar a este punto de control?
desk-checkpoint-go = Pasar (Enter)
desk-checkpoint-stay = Seguir aquí
desk-moved-from = movido de { $name }
