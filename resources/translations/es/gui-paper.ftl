# Lista en papel
paper-before = Antes del evento
paper-list-title = Lista en papel
paper-list-about = Imprímala antes del evento y téngala en cada mesa: si se va la luz, marque a quien llega y anote la hora.
paper-list-count = { $people ->
    [one] 1 persona
   *[other] { $people } personas
} · { $pages ->
    [one] 1 página
   *[other] { $pages } páginas
}
paper-look = Ver la primera página
paper-list-long = La lista es larga ({ $people } personas): se dibuja al imprimir o guardar. «Ver la primera página» la muestra antes.
paper-list-reading = Leyendo la lista…
paper-list-drawing = Página { $done } de { $total }
paper-list-stop = Detener
paper-list-stopped = Detenido: la lista no se imprimió ni se guardó.
paper-print = Imprimir lista
paper-file = Lista en papel
paper-nobody = Todavía no hay personas en la lista. Importe la lista de inscritos primero.
paper-enter-title = Registrar lo marcado en papel
paper-enter-about = Cuando vuelva la luz, pase aquí las marcas de la lista con la hora en que ingresaron: letras y Enter, o el lector sobre el código de cada línea.
paper-checkpoint = Punto de control
paper-day = Fecha
paper-time = Hora
paper-search = Nombre o documento, y Enter
paper-hits = Personas que coinciden
paper-how = Escriba unas letras y presione Enter: la persona queda marcada y el campo, listo para la siguiente.
paper-no-hits = Nadie coincide. Revise las letras, o registre a la persona en «Personas».
paper-withdrawn = retirado
paper-arrived = ya ingresó a las { $time }
paper-ticked = Personas marcadas
paper-ticked-count = { $count ->
    [0] Nadie marcado todavía
    [one] 1 persona marcada
   *[other] { $count } personas marcadas
}
paper-ticked-already = { $name } ya está en las marcas.
paper-remove = Quitar
paper-remove-key = Quitar a la persona elegida (Supr)
paper-enter = { $count ->
    [0] Registrar ingresos
    [one] Registrar 1 ingreso
   *[other] Registrar { $count } ingresos
}
paper-other-day = Esa fecha no es la de «{ $checkpoint }»: nadie será admitido. Revise la fecha o elija otro punto de control.
paper-future = Según el reloj de este equipo, esa hora todavía no llega. Revísela antes de registrar.
paper-count-in = { $count ->
    [one] 1 registrado
   *[other] { $count } registrados
}
paper-count-already = { $count ->
    [one] 1 ya estaba
   *[other] { $count } ya estaban
}
paper-count-refused = { $count ->
    [one] 1 no pudo ingresar
   *[other] { $count } no pudieron ingresar
}
paper-results = Resultado por persona
paper-unknown = Persona que ya no está en la lista
paper-undo = Deshacer todo
paper-more = Registrar más
paper-undone = { $count ->
    [one] 1 ingreso deshecho. La marca sigue aquí para corregirla.
   *[other] { $count } ingresos deshechos. Las marcas siguen aquí para corregirlas.
}
paper-undo-reason = Lo pasado del papel estaba equivocado
paper-scan-nobody = Ese código no es de una sola persona de la lista. Escriba el nombre o el documento.
paper-desk = Mesa donde se marcó
desk-from-paper = del papel
desk-from-paper-of = del papel de { $desk }
