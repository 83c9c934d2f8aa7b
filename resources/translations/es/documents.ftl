# Documentos impresos
documents-missing-glyph = No se puede imprimir { $character } de «{ $text }»: la letra no { $count ->
    [one] lo tiene
   *[other] los tiene
 }. Escriba el nombre con otras letras en la ficha de la persona (por ejemplo, como en su pasaporte).
documents-missing-glyph-other = No se puede imprimir { $character } de «{ $text }»: la letra de este elemento no { $count ->
    [one] lo tiene
   *[other] los tiene
 }. En Diseños, elija para él la letra «{ $family ->
    [serif] Con remates
   *[other] Sin remates
 }», que sí; o corrija el texto.
documents-nothing-to-see = Un texto solo tiene caracteres que no se ven ({ $character }). Escríbalo de nuevo en la ficha de la persona o en el diseño.
documents-does-not-fit = El texto «{ $text }…» es demasiado largo para su lugar. Acórtelo, o dé más espacio al elemento en la plantilla.
documents-bad-template = La plantilla «{ $template }» no se puede usar: elemento { $element } ({ $fault } { $what }). Ábrala en el diseñador y corríjala.
documents-image-missing = Falta una imagen de la plantilla ({ $image }). Sincronice con las otras mesas, o vuelva a poner la imagen.
documents-font-missing = Esta página usa una letra que esta versión no trae. Actualice el programa.
documents-bad-picture = Una imagen está dañada o no se puede leer. Ponga otra en PNG, JPEG, SVG o PDF de una página.
documents-picture-too-large = Una imagen es demasiado grande. Redúzcala y vuelva a ponerla.
documents-pdf-locked = El PDF está protegido con contraseña. Guárdelo sin contraseña y vuelva a ponerlo.
documents-pdf-pages = El PDF tiene { $pages } páginas. Elija uno de una sola página.
documents-svg-letters = El dibujo SVG tiene letras. Conviértalas en trazos («Objeto a trazo», «Crear contornos») y vuelva a ponerlo.
documents-svg-unreadable = El dibujo SVG está dañado o no dice su tamaño. Guárdelo de nuevo, o como PDF o PNG.
documents-svg-unusual = El dibujo SVG tiene algo que aquí no se puede dibujar igual: { $what }. Guárdelo como «SVG simple» sin eso, o como PDF o PNG.
documents-pdf-fonts = El PDF escribe con letras que no trae consigo: { $fonts }. Guárdelo con las fuentes incrustadas, o como imagen PNG, y vuelva a ponerlo.
documents-pdf-layers = El PDF tiene capas ocultas. Guárdelo sin capas (acoplado) y vuelva a ponerlo.
documents-pdf-too-complex = El dibujo del PDF es demasiado complicado. Guárdelo como imagen PNG y vuelva a ponerlo.
documents-pdf-unusual = El PDF tiene algo que un certificado para conservar (PDF/A) no admite: { $what }. Guárdelo como PDF/A-2, o como imagen PNG, y vuelva a ponerlo.
documents-qr-too-long = El texto del código QR está vacío o es demasiado largo. Acorte el nombre o el dominio del evento.
documents-badges-title = Credenciales · { $event }
documents-badge-blank = CREDENCIAL
documents-blank-name = Nombre y apellidos
documents-blank-organisation = Institución
documents-page-of = { $page } de { $pages }
documents-roll-title = Lista de asistencia · { $event }
documents-roll-about = { $days } · { $people } personas · marque la casilla del día y anote la hora
documents-roll-day = D{ $number }
documents-roll-name = Apellidos y nombres
documents-roll-document = Documento
documents-roll-organisation = Institución
documents-roll-signature = Firma
documents-certificate-title = Certificado
documents-certificate-heading = CERTIFICADO
documents-certificate-grants = otorga el presente
documents-certificate-grant = otorgan el presente
documents-certificate-to = a
documents-certificate-identified = identificado(a) con { $kind } N.º { $number },
documents-certificate-body = por haber participado en calidad de { $role } en { $article } { $event }
documents-certificate-talk = por haber participado en calidad de { $role } con el tema «{ $talk }» en { $article } { $event }
documents-certificate-sessions = por haber participado en calidad de { $role } { $of ->
    [session] en
   *[other] de
} { $count ->
    [one] la sesión
   *[other] las sesiones
} { $sessions }, en el marco { $article ->
    [el] del
   *[other] de { $article }
} { $event }
documents-quoted = «{ $text }»
documents-and = { $first } y { $last }
documents-replaces = Reemplaza al certificado N.º { $number }
documents-reprint = Reimpresión
documents-signed-footer = Documento firmado digitalmente en el marco de la Ley N.º 27269
documents-qr-of-certificate = Código QR de verificación; código escrito: { $code }
documents-qr-of-badge = Código QR de la credencial
documents-certificate-held-in = realizado en la ciudad { $city ->
    [Cusco] del Cusco
    [Cuzco] del Cuzco
    [Callao] del Callao
   *[other] de { $city }
} { $when ->
    [one] el { $days }
    [span] { $days }
   *[days] los días { $days }
}
documents-certificate-held = realizado { $when ->
    [one] el { $days }
    [span] { $days }
   *[days] los días { $days }
}
documents-certificate-hours = con una duración de { $hours }
documents-certificate-dated = { $place }, { $day }
documents-as-attendee = ASISTENTE
documents-as-speaker = PONENTE
documents-as-panellist = PANELISTA
documents-as-moderator = MODERADOR(A)
documents-as-organiser = ORGANIZADOR(A)
documents-do-not-seal = no sellar aquí
documents-verification-code = código de verificación
documents-register-number = Registro N.º { $number }
documents-register-title = Registro de certificados · { $event }
documents-register-serial = N.º
documents-register-name = Nombre
documents-register-document = Documento
documents-register-kind = Calidad
documents-register-issued = Fecha
documents-register-state = Estado
documents-register-valid = Vigente
documents-register-revoked = Anulado
logos-no-file = No se encuentra el archivo { $file }. Revise la ruta.
logos-not-a-picture = «{ $file }» no es una imagen que se pueda leer. Elija un archivo PNG, JPEG, WebP, SVG o PDF.
logos-file-too-large = La imagen «{ $file }» es demasiado grande. Redúzcala y vuelva a intentar.
logos-empty-picture = La imagen «{ $file }» está en blanco. Elija otra.
documents-test-title = Página de prueba
documents-test-frame = Si el marco está completo y el QR es nítido, la impresora está lista.
documents-pile-none = Sin institución
documents-pile-count = { $count ->
    [one] 1 certificado
   *[other] { $count } certificados
}
documents-pile-numbers = N.º { $first } a { $last }
documents-cargo-title = Cargo de entrega de certificados · { $event }
documents-cargo-about = Recibí conforme mi certificado:
documents-cargo-number = N.º
documents-cargo-name = Apellidos y nombres
documents-cargo-document = Documento
documents-cargo-signature = Firma
documents-register-account = Cuenta de los números de cada mesa
documents-register-complete = Completo
documents-register-incomplete = Faltan datos
documents-register-range = { $desk } · del { $first } al { $last }: vigentes { $issued }, anulados { $revoked }, nulos { $void }; sin usar desde el { $unused }
documents-register-range-full = { $desk } · del { $first } al { $last }: vigentes { $issued }, anulados { $revoked }, nulos { $void }; todos usados
documents-register-hole = Del { $first } al { $last }: sin datos de { $desk }; falta un intercambio con esa mesa
documents-register-twice = El { $number } está en dos certificados: anule uno
documents-register-range-desk = Mesa
documents-register-range-first = Del
documents-register-range-last = Al
documents-register-range-issued = Vigentes
documents-register-range-revoked = Anulados
documents-register-range-void = Nulos
documents-register-range-unused = Sin usar desde
documents-register-range-state = Estado
