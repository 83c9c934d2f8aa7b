# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
# Only what stands on the kiosk's screen.
operators-wrong-pin = Manam chaychu PIN. Yapamanta qillqay.
operators-wait = Nisyu kutitam pantarqanki. { $seconds } segundota suyaspa, yapamanta qillqay.
