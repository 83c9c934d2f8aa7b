# Cámara, imágenes y códigos
scanning-file-too-large = «{ $file }» es demasiado grande. Use una imagen de menos de 64 MB.
scanning-no-file = No se encuentra el archivo { $file }. Revise la ruta y vuelva a intentar.
scanning-not-an-image = «{ $file }» no es una imagen ni un PDF que se pueda leer. Use una foto JPG o PNG, o un PDF.
scanning-not-a-video = «{ $file }» no es un video que se pueda leer. Use un archivo MP4 o AVI.
scanning-no-images = No hay imágenes en { $file }. Elija una carpeta con fotos JPG o PNG.
scanning-no-source = No se encuentra la cámara o el archivo «{ $source }». Conéctela y elíjala otra vez en la lista.
scanning-camera-none = No hay ninguna cámara. Conecte una y se usará sola; mientras tanto use el lector o escriba.
scanning-camera-missing = La cámara «{ $source }» no está conectada. Conéctela y se usará sola, o elija otra en «Cámara…».
scanning-camera-busy = No se puede usar la cámara «{ $source }». Cierre otros programas que la usen (Zoom, Teams, la app Cámara); se volverá a intentar sola.
scanning-camera-lost = La cámara «{ $source }» dejó de enviar imagen. Revise el cable; se volverá a abrir sola. Mientras tanto puede escribir o buscar.
scanning-camera-silent = La cámara «{ $source }» no responde. Desconéctela y vuelva a conectarla; mientras tanto puede escribir o buscar.
scanning-camera-frozen = La imagen de «{ $source }» está congelada. Se está volviendo a abrir; si sigue así, desconéctela y vuelva a conectarla.
scanning-camera-black = La imagen de «{ $source }» está negra. Abra la tapa de la cámara o ponga más luz.
scanning-camera-slept = El equipo estuvo en reposo. Se está volviendo a abrir la cámara «{ $source }».
scanning-camera-unreachable = No responde la cámara en { $source }. Revise que el teléfono esté en la misma red y que la dirección sea correcta; se volverá a intentar sola.
scanning-camera-cut = La cámara en { $source } dejó de enviar imagen. Revise que el teléfono siga encendido, con la aplicación abierta y en la misma red.
scanning-no-video-written = No se pudo grabar el video { $file }. Revise la carpeta y el espacio en disco.
