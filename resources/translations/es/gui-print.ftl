# Guardar e imprimir
print-save-title = Guardar PDF
print-saved = Guardado: { $file }
print-choose = ¿En qué impresora?
print-default = { $printer } (predeterminada)
print-remember = Usar siempre esta impresora en este equipo
print-print = Imprimir
print-cancel = Cancelar
print-cancel-job = Cancelar la impresión
print-looking = Buscando impresoras…
print-sending = Enviando a { $printer }…
print-no-printers = Este equipo no tiene impresoras. Agregue una en el sistema, o guarde el PDF y llévelo en una memoria.
print-preview-drawing = Preparando la vista previa…
print-preview-previous = Página anterior
print-preview-next = Página siguiente
print-preview-page = Página { $page } de { $pages }
