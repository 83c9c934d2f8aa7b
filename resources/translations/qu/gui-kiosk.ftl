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
kiosk-leave = Kaymanta lluqsiy
kiosk-leave-title = Lluqsinaykipaq PINniykita qillqay
kiosk-stay = Kutiy
# For whoever can mend it, so in Spanish too.
kiosk-review = Manaraqmi runasimi rimaq qawanchu (traducción por revisar con un hablante de quechua)
kiosk-language-es = Español
kiosk-language-en = English
kiosk-language-qu = Runasimi
kiosk-start-title = Kikinmanta yaykuyta qallariy
kiosk-start-text = Pantallaqa hamuqkunapaqmi qipanqa. Huk PINta akllay: chaywanmi kaymanta lluqsikun.
kiosk-start-go = Qallariy
kiosk-reopening = Asllata suyaykuy: yapamantam kichakuchkan.
kiosk-forgot-title = Mana PINwan lluqsiy
kiosk-forgot-text = Huñunakuypa clavenwanmi lluqsikun; organizadormi chayta waqaychan.
kiosk-passphrase-why = Pipas kaypa PINninta qunqaptinqa, huñunakuypa clavenmi kichanqa. Sapa musuq mesapas chaytam mañanqa. Kunan akllay, huk kutillata.
