# Reuniones bilaterales y delegaciones: lo que dicen los servicios
meetings-two-parties = Indique las dos partes de la reunión.
meetings-with-itself = Las dos partes son la misma. Elija otra contraparte.
meetings-backwards = La reunión termina antes de empezar. Corrija la hora.
meetings-unknown = Esa reunión ya no está en el programa. Actualice la lista.
meetings-nobody-absent = Marque qué parte no se presentó.
meetings-clash-table = { $what } ya está ocupada de { $starts } a { $ends }: { $a } con { $b }.
meetings-clash-party = { $what } ya tiene reunión de { $starts } a { $ends }: { $a } con { $b }.
meetings-no-schedule = En { $file } no hay columnas de hora, parte A y parte B. Póngales esos títulos y vuelva a intentarlo.
meetings-row-no-party = falta una de las dos partes
meetings-row-same-party = las dos partes son la misma: { $value }
meetings-row-bad-day = el día no es del evento: «{ $value }»
meetings-row-bad-time = la hora no se entiende: «{ $value }»
meetings-row-unknown-party = { $party } no está en la lista de participantes; revise cómo está escrita
delegations-no-name = Póngale un nombre a la delegación.
delegations-no-members = Elija al menos una persona para la delegación.
delegations-escorts-count = Los acompañantes sin nombre pueden ser de 0 a { $most }.
