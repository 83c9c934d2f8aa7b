# Verifying certificates: what is said of the verdict, and files of trust
cli-verify-because-desk-revoked = A desk signed it after that desk was revoked (a stolen laptop, say): it is not good.
verify-replaced-by = Replaced by No. { $number }.
verify-as-of = List of revocations as of { $day }, { $time }.
verify-no-list = No list of this event's revocations: the signature is genuine, but a revocation would not be known here.
verify-hours = { $kind ->
    [academic] { $count } academic hours
    [teaching] { $count } teaching hours
   *[clock] { $count } clock hours
}
certificates-fact-document = Document No.
certificates-fact-hours = Duration
certificates-fact-event = Event
certificates-fact-days = Held
certificates-fact-issuers = Granted by
manifest-not-a-manifest = The file is neither an event manifest nor a list of revocations. Ask the organiser for the “.manifest” or “.revocations” file.
manifest-not-signed = The manifest is not signed by its event's key: nothing was taken. Ask the organiser for it again.
manifest-newer = The file is of a newer version of the program. Update checkin-desktop on this computer.
manifest-cannot-read = The file { $file } cannot be read. Copy it to this computer and try again.
revocations-older = That list is older than the one that is here; nothing was changed.
revocations-other-event = That is another event's list of revocations. Add that event's manifest first.
cli-manifest-written = The event's manifest is in { $file }. With that file another computer verifies its certificates without the event.
cli-revocations-written = The list of revoked certificates is in { $file }.
cli-trust-manifest = This computer now verifies certificates of “{ $event }” (fingerprint { $fingerprint }). Compare the fingerprint with the organiser's.
cli-trust-lists = Revocations of “{ $event }” are up to date (fingerprint { $fingerprint }).
documents-qr-headline = Verify with checkin-desktop
