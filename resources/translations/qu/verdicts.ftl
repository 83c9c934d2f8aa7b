# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
# Only what guests read: what lacks here is said in Spanish.
verdict-admitted = YAYKUY
verdict-welcome-back = ALLIN KUTIMUY
verdict-welcome-back-detail = { $time } pachapi yaykurqanki
verdict-left = HUK PUNCHAWKAMA
verdict-left-detail = { $time } pachapi yaykurqanki
verdict-already-inside = YAYKURQANKIÑA
verdict-already-inside-detail = { $time } pachapi yaykurqanki, { $desk } nisqapi
verdict-already-inside-somewhere = { $time } pachapi yaykurqanki
verdict-pending = SUYAY
verdict-ambiguous = MAYQINMI KANKI?
verdict-ambiguous-detail = Achka runam kay yupayniyuq kanku
verdict-refused = MANA YAYKUYTA ATIWAQCHU
verdict-refused-unknown = Kay yupayqa manam listapichu
verdict-refused-other-event = Kay credencialqa huk huñunakuypaqmi
verdict-refused-forged = Kay credencialqa manam chiqaqchu
verdict-refused-revoked = Kay credencialqa manañam valinchu
verdict-refused-withdrawn = Qillqakusqaykiqa hurqusqañam
verdict-refused-blank = Kay credencialqa manaraqmi pipapas
verdict-refused-document = Kay documentota manam kaypi ñawinchayta atikunchu
verdict-refused-wrong-day = Kunan punchawqa manam qampaqchu: { $days }
verdict-refused-not-in-category = Manam kaynintachu yaykunayki
verdict-refused-too-early = Manaraqmi kichakunchu: { $opens } pachamanta
verdict-refused-too-late = Wichqakurqañam: { $closes } pachapi
verdict-refused-full = Huntasqañam: { $limit }
verdict-refused-no-reentry = Lluqsirqankiñam, manam kutimuyta atikunchu
