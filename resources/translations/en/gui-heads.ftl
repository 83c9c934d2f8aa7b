# What each page is for, in one line under its title
head-people = Find them, correct them, or register whoever comes without being on the list.
head-event = What holds for every desk: details, programme, rules and reports.
head-certificates = Issued, handed over and verified right here, without internet.
head-exchange = By USB stick, network or internet; meanwhile each desk works alone and nothing is lost.
head-outbox = Certificates and badges by mail: prepared offline, sent when there is internet.
head-paper = For when the power goes: print it before, enter the ticks afterwards.
head-dashboard = Who came, when and from where, as far as this desk knows.
head-delegations = Who of each delegation is here and who is missing.
head-meetings = A meeting starts when one badge of each party is scanned.
head-badges = Print them before the event; lost ones are renewed at the desk.
head-operators = Who serves, with which PIN, and what each may do.
head-settings = Of this computer alone: nothing here changes the event.
head-import = From your spreadsheet into the event; importing again never doubles anybody.
head-help = The essentials in a minute.
questions-none = No questions yet. Write the first one in the form and press “Save”: it is asked on arrival.
outbox-none = Nothing is queued. Choose above what to send, and queue it.
search-first = Type above: names appear here.
