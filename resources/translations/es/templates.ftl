# Diseños (plantillas): lo que sus servicios responden
template-gone = Ese diseño ya no existe: se eliminó en esta mesa o en otra. Elija otro de la lista.
template-no-name = Póngale un nombre al diseño para guardarlo.
template-too-large = El diseño tiene demasiado texto. Acorte los textos y guárdelo de nuevo.
template-malformed = El archivo del diseño está dañado o fue escrito a mano con un error ({ $where }). Corríjalo o expórtelo de nuevo.
template-image-missing = A «{ $name }» le falta una imagen que aún no llegó a esta mesa. Intercambie con la mesa donde se hizo, o vuelva a poner la imagen.
template-not-a-picture = Ese archivo no es un PDF ni una imagen PNG, JPEG o SVG. Elija otro.
template-picture-too-large = La imagen o el PDF pesa más de { $most } MB. Redúzcalo y vuelva a intentarlo.
template-other-use = «{ $name }» es de otra clase de documento. Elija un diseño hecho para esto.
template-has-faults = «{ $name }» todavía tiene avisos por corregir. Ábralo, corríjalos y elíjalo después.
template-newer = El diseño se hizo con una versión más nueva del programa. Actualice este programa y vuelva a intentarlo.
template-zip-too-large = El archivo pesa más de { $most } MB: un diseño nunca es tan grande. Pida que se lo exporten de nuevo.
template-zip-without = Ese archivo no es un diseño: no contiene template.json. Elija un .zip exportado desde «Diseños».
template-zip-damaged = El archivo está dañado o no es un .zip. Pida que se lo envíen de nuevo.
template-zip-lacks = { $count ->
    [one] Al archivo le falta una imagen que el diseño usa. Expórtelo de nuevo en la mesa donde se hizo.
   *[other] Al archivo le faltan { $count } imágenes que el diseño usa. Expórtelo de nuevo en la mesa donde se hizo.
}
template-zip-too-many = El .zip contiene más de { $most } archivos: un diseño no trae tantos. No se abrió nada.
template-zip-twice = En el .zip aparece dos veces «{ $file }». No se abrió nada; pida que se lo exporten de nuevo.
template-zip-bomb = El .zip crecería demasiado al abrirse. No se abrió nada: podría estar hecho para dañar.
template-zip-link = «{ $file }» no es un archivo común dentro del .zip. No se abrió nada.
template-zip-encrypted = El .zip está protegido con contraseña. Expórtelo de nuevo desde «Diseños», sin contraseña.
template-zip-name = El .zip contiene «{ $file }», que no es parte de un diseño. No se abrió nada.
template-zip-file-too-large = Dentro del .zip, «{ $file }» es demasiado grande para un diseño. Reduzca esa imagen y expórtelo de nuevo.
template-pdf-size = La página del PDF «{ $file }» mide menos de 1 cm o más de 120 cm. Guárdela en A4 o Carta.
