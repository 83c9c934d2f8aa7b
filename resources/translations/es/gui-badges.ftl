# Credenciales
badges-title = Credenciales
badges-counts = { $printed ->
    [one] 1 impresa
   *[other] { $printed } impresas
} · { $unprinted } sin imprimir
badges-everybody = Para todos los participantes
badges-unprinted = Para quienes aún no la tienen impresa
badges-chosen = Para las personas que marque
badges-blank = En blanco, para inscribir en la mesa
badges-search = Nombre, documento o institución
badges-every-organisation = Todas las instituciones
badges-every-category = Todas las categorías
badges-organisation = Institución
badges-category = Categoría
badges-people = Personas
badges-column-name = Nombre
badges-column-organisation = Institución
badges-column-category = Categoría
badges-column-badge = Credencial
badges-printed = { $count ->
    [one] Impresa
   *[other] Impresa { $count } veces
}
badges-not-printed = Sin imprimir
badges-ticked = { $ticked ->
    [one] 1 marcada
   *[other] { $ticked } marcadas
} · { $shown } en la lista
badges-tick-shown = Marcar estas
badges-untick-shown = Desmarcar estas
badges-nobody-yet = Todavía no hay participantes. Importe la lista y aquí podrá imprimir sus credenciales. También puede preparar credenciales en blanco.
badges-import = Importar una lista…
badges-blank-how-many = Cuántas credenciales en blanco:
badges-blank-hint = Cada una lleva su propio código. Al registrar a alguien en la mesa, escanee una credencial en blanco: desde ese momento es suya. Hasta { $most } cada vez.
badges-sheet = Así saldrá la primera hoja
badges-per-sheet = { $count } por hoja
badges-count = { $count ->
    [0] Ninguna credencial
    [one] 1 credencial en 1 hoja
   *[other] { $count } credenciales en { $sheets ->
        [one] 1 hoja
       *[other] { $sheets } hojas
    }
}
badges-count-blank = { $count ->
    [one] 1 credencial en blanco
   *[other] { $count } credenciales en blanco
} en { $sheets ->
    [one] 1 hoja
   *[other] { $sheets } hojas
}
badges-paper = Hojas A4 con marcas de corte. Imprima al 100 %, sin «ajustar a la página».
badges-print = Imprimir
badges-save = Guardar PDF…
badges-cancel = Cancelar
badges-drawing = Preparando { $done } de { $total }
badges-file = Credenciales
badges-file-blank = Credenciales en blanco
badges-all-printed = Todas las credenciales están impresas. Elija «Para todos los participantes» o marque a quien necesite otra.
badges-nobody-ticked = Marque en la lista a quienes necesitan una credencial.
badges-came-out-well = { $count ->
    [one] ¿Ya salió bien impresa la credencial?
   *[other] ¿Ya salieron bien impresas las { $count } credenciales?
}
badges-mark = Sí, anotar como impresas
badges-mark-not-yet = Todavía no
badges-marked = { $count ->
    [one] 1 credencial anotada como impresa
   *[other] { $count } credenciales anotadas como impresas
}
