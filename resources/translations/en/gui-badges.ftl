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
badges-sheet = How they are printed
badges-design = Design
badges-design-by-category = Each category's own
badges-layout = Sheet or label
badges-layout-a4 = A4 to be cut
badges-layout-letter = Letter to be cut
badges-layout-single = Label, one a page
badges-layout-labels = { $product }: { $count } of { $size } mm
badges-start = Start at position
badges-turned = Turn (landscape)
badges-bilingual = Spanish and English
badges-print = Print
badges-save = Save PDF…
badges-test-label = Test label
badges-paper = { $paper } sheets with cut marks. Print at 100 %, without “fit to page”.
badges-paper-letter = Letter
badges-paper-labels = If the sheet was begun already, say the first free position. Print at 100 %, without “fit to page”.
badges-paper-single = Each page is as large as the badge: { $width } × { $height } mm. Put labels of that size into the printer.
badges-some-printed = { $count ->
    [one] One of these badges was printed already
   *[other] { $count } of these badges were printed already
}
badges-some-printed-text = They will come out again with the same code. To print only the missing ones choose “For those whose badge is not printed yet”.
badges-some-printed-yes = Print all
badges-before = QR codes to send
badges-history = Badges printed
badges-history-count = { $count ->
    [0] None was printed yet.
    [one] 1 print
   *[other] { $count } prints, the newest first
}
badges-history-save = Save as Excel…
badges-history-not-you = Ask a supervisor for it.
badges-codes-about = A PNG picture of the QR code of everybody ticked (of all, if nobody is), to be sent before the event with a mail program of your own. The list says whose each picture is. To send them from here use “Mail”.
badges-codes-names = Name of each picture:
badges-codes-names-document = Document
badges-codes-names-own_code = Own code
badges-codes-names-name = Surnames and given names
badges-codes-zip = Save in a ZIP…
badges-codes-folder = Save in a folder…
badges-codes-merge = List for a mail merge…
badges-codes-file-zip = QR codes
badges-codes-file-xlsx = Mailing list
badges-codes-saved = { $count ->
    [one] Saved: 1 person in { $file }
   *[other] Saved: { $count } people in { $file }
}
badges-codes-stopped = Stopped. The ZIP was not saved; in a folder the pictures written so far remain.
badges-group-again-title = Badges printed already: { $name }
badges-group-again-text = { $count ->
    [one] The badge was printed already. Another one like it, with the same code, will be printed.
   *[other] The { $count } badges were printed already. They will be printed again, with the same codes.
}
