# Moving scans to the right checkpoint
moving-verb = Move scans…
moving-title = Move these scans
moving-about = If this desk stood on the wrong checkpoint, take its entries and exits to the right one here. The change is noted, and can be undone.
moving-from = They were recorded at
moving-to = They belong to
moving-day = Day
moving-since = From
moving-until = Until
moving-count = { $count ->
    [0] This desk has no scans there at those times
    [one] 1 scan of this desk
   *[other] { $count } scans of this desk
}
moving-go = Move
moving-close = Close
moving-back = Undo
moving-done = { $count ->
    [one] 1 scan moved.
   *[other] { $count } scans moved.
}
moving-undone = { $count ->
    [one] 1 scan is back where it was.
   *[other] { $count } scans are back where they were.
}
moving-choose = Choose the right checkpoint
desk-checkpoint-next = { $name }: begins soon in this room. Go to this checkpoint?
desk-checkpoint-new-day = Another day of the event has begun: { $name }. Go to this checkpoint?
desk-checkpoint-go = Go (Enter)
desk-checkpoint-stay = Stay here
desk-moved-from = moved from { $name }
