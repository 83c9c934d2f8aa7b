# Command line
cli-no-template = There is no design called “{ $name }”. See them with: checkin-desktop templates list
cli-no-event = There is no event on this computer yet. Create one with “event create”, or name one with --event FILE.
cli-unexpected = Something unexpected went wrong; the details are in the program's log file. Try again and, if it happens again, send that file to support.
cli-event-created = Event “{ $name }” created in { $file }
cli-event-days = Days: { $days }
cli-count-attendees = Registered
cli-count-admitted = Admitted at least once
cli-count-inside = Inside now
cli-count-refused = Refusals
cli-count-conflicts = Open conflicts
cli-count-certificates = Valid certificates
cli-count-entries = Journal entries
cli-exchange-done = Exchanged: { $sent } sent, { $received } received.
cli-exchange-joined = This desk joined the event: { $received } received, { $sent } sent.
cli-exchange-held = { $count } received entries do not count yet.
cli-exchange-conflicts = There are { $count } new conflicts to settle.
cli-import-done = { $new } new people, { $updated } updated, { $unchanged } unchanged.
cli-meetings-dry = New: { $new } · changed: { $updated } · unchanged: { $unchanged }. Nothing was written.
cli-import-dry = { $new } people would be added and { $updated } updated; { $unchanged } unchanged. Nothing was written.
cli-programme-done = { $new } new sessions, { $updated } updated, { $unchanged } unchanged.
cli-programme-dry = { $new } sessions would be added and { $updated } updated; { $unchanged } unchanged. Nothing was written.
cli-no-rules = The organiser made no rules: they are added in the window, at Event, Rules.
cli-what-if-checkpoint = That date is no day of the event: name the checkpoint with --checkpoint.
cli-import-problem = Row { $row }, column “{ $column }”: { $problem }
cli-export-done = { $count } rows in { $file }
cli-export-kind = “{ $kind }” is not known. Use roster, attendance, certificates, delegations, meetings, summary or journal.
cli-pdf-done = { $count } in { $file }
cli-nothing-to-print = There is nothing to print.
cli-certificates-done = { $count } certificates in { $file }
cli-certificates-issued = { $count } certificates issued.
cli-certificates-not-eligible = { $count ->
    [one] 1 person has not attended enough yet.
   *[other] { $count } people have not attended enough yet.
}
cli-certificates-issuing = Issuing certificates: { $done } of { $total }…
cli-certificates-writing = Writing files: { $done } of { $total }…
cli-certificates-stopped = Stopped. Certificates issued and kept: { $count }. Give the same command again to go on with the others.
cli-certificates-stopped-writing = Stopped. The certificates are issued, but not all of them are in { $file }. Give the same command again to write them.
cli-certificates-printing = Sent to printer { $printer }.
cli-no-such-person = Nobody on the list matches “{ $text }”. Type the document, the code or the full name.
cli-many-people = Several people match “{ $text }”. Type the document number.
cli-exception-reason = Issued by exception
cli-verify-valid = VALID
cli-verify-revoked = REVOKED
cli-verify-bad_signature = BAD SIGNATURE
cli-verify-unknown_key = UNKNOWN KEY
cli-verify-cannot_check = CANNOT BE CHECKED HERE
cli-verify-line = { $verdict } · No. { $number } · { $name }
cli-demo-done = Demo complete in { $seconds } s: { $attendees } registered, { $admitted } admitted, { $refused } refused, { $misses } codes not read, { $conflicts } conflicts, { $certificates } certificates, { $verified } verified.
cli-demo-where = The results are in { $folder }
cli-screenshots-done = { $count } screenshots in { $folder }
cli-window-failed = The window could not be opened on this computer. Run “checkin-desktop doctor” to see what is missing.
doctor-camera = Camera
doctor-camera-advice = Plug in a USB camera; meanwhile use a code scanner, or search by name.
doctor-printer = Printer
doctor-printer-advice = Add a printer in the system, or save the PDFs and carry them on a stick.
doctor-sound = Sound
doctor-sound-advice = There is no audio output: verdicts are shown, but not heard.
doctor-disk = Disk
doctor-disk-advice = Little space is left: delete files that you don't need before the event.
doctor-clock = Clock
doctor-clock-advice = The computer's date is not plausible: correct it before checking people in.
doctor-database = Database
doctor-database-advice = The event file is faulty: restore a backup, or exchange with another desk.
doctor-decoder = Code reading
doctor-decoder-advice = Install the program again.
cli-verify-because-not-a-code = The text is not a certificate code. Type the 20 characters under the QR, or use a sharper photo.
cli-verify-because-not-in-register = That number is not in this computer's register. Exchange and try again.
cli-verify-because-nothing-read = No code could be read in the file. Use a sharper photo, or type the code.
cli-verify-because-unknown-key = It may be genuine: an event or desk that this computer does not know signed it. Exchange to update.
cli-verify-because-revoked-elsewhere = Another desk revoked it; the reason comes with the next exchange.
cli-verify-because-bad-signature = The content does not match the signature: the certificate was altered.
cli-event-logos = { $count ->
    [0] The event has no logos now.
    [one] The event has one logo.
   *[other] The event has { $count } logos.
}
cli-erase-yes = Erasing personal data cannot be undone. Export what you need first, and run the command again with --yes.
cli-erased = { $count ->
    [one] The data of one person was erased. Exchange, so that the other desks erase it too, and delete the copies that you kept.
   *[other] The data of { $count } people was erased. Exchange, so that the other desks erase it too, and delete the copies that you kept.
}
cli-alone-reason = Issued from the command line
cli-pin-needed = The PIN is missing: put it into CHECKIN_PIN, or use a terminal to enter it.
cli-pin-of = PIN of { $name }
cli-register-file = Name a .pdf or .xlsx file for the register.
cli-register-done = { $sound ->
    [yes] Register in { $file }: { $count } numbers used, all accounted for.
   *[no] Register in { $file }: { $count } numbers used; some are not accounted for. Exchange with the other desks.
}
cli-request-line = { $name } · { $kind } · { $desk }, { $time }{ $why ->
    [none] {""}
   *[other] {" · "}{ $why }
}
cli-requests-none = No desk asks for certificates.
cli-requests-waiting = { $count ->
    [0] No request is waiting any more.
    [one] One request waiting: issue it with --issue or close it with --refuse REASON.
   *[other] { $count } requests waiting: issue them with --issue or close them with --refuse REASON.
}
cli-requests-issued = { $count ->
    [one] 1 certificate issued on request.
   *[other] { $count } certificates issued on request.
}
cli-requests-closed = { $count ->
    [one] 1 request closed.
   *[other] { $count } requests closed.
}
cli-requests-asked = { $count ->
    [0] There is nothing new to ask for.
    [one] 1 certificate asked of the desk that issues; it comes with the next exchange.
   *[other] { $count } certificates asked of the desk that issues; they come with the next exchange.
}
cli-issued-alone = { $desk } issues them; these came from this desk and the reason is kept. To ask that desk for them use --ask.
cli-silent = Note: { $desks }. Whoever is missing may have attended there; --person … --alone REASON issues all the same and keeps the reason.
