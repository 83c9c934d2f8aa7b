certificates-do-see-requests = Ver las solicitudes…
certificates-do-speakers = Confirmar ponentes ({ $count })…
certificates-do-unrole = Ya no tiene ese cargo
certificates-do-alone = Emitir solo este desde aquí…
certificates-unrole-done = Retirado: { $what }
certificates-alone-title = Emitir solo este
certificates-alone-text = La mesa que emite sigue a cargo de todos los demás. El motivo queda en el certificado.
certificates-alone-example = Por ejemplo: la mesa 1 no responde y el bus ya sale
certificates-alone-yes = Emitir
certificates-speakers-title = Ponentes del programa
certificates-speakers-text = El programa los nombra de un modo que la lista no aclara. Elija a la persona y tendrá el certificado con el título.
certificates-speakers-said = El programa dice «{ $name }»
certificates-speakers-this = Es esta persona
certificates-speakers-none = Ninguna de estas personas
certificates-speakers-missing = Nadie en la lista se llama así. Inscríbalo o corrija el programa.
certificates-requests-title = Solicitudes de otras mesas
certificates-requests-text = Elija cuáles se emiten aquí. Las que no proceden se cierran con un motivo y dejan de esperar.
certificates-requests-name = Nombre
certificates-requests-kind = Certificado
certificates-requests-desk = Pedido por
certificates-requests-why = Motivo o lo que falta
certificates-requests-issue = Emitir los elegidos
certificates-requests-refuse = No emitir…
certificates-requests-closed = { $count ->
    [one] Cerrada 1 solicitud.
   *[other] Cerradas { $count } solicitudes.
}
certificates-refuse-title = No emitir lo pedido
certificates-refuse-text = La solicitud se cierra con este motivo; la otra mesa lo verá con el siguiente intercambio.
certificates-refuse-example = Por ejemplo: ya lo recibió con otro nombre
certificates-refuse-yes = Cerrar la solicitud
certificates-talk-missing = Este certificado no dice el título: { $talks }. Con «Corregir y reemitir…» se anula y sale otro que lo dice.
