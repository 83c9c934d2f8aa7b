# Desks and hubs over the network
hub-unreachable = { $hub } can't be reached. Check the cable or the wifi; meanwhile this desk goes on alone and nothing is lost.
hub-busy = { $hub } is busy. It will be tried again in a moment; this desk goes on alone meanwhile.
hub-wrong-certificate = { $hub } is not the computer it claims to be: its certificate is not this event's. Check the address, or scan the sharing desk's QR again.
hub-not-enrolled = { $hub } asks for a one-time code. Get it from whoever shares, and scan the QR or type the code.
hub-wrong-code = The code is not good: used already, expired or mistyped. Ask whoever shares for a new one.
hub-revoked = This computer was removed from the event and { $hub } does not serve it any more. Ask the organiser.
hub-other-event = { $hub } does not serve this event. Check the address, or scan the QR of the desk that shares.
hub-other-term = Another desk shares now instead of { $hub }. Scan the new desk's QR.
hub-too-large = What is sent is too large for { $hub }. Carry it on a USB stick.
hub-not-understood = What { $hub } answered is not from checkin-desktop. Check the address; on a hotel's wifi, open its sign-in page first.
hub-bad-address = “{ $address }” is not the address of a computer that shares. Write it like 192.168.0.12:8765 or https://example.org, or scan the QR.
hub-not-a-pairing = That text does not pair with a desk. Scan the QR of the desk that shares again.
hub-pairing-other-event = That QR is of another event. Scan the one of a desk of this event.
hub-no-network = This computer is on no network. Connect the cable or the wifi and try again.
hub-no-port = No port could be opened for sharing ({ $first } to { $last }). Close other programs that share, or allow checkin-desktop in the firewall.
hub-share-needs-passphrase = Before sharing, choose the event's passphrase: new desks will ask for it.
hub-sealed-missing = That desk has no event passphrase yet. Choose it there and scan the QR again.
