# What is left to settle between desks.
nav-conflicts = To settle
conflicts-about = Here comes what two desks recorded without knowing of each other. Nothing was erased: you decide, and may change your mind.
conflicts-to-see = { $count ->
    [one] 1 case to settle…
   *[other] { $count } cases to settle…
}
conflicts-decided = Decided: { $choice }
conflicts-reopen = Reopen
conflicts-reopen-of = Reopen the case of { $name }
conflicts-reopened = The case is open again.
conflicts-other = The other is right
conflicts-other-of = Change to the other details of { $name }
conflicts-other-now = The other details count now.
conflicts-decided-now = Details corrected: { $kept } was chosen
conflicts-title = { $count ->
    [0] To settle
   *[other] To settle ({ $count })
}
conflicts-none = There is nothing to settle. If two desks record something different about one person, it will appear here after the exchange.
conflicts-more = And { $count } more: they appear as you settle these.
conflicts-settled = { $count ->
    [one] 1 case settled
   *[other] { $count } cases settled
}
conflicts-settled-now = Case settled.
conflicts-case-desks = Two computers in one slot
conflicts-case-admitted-twice = Came in at two desks: { $where }
conflicts-case-corrected-twice = Two desks corrected the details differently. Which one is right?
conflicts-case-same-document = Two records have the same document number.
conflicts-case-certified-twice = Two certificates were issued to one person.
conflicts-case-slot-taken-twice = They joined the event without knowing of each other. At the next exchange with the passphrase one of them gets another slot.
conflicts-case-certificate = certificate no. { $number }
conflicts-choose-admitted-twice-same-person = It is the same person
conflicts-choose-admitted-twice-badge-shared = Two people used the badge
conflicts-choose-corrected-twice-keep-first = 1 is right
conflicts-choose-corrected-twice-keep-second = 2 is right
conflicts-choose-same-document-same-person = It is the same person
conflicts-choose-same-document-different-people = They are different people
conflicts-choose-certified-twice-keep-first = Keep the first, void the other
conflicts-choose-certified-twice-acknowledged = Keep both
conflicts-choose-slot-taken-twice-acknowledged = Understood
