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
exchange-write-down-go = Written down, continue
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
exchange-clock-absurd = Clock { $hours } h ahead: it is not followed. Put that computer's date and time right.
exchange-clock-behind = { $minutes } min slow. Set that computer's time by a telephone's.
exchange-desk-now = Up to date
exchange-desk-remove = Remove…
exchange-desk-remove-of = Remove { $desk } from the event
stations-remove-title = Remove this desk from the event?
stations-remove-text = For a lost or stolen computer. { $count ->
    [0] Nothing that desk recorded has arrived here.
    [one] The entry of that desk that has arrived here keeps counting.
   *[other] The { $count } entries of that desk that have arrived here keep counting.
} What has not arrived yet, and everything it records from now on, will not count at any desk. This cannot be undone.
stations-remove-example = For example: the laptop was left in a taxi
stations-remove-yes = Remove the desk
stations-reason = Reason
stations-removed = Desk removed. The others will know with the next exchange.
stations-reason-needed = Write the reason: it is kept in the event's journal.
stations-gone = That desk is no longer in the event. Refresh the page.
stations-own = This desk cannot remove itself. Do it from another desk.
held-title = What does not count yet ({ $count })
held-about = These entries are kept and passed from desk to desk, but they change no result. Nothing else waits for them.
held-line = { $desk }: { $count ->
    [one] 1 entry
   *[other] { $count } entries
}, the last one of { $when }. { $why }
held-station-revoked = The desk was removed from the event before they were written.
held-said-already = Another entry had said it already; the first one counts.
held-malformed = What they say is not understood; a faulty program wrote them.
held-unknown-kind = A newer version of the program wrote them. Update checkin-desktop on this computer and they will count.
held-other = Something is missing that another desk will bring with a later exchange.
prepare-open = Prepare another computer…
prepare-about = The other computer receives the list, the rules, the certificates and a place of its own. It is ready in under three minutes, and also replaces one that broke.
prepare-by-stick = By USB stick
prepare-by-network = Over the network
prepare-go-stick = Use a USB stick
prepare-share = Start sharing
prepare-close = Close
prepare-network-step-1 = Put both computers on the same network: a cable, the venue's wifi, or somebody's phone as a hotspot. No internet is needed.
prepare-network-step-2 = On the other computer open the program, choose “Join an event”, “Over the network”, and show this QR code to its camera. Each code lets one computer in.
prepare-network-step-3 = Type the event's passphrase there. When the desk page appears, it can register arrivals.
roads-share-title = Share with other desks
roads-share-about = Desks on the same network keep each other up to date by themselves, every few seconds. One that shares is enough; if this computer goes off, the others go on and another one can share.
roads-share = Share with other desks
roads-qr = QR code to connect another desk
roads-address = Address: { $address }
roads-code = One-time code: { $code }
roads-code-until = Good for one computer, until { $day }, { $time }.
roads-new-code = Another code
roads-desks-connected = Connected now: { $desks }.
roads-no-desks-connected = No desk has connected yet.
roads-firewall = If Windows asks about the firewall, tick “Private networks” and “Public networks” and press “Allow access”; otherwise the other desks cannot get in.
roads-connect-title = Connect
roads-connect-about = To a desk that shares, or to the office's server where there is internet. Meanwhile this desk goes on alone and nothing is lost.
roads-nearby = Desks that share on this network
roads-connect-to = { $name } ({ $address })
roads-scan = Scan the QR code
roads-picture = From a photo…
roads-where-field = Address, or the QR code's text
roads-where-empty = 192.168.0.12:8765 or https://event.example.org
roads-code-field = One-time code
roads-code-empty = Only if you were given one
roads-connect = Connect
roads-leave = Disconnect
roads-try-now = Exchange now
roads-all-sent = Everything sent.
roads-to-send = { $count ->
    [one] 1 entry to send.
   *[other] { $count } entries to send.
}
roads-set-aside = { $count ->
    [one] 1 entry was not accepted there; it is set aside and stops nothing else.
   *[other] { $count } entries were not accepted there; they are set aside and stop nothing else.
}
roads-held-there = { $count ->
    [one] 1 entry there does not count yet.
   *[other] { $count } entries there do not count yet.
}
roads-no-pairing-in-picture = There is no QR code of a desk that shares in that picture. Take the photo from closer, or type the address.
scan-title = Scan the other desk's QR code
scan-how = Show the camera the QR code on the screen of the desk that shares.
desk-pairing-seen = That QR code connects desks. Open “Exchange” and scan it there.
compare-open = Compare with another desk…
compare-title = Compare with another desk
compare-about = This QR code says what this desk holds. Scan it at the other one with this same option, or scan the other one's here: you will see what each lacks. It carries no entries and no names; exchange for that.
compare-qr = QR code of what this desk holds
compare-scan = Scan the other desk's
compare-same = This desk and { $desk } hold exactly the same.
compare-here = This desk lacks: { $what }.
compare-there = { $desk } lacks: { $what }.
compare-lacking = { $count ->
    [one] 1 entry of { $desk }
   *[other] { $count } entries of { $desk }
}
compare-forked = something of { $desk }
compare-not-heads = That is not the QR code of “Compare with another desk”. Open it on the other desk and scan it again.
revocations-open = Revoked certificates as QR…
revocations-title = Revoked certificates
revocations-about = Scan this QR at another desk, or where certificates are verified: it will know which numbers are revoked even without an exchange. It carries no names.
revocations-qr = QR of the revoked certificates
revocations-taken = { $count ->
    [one] List taken: one revoked certificate.
   *[other] List taken: { $count } revoked certificates.
}
revocations-none = This desk knows of no revoked certificate.
revocations-too-many = There are { $count } revoked certificates: they do not fit a QR. Save them as a file, or exchange.
revocations-not-a-list = That QR is no list of revoked certificates. Open it at the other desk and scan it again.
revocations-not-signed = The list is not signed by a desk of this event; nothing was taken.
