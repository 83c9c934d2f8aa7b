# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
# Only what stands on the kiosk's screen.
exchange-passphrase-field = Huñunakuypa claven
exchange-passphrase-go = Ñawpaqman
