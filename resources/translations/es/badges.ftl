# Hojas, etiquetas y códigos de las credenciales
badges-no-such-sheet = No hay una hoja «{ $name }». Las que hay: { $known }.
badges-too-large-for-sheet = La credencial mide { $width } × { $height } mm y no entra en esa hoja (hay { $room } mm). Elija otra hoja u otro diseño.
badges-merge-code = Código
badges-merge-image = Imagen del QR
