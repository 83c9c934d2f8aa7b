# Importar una lista
import-title = Importar una lista de participantes
import-drop = Arrastre aquí su lista, o elíjala en su equipo
import-drop-hint = Sirve una hoja de Excel, un archivo .ods, .csv o de texto, tal como la tiene. Los títulos de las columnas se reconocen solos.
import-promise = Primero verá qué se entendió. Nada se guarda hasta que usted lo confirme, y la misma lista se puede importar otra vez sin duplicar a nadie.
import-choose = Elegir archivo…
import-choose-other = Elegir otro archivo…
import-lists = Listas
import-all-files = Todos los archivos
import-reading = Leyendo { $file }…
import-writing = Importando { $file }…
import-progress = { $done } de { $total }
import-cancel = Cancelar
import-cancelling = Cancelando…
import-file-facts = { $rows ->
    [one] 1 fila
   *[other] { $rows } filas
}{ $sheets ->
    [one] {""}
   *[other] {" "}en { $sheets } hojas
}
import-columns = Qué contiene cada columna
import-columns-hint = Si algo no se reconoció bien, elija sobre la columna lo que contiene.
import-taken-for = La columna «{ $heading }» contiene
import-sheets = Hojas que se importan:
import-sheet-shown = Hoja que se muestra
import-no-sheet = Marque al menos una hoja para importar.
import-field-full-name = Nombre completo
import-field-surnames-names = Apellidos y nombres
import-field-given-names = Nombres
import-field-surnames = Apellidos
import-field-paternal-surname = Apellido paterno
import-field-maternal-surname = Apellido materno
import-field-document = N.º de documento
import-field-document-kind = Tipo de documento
import-field-organisation = Institución
import-field-region = Región
import-field-position = Cargo
import-field-honorific = Tratamiento
import-field-category = Categoría
import-field-email = Correo
import-field-phone = Teléfono
import-field-note = Nota para la mesa
import-field-own-code = Código propio
import-field-consent = Autorización
import-field-extra = Dato adicional
import-field-ignore = No importar
import-categories = Categoría de cada persona
import-categories-hint = Lo que dice la lista, y lo que es en el evento.
import-categories-more = Se muestran los más frecuentes; { $more } valores más quedan como se reconocieron.
import-value = En la lista
import-category = Categoría
import-category-of = Categoría de «{ $value }»
import-summary = { $people ->
    [one] 1 persona
   *[other] { $people } personas
}: { $new ->
    [one] 1 nueva
   *[other] { $new } nuevas
}, { $updated ->
    [one] 1 actualizada
   *[other] { $updated } actualizadas
}, { $unchanged } sin cambios
import-summary-nothing = { $people ->
    [one] La persona de la lista ya está en el evento, sin cambios.
   *[other] Las { $people } personas de la lista ya están en el evento, sin cambios.
}
import-rows-refused = { $count ->
    [one] 1 fila no entra
   *[other] { $count } filas no entran
}
import-values-left-out = { $count ->
    [one] 1 dato se omite
   *[other] { $count } datos se omiten
}
import-rows-repeated = { $count ->
    [one] 1 fila repite a alguien y se une a su primera fila
   *[other] { $count } filas repiten a alguien y se unen a su primera fila
}
import-no-problems = No se encontraron problemas.
import-looking = Revisando otra vez…
import-start = { $people ->
    [0] Importar
    [one] Importar 1 persona
   *[other] Importar { $people } personas
}
import-problems = Problemas de la lista
import-problems-hint = Lo demás entra. Corrija estas filas en su lista e impórtela otra vez: no se duplica a nadie.
import-problems-first = Se muestran los primeros { $shown }; guarde la lista para verlos todos. Lo demás entra.
import-problems-save = Guardar los problemas…
import-problems-saved = Guardado: { $file }
import-problems-file = Problemas de { $file }
import-problem-outcome = Qué pasa
import-problem-sheet = Hoja
import-problem-row = Fila
import-problem-column = Columna
import-problem-value = Dice
import-problem-reason = Por qué
import-row-refused = La fila no entra
import-value-left-out = Solo se omite el dato
import-done = { $people ->
    [one] Se importó a 1 persona
   *[other] Se importó a { $people } personas
}
import-done-whole = La lista entró completa.
import-done-problems = Lo que no entró está abajo. Corríjalo en su lista e impórtela otra vez, o registre a esas personas en la mesa.
import-next-badges = Preparar credenciales
import-next-desk = Ir a la mesa
import-next-other = Importar otra lista…
