# Delegations
delegations-search = Delegation, region or person
delegations-state = State
delegations-every = All
delegations-present = Complete
delegations-partial = Incomplete
delegations-absent = Absent
delegations-delegation = Delegation
delegations-region = Region
delegations-organisation = Organisation
delegations-who-came = Present
delegations-escorts-short = Escorts
delegations-count = { $present } of { $expected }
delegations-new = New delegation
delegations-edit = Change members
delegations-name = Name of the delegation
delegations-find-people = Find people
delegations-tick-shown = Tick those shown
delegations-ticked = { $count ->
    [one] 1 person ticked
   *[other] { $count } people ticked
}
delegations-save = Save
delegations-dissolve = Dissolve
delegations-dissolve-about = The people of “{ $name }” will count with their organisations again. Their admissions stay.
delegations-dissolve-yes = Dissolve the delegation
delegations-dissolved = “{ $name }” is a delegation no longer.
delegations-arranged = { $name }: { $count ->
    [one] 1 person
   *[other] { $count } people
} in the delegation.
delegations-papers = Print or export
delegations-pdf = List as PDF…
delegations-excel = List as Excel…
delegations-summary-pdf = Summary for the report as PDF…
delegations-summary-excel = Summary for the report as Excel…
delegations-file = delegations
delegations-summary-file = summary-for-the-report
delegations-coverage = Organisations: { $organisations } of { $organisations_expected } · Regions: { $regions } of { $regions_expected } · { $people ->
    [one] 1 person
   *[other] { $people } people
} { $escorts ->
    [0] present
    [one] and 1 escort
   *[other] and { $escorts } escorts
}
delegations-regions-missing = Regions that have not come yet: { $regions }
delegations-every-region = Every region expected has come.
delegations-none = No delegations yet: they appear with the organisations of the list.
delegations-none-so = No delegation is like that. Change the search or the state.
delegations-choose = Choose a delegation to see who is here and who is missing.
delegations-members = Members
delegations-member = Surname and given names
delegations-arrival = Arrival
delegations-missing = Missing
delegations-came-at = Came { $time }
delegations-instead = { $name } came instead
delegations-with-escorts = { $count ->
    [one] 1 escort
   *[other] { $count } escorts
}
delegations-ask = { $count ->
    [one] Let in the one who is missing too?
   *[other] Let in the other { $count } too?
}
delegations-all-here = All are here.
delegations-check-in = { $count ->
    [0] Tick whom to let in
    [one] Let in 1 person
   *[other] Let in { $count } people
}
delegations-came = { $name }: { $count ->
    [one] 1 person let in
   *[other] { $count } people let in
}.
delegations-not-let-in = { $count ->
    [one] 1 could not be let in
   *[other] { $count } could not be let in
}; look them up at the desk.
delegations-undo = Undo the group's admission
delegations-undone = { $count ->
    [one] 1 admission
   *[other] { $count } admissions
} of the group undone.
delegations-escorts = Unnamed escorts
delegations-escorts-about = How many this desk let in. Desks add up; put it right by noting it again.
delegations-escorts-note = Note
delegations-escorts-noted = { $name }: { $count } escorts noted at this desk.
desk-delegation-offer = { $count ->
    [one] Let in the one who is missing too?
   *[other] Let in the other { $count } too?
} { $name }: { $present } of { $expected }
desk-delegation-open = Show delegation (Ctrl+G)
delegations-badges = { $count ->
    [one] Print 1 badge
   *[other] Print their { $count } badges
}
delegations-badges-again = Print the badges again…
