# Runasimi. NEEDS A SPEAKER'S REVIEW: written by non-speakers, not yet read by anybody whose language it is.
# Southern Quechua in the spelling of the ministry of education (three vowels, no glottal marks).
verdict-admitted = YAYKUY
verdict-on-trust = Credencialqa chiqaqmi; runaqa huk mesapim qillqasqa
verdict-on-trust-advice = Mesakuna willanakuptinmi datonkuna rikurimunqa.
verdict-welcome-back = ALLIN KUTIMUY
verdict-welcome-back-detail = { $time } pachapi yaykurqanki
verdict-left = HUK PUNCHAWKAMA
verdict-left-detail = { $time } pachapi yaykurqanki
verdict-already-inside = YAYKURQANKIÑA
verdict-already-inside-detail = { $time } pachapi yaykurqanki, { $desk } nisqapi
verdict-already-inside-somewhere = { $time } pachapi yaykurqanki
verdict-already-inside-advice = Documentonwan pi kasqanta qaway. Kikin runa kaptinqa, yaykunmanmi.
verdict-pending = SUYAY
verdict-pending-detail = { $desk } nisqapim suyachkan, { $time } pachamanta
verdict-pending-somewhere = Huk mesapim suyachkan, { $time } pachamanta
verdict-pending-advice = Chay mesaqa manaraqmi yaykusqanta willanchu. Mana chayninta yaykuptinqa, yaykuchiwaqmi.
verdict-ambiguous = MAYQINMI KANKI?
verdict-ambiguous-detail = Achka runam kay yupayniyuq kanku
verdict-ambiguous-advice = Documentonta qawaspa, listapi runata akllay.
verdict-ambiguous-advice-steward = Credencialninta mañay; mana kaptinqa, supervisorta waqyay.
verdict-refused = MANA YAYKUYTA ATIWAQCHU
verdict-refused-unknown = Kay yupayqa manam listapichu
verdict-refused-unknown-advice = Sutinwan utaq documentonwan maskay, utaq kaypi qillqay.
verdict-refused-unknown-advice-steward = Qillqana mesaman kachay, utaq supervisorta waqyay.
verdict-refused-other-event = Kay credencialqa huk huñunakuypaqmi
verdict-refused-other-event-advice = Kay huñunakuypa credencialninta mañay, utaq sutinwan maskay.
verdict-refused-other-event-advice-steward = Kay huñunakuypa credencialninta mañay; mana kaptinqa, supervisorta waqyay.
verdict-refused-forged = Kay credencialqa manam chiqaqchu
verdict-refused-forged-advice = Documentonta mañay, sutinwan maskay. Supervisorman willay.
verdict-refused-forged-advice-steward = Credencialta ama kutichiychu, documentonta mañay, supervisorta waqyay.
verdict-refused-revoked = Kay credencialqa manañam valinchu
verdict-refused-revoked-advice = Documentonta mañay: dueñonpa musuq credencialnillanmi valin.
verdict-refused-withdrawn = Qillqakusqaykiqa hurqusqañam
verdict-refused-withdrawn-advice = Organizadorta tapuy.
verdict-refused-blank = Kay credencialqa manaraqmi pipapas
verdict-refused-blank-advice = Kay credencialta qunaykipaq runata qillqay.
verdict-refused-blank-advice-steward = Qillqana mesaman kachay, chaypi kay credencialta qunankupaq.
verdict-refused-document = Kay documentota manam kaypi ñawinchayta atikunchu
verdict-refused-document-advice = Documentopa yupayninta qillqay, utaq sutinwan maskay.
verdict-refused-document-advice-steward = Credencialninta mañay; mana kaptinqa, qillqana mesaman kachay utaq supervisorta waqyay.
verdict-refused-wrong-day = Kunan punchawqa manam qampaqchu: { $days }
verdict-refused-wrong-day-advice = Punchawta qaway, utaq hanaypi allin punto de controlta akllay.
verdict-refused-not-in-category = Manam kaynintachu yaykunayki
verdict-refused-not-in-category-advice = Mayninta yaykunanta willay.
verdict-refused-too-early = Manaraqmi kichakunchu: { $opens } pachamanta, { $wait } minutum pisichkan
verdict-refused-too-early-advice = { $opens } pachapi kutimunanta niy.
verdict-refused-too-late = Wichqakurqañam: { $closes } pachapi
verdict-refused-too-late-advice = Supervisorta tapuy.
verdict-refused-full = Huntasqañam: { $limit }
verdict-refused-full-advice = Pipas lluqsinankama suyanman, utaq huk salaman rinman.
verdict-given = QUY
verdict-room = Kay runawanqa: { $inside } / { $limit }
verdict-as-known = { $said }, { $desk } nisqamanta { $time } pachakama yachasqanchikmanhina
verdict-as-known-never = { $said }; { $desk } nisqamantaqa manaraqmi imatapas yachanchikchu
verdict-as-known-of-many = { $said }, { $desk } nisqamanta { $time } pachakama, { $others ->
    [one] huk mesamantapas
   *[other] huk { $others } mesakunamantapas
} yachasqanchikmanhina
verdict-as-known-never-of-many = { $said }; { $desk } nisqamantaqa manaraqmi imatapas yachanchikchu, { $others ->
    [one] huk mesamantapas
   *[other] huk { $others } mesakunamantapas
} unayñam mana imatapas yachanchikchu
verdict-already-given = QUSQAÑAM
verdict-refused-already-given = Qusqañam: { $day }, { $time } pachapi, { $desk } nisqapi
verdict-refused-already-given-somewhere = Qusqañam: { $day }, { $time } pachapi
verdict-refused-already-given-advice = Sapa runapaq hukllam. Mana chaskirqanichu niptinqa, supervisorta waqyay.
verdict-refused-custom = Organizadorpa kamachiyninmanhinaqa manam atikunchu
verdict-refused-custom-times = Organizadorpa saqisqan kutikunañam yaykurqanki: { $limit }
verdict-refused-custom-advice = Organizadorpa kamachiyninmi. Runa mana chaywan kaptinqa, supervisorta waqyay.
verdict-refused-no-reentry = Lluqsirqankiñam, manam kutimuyta atikunchu
verdict-refused-no-reentry-advice = Supervisorta tapuy.
