# Mail
outbox-subject-certificate = Your certificate: { "{evento}" }
outbox-body-certificate =
    Hello { "{nombre}" },

    Attached is your certificate No. { "{numero}" } of { "{evento}" } ({ "{fechas}" }). To check it, scan its QR code.

    Thank you for taking part.
    { "{contacto}" }
outbox-subject-badge = Your badge: { "{evento}" }
outbox-body-badge =
    Hello { "{nombre}" },

    Attached is your badge for { "{evento}" } ({ "{fechas}" }). Show its QR code at the entrance, printed or on your phone.

    { "{contacto}" }
outbox-no-server = Type the outgoing mail server, for example smtp.gmail.com, and its port (587 or 465).
outbox-no-sender = Type the address that sends, for example certificates@your-organisation.pe.
outbox-no-such-placeholder = There is no “{ $name }”. Use { "{nombre}" }, { "{evento}" }, { "{fechas}" }, { "{numero}" } or { "{contacto}" }.
nav-outbox = Mail
outbox-tab-send = Send
outbox-tab-message = Message
outbox-tab-server = Mail server
outbox-thing = What is sent
outbox-thing-certificate = Certificates
outbox-thing-badge = Badges with their QR
outbox-password = Password of the mailbox
outbox-password-hint = Asked for in each session; kept nowhere
outbox-list = People and what became of their mail
outbox-column-name = Name
outbox-column-address = E-mail
outbox-column-number = No.
outbox-column-state = State
outbox-no-address = —
outbox-queue = { $count ->
    [0] Put in the queue
    [one] Put 1 in the queue
   *[other] Put { $count } in the queue
}
outbox-start = Start sending
outbox-pause = Pause
outbox-retry = Send again
outbox-cancel = Take out of the queue
outbox-keep = Save
outbox-kept = Saved at this desk.
outbox-queued = { $count ->
    [0] Nobody to put in the queue: they were sent it already, or have no address.
    [one] 1 mail in the queue.
   *[other] { $count } mails in the queue.
}
outbox-ask-supervisor = A supervisor does this. Call one to sign in at this desk.
outbox-state-no-address = No valid address: correct it on “People”
outbox-state-queued = In the queue
outbox-state-sending = Sending
outbox-state-sent = Sent
outbox-state-failed = Not sent
outbox-state-uncertain = May have arrived
outbox-state-cancelled = Taken out of the queue
outbox-trouble-no_address = no valid address; correct it on “People”
outbox-trouble-no_server = no connection to the server
outbox-trouble-not_trusted = the server's certificate is not trusted
outbox-trouble-login = the server did not accept user or password
outbox-trouble-address = the server says that there is no such address ({ $code }); correct it and send again
outbox-trouble-refused = the server refused the message ({ $code }); look at the sender and the text
outbox-trouble-busy = the server asked to wait ({ $code })
outbox-trouble-cut = the line was cut before it was sent
outbox-trouble-uncertain = the line was cut at the very end; ask the person before sending again
outbox-trouble-nothing_to_send = holds no good certificate or badge any more
outbox-trouble-not_drawn = the document could not be drawn: look at its design and at the letters of the name
outbox-trouble-unwritable = the name or the text has characters that can not be sent; correct it and send again
outbox-counts = { $sent } sent · { $failed } with trouble · { $without } without an address
outbox-patience = The server asked to wait: it goes on in { $seconds } seconds.
outbox-sending = Sending: { $waiting } to go. You can go on working on other pages.
outbox-waiting = { $waiting ->
    [0] The queue is empty. Choose some people, or none for all, and put them in the queue.
    [one] 1 mail waits. It takes internet to start.
   *[other] { $waiting } mails wait. It takes internet to start.
}
outbox-set-up-first = First name the mail server on the “Mail server” tab.
outbox-stopped-no_server = No connection to the mail server. Check the internet and the server's name; what is left stays in the queue. { $said }
outbox-stopped-not_trusted = Nothing was sent: the server's certificate is not trusted. Check the name and the port. { $said }
outbox-stopped-login = The server did not accept user or password. Many services want an “app password”. { $said }
outbox-stopped-cut = The line was cut several times. Wait for better internet and start again. { $said }
outbox-language = Language of the message
outbox-language-es = Spanish
outbox-language-en = English
outbox-subject = Subject
outbox-body = Text
outbox-body-hint = Empty: the program's own. You can use { "{nombre}" }, { "{evento}" }, { "{fechas}" }, { "{numero}" } and { "{contacto}" }.
outbox-preview = As the first person gets it
outbox-server-about = Your mail provider tells these. The line is always encrypted, and the server's certificate is checked.
outbox-host = Outgoing server (SMTP)
outbox-host-hint = For example smtp.gmail.com
outbox-security = Security
outbox-security-hint = STARTTLS usually goes with port 587, TLS with 465
outbox-security-starttls = STARTTLS
outbox-security-tls = TLS
outbox-port = Port
outbox-port-hint = 587 or 465
outbox-username = User
outbox-username-hint = Usually the whole address
outbox-sender = Address that sends
outbox-sender-hint = Answers arrive there
outbox-sender-name = Sender's name
outbox-sender-name-hint = Empty: the event's name
outbox-pace = Messages a minute
outbox-pace-hint = Providers limit this; 20 is usually fine
outbox-badge-file = Badge
outbox-nobody = There is nobody to send to yet. Issue the certificates first.
cli-mail-password = Mail password of { $name }
cli-mail-password-needed = The mail password is missing: put it into CHECKIN_MAIL_PASSWORD, or use a terminal to enter it.
cli-mail-none = Nothing was queued.
cli-mail-sent = { $sent } sent, { $failed } with trouble, { $waiting } waiting in this desk's queue.
outbox-take = Take over from another desk…
outbox-take-title = { $count ->
    [one] Take over 1 mail from another desk
   *[other] Take over { $count } mails from another desk
}
outbox-take-text = This desk sends them. Do it only if the other one will send no more: what it sent and has not exchanged would arrive twice.
outbox-take-example = For example: the laptop of desk 2 ran out of battery
outbox-take-reason = Reason
outbox-take-yes = Take them over
outbox-take-no = Leave them there
outbox-taken = { $count ->
    [one] 1 mail is in this desk's queue now.
   *[other] { $count } mails are in this desk's queue now.
}
outbox-give-back = Give back to the other desk
outbox-given-back = { $count ->
    [0] Nothing to give back: they were sent.
    [one] 1 mail is in the other desk's queue again.
   *[other] { $count } mails are in the other desk's queue again.
}
