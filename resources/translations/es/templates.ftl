# Diseños (plantillas): lo que sus servicios responden
template-gone = Ese diseño ya no existe: se eliminó en esta mesa o en otra. Elija otro de la lista.
template-no-name = Póngale un nombre al diseño para guardarlo.
template-too-large = El diseño tiene demasiado texto. Acorte los textos y guárdelo de nuevo.
template-malformed = El archivo del diseño está dañado o fue escrito a mano con un error ({ $where }). Corríjalo o expórtelo de nuevo.
template-image-missing = A «{ $name }» le falta una imagen que aún no llegó a esta mesa. Intercambie con la mesa donde se hizo, o vuelva a poner la imagen.
template-not-a-picture = Ese archivo no es un PDF ni una imagen PNG o JPEG. Elija otro.
template-picture-too-large = La imagen o el PDF pesa más de { $most } MB. Redúzcalo y vuelva a intentarlo.
template-other-use = «{ $name }» es de otra clase de documento. Elija un diseño hecho para esto.
template-has-faults = «{ $name }» todavía tiene avisos por corregir. Ábralo, corríjalos y elíjalo después.
