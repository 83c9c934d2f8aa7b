# Printed documents
documents-missing-glyph = { $character } of “{ $text }” can't be printed: the font does not have { $count ->
    [one] it
   *[other] them
 }. Write the name with other letters in the person's record (as in a passport, for example).
documents-missing-glyph-other = { $character } of “{ $text }” can't be printed: this element's font does not have { $count ->
    [one] it
   *[other] them
 }. In Designs, choose the font “{ $family ->
    [serif] Serif
   *[other] Sans serif
 }” for it, which does; or correct the text.
documents-nothing-to-see = A text has nothing but characters that can't be seen ({ $character }). Write it again in the person's record or in the design.
documents-does-not-fit = The text “{ $text }…” is too long for its place. Shorten it, or give the element more room in the template.
documents-bad-template = The template “{ $template }” can't be used: element { $element } ({ $fault } { $what }). Open it in the designer and correct it.
documents-image-missing = A picture of the template is missing ({ $image }). Exchange with the other desks, or add the picture again.
documents-font-missing = This page uses a font that this version does not have. Update the program.
documents-bad-picture = A picture is damaged or can't be read. Use another one: PNG, JPEG, SVG or a one-page PDF.
documents-picture-too-large = A picture is too large. Make it smaller and add it again.
documents-pdf-locked = The PDF is protected by a password. Save it without one and add it again.
documents-pdf-pages = The PDF has { $pages } pages. Choose one of a single page.
documents-svg-letters = The SVG drawing has letters in it. Turn them into paths (“Object to path”, “Create outlines”) and add it again.
documents-svg-unreadable = The SVG drawing is damaged or does not say its size. Save it again, or as PDF or PNG.
documents-svg-unusual = The SVG drawing has something that can't be drawn alike here: { $what }. Save it as “plain SVG” without it, or as PDF or PNG.
documents-pdf-fonts = The PDF writes in letters that it does not bring along: { $fonts }. Save it with embedded fonts, or as a PNG picture, and add it again.
documents-pdf-layers = The PDF has hidden layers. Save it without layers (flattened) and add it again.
documents-pdf-too-complex = The drawing in the PDF is too complicated. Save it as a PNG picture and add it again.
documents-pdf-unusual = The PDF has something that a certificate to be kept (PDF/A) may not have: { $what }. Save it as PDF/A-2, or as a PNG picture, and add it again.
documents-qr-too-long = The QR's text is empty or too long. Shorten the name or the event's domain.
documents-badges-title = Badges · { $event }
documents-badge-blank = BADGE
documents-blank-name = Full name
documents-blank-organisation = Institution
documents-page-of = { $page } of { $pages }
documents-roll-title = Attendance list · { $event }
documents-roll-about = { $days } · { $people } people · tick the day's box and note the time
documents-roll-day = D{ $number }
documents-roll-name = Surnames, given names
documents-roll-document = Document
documents-roll-organisation = Institution
documents-roll-signature = Signature
documents-certificate-title = Certificate
documents-certificate-heading = CERTIFICATE
documents-certificate-grants = grants this
documents-certificate-grant = grant this
documents-certificate-to = to
documents-certificate-identified = identified by { $kind } No. { $number },
documents-certificate-body = for having taken part as { $role } in the { $event }
documents-certificate-talk = for having taken part as { $role } with the talk “{ $talk }” in the { $event }
documents-certificate-sessions = for having taken part as { $role } { $of ->
    [session] in
   *[other] of
} { $count ->
    [one] the session
   *[other] the sessions
} { $sessions }, within the { $event }
documents-quoted = “{ $text }”
documents-and = { $first } and { $last }
documents-replaces = Replaces certificate No. { $number }
documents-reprint = Reprint
documents-signed-footer = Digitally signed document under Peruvian Law No. 27269
documents-qr-of-certificate = Verification QR code; typed code: { $code }
documents-qr-of-badge = The badge's QR code
documents-certificate-held-in = held in the city of { $city } { $when ->
    [span] from { $days }
   *[days] on { $days }
}
documents-certificate-held = held { $when ->
    [span] from { $days }
   *[days] on { $days }
}
documents-certificate-hours = with a duration of { $hours }
documents-certificate-dated = { $place }, { $day }
documents-as-attendee = ATTENDEE
documents-as-speaker = SPEAKER
documents-as-panellist = PANELLIST
documents-as-moderator = MODERATOR
documents-as-organiser = ORGANISER
documents-do-not-seal = do not seal here
documents-verification-code = verification code
documents-register-number = Register No. { $number }
documents-register-title = Register of certificates · { $event }
documents-register-serial = No.
documents-register-name = Name
documents-register-document = Document
documents-register-kind = As
documents-register-issued = Date
documents-register-state = State
documents-register-valid = Valid
documents-register-revoked = Revoked
logos-no-file = The file { $file } was not found. Check the path.
logos-not-a-picture = “{ $file }” is not a picture that can be read. Choose a PNG, JPEG, WebP, SVG or PDF file.
logos-file-too-large = The picture “{ $file }” is too large. Make it smaller and try again.
logos-empty-picture = The picture “{ $file }” is blank. Choose another one.
documents-test-title = Test page
documents-test-frame = If the frame is complete and the QR is sharp, the printer is ready.
documents-pile-none = No institution
documents-pile-count = { $count ->
    [one] 1 certificate
   *[other] { $count } certificates
}
documents-pile-numbers = No. { $first } to { $last }
documents-cargo-title = Certificates handed over · { $event }
documents-cargo-about = I received my certificate:
documents-cargo-number = No.
documents-cargo-name = Surname and names
documents-cargo-document = Document
documents-cargo-signature = Signature
documents-register-account = Account of each desk's numbers
documents-register-complete = Complete
documents-register-incomplete = Data missing
documents-register-range = { $desk } · from { $first } to { $last }: valid { $issued }, revoked { $revoked }, void { $void }; unused from { $unused } on
documents-register-range-full = { $desk } · from { $first } to { $last }: valid { $issued }, revoked { $revoked }, void { $void }; all used
documents-register-hole = From { $first } to { $last }: nothing heard from { $desk }; an exchange with that desk is missing
documents-register-twice = { $number } stands on two certificates: revoke one
documents-register-range-desk = Desk
documents-register-range-first = From
documents-register-range-last = To
documents-register-range-issued = Valid
documents-register-range-revoked = Revoked
documents-register-range-void = Void
documents-register-range-unused = Unused from
documents-register-range-state = State
