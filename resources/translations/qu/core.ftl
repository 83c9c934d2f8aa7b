# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
# Only what stands on the kiosk's screen.
exchange-wrong-passphrase = Manam chay claveqa kay huñunakuytachu kichan. Hatun uchuy letrankunata qaway, yapamanta qillqay.
