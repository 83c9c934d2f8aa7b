# El programa que llega en una hoja de cálculo
programme-no-sessions = No se encontró un programa en { $file }. La primera fila debe decir qué hay en cada columna: día, inicio, fin, título, sala…
programme-too-many = { $file } tiene más de { $most } sesiones: divídalo en varios archivos.
programme-problem-no-title = Falta el título. Complételo en la lista e impórtela de nuevo.
programme-problem-bad-day = «{ $value }» no es un día del evento. Corríjalo en la lista, o agregue el día en «Datos», «Cambiar días…», e impórtela de nuevo.
programme-problem-bad-time = No se entiende la hora «{ $value }» y se dejó vacía. Escríbala como 09:30.
programme-problem-ends-early = «{ $value }»: la sesión terminaría antes de empezar, y el fin se dejó vacío.
programme-problem-bad-capacity = El aforo «{ $value }» no es un número de personas y se dejó vacío.
programme-problem-twice = «{ $value }» ya está en la lista con el mismo día, hora y sala; se tomó una sola vez.
programme-spreadsheets = Hojas de cálculo
programme-import-title = Importar el programa
programme-import-about = { $new ->
    [one] 1 sesión nueva
   *[other] { $new } sesiones nuevas
}, { $updated } con cambios y { $unchanged } sin cambios. Nada se quita: lo que la lista no nombra se queda.
programme-import-change = Cambio
programme-import-new = Nueva
programme-import-updated = Cambia
programme-import-unchanged = Igual
programme-import-problems = Por corregir en la lista: { $count }
programme-import-go = Importar
