# Page for exchanging with other desks
exchange-stick-title = USB stick
exchange-stick-about = Carry the same file from desk to desk: each takes what it lacks and leaves what it has. Repeat it as often as you like; nothing is doubled.
exchange-path = Exchange file
exchange-path-empty = Choose the file on the stick, or drop it here
exchange-choose-file = Choose…
exchange-use-drive = Use { $drive }
exchange-now = Exchange now
exchange-done = Done: { $sent ->
    [0] nothing new to send
    [one] 1 record sent
   *[other] { $sent } records sent
}, { $received ->
    [0] nothing new to receive
    [one] 1 received
   *[other] { $received } received
}.
exchange-held = { $count ->
    [one] 1 record received does not count yet: it needs another one, which the desk that wrote it will bring.
   *[other] { $count } records received do not count yet: they need others, which the desk that wrote them will bring.
}
exchange-new-conflicts = { $count ->
    [one] There is 1 new case to settle, further down.
   *[other] There are { $count } new cases to settle, further down.
}
exchange-eject = Eject the stick before you pull it out, and take it to the next desk.
exchange-no-folder = The folder { $folder } is not there. Plug in the stick, or choose another file.
exchange-slot-shared = This desk numbers certificates from the same range as another one, because its file was copied. The exchange will ask for the event's passphrase and give it a range of its own.
exchange-other-title = Prepare another computer
exchange-other-step-1 = Plug a stick into this computer and press “Exchange now”.
exchange-other-step-2 = Take it to the other computer, open the program, choose “Join an event” and the file on the stick.
exchange-other-step-3 = Type the event's passphrase there. The whole list is on that desk now and it can check people in.
exchange-passphrase-title = The event's passphrase
exchange-passphrase-why = Type the passphrase that the organiser chose.
exchange-passphrase-field = Passphrase
exchange-passphrase-again = Passphrase again
exchange-passphrase-go = Continue
exchange-passphrase-differs = The two passphrases are not the same. Type them again.
exchange-choose-title = Choose the event's passphrase
exchange-choose-why = It protects the attendees' data on the stick. Each new computer asks for it once, when it joins. Use at least six characters.
exchange-choose-go = Continue
exchange-write-down-title = Write this passphrase down
exchange-write-down-why = Write it on paper and keep it safe: it will not be shown again and nobody can recover it. Without it no other computer can join the event.
exchange-write-down-go = Written down, exchange
exchange-cancel = Cancel
exchange-desks-title = Desks of the event
exchange-desk-name = Desk
exchange-desk-entries = Records
exchange-desk-last = Last heard
exchange-desk-heard = No data since { $time }
exchange-desk-heard-on = No data since { $day }, { $time }
exchange-desk-never = Its data have not arrived yet
exchange-desk-own = This desk
exchange-desk-revoked = Removed from the event
exchange-desk-clock = Clock
exchange-clock-unknown = Not compared
exchange-clock-good = On time
exchange-clock-ahead = { $minutes } min fast. Set that computer's time by a telephone's.
exchange-clock-behind = { $minutes } min slow. Set that computer's time by a telephone's.
exchange-cases-title = { $count ->
    [0] To settle
   *[other] To settle ({ $count })
}
exchange-cases-none = There is nothing to settle. If two desks record something different about one person, it will appear here after the exchange.
exchange-cases-more = And { $count } more: they appear as you settle these.
exchange-cases-settled = { $count ->
    [one] 1 case settled
   *[other] { $count } cases settled
}
exchange-settled-now = Case settled.
exchange-case-desks = Two computers in one slot
exchange-case-admitted-twice = Came in at two desks: { $where }
exchange-case-corrected-twice = Two desks corrected the details differently. Which one is right?
exchange-case-same-document = Two records have the same document number.
exchange-case-certified-twice = Two certificates were issued to one person.
exchange-case-slot-taken-twice = They joined the event without knowing of each other. At the next exchange with the passphrase one of them gets another slot.
exchange-case-certificate = certificate no. { $number }
exchange-choose-admitted-twice-same-person = It is the same person
exchange-choose-admitted-twice-badge-shared = Two people used the badge
exchange-choose-corrected-twice-keep-first = 1 is right
exchange-choose-corrected-twice-keep-second = 2 is right
exchange-choose-same-document-same-person = It is the same person
exchange-choose-same-document-different-people = They are different people
exchange-choose-certified-twice-keep-first = Keep the first, void the other
exchange-choose-certified-twice-acknowledged = Keep both
exchange-choose-slot-taken-twice-acknowledged = Understood
