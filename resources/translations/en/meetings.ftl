# Bilateral meetings and delegations: what the services say
meetings-two-parties = Name both parties of the meeting.
meetings-with-itself = Both parties are the same. Choose another one to meet.
meetings-backwards = The meeting ends before it begins. Put the time right.
meetings-unknown = That meeting is no longer in the programme. Refresh the list.
meetings-nobody-absent = Tick which party did not come.
meetings-clash-table = { $what } is taken from { $starts } to { $ends }: { $a } with { $b }.
meetings-clash-party = { $what } already has a meeting from { $starts } to { $ends }: { $a } with { $b }.
meetings-no-schedule = { $file } has no columns for start, party A and party B. Give them these headings and try again.
meetings-row-no-party = one of the two parties is missing
meetings-row-same-party = both parties are the same: { $value }
meetings-row-bad-day = not a day of the event: “{ $value }”
meetings-row-bad-time = this time can't be read: “{ $value }”
meetings-row-unknown-party = { $party } is not on the list of participants; check how it is written
delegations-no-name = Give the delegation a name.
delegations-no-members = Choose at least one person for the delegation.
delegations-escorts-count = Unnamed escorts can be from 0 to { $most }.
