# Certificates: hand-over, register, rules and settings
certificates-tab-give = Hand over
certificates-tab-register = Register and rules
certificates-give-search = Search by name, document, number or institution; or scan the badge
certificates-give-column-pile = Pile
certificates-give-column-waiting = To hand over
certificates-give-pile = { $pile } · No. { $numbers }
certificates-give-column-number = Register no.
certificates-give-column-name = Surname and names
certificates-give-column-kind = Certificate
certificates-give-column-state = State
certificates-give-of = { $waiting } of { $count }
certificates-give = Handed over
certificates-give-to = Somebody else takes them…
certificates-give-back = Not handed over
certificates-give-print = Print by piles, with separators
certificates-give-jam = It jammed: last good sheet…
certificates-give-cargo = List to sign (PDF)
certificates-give-cargo-file = certificates-to-sign
certificates-give-close = Close the hand-over…
certificates-give-empty = No certificate has been issued yet. Issue them on the first tab; here they are printed by piles and handed over.
certificates-give-found = { $name }: pile “{ $pile }”, no. { $number }
certificates-give-none = That person has no certificate to hand over.
certificates-give-lies = In the pile
certificates-give-given = Taken by { $who } { $time }
certificates-give-ahead = Issued ahead: not earned yet
certificates-give-all-printed = All of them are printed. To print one again, choose it on the first tab.
certificates-give-close-title = Close the hand-over
certificates-give-close-about = { $undelivered } not handed over and { $unearned } not earned
certificates-give-close-text = Their numbers become void in the register, each with its reason, and verify as revoked. Whoever comes back can be issued a new one.
certificates-give-close-example = For example: did not come for it before closing
certificates-give-close-yes = Void what is left
certificates-give-closed = { $count ->
    [one] 1 number void; the register says why.
   *[other] { $count } numbers void; the register says why.
}
certificates-collector-title = Who takes them?
certificates-collector-text = { $count ->
    [one] One person signs for 1 certificate.
   *[other] One person signs for { $count } certificates.
}
certificates-collector-other = Somebody else…
certificates-collector-name = Full name
certificates-collector-document = Document number
certificates-collector-yes = Hand over
certificates-jam-title = Which was the last good sheet?
certificates-jam-text = Choose the last one that came out well. Those sent after it are printed again, in the same order and with the same numbers; they are no reprints.
certificates-jam-none = None came out well
certificates-jam-count = { $count ->
    [0] No sheets to repeat.
    [one] 1 sheet to repeat.
   *[other] { $count } sheets to repeat.
}
certificates-jam-yes = Print from the next one on
certificates-jam-from = It goes on with no. { $number }, { $name }.
certificates-jam-printer = Printer
certificates-jam-on = On the printer { $printer }
certificates-jam-done = { $count ->
    [one] 1 sheet ready to be printed again.
   *[other] { $count } sheets ready to be printed again.
}
certificates-audit-desk = Desk
certificates-audit-issued = Good
certificates-audit-revoked = Revoked
certificates-audit-void = Void
certificates-audit-unused = Next
certificates-audit-state = State
certificates-audit-slot = Slot { $slot }
certificates-audit-complete = Complete
certificates-audit-incomplete = Numbers unexplained
certificates-audit-sound = { $count ->
    [0] No number has been used yet.
    [one] 1 number used, and accounted for.
   *[other] { $count } numbers used, all accounted for.
}
certificates-audit-unsound = { $count } numbers used; some are not accounted for. Exchange with the other desks.
certificates-audit-hole = From { $first } to { $last } ({ $desk }): this desk knows nothing of them. Exchange with that desk.
certificates-audit-twice = { $number } stands on two certificates: revoke one.
certificates-issuer = { $desk } issues: the other desks ask it.
certificates-issuer-here = This desk issues; the others ask it.
certificates-issuer-any = Any desk issues
certificates-fetch-supervisor = Fetch the supervisor or the organiser.
certificates-register-pdf = Register (PDF)
certificates-register-table = Register (Excel)
certificates-skip = Void the next number…
certificates-skip-text = This desk's next number will not be used: it stays void in the register with its reason. For numbered paper that was spoiled.
certificates-skip-example = For example: the numbered sheet was spoiled
certificates-skip-yes = Void the number
certificates-skip-done = { $count ->
    [one] Number void; it stays in the register.
   *[other] { $count } numbers void; they stay in the register.
}
certificates-rules = Rules to earn it…
certificates-rules-about = What is 0 is not asked. A category's rule stands in place of everybody's.
certificates-rules-everybody = Everybody
certificates-rule-kind = Certificate of
certificates-rule-category = For
certificates-rule-days = Attended at least so many days
certificates-rule-sessions = Attended at least so many sessions
certificates-rule-share = Attended at least this part of the hours
certificates-rule-required = Attended all required days and sessions
certificates-rule-exits = Was scanned in and out too
certificates-rule-questions = Answered these questions
certificates-rule-not-counted = Do not count for the certificate
certificates-rules-count = { $earned } of { $about } would have earned it now by this rule.
certificates-rules-nobody = Nobody is concerned yet.
certificates-rules-keep = Save the rule
certificates-rules-kept = Rule kept.
certificates-settings = Language, numbers and handing over…
certificates-settings-pattern = Numbers are shown so
certificates-settings-example = The seventh will look so: { $number }
certificates-settings-desk = Desk that issues
certificates-settings-founder = The desk that created the event
certificates-settings-piles = Piles by
certificates-piles-organisation = Institution
certificates-piles-letter = Letter of the surname
certificates-settings-reprints = Later copies say “reprint”
certificates-settings-sessions = Sessions with a certificate of their own
certificates-settings-keep = Save
certificates-do-ahead = { $count ->
    [one] Issue ahead to 1 person
   *[other] Issue ahead to { $count } people
}
certificates-do-requested = { $count ->
    [one] Issue 1 request of another desk
   *[other] Issue { $count } requests of other desks
}
certificates-do-ask = { $count ->
    [one] Ask the desk that issues
   *[other] Ask the desk that issues for { $count }
}
certificates-do-take-over = Issue from this desk…
certificates-do-correct = Correct and reissue…
certificates-do-spoiled = Spoiled sheet: new number…
certificates-do-role = Talk or role…
certificates-asked = { $count ->
    [0] It had been asked for.
    [one] 1 certificate asked for; it arrives with the next exchange.
   *[other] { $count } certificates asked for; they arrive with the next exchange.
}
certificates-take-over-title = Issue from this desk
certificates-take-over-text = The desk that issues will stop once it hears of this. Do it if it can't be talked to.
certificates-take-over-example = For example: the laptop of desk 1 does not start
certificates-take-over-yes = Issue from here
certificates-taken-over = This desk issues from now on.
certificates-spoiled-title = Spoiled sheet
certificates-spoiled-text = The number becomes void in the register, and another is issued in its place.
certificates-spoiled-example = For example: stained while being signed
certificates-spoiled-yes = Void and issue another
certificates-correct-title = Correct and reissue
certificates-correct-text = The certificate is revoked, and another issued that says which it replaces.
certificates-correct-given = Given names
certificates-correct-surnames = Surnames
certificates-correct-document = Document number
certificates-correct-yes = Correct and reissue
certificates-corrected = Reissued as no. { $number }.
certificates-role-title = Talk or role
certificates-role-text = Beside what list and programme say. One for each talk.
certificates-role-kind = Took part as
certificates-role-talk = Title of the talk
certificates-role-yes = Save
certificates-only-here = { $desk } issues the certificates. { $fresh }
certificates-ahead-note = Issued ahead
certificates-column-kind = Certificate
