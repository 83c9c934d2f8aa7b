# Check-in desk
desk-search = Type a name, document, organisation or code
desk-hits = People found
desk-idle = Show the badge to the camera
desk-idle-detail = You can also use the scanner, or type a name or document above.
desk-repeated = Already recorded at { $time }
desk-acknowledge = Understood (Enter)
desk-acknowledge-short = Understood
desk-undo = Undo
desk-undo-of = Undo the check-in of { $name }
desk-undone = The record was undone: { $name }. It stays noted.
desk-was-undone = Undone
desk-nothing-to-undo = There is no recent check-in to undo.
desk-certificate = Certificate
desk-register = Register a person
desk-register-tip = Register somebody who is not on the list (F4)
desk-recent = Recent scans
desk-recent-empty = The last check-ins of this desk appear here.
desk-hit-inside = In since { $time }
desk-nobody = Nobody matches “{ $typed }”. Try fewer letters, or register them with F4.
desk-nobody-code = Nobody matches “{ $typed }”. Press Enter to check it as a code, or F4 to register the person.
desk-homonyms-title = Which one of them?
desk-homonyms-text = There are { $count } people called { $name }. Ask for the document and choose the one before you.
desk-pinned-more = { $count ->
    [one] and one more case to attend to
   *[other] and { $count } more cases to attend to
}
desk-checkpoint-proposed = Checking in at “{ $name }”. Is that right? If not, choose another one above.
desk-checkpoint-right = That's right (Enter)
desk-checkpoint-odd-date = This computer's date is not a day of the event ({ $days }). Which day is being recorded?
desk-checkpoint-first = Choose the checkpoint first; nobody was recorded yet.
desk-camera = Camera picture
desk-camera-choose = Camera…
desk-camera-retry = Try again
desk-camera-opening = Looking for the camera…
desk-camera-ended-of = “{ $name }” has ended
desk-camera-off = Camera switched off.
desk-camera-none-found = No camera was found
desk-camera-file = Video or picture…
desk-camera-folder = Folder of pictures…
desk-camera-address = Network camera or phone…
desk-camera-address-ask = The camera's address (http:// or rtsp://):
desk-camera-stop = Switch the camera off
desk-picture-nothing = No code that can be read was found in the picture. Use a larger and sharper one, or type the name.
