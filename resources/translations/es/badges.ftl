# Hojas, etiquetas y códigos de las credenciales
badges-no-such-sheet = No hay una hoja «{ $name }». Las que hay: { $known }.
badges-too-large-for-sheet = La credencial mide { $width } × { $height } mm y no entra en esa hoja (hay { $room } mm). Elija otra hoja u otro diseño.
badges-merge-code = Código
badges-merge-image = Imagen del QR
badges-print-line = { $day } { $time } · { $station }{ $operator ->
    [none] { "" }
   *[other] { " · " }{ $operator }
}{ $printer ->
    [none] { "" }
   *[other] { " · " }{ $printer }
}
badges-again-title = ¿Imprimir otra credencial de { $name }?
badges-again-text = { $count ->
    [one] Ya se imprimió una vez:
   *[other] Ya se imprimió { $count } veces, la última:
} { $last }. La nueva lleva el mismo código. Si se perdió o la robaron, use «Credencial perdida», que anula la anterior.
badges-again-yes = Imprimir otra
badges-again-no = No imprimir
badges-background-no-printer = La credencial de { $name } no se imprimió: elija la impresora de credenciales en Ajustes.
badges-background-failed = La credencial de { $name } no se imprimió. { $reason } El ingreso quedó registrado. Con F8 se imprime otra vez.
badges-background-trouble = { $printer }: { $trouble }. La credencial de { $name } espera en la impresora.
