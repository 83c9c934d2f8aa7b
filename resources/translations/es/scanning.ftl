# Cámara, imágenes y códigos
scanning-file-too-large = «{ $file }» es demasiado grande. Use una imagen de menos de 64 MB.
scanning-no-file = No se encuentra el archivo { $file }. Revise la ruta y vuelva a intentar.
scanning-not-an-image = «{ $file }» no es una imagen ni un PDF que se pueda leer. Use una foto JPG o PNG, o un PDF.
scanning-not-a-video = «{ $file }» no es un video que se pueda leer. Use un archivo MP4 o AVI.
scanning-no-images = No hay imágenes en { $file }. Elija una carpeta con fotos JPG o PNG.
scanning-no-source = No se encuentra la cámara o el archivo «{ $source }». Conéctela y elíjala otra vez en la lista.
scanning-camera-not-open = No se puede usar la cámara «{ $source }». Cierre otros programas que la usen, o desconéctela y vuelva a conectarla.
scanning-camera-lost = La cámara «{ $source }» dejó de enviar imagen. Revise el cable y pulse «Reintentar»; mientras tanto puede escribir o buscar.
scanning-address-not-open = No responde la cámara en { $source }. Revise que el teléfono esté en la misma red y que la dirección sea correcta.
scanning-no-video-written = No se pudo grabar el video { $file }. Revise la carpeta y el espacio en disco.
