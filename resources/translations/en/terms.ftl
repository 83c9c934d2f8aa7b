# Terms of the event
category-attendee = Attendee
category-speaker = Speaker
category-panellist = Panellist
category-moderator = Moderator
category-organiser = Organiser
category-authority = Authority
category-guest = Guest
category-press = Press
category-staff = Staff
document-dni = DNI
document-ce = Foreigner's card
document-passport = Passport
document-other = Document
hours-academic = { $hours ->
    [one] { $hours } academic hour
   *[other] { $hours } academic hours
}
hours-teaching = { $hours ->
    [one] { $hours } teaching hour
   *[other] { $hours } teaching hours
}
hours-clock = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
source-camera = Camera
source-scanner = Scanner
source-search = Search
source-paper = Paper list
source-other_system = Other system
source-meeting = Bilateral meeting
outcome-admitted = Came in
outcome-welcome_back = Came back
outcome-already_inside = Was inside
outcome-left = Left
outcome-refused = Refused
outcome-ambiguous = Ambiguous
session-talk = Talk
session-panel = Panel
session-working_table = Working table
session-networking = Networking
session-bilateral = Bilateral meeting
session-ceremony = Ceremony
session-other = Session
