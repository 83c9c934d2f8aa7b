# Paper list
paper-before = Before the event
paper-list-title = Paper list
paper-list-about = Print it before the event and keep it on every desk: if the power goes, tick who arrives and note the time.
paper-list-count = { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
paper-look = See the first page
paper-list-long = The list is long ({ $people } people): it is drawn when you print or save it. “See the first page” shows it before.
paper-list-reading = Reading the list…
paper-list-drawing = Page { $done } of { $total }
paper-list-stop = Stop
paper-list-stopped = Stopped: the list was neither printed nor saved.
paper-print = Print list
paper-file = Paper list
paper-nobody = There is nobody on the list yet. Import the list of participants first.
paper-enter-title = Enter what was ticked on paper
paper-enter-about = When the power is back, copy the ticks of the list here with the time at which people came in: letters and Enter, or the scanner on each line's code.
paper-checkpoint = Checkpoint
paper-day = Date
paper-time = Time
paper-search = Name or document, then Enter
paper-hits = People who match
paper-how = Type a few letters and press Enter: the person is ticked and the field is ready for the next one.
paper-no-hits = Nobody matches. Check the letters, or register the person under “People”.
paper-withdrawn = withdrawn
paper-arrived = came in at { $time } already
paper-ticked = People ticked
paper-ticked-count = { $count ->
    [0] Nobody ticked yet
    [one] 1 person ticked
   *[other] { $count } people ticked
}
paper-ticked-already = { $name } is ticked already.
paper-remove = Remove
paper-remove-key = Remove the person chosen (Del)
paper-enter = { $count ->
    [0] Enter arrivals
    [one] Enter 1 arrival
   *[other] Enter { $count } arrivals
}
paper-other-day = That date is not the one of “{ $checkpoint }”: nobody will be admitted. Check the date or choose another checkpoint.
paper-future = By this computer's clock that time has not come yet. Check it before entering.
paper-count-in = { $count } entered
paper-count-already = { $count ->
    [one] 1 was in already
   *[other] { $count } were in already
}
paper-count-refused = { $count } could not enter
paper-results = Outcome for each person
paper-unknown = Person no longer on the list
paper-undo = Undo all
paper-more = Enter more
paper-undone = { $count ->
    [one] 1 arrival undone. The tick is still here to be corrected.
   *[other] { $count } arrivals undone. The ticks are still here to be corrected.
}
paper-undo-reason = What was entered from paper was wrong
paper-scan-nobody = That code is not one person's on the list. Type the name or the document.
paper-desk = Desk where it was ticked
desk-from-paper = from paper
desk-from-paper-of = from the paper of { $desk }
