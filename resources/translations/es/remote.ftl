# Mesas y concentradores por red
hub-unreachable = No se llega a { $hub }. Revise el cable o el wifi; mientras tanto esta mesa sigue sola y no se pierde nada.
hub-busy = { $hub } está ocupado. Se reintentará en un momento; esta mesa sigue sola mientras tanto.
hub-wrong-certificate = { $hub } no es el equipo que dice ser: su certificado no es el de este evento. Compruebe la dirección, o escanee otra vez el QR de la mesa que comparte.
hub-not-enrolled = { $hub } pide un código de un solo uso. Pídalo a quien comparte y escanee el QR o escriba el código.
hub-wrong-code = El código no vale: ya se usó, venció o está mal escrito. Pida uno nuevo a quien comparte.
hub-revoked = Este equipo fue dado de baja del evento y { $hub } ya no lo atiende. Consulte con el organizador.
hub-other-event = { $hub } no atiende este evento. Compruebe la dirección, o escanee el QR de la mesa que comparte.
hub-other-term = Otra mesa comparte ahora en lugar de { $hub }. Escanee el QR de la mesa nueva.
hub-too-large = Lo que se envía es demasiado grande para { $hub }. Llévelo en una memoria USB.
hub-not-understood = Lo que contestó { $hub } no es de checkin-desktop. Compruebe la dirección; en un wifi de hotel, abra primero su página de acceso.
hub-bad-address = «{ $address }» no es la dirección de un equipo que comparte. Escríbala como 192.168.0.12:8765 o https://ejemplo.pe, o escanee el QR.
hub-not-a-pairing = Ese texto no es el de emparejamiento de una mesa. Escanee otra vez el QR de la mesa que comparte.
hub-pairing-other-event = Ese QR es de otro evento. Escanee el de una mesa de este evento.
hub-no-network = Este equipo no está en ninguna red. Conecte el cable o el wifi y vuelva a intentar.
hub-no-port = No se pudo abrir ningún puerto para compartir ({ $first } a { $last }). Cierre otros programas que comparten, o permita checkin-desktop en el cortafuegos.
hub-share-needs-passphrase = Antes de compartir, elija la clave del evento: las mesas nuevas la pedirán.
hub-sealed-missing = Esa mesa todavía no tiene clave del evento. Elíjala allí y vuelva a escanear el QR.
