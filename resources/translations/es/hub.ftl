# El servidor: su página de estado y la línea de comandos.
hub-page-title = Estado del servidor de registro
hub-page-no-events = Todavía no hay ningún evento aquí. Empareje una mesa con un código de «checkin-desktop hub pair».
hub-page-event = Evento { $id }
hub-page-counts = { $attendees } personas en la lista, { $admitted } ingresaron, { $inside } están adentro. { $entries } anotaciones.
hub-page-open = Por resolver: { $conflicts }. En espera: { $held }.
hub-page-desk = Mesa
hub-page-entries = Anotaciones
hub-page-heard = Última comunicación
hub-page-desk-name = Mesa { $slot } ({ $id })
hub-page-revoked = Dada de baja
hub-page-never = Solo a través de otras mesas
hub-page-minutes =
    { $minutes ->
        [0] Hace menos de un minuto
        [one] Hace un minuto
       *[other] Hace { $minutes } minutos
    }
hub-database-unknown = No se conoce la base de datos «{ $database }». Indique una carpeta o una dirección que empiece con postgresql+psycopg://
hub-database-away = La base de datos no responde. Compruebe que esté encendida y que la dirección sea correcta.
hub-port-taken = No se puede usar { $address }: otro programa lo ocupa o falta permiso. Elija otro puerto con --port.
hub-serving = El servidor atiende en { $address }. Para detenerlo, pulse Ctrl+C.
hub-code = Código para emparejar una mesa, válido una sola vez hasta { $until }: { $code }
