# Lo que queda por resolver entre las mesas.
nav-conflicts = Por resolver
conflicts-about = Aquí llega lo que dos mesas registraron sin saber una de la otra. Nada se ha borrado: usted decide, y puede cambiar de opinión.
conflicts-to-see = { $count ->
    [one] 1 caso por resolver…
   *[other] { $count } casos por resolver…
}
conflicts-decided = Decidido: { $choice }
conflicts-reopen = Reabrir
conflicts-reopen-of = Reabrir el caso de { $name }
conflicts-reopened = El caso está abierto otra vez.
conflicts-other = Vale el otro
conflicts-other-of = Cambiar a los otros datos de { $name }
conflicts-other-now = Ahora valen los otros datos.
conflicts-decided-now = Datos corregidos: se eligió { $kept }
conflicts-title = { $count ->
    [0] Por resolver
   *[other] Por resolver ({ $count })
}
conflicts-none = No hay nada por resolver. Si dos mesas registran algo distinto de la misma persona, aparecerá aquí después del intercambio.
conflicts-more = Y { $count } más: aparecerán al resolver estos.
conflicts-settled = { $count ->
    [one] 1 caso resuelto
   *[other] { $count } casos resueltos
}
conflicts-settled-now = Caso resuelto.
conflicts-case-desks = Dos equipos en el mismo puesto
conflicts-case-admitted-twice = Ingresó por dos mesas: { $where }
conflicts-case-corrected-twice = Dos mesas corrigieron sus datos de forma distinta. ¿Cuál vale?
conflicts-case-same-document = Dos registros tienen el mismo número de documento.
conflicts-case-certified-twice = Se emitieron dos certificados para la misma persona.
conflicts-case-slot-taken-twice = Se unieron al evento sin saber uno del otro. En el próximo intercambio con la clave, uno recibirá otro puesto.
conflicts-case-certificate = certificado n.º { $number }
conflicts-choose-admitted-twice-same-person = Es la misma persona
conflicts-choose-admitted-twice-badge-shared = La credencial la usaron dos personas
conflicts-choose-corrected-twice-keep-first = Vale 1
conflicts-choose-corrected-twice-keep-second = Vale 2
conflicts-choose-same-document-same-person = Es la misma persona
conflicts-choose-same-document-different-people = Son personas distintas
conflicts-choose-certified-twice-keep-first = Vale el primero, anular el otro
conflicts-choose-certified-twice-acknowledged = Dejar los dos
conflicts-choose-slot-taken-twice-acknowledged = Entendido
