# Sentences of the services and the event file
storage-not-an-event = “{ $file }” is not a checkin-desktop event file. Choose a file that ends in .checkin.
storage-already-there = The file { $file } exists already. Choose another name, or open it instead of creating it.
storage-missing = The file { $file } was not found. Check the path, or plug in the drive that holds it.
storage-damaged = The file { $file } is damaged. Open the newest backup in the same folder.
storage-newer = The file { $file } was made by a newer version of the program. Update checkin-desktop on this computer.
storage-not-writable = { $file } can't be written. Check that the folder is not read-only.
storage-disk-full = The disk is full: the last action was not saved. Free some space and repeat it; everything shown green is safe.
storage-in-use = Another program has this event open ({ $owner }). Close it and try again.
station-default-name = Desk { $number }
desk-no-such-checkpoint = There is no checkpoint called “{ $name }”. See the names with “event checkpoints”.
desk-no-checkpoints = The event has no checkpoints. Add at least one day.
check-in-nothing-to-undo = That scan does not exist at this desk; there is nothing to undo.
walk-in-no-name = The name is missing. Type at least a given name or a surname.
walk-in-known-document = Document { $document } is already registered to { $name }. Find them in the list.
import-cancelled = Import cancelled: nobody was added.
badges-blank-count = Between 1 and { $most } blank badges can be prepared.
badges-already-assigned = That badge is already somebody else's. Use another blank badge.
badges-not-blank = That code is not a blank badge of this event. Scan a blank badge.
badges-nobody = That person is no longer on the list. Search again.
certificates-reason-needed = Type the reason: it stays in the register of certificates.
certificates-none-to-revoke = That person holds no valid certificate to revoke.
certificates-range-used-up = This desk has used up its certificate numbers. Issue from another desk.
certificates-slot-shared = This desk shares its numbers with another one (copied file). Exchange once with the event's passphrase, then issue again.
conflicts-gone = That case is no longer pending. Refresh the page.
event-no-name = Type the event's name.
event-no-days = Give at least one day of the event.
exchange-passphrase-needed = Event passphrase:
exchange-passphrase-choose = Choose the event's passphrase (every new desk will ask for it):
exchange-passphrase-short = The event's passphrase needs at least { $least } characters.
exchange-passphrase-set-already = The event has a passphrase already. Use the organiser's.
exchange-wrong-passphrase = The passphrase does not open this event. Check capitals and blanks, and try again.
exchange-other-event = That file belongs to another event: “{ $name }”. Use this event's stick.
exchange-altered = { $count ->
    [one] One entry of the file was altered or is not of this event; nothing was taken in. Ask the other desk for a new copy.
   *[other] { $count } entries of the file were altered or are not of this event; nothing was taken in. Ask the other desk for a new copy.
}
exchange-no-free-slot = All 32 desk slots of this event are taken. Ask the organiser to revoke a computer that is not used.
exchange-no-bundle = The file { $file } was not found. Plug in the stick and try again.
exchange-not-a-bundle = That file is not a checkin-desktop bundle. Choose the one that the other desk prepared.
exchange-damaged = The bundle is incomplete or damaged. Prepare it again at the other desk; nothing was lost here.
exchange-cannot-write = { $file } could not be written. Check that the stick has space and is not protected; what it held is intact.
exchange-cannot-read = { $file } could not be read. Plug the stick in again and retry.
exchange-no-hub-yet = This version exchanges by USB stick: use --bundle FILE.
journal-sound = The journal is sound: { $count } entries, chains and signatures hold.
journal-unsound = The journal is not sound: { $count } faulty entries, the first is number { $seq } of station { $station }. Restore the backup, or exchange with another desk.
journal-rebuilt-same = Tables computed anew: they came out the same.
journal-rebuilt-different = Tables computed anew: there were differences, now mended.
