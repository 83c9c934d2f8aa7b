# Printed documents
documents-missing-glyph = The character “{ $character }” of “{ $text }” can't be printed. Correct the text in the person's record.
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
logos-not-a-picture = “{ $file }” is not a picture that can be read. Choose a PNG, JPEG or WebP file.
logos-file-too-large = The picture “{ $file }” is too large. Make it smaller and try again.
logos-empty-picture = The picture “{ $file }” is blank. Choose another one.
