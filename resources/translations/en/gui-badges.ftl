# Badges
badges-title = Badges
badges-counts = { $printed } printed · { $unprinted } not printed
badges-everybody = For all participants
badges-unprinted = For those whose badge is not printed yet
badges-chosen = For the people you tick
badges-blank = Blank, to register people at the desk
badges-search = Name, document or organisation
badges-every-organisation = All organisations
badges-every-category = All categories
badges-organisation = Organisation
badges-category = Category
badges-people = People
badges-column-name = Name
badges-column-organisation = Organisation
badges-column-category = Category
badges-column-badge = Badge
badges-printed = { $count ->
    [one] Printed
   *[other] Printed { $count } times
}
badges-not-printed = Not printed
badges-ticked = { $ticked } ticked · { $shown } in the list
badges-tick-shown = Tick these
badges-untick-shown = Untick these
badges-nobody-yet = There are no participants yet. Import the list, and you can print their badges here. You can also prepare blank badges.
badges-import = Import a list…
badges-blank-how-many = How many blank badges:
badges-blank-hint = Each one has its own code. When registering somebody at the desk, scan a blank badge: from then on it is theirs. Up to { $most } at a time.
badges-sheet = How the first sheet will look
badges-per-sheet = { $count } a sheet
badges-count = { $count ->
    [0] No badges
    [one] 1 badge on 1 sheet
   *[other] { $count } badges on { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }
}
badges-count-blank = { $count ->
    [one] 1 blank badge
   *[other] { $count } blank badges
} on { $sheets ->
    [one] 1 sheet
   *[other] { $sheets } sheets
}
badges-paper = A4 sheets with cut marks. Print at 100 %, without “fit to page”.
badges-print = Print
badges-save = Save PDF…
badges-cancel = Cancel
badges-drawing = Preparing { $done } of { $total }
badges-file = Badges
badges-file-blank = Blank badges
badges-all-printed = All badges are printed. Choose “For all participants”, or tick whoever needs another one.
badges-nobody-ticked = Tick in the list who needs a badge.
badges-came-out-well = { $count ->
    [one] Did the badge come out well?
   *[other] Did the { $count } badges come out well?
}
badges-mark = Yes, note them as printed
badges-mark-not-yet = Not yet
badges-marked = { $count ->
    [one] 1 badge noted as printed
   *[other] { $count } badges noted as printed
}
