# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
kiosk-welcome = Allinmi hamusqayki
kiosk-how = Credencialniykita cámaraman qawachiy, utaq documentoykipa yupayninta qillqay.
kiosk-field = Documentoykipa yupaynin
kiosk-go = Yaykuy
kiosk-hello = { $name }, allinmi hamusqayki
kiosk-next-admitted = Yaykuykuy, ama hina kaspa.
kiosk-next-attention = Mesaman documentoykiwan asuykuy, chaypim yanapasunki.
kiosk-next-refused = Mesaman documentoykiwan asuykuy, chaypim yanapasunki.
kiosk-ask-desk = Mesaman asuykuy, chaypim yanapasunki.
