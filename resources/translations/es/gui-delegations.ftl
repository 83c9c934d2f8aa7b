# Delegaciones
delegations-search = Delegación, región o persona
delegations-state = Estado
delegations-every = Todas
delegations-present = Completa
delegations-partial = Incompleta
delegations-absent = Ausente
delegations-delegation = Delegación
delegations-region = Región
delegations-organisation = Institución
delegations-who-came = Presentes
delegations-escorts-short = Acomp.
delegations-count = { $present } de { $expected }
delegations-new = Nueva delegación
delegations-edit = Cambiar integrantes
delegations-name = Nombre de la delegación
delegations-find-people = Buscar personas
delegations-tick-shown = Marcar las que se ven
delegations-ticked = { $count ->
    [one] 1 persona marcada
   *[other] { $count } personas marcadas
}
delegations-save = Guardar
delegations-dissolve = Disolver
delegations-dissolve-about = Las personas de «{ $name }» volverán a contar con su institución. Sus ingresos no cambian.
delegations-dissolve-yes = Disolver la delegación
delegations-dissolved = «{ $name }» ya no es una delegación.
delegations-arranged = { $name }: { $count ->
    [one] 1 persona
   *[other] { $count } personas
} en la delegación.
delegations-papers = Imprimir o exportar
delegations-pdf = Lista en PDF…
delegations-excel = Lista en Excel…
delegations-summary-pdf = Resumen para el informe en PDF…
delegations-summary-excel = Resumen para el informe en Excel…
delegations-file = delegaciones
delegations-summary-file = resumen-para-el-informe
delegations-coverage = Instituciones: { $organisations } de { $organisations_expected } · Regiones: { $regions } de { $regions_expected } · { $people ->
    [one] 1 persona
   *[other] { $people } personas
} { $escorts ->
    [0] presentes
    [one] y 1 acompañante
   *[other] y { $escorts } acompañantes
}
delegations-regions-missing = Regiones que aún no llegan: { $regions }
delegations-every-region = Han llegado todas las regiones esperadas.
delegations-none = Todavía no hay delegaciones: aparecen con las instituciones de la lista.
delegations-none-so = Ninguna delegación es así. Cambie la búsqueda o el estado.
delegations-choose = Elija una delegación para ver quiénes están y quiénes faltan.
delegations-members = Integrantes
delegations-member = Apellidos y nombres
delegations-arrival = Llegada
delegations-missing = Falta
delegations-came-at = Llegó { $time }
delegations-instead = Vino { $name } en su lugar
delegations-with-escorts = { $count ->
    [one] 1 acompañante
   *[other] { $count } acompañantes
}
delegations-ask = { $count ->
    [one] ¿Ingresar también a la persona que falta?
   *[other] ¿Ingresar también a los otros { $count }?
}
delegations-all-here = Están todos.
delegations-check-in = { $count ->
    [0] Marque a quién ingresar
    [one] Ingresar a 1 persona
   *[other] Ingresar a { $count } personas
}
delegations-came = { $name }: { $count ->
    [one] ingresó 1 persona
   *[other] ingresaron { $count } personas
}.
delegations-not-let-in = { $count ->
    [one] 1 no pudo ingresar
   *[other] { $count } no pudieron ingresar
}; búsquelo en la mesa.
delegations-undo = Deshacer el ingreso del grupo
delegations-undone = { $count ->
    [one] Se deshizo 1 ingreso
   *[other] Se deshicieron { $count } ingresos
} del grupo.
delegations-escorts = Acompañantes sin nombre
delegations-escorts-about = Cuántos ingresaron por esta mesa. Las mesas se suman; corrija anotando otra vez.
delegations-escorts-note = Anotar
delegations-escorts-noted = { $name }: { $count } acompañantes anotados en esta mesa.
desk-delegation-offer = { $count ->
    [one] ¿Ingresar también a la persona que falta?
   *[other] ¿Ingresar también a los otros { $count }?
} { $name }: { $present } de { $expected }
desk-delegation-open = Ver delegación (Ctrl+G)
delegations-badges = { $count ->
    [one] Imprimir 1 credencial
   *[other] Imprimir sus { $count } credenciales
}
delegations-badges-again = Imprimir las credenciales otra vez…
