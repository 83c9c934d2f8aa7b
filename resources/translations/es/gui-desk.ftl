# Mesa de ingreso
desk-search = Escriba nombre, documento, institución o código
desk-hits = Personas encontradas
desk-idle = Muestre la credencial a la cámara
desk-idle-detail = También puede usar el lector, o escribir un nombre o documento arriba.
desk-repeated = Ya se registró a las { $time }
desk-acknowledge = Entendido (Enter)
desk-acknowledge-short = Entendido
desk-undo = Deshacer
desk-undo-of = Deshacer el ingreso de { $name }
desk-undone = Se deshizo el registro: { $name }. Queda anotado.
desk-was-undone = Deshecho
desk-nothing-to-undo = No hay ningún ingreso reciente que deshacer.
desk-certificate = Certificado
desk-register = Registrar persona
desk-register-tip = Registrar a alguien que no está en la lista (F4)
desk-recent = Últimos registros
desk-recent-empty = Aquí aparecen los últimos ingresos de esta mesa.
desk-hit-inside = Ingresó { $time }
desk-nobody = Nadie coincide con «{ $typed }». Pruebe con menos letras, o regístrelo con F4.
desk-nobody-code = Nadie coincide con «{ $typed }». Pulse Enter para comprobarlo como código, o F4 para registrarlo.
desk-homonyms-title = ¿Cuál de ellos?
desk-homonyms-text = Hay { $count } personas que se llaman { $name }. Pida el documento y elija a la que está frente a usted.
desk-pinned-more = { $count ->
    [one] y un caso más sin atender
   *[other] y { $count } casos más sin atender
}
desk-checkpoint-proposed = Se registra en «{ $name }». ¿Es correcto? Si no, elija otro arriba.
desk-checkpoint-right = Correcto (Enter)
desk-checkpoint-odd-date = La fecha de este equipo no es un día del evento ({ $days }). ¿En qué día se registra?
desk-checkpoint-first = Elija primero el punto de control; todavía no se registró a nadie.
desk-camera = Imagen de la cámara
desk-camera-choose = Cámara…
desk-camera-retry = Reintentar
desk-camera-opening = Buscando la cámara…
desk-camera-ended-of = «{ $name }»: terminó
desk-camera-off = Cámara apagada.
desk-camera-none-found = No se encontró ninguna cámara
desk-camera-file = Video o imagen…
desk-camera-folder = Carpeta de imágenes…
desk-camera-address = Cámara de red o teléfono…
desk-camera-address-ask = Dirección de la cámara (http:// o rtsp://):
desk-camera-stop = Apagar la cámara
desk-picture-nothing = No se encontró ningún código que se pueda leer en la imagen. Use una más grande y nítida, o escriba el nombre.
