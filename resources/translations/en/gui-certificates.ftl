# Certificates page
certificates-tab-issue = Issue and hand over
certificates-tab-verify = Verify
certificates-search = Search by name, document or organisation
certificates-list = State of each person's certificate
certificates-filter-all = All { $count }
certificates-filter-eligible = Ready to issue { $count }
certificates-filter-not_yet = Not yet { $count }
certificates-filter-issued = Issued { $count }
certificates-filter-revoked = Revoked { $count }
certificates-column-name = Surname, given names
certificates-column-state = State
certificates-column-number = Register no.
certificates-column-paper = Paper
certificates-state-eligible = Ready to issue
certificates-state-not_yet = Not yet
certificates-state-issued = Issued
certificates-state-revoked = Revoked
certificates-not-yet-missing = Missing { $missing }
certificates-not-yet-missing-more = Missing { $missing } and { $more } more
certificates-issued-exception = Issued as an exception
certificates-paper-printed = { $count ->
    [one] Printed
   *[other] Printed { $count } times
}
certificates-paper-handed-over = Handed over
certificates-no-people = The list is empty. Import the list of registrations, or register a person.
certificates-nobody-matches = Nobody matches the search. Try fewer letters, or the document number.
certificates-none-all = There is nobody in the list.
certificates-none-eligible = Nobody is ready to issue. Whoever meets the attendance will appear here.
certificates-none-not_yet = Nobody is short of attendance.
certificates-none-issued = No certificate has been issued yet. Choose “Ready to issue” to begin.
certificates-none-revoked = There are no revoked certificates.
certificates-not-listed = That person was withdrawn from the list and holds no valid certificate. Ask the organiser.
certificates-scan-nobody = That code belongs to nobody in the list. Search for the person by name or document.
certificates-fresh = This desk may not know everything: { $desks }.
certificates-overview = The event's certificates
certificates-overview-facts = { $eligible ->
    [0] Nobody is waiting for a certificate now
    [one] 1 person meets the attendance and is waiting for a certificate
   *[other] { $eligible } people meet the attendance and are waiting for their certificates
}; { $issued ->
    [0] none has been issued yet.
    [one] 1 has been issued.
   *[other] { $issued } have been issued.
}
certificates-overview-hint = Choose one or more people in the list to print, save or hand over.
certificates-chosen = { $count ->
    [one] 1 person chosen
   *[other] { $count } people chosen
}
certificates-missing = Missing: { $missing }.
certificates-already-printed = { $count ->
    [one] Printed once already: printing again makes a copy.
   *[other] Printed { $count } times already: printing again makes a copy.
}
certificates-some-printed = { $count ->
    [one] 1 of them was printed before.
   *[other] { $count } of them were printed before.
}
certificates-number = Register no. { $number }
certificates-issued-at = Issued on { $day }, { $time }
certificates-by-exception = As an exception: { $reason }
certificates-revoked-because = Revoked because: { $reason }
certificates-handed = Handed over to the person
certificates-not-handed = Not handed over yet
certificates-do-print-one = Print certificate
certificates-do-print-again = Print again…
certificates-do-print-many = Print { $count } certificates
certificates-do-issue-and-print = Issue and print { $count }
certificates-do-issue-all = { $count ->
    [one] Issue for the person who is ready
   *[other] Issue for all { $count } who are ready
}
certificates-do-issue-only = Issue without printing
certificates-do-issue-many = Issue { $count } without printing
certificates-do-issue-again = Issue a new one
certificates-do-choose-unprinted = Choose { $count } not printed
certificates-do-hand-over = Mark as handed over
certificates-do-hand-over-many = Mark { $count } as handed over
certificates-do-preview = Preview
certificates-do-preview-many = Preview
certificates-do-sample = See a sample
certificates-sample-name = NAME AND SURNAME (SAMPLE)
certificates-do-save-pdf = Save PDF…
certificates-do-save-in-one = Save { $count } in one PDF…
certificates-do-save-each = Save one PDF each…
certificates-do-exception = Issue as an exception…
certificates-do-exception-many = Issue { $count } as exceptions…
certificates-do-revoke = Revoke…
certificates-register = Register
certificates-register-about = Save the register as a PDF: every number issued, revoked ones too
certificates-register-file = Register of certificates
certificates-spreadsheet = Spreadsheet
certificates-spreadsheet-about = Save the certificates as a spreadsheet
certificates-spreadsheet-file = Certificates.xlsx
certificates-file = Certificates
certificates-folder = Folder for the certificates
certificates-issuing = Issuing: { $done } of { $total }
certificates-drawing = Preparing the pages: { $done } of { $total }
certificates-saving = Saving: { $done } of { $total }
certificates-marking = Marking: { $done } of { $total }
certificates-stop = Stop
certificates-understood = Understood
certificates-busy = Other work is under way. Wait until it ends, or stop it.
certificates-stopped-issuing = Stopped: { $done } of { $total } issued. The rest is still ready to issue; nothing was issued twice.
certificates-left-out = { $count ->
    [one] One certificate could not be drawn and was not issued; all others are issued.
   *[other] { $count } certificates could not be drawn and were not issued; all others are issued.
}
certificates-stopped-drawing = Stopped: nothing was printed or saved.
certificates-stopped-saving = Stopped: { $done } of { $total } files saved. Saving again completes them, without doubles.
certificates-stopped-marking = Stopped: { $done } of { $total } marked as handed over.
certificates-nothing-to-draw = None of these people holds a valid certificate. Issue it first.
certificates-issued-done = { $count ->
    [one] Certificate issued.
   *[other] { $count } certificates issued.
}
certificates-saved-each = { $count ->
    [one] 1 file saved in “{ $folder }”.
   *[other] { $count } files saved in “{ $folder }”.
}
certificates-handed-done = { $count ->
    [one] Marked as handed over.
   *[other] { $count } marked as handed over.
}
certificates-revoked-done = Certificate revoked; its number stays in the register.
certificates-already-sent = It was sent to the printer already. Wait until it is done, or cancel the printing.
certificates-reprint-title = Print again?
certificates-reprint-text = { $count ->
    [one] One certificate was printed before.
   *[other] { $count } of { $total } certificates were printed before.
} The new copy has the same number and the same code, and is noted in the journal.
certificates-reprint-yes = Print again
certificates-leave = No, leave it
certificates-reason = Reason
certificates-exception-title = Issue as an exception
certificates-exception-text = The attendance that the certificate asks for is not met yet. The reason stays in the journal as an exception.
certificates-exception-example = For example: attended the second day, the coordinator confirms
certificates-exception-yes = Issue as an exception
certificates-revoke-title = Revoke certificate
certificates-revoke-text = The certificate will no longer be valid when it is verified. Its number stays in the register with the reason; a new one can be issued afterwards.
certificates-revoke-example = For example: the name was misspelt
certificates-revoke-yes = Revoke
certificates-preview-title = Preview of certificates
certificates-preview-print = Print
certificates-preview-close = Close
certificates-code = The certificate's code
certificates-code-hint = It is 20 letters and numbers, under the QR code; blanks and capitals do not matter. You may also scan the QR code with the scanner. No internet is needed.
certificates-check = Verify
certificates-checking = Verifying…
certificates-choose-file = Choose PDF or photo…
certificates-drop-hint = Drop the PDF or a photo of the certificate here
certificates-file-kinds = PDF and photos
certificates-valid = The certificate is in the register and still valid.
certificates-valid-elsewhere = The signature is genuine. Compare the facts with the paper: they must be the same.
certificates-verdict-fresh = { $fresh } A recent revocation may be missing.
certificates-fact-name = Name
certificates-fact-as = As
certificates-fact-number = Register no.
certificates-fact-issued = Issued
certificates-several = { $count } certificates in the file: { $verdicts }
certificates-other-desk-issues = { $desk } issues the certificates. Ask it from here, or issue with a reason.
certificates-bad-pattern = “{ $pattern }” can't number certificates: it must have “{"{"}number{"}"}” once, for example “{"{"}number:04{"}"}-{"{"}year{"}"}”.
certificates-not-our-number = Number { $number } is not this desk's, or its turn has not come.
certificates-session-not-assigned = A session's certificate is earned by attending it.
certificates-settings-language = Language of certificates
certificates-language-es = Spanish
certificates-language-en = English
certificates-language-es-en = Spanish and English
