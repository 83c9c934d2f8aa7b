# The server: its status page and its command line.
hub-page-title = State of the check-in hub
hub-page-no-events = No event is here yet. Pair a desk with a code from "checkin-desktop hub pair".
hub-page-event = Event { $id }
hub-page-counts = { $attendees } people on the list, { $admitted } came in, { $inside } are inside. { $entries } entries.
hub-page-open = To be settled: { $conflicts }. Held: { $held }.
hub-page-desk = Desk
hub-page-entries = Entries
hub-page-heard = Last heard of
hub-page-desk-name = Desk { $slot } ({ $id })
hub-page-revoked = Revoked
hub-page-never = Through other desks only
hub-page-minutes =
    { $minutes ->
        [0] Less than a minute ago
        [one] One minute ago
       *[other] { $minutes } minutes ago
    }
hub-database-unknown = There is no database "{ $database }". Name a folder, or an address that begins with postgresql+psycopg://
hub-database-away = The database does not answer. See that it runs and that the address is right.
hub-port-taken = { $address } can't be used: another program holds it, or permission is missing. Choose another port with --port.
hub-serving = The hub answers at { $address }. Press Ctrl+C to stop it.
hub-code = Code to pair a desk, good once until { $until }: { $code }
