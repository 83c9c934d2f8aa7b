# Personas
people-search = Buscar por nombre, documento o institución
people-filter-category = Categoría
people-filter-all-categories = Todas las categorías
people-filter-standing = Estado
people-standing-everybody = Todas las personas
people-standing-not_arrived = Aún no llegan
people-standing-arrived = Ya llegaron
people-standing-withdrawn = Retirados
people-new = Registrar persona
people-list = Lista de personas
people-column-name = Apellidos y nombres
people-column-document = Documento
people-column-organisation = Institución
people-column-region = Región
people-column-category = Categoría
people-column-arrived = Llegó
people-count = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
people-count-arrived = { $count ->
    [one] 1 ya llegó ({ $checkpoint })
   *[other] { $count } ya llegaron ({ $checkpoint })
}
people-more = se muestran las { $most } más parecidas; escriba más letras
people-none-found = Nadie en la lista coincide con «{ $typed }».
people-none-so = No hay nadie con ese filtro.
people-nobody = Todavía no hay personas. Importe la lista de inscritos, o registre a la primera persona.
people-register-typed = Registrar a «{ $typed }»
people-import = Importar lista
people-card-empty = Elija a una persona de la lista para ver sus datos.
people-withdrawn = Retirado
people-withdrawn-long = Inscripción retirada: no puede ingresar.
people-print-badge = Imprimir credencial
people-edit = Corregir datos
people-certificate = Certificado
people-lost = Credencial perdida o robada…
people-withdraw = Retirar…
people-reinstate = Reincorporar…
people-field-given-names = Nombres
people-field-surnames = Apellidos
people-field-kind = Tipo de documento
people-field-document = Documento
people-field-organisation = Institución
people-field-region = Región
people-field-position = Cargo
people-field-honorific = Tratamiento
people-field-category = Categoría
people-field-email = Correo electrónico
people-field-phone = Teléfono
people-field-own-code = Código propio
people-field-consent = Acepta uso de datos
people-field-badge = Credencial
people-field-arrivals = Ingresos
people-field-blank-badge = Credencial en blanco (opcional)
people-yes = Sí
people-no = No
people-no-arrivals = Todavía no ingresa
people-badge-none = Sin credencial vigente
people-badge-blank = Asignada (impresa en blanco)
people-badge-unprinted = Todavía no impresa
people-badge-renewed = Código nuevo, todavía no impresa
people-badge-printed = { $times ->
    [one] Impresa 1 vez
   *[other] Impresa { $times } veces
}
people-badge-of = Credencial de { $name }
people-badge-file = Credencial
people-back = Volver a la lista
people-back-to-desk = Volver a la mesa
people-cancel = Cancelar
people-form-new = Registrar persona
people-form-edit = Corregir datos
people-form-register = Registrar
people-form-save = Guardar
people-form-and-print = Registrar e imprimir credencial
people-form-save-and-print = Guardar e imprimir credencial
people-form-and-admit = Registrar e ingresar
people-form-admit-and-print = Registrar, ingresar e imprimir
people-form-how = Enter pasa al dato siguiente y, después de la institución, registra. Ctrl+Enter registra en cualquier momento.
people-form-more = Más datos…
people-form-no-document = Falta el documento: sin él no se nota si alguien está dos veces en la lista. Si no lo tiene, registre otra vez.
people-form-owner-in = Es esta persona: ingresar
people-form-somebodys-badge = Esa credencial no está en blanco: nadie ingresó con ella. Termine este registro y vuelva a escanearla en la mesa.
people-form-no-such-scan = Ese código no es una credencial ni un documento: no se anotó nada.
people-unfinished = Hay un registro sin terminar: { $name }
people-unfinished-nameless = Hay un registro sin terminar
people-unfinished-text = Si empieza otro, lo ya escrito se perderá.
people-unfinished-other = Empezar otro
people-form-no-kind = Sin indicar
people-form-badge-how = Escanee una credencial en blanco para dársela
people-form-badge-good = Credencial en blanco lista: será de esta persona.
people-form-bad-dni = El DNI tiene 8 dígitos.
people-form-known = Ya es de { $name }.
people-form-owner = El documento { $document } ya está en la lista a nombre de { $name }.
people-form-open-owner = Abrir su ficha
people-registered = { $name } quedó en la lista.
people-corrected = Datos de { $name } guardados.
people-badge-revoked = La credencial anterior ya no vale. Imprima la nueva o asigne una en blanco.
people-withdrawn-done = Inscripción retirada.
people-reinstated-done = Inscripción reincorporada.
people-ask-lost = ¿Anular la credencial de { $name }?
people-ask-lost-text = Si alguien la presenta, no podrá ingresar y se verá de quién era. La persona recibirá una credencial con un código nuevo.
people-ask-lost-yes = Anular credencial
people-ask-withdraw = ¿Retirar a { $name }?
people-ask-withdraw-text = No podrá ingresar ni saldrá en la lista en papel. Lo ya registrado se conserva, y puede reincorporarla después.
people-ask-withdraw-yes = Retirar
people-ask-reinstate = ¿Reincorporar a { $name }?
people-ask-reinstate-text = Podrá ingresar otra vez con su credencial.
people-ask-reinstate-yes = Reincorporar
people-discard = ¿Salir sin guardar?
people-discard-text = Lo escrito en el formulario se perderá.
people-discard-yes = Salir sin guardar
people-discard-no = Seguir escribiendo
people-field-note = Nota para la mesa (no se imprime)
people-form-instead = Asiste en representación de { $name }
people-form-instead-other = Elegir otra persona…
people-form-instead-text = Elija a la persona que no vino. Sigue ausente; su institución cuenta como presente.
people-photo = Foto…
people-photo-other = Cambiar la foto…
people-photo-off = Quitar la foto
people-photo-kept = Foto guardada.
people-photo-gone = Foto retirada.
people-photos = Fotos…
people-photos-how = Muchas fotos de una vez, cada archivo con el número de documento o el código propio como nombre
people-photos-folder = De una carpeta…
people-photos-zip = De un archivo ZIP…
people-photos-reading = Leyendo las fotos…
people-photos-attached = { $count ->
    [one] Una persona ya tiene su foto.
   *[other] { $count } personas ya tienen su foto.
}
people-photos-nobodys = { $count ->
    [one] Una foto no es de nadie de la lista: { $names }
   *[other] { $count } fotos no son de nadie de la lista: { $names }
}
people-codes = Códigos vinculados
people-code-off = Desvincular…
people-code-off-title = ¿Desvincular este código?
people-code-off-text = Quien lo muestre ya no será reconocido como esta persona. El motivo queda en el registro.
people-code-off-reason = Motivo
people-code-off-example = Se vinculó a la persona equivocada
people-code-off-yes = Desvincular
people-code-gone = Código desvinculado.
people-representation = Representación
people-stands-for = Asiste en representación de { $name }
people-stood-for-by = { $name } asiste en su representación
people-representation-off = Quitar…
people-representation-off-title = ¿Quitar la representación?
people-representation-off-text = Los ingresos de cada persona no cambian. Puede volver a registrarla cuando quiera.
people-representation-off-yes = Quitar
people-representation-gone = Representación retirada.
people-answers = Respuestas
people-answer-none = Sin respuesta
people-answer-correct = Corregir…
people-answer-give = Responder…
people-answer-save = Guardar
