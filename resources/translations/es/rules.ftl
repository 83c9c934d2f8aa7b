# Reglas del organizador, en palabras
rules-everybody = Todas las personas
rules-everywhere = En todo el evento
rules-always = Siempre
rules-gone = (punto de control retirado)
rules-between = de { $since } a { $until }
rules-since = desde las { $since }
rules-until = hasta las { $until }
rules-often-always = Sin límite de veces
rules-often-once = Una vez
rules-often-once-a-day = Una vez al día
rules-often-never = Nunca
rules-allow = Ingresa
rules-refuse = No ingresa
rules-refuse-saying = No ingresa: «{ $words }»
rules-and-more = { $shown } y { $more } más
rules-decided-by = decide la regla { $number }
rules-often-times = { $times ->
    [one] 1 vez
   *[other] { $times } veces
}
