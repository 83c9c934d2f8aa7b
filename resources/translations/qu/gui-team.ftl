# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
# Only what stands on the kiosk's screen.
gate-pin = PIN
gate-back = Pichay
gate-go = Yaykuy
gate-forgot = PINniyta qunqarquni
