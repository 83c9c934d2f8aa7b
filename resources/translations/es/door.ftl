# Lo que la mesa anota además del ingreso: suplentes, códigos vinculados, fotos, preguntas
substitute-nobody = Esa persona ya no está en la lista. Búsquela de nuevo.
substitute-same-person = { $name } no puede representarse a sí mismo. Elija a la persona que no vino.
link-nobody = Vincular: elija primero a la persona a quien pertenece el código.
link-own-badge = Ese código es de una credencial de este evento; no hace falta vincularlo. Si está en blanco, regístrela con la persona.
link-known = Ese código ya es de { $name }. Desvincúlelo primero, si cambió de dueño.
photo-unusable = Esa imagen no sirve como foto. Elija un archivo JPG o PNG con el rostro de la persona.
question-no-wording = Escriba la pregunta en español.
question-no-choices = Escriba por lo menos dos opciones, una por línea.
question-too-many-choices = Una pregunta admite { $most } opciones como máximo. Quite algunas.
question-too-many = Un evento admite { $most } preguntas como máximo. Quite alguna.
question-nobody = Esa persona ya no está en la lista; sus respuestas no se guardaron.
question-bad-answer = Esa respuesta no está entre las opciones. Elija una de la lista.
question-yes = Sí
question-no = No
photo-none-found = En { $file } no hay ninguna imagen JPG o PNG. Elija la carpeta o el archivo ZIP con las fotos.
photo-bad-archive = { $file } no se puede abrir como archivo ZIP. Compruebe que esté completo, o elija la carpeta.
