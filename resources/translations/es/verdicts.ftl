# Veredictos en la mesa
verdict-admitted = ADELANTE
verdict-on-trust = Credencial auténtica; la persona está registrada en otra mesa
verdict-on-trust-advice = Sus datos aparecerán con el próximo intercambio.
verdict-welcome-back = BIENVENIDO DE NUEVO
verdict-welcome-back-detail = Ingresó antes a las { $time }
verdict-left = HASTA LUEGO
verdict-left-detail = Había ingresado a las { $time }
verdict-already-inside = YA INGRESÓ
verdict-already-inside-detail = Ya ingresó a las { $time } por la { $desk }
verdict-already-inside-somewhere = Ya ingresó a las { $time }
verdict-already-inside-advice = Confirme su identidad con el documento. Si es la misma persona, puede pasar.
verdict-pending = PENDIENTE
verdict-pending-detail = Pendiente en la { $desk } desde las { $time }
verdict-pending-somewhere = Pendiente en otra mesa desde las { $time }
verdict-pending-advice = Esa mesa no confirmó el ingreso. Si la persona no entró por allí, puede dejarla pasar.
verdict-ambiguous = ¿CUÁL DE ELLOS?
verdict-ambiguous-detail = Varias personas tienen ese código o documento
verdict-ambiguous-advice = Elija a la persona en la lista, con su documento a la vista.
verdict-ambiguous-advice-steward = Pida la credencial; si no la tiene, llame a un supervisor.
verdict-refused = NO PUEDE INGRESAR
verdict-refused-unknown = El código no está en la lista
verdict-refused-unknown-advice = Búsquelo por nombre o documento, o regístrelo aquí mismo.
verdict-refused-unknown-advice-steward = Envíelo a la mesa de registro, o llame a un supervisor.
verdict-refused-other-event = La credencial es de otro evento
verdict-refused-other-event-advice = Pida la credencial de este evento, o búsquelo por su nombre.
verdict-refused-other-event-advice-steward = Pida la credencial de este evento; si no la tiene, llame a un supervisor.
verdict-refused-forged = La credencial no es auténtica
verdict-refused-forged-advice = Pida el documento y busque a la persona por su nombre. Avise al supervisor.
verdict-refused-forged-advice-steward = Retenga la credencial, pida el documento y llame a un supervisor.
verdict-refused-revoked = Esta credencial fue anulada por pérdida o robo
verdict-refused-revoked-advice = Pida el documento: solo vale la credencial nueva de su titular.
verdict-refused-withdrawn = Su inscripción fue retirada
verdict-refused-withdrawn-advice = Consulte con el organizador.
verdict-refused-blank = Credencial en blanco, todavía sin dueño
verdict-refused-blank-advice = Registre a la persona para asignarle esta credencial.
verdict-refused-blank-advice-steward = Envíelo a la mesa de registro para que le asignen la credencial.
verdict-refused-document = Es un documento de identidad que aquí no se puede leer
verdict-refused-document-advice = Escriba el número del documento, o busque a la persona por su nombre.
verdict-refused-document-advice-steward = Pida la credencial; si no la tiene, envíelo a la mesa de registro o llame a un supervisor.
verdict-refused-wrong-day = Hoy no es su día: { $days }
verdict-refused-wrong-day-advice = Revise la fecha, o elija arriba el punto de control correcto.
verdict-refused-not-in-category = Su categoría no ingresa aquí
verdict-refused-not-in-category-advice = Indíquele la entrada que le corresponde.
verdict-refused-too-early = Todavía no abre: desde las { $opens }, { $wait ->
    [one] falta 1 minuto
   *[other] faltan { $wait } minutos
}
verdict-refused-too-early-advice = Pídale que vuelva a las { $opens }.
verdict-refused-too-late = Ya cerró a las { $closes }
verdict-refused-too-late-advice = Consulte con el supervisor.
verdict-refused-full = Aforo completo: { $limit }
verdict-refused-full-advice = Puede esperar a que salga alguien, o ir a otra sala.
verdict-given = ENTREGAR
verdict-room = Con esta persona: { $inside } de { $limit }
verdict-as-known = { $said }, según lo que se sabe de la { $desk } hasta las { $time }
verdict-as-known-never = { $said }; de la { $desk } todavía no se sabe nada
verdict-as-known-of-many = { $said }, según lo que se sabe de la { $desk } hasta las { $time } y de { $others ->
    [one] otra mesa
   *[other] otras { $others } mesas
}
verdict-as-known-never-of-many = { $said }; de la { $desk } todavía no se sabe nada, y hace rato que tampoco de { $others ->
    [one] otra mesa
   *[other] otras { $others } mesas
}
verdict-already-given = YA SE ENTREGÓ
verdict-refused-already-given = Se le entregó el { $day } a las { $time } en la { $desk }
verdict-refused-already-given-somewhere = Se le entregó el { $day } a las { $time }
verdict-refused-already-given-advice = Es uno por persona. Si dice que no lo recibió, llame al supervisor.
verdict-refused-custom = Una regla del organizador no lo permite
verdict-refused-custom-times = Ya ingresó las veces que permite el organizador: { $limit }
verdict-refused-custom-advice = Es una regla del organizador. Si la persona no está de acuerdo, llame al supervisor.
verdict-refused-no-reentry = Ya salió y aquí no se reingresa
verdict-refused-no-reentry-advice = Consulte con el supervisor.
