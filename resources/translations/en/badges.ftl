# Sheets, labels and codes of badges
badges-no-such-sheet = There is no sheet “{ $name }”. There are: { $known }.
badges-too-large-for-sheet = The badge measures { $width } × { $height } mm and does not fit on that sheet ({ $room } mm). Choose another sheet or another design.
badges-merge-code = Code
badges-merge-image = QR picture
badges-print-line = { $day } { $time } · { $station }{ $operator ->
    [none] { "" }
   *[other] { " · " }{ $operator }
}{ $printer ->
    [none] { "" }
   *[other] { " · " }{ $printer }
}
badges-again-title = Print another badge for { $name }?
badges-again-text = { $count ->
    [one] It was printed once already:
   *[other] It was printed { $count } times already, the last time:
} { $last }. The new one has the same code. If it was lost or stolen, use “Lost badge”, which revokes the old one.
badges-again-yes = Print another
badges-again-no = Don't print
badges-background-no-printer = { $name }'s badge was not printed: choose the badge printer in the settings.
badges-background-failed = { $name }'s badge was not printed. { $reason } The check-in was noted. F8 prints it again.
badges-background-trouble = { $printer }: { $trouble }. { $name }'s badge waits at the printer.
