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
badges-sheet = Cómo se imprimen
badges-design = Diseño
badges-design-by-category = El de cada categoría
badges-layout = Hoja o etiqueta
badges-layout-a4 = A4 para cortar
badges-layout-letter = Carta para cortar
badges-layout-single = Etiqueta, una por página
badges-layout-labels = { $product }: { $count } de { $size } mm
badges-start = Empezar en la posición
badges-turned = Girar (apaisada)
badges-bilingual = Español e inglés
badges-print = Imprimir
badges-save = Guardar PDF…
badges-test-label = Etiqueta de prueba
badges-paper = Hojas { $paper } con marcas de corte. Imprima al 100 %, sin «ajustar a la página».
badges-paper-letter = carta
badges-paper-labels = Si la hoja ya está empezada, indique la primera posición libre. Imprima al 100 %, sin «ajustar a la página».
badges-paper-single = Cada página mide lo que la credencial: { $width } × { $height } mm. Ponga etiquetas de esa medida en la impresora.
badges-some-printed = { $count ->
    [one] Una de estas credenciales ya se imprimió
   *[other] { $count } de estas credenciales ya se imprimieron
}
badges-some-printed-text = Saldrán otra vez con el mismo código. Para imprimir solo las que faltan, elija «Para quienes aún no la tienen impresa».
badges-some-printed-yes = Imprimir todas
badges-before = Códigos QR para enviar
badges-history = Credenciales impresas
badges-history-count = { $count ->
    [0] Todavía no se imprimió ninguna.
    [one] 1 impresión
   *[other] { $count } impresiones, la más reciente primero
}
badges-history-save = Guardar como Excel…
badges-history-not-you = Pídalo a un supervisor.
badges-codes-about = Una imagen PNG del código QR de cada persona marcada (de todas, si no marcó a nadie), para enviarla antes del evento con su propio programa de correo. La lista dice a quién va cada imagen. Para enviarlas desde aquí use «Envíos».
badges-codes-names = Nombre de cada imagen:
badges-codes-names-document = Documento
badges-codes-names-own_code = Código propio
badges-codes-names-name = Apellidos y nombres
badges-codes-zip = Guardar en un ZIP…
badges-codes-folder = Guardar en una carpeta…
badges-codes-merge = Lista para combinar correspondencia…
badges-codes-file-zip = Codigos QR
badges-codes-file-xlsx = Lista para correo
badges-codes-saved = { $count ->
    [one] Guardado: 1 persona en { $file }
   *[other] Guardado: { $count } personas en { $file }
}
badges-codes-stopped = Se detuvo. El ZIP no se guardó; en una carpeta quedan las imágenes ya escritas.
badges-group-again-title = Credenciales ya impresas: { $name }
badges-group-again-text = { $count ->
    [one] Su credencial ya se imprimió. Se imprimirá otra igual, con el mismo código.
   *[other] Las { $count } credenciales ya se imprimieron. Se imprimirán otra vez, con los mismos códigos.
}
