# The organiser's page
event-tab-overview = Overview
event-tab-details = Details
event-tab-programme = Programme
event-tab-reports = Reports
event-of = { $some } of { $all }
event-figure-expected = Registered
event-figure-came = Came at least once
event-figure-organisations = Organisations present
event-figure-regions = Regions present
event-arrivals = Arrivals by role
event-arrivals-none = Nobody has come in yet.
event-organisations = Organisations
event-organisations-search = Search for an organisation or region
event-organisations-none = They appear when the list of attendees is imported.
event-organisations-merge = Merge
event-organisations-advice = If an organisation appears under two names, select them together (Ctrl + click) and press “Merge”.
event-organisations-which = Which organisations are shown
event-organisations-all = All ({ $count })
event-organisations-no-region = No region ({ $count })
event-organisations-alike = Alike ({ $count })
event-organisations-part = Separate
event-part-title = Separate what was joined in “{ $name }”?
event-part-about = Each will count by itself again: { $names }.
event-parted = Organisations separated.
event-regions-propose = Region as the name says ({ $count })
event-regions-title = { $count ->
    [one] The name of 1 organisation says its region
   *[other] The names of { $count } organisations say their region
}
event-regions-more = … and { $count } more
event-regions-several = Region of { $count } organisations
event-organisation-edit = Edit organisation
event-organisation-edit-about = As it will appear in reports and in this overview. People keep what their registration says.
event-organisation-name = Organisation
event-organisation-region = Region
event-organisation-arrived = Came
event-organisation-aliases = Also written
event-merge-title = Merge organisations
event-merge-about = They will count as one. Choose the name that stays; the others are noted beside it.
event-merge-choice = { $name } ({ $count ->
    [one] 1 person
   *[other] { $count } people
})
event-merged = Organisations merged.
event-save = Save
event-saved = Changes saved.
event-cancel = Cancel
event-edit = Edit
event-remove = Remove
event-yes = Yes
event-field-name = Name of the event
event-field-days = Days
event-days-change = Change days…
event-days-title = Days of the event
event-days-about = The sessions, meetings and rules of a day go with it to its new date. A day on which somebody came in keeps its own.
event-days-add = Add day
event-days-date = The day's date
event-days-new = New
event-days-planned = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}{ $meetings ->
    [0] { "" }
    [one] {" "}· 1 meeting
   *[other] {" "}· { $meetings } meetings
}
event-days-in-use = Somebody came already: it keeps its date
event-days-then = The event will be on { $days }.
event-days-lost = What is planned on the days that you remove is lost. Sessions that leave the programme: { $sessions }; meetings cancelled: { $meetings }.
event-days-saved = Days of the event saved.
event-field-place = Venue
event-field-city = City
event-field-issuers = Who grants the certificate
event-field-issuers-hint = One entity per line.
event-field-hours = Hours
event-field-hour-kind = Kind of hour
event-field-slogan = Slogan of the year
event-field-slogan-hint = At the foot of the certificate; leave it empty if it is not used.
event-field-contact = Contact for questions
event-field-domain = Web domain
event-field-domain-hint = Where certificates are verified online, if there is such a site.
event-hours-none = Not stated
event-hours-academic = Academic
event-hours-teaching = Teaching
event-hours-clock = Clock
event-signatories = Who signs
event-signatory-name = Name
event-signatory-position = Position
event-signatory-add = Add signature
event-logos = Logos
event-logos-about = Up to four, in the order in which they are added. They stand on the certificate and the badges.
event-logo-add = Add logo…
event-logo-added = Logo added.
event-logo-removed = Logo removed.
event-logo-remove = Remove logo { $number }
event-pictures = Pictures
event-unsaved = There are unsaved changes.
event-discard = Discard
event-save-changes = Save changes
event-programme-about = Each day has its entrance; add here the sessions at which attendance is recorded as well.
event-programme-day = Day
event-programme-time = Time
event-programme-name = Name
event-programme-kind = Kind
event-programme-room = Room
event-programme-capacity = Capacity
event-programme-required = Required
event-programme-saved = Programme saved.
event-kind-day = Entrance to the event
event-session-add = Add session
event-session-duplicate = Duplicate session
event-session-edit = Edit session
event-day-edit = Edit the day's entrance
event-session-name = Name
event-session-day = Day
event-session-kind = Kind
event-session-starts = Starts
event-session-ends = Ends
event-session-room = Room
event-session-capacity = Capacity
event-session-no-name = Type the name; the desk chooses by it.
event-session-ends-early = It must end after it starts.
event-session-remove-title = Remove “{ $name }” from the programme?
event-session-remove-about = Desks will not be able to choose it any more. What was recorded there is kept.
event-no-limit = No limit
event-required = Required for the certificate
event-reentry = People may leave and come back in
event-reports-about = They open in Excel or another spreadsheet program. Personal data leaves the program: look after these files.
event-report-summary = The organiser's report
event-report-summary-about = Which organisations and regions came, by region and in all; as PDF with arrivals, sessions and meetings too.
event-report-summary-file = report
event-report-delegations = Delegations
event-report-delegations-about = Each member of each delegation, whether they came, who stood in for them, and how many escorts there were.
event-report-delegations-file = delegations
event-report-meetings = Bilateral meetings
event-report-meetings-about = Each meeting with its parties, table, state, topics and agreements.
event-report-meetings-file = meetings
event-report-roster = Attendees
event-report-roster-about = Everybody with organisation, region, position, role and contact details.
event-report-roster-file = attendees
event-report-badges = Badges printed
event-report-badges-about = Every print: when, whose, at which desk, by whom and on which printer.
event-report-badges-file = badges-printed
event-report-attendance = Attendance
event-report-attendance-about = Who came each day and to each session, and at what time.
event-report-attendance-file = attendance
event-report-certificates = Certificates
event-report-certificates-about = The register of certificates: number, person, date, prints and delivery.
event-report-certificates-file = certificates
event-report-journal = Journal
event-report-journal-about = Every fact recorded, with its desk, time and fingerprint; nobody's name.
event-report-journal-file = journal
event-exported = { $count ->
    [one] 1 row in { $file }
   *[other] { $count } rows in { $file }
}
event-erase = Personal data
event-erase-card = Once you no longer need the data, erase it from the program (Law 29733): names, documents, e-mails and telephones. The counts, institutions and register numbers stay, and the certificates handed over keep verifying.
event-erase-verb = Erase personal data…
event-erase-title = Erase personal data?
event-erase-about = { $count ->
    [one] The data of one person will be erased for good. This cannot be undone.
   *[other] The data of { $count } people will be erased for good. This cannot be undone.
  } First export the reports that you must keep and issue the certificates still missing. The other desks erase it with the next exchange; USB sticks, PDF files and copies that you kept you have to delete yourself.
event-erase-type = To confirm, type the event's name
event-erase-yes = Erase for good
event-erased = { $count ->
    [one] The data of one person was erased. Exchange with the other desks so that they erase it too.
   *[other] The data of { $count } people was erased. Exchange with the other desks so that they erase it too.
}
event-over-capacity = There are { $inside } people in “{ $where }” and its capacity is { $capacity }: desks let people in without knowing of each other. Tell the door.
event-timezone-unknown = The event's timezone, “{ $timezone }”, does not exist: times are shown in UTC. Tell whoever created the event.
event-fresh = This desk may not know everything: { $desks }.
event-duplicate = Duplicate
event-programme-import = Import from a spreadsheet…
event-programme-speakers = Speakers
event-clashes = { $count ->
    [one] In one room at the same time: { $sessions }.
   *[other] Two sessions are in one room at the same time { $count } times: { $sessions }.
}
event-undo = Undo: { $what }
event-undone = Undone: { $what }.
event-change-add = adding “{ $name }”
event-change-edit = editing “{ $name }”
event-change-remove = removing “{ $name }”
event-change-import = importing the programme ({ $count })
event-session-copy-of = { $name } (copy)
event-kind-once = Given once
event-once = Given once (kit, lunch)
event-minutes = min
event-no-tolerance = No tolerance
event-session-last = Until the day
event-session-speakers = Speakers
event-session-speakers-hint = One person a line.
event-session-opens = People come in from
event-session-closes = People come in until
event-session-tolerance = Tolerance
event-session-tolerance-hint = Minutes before and after.
event-session-categories = Who may come in
event-session-categories-hint = With no category marked, all of them.
event-session-closes-early = It must close after it opens.
ready-heading = Before the event
ready-about = { $done } of { $all } steps are done. None of them is needed to check people in.
ready-done = { $step }: done
ready-list = Import the list
ready-regions = Complete the regions
ready-programme = Add the programme
ready-certificate = Who grants and signs
ready-team = Give the team PINs
ready-badges = Print badges
ready-desks = Passphrase for other desks
