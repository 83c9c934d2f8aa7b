# Importing a list
import-title = Import a list of participants
import-drop = Drop your list here, or choose it on your computer
import-drop-hint = An Excel sheet, an .ods, .csv or text file will do, just as you have it. Column headings are recognised by themselves.
import-promise = First you will see what was understood. Nothing is saved until you confirm it, and the same list can be imported again without doubling anybody.
import-choose = Choose a file…
import-choose-other = Choose another file…
import-lists = Lists
import-all-files = All files
import-reading = Reading { $file }…
import-writing = Importing { $file }…
import-progress = { $done } of { $total }
import-cancel = Cancel
import-cancelling = Cancelling…
import-file-facts = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}{ $sheets ->
    [one] {""}
   *[other] {" "}on { $sheets } sheets
}
import-columns = What each column holds
import-columns-hint = If something was not recognised, choose above the column what it holds.
import-taken-for = The column “{ $heading }” holds
import-sheets = Sheets to import:
import-sheet-shown = Sheet shown
import-no-sheet = Tick at least one sheet to import.
import-field-full-name = Full name
import-field-surnames-names = Surnames, given names
import-field-given-names = Given names
import-field-surnames = Surnames
import-field-paternal-surname = Paternal surname
import-field-maternal-surname = Maternal surname
import-field-document = Document number
import-field-document-kind = Kind of document
import-field-organisation = Organisation
import-field-region = Region
import-field-position = Position
import-field-honorific = Form of address
import-field-category = Category
import-field-email = E-mail
import-field-phone = Phone
import-field-note = Note for the desk
import-field-own-code = Own code
import-field-consent = Consent
import-field-extra = Additional detail
import-field-ignore = Do not import
import-categories = Everybody's category
import-categories-hint = What the list says, and what it is at the event.
import-categories-more = The most frequent ones are shown; { $more } more values stay as they were recognised.
import-value = In the list
import-category = Category
import-category-of = Category of “{ $value }”
import-summary = { $people ->
    [one] 1 person
   *[other] { $people } people
}: { $new } new, { $updated } updated, { $unchanged } unchanged
import-summary-nothing = { $people ->
    [one] The person on the list is at the event already, unchanged.
   *[other] All { $people } people on the list are at the event already, unchanged.
}
import-rows-refused = { $count ->
    [one] 1 row stays out
   *[other] { $count } rows stay out
}
import-values-left-out = { $count ->
    [one] 1 value is left out
   *[other] { $count } values are left out
}
import-rows-repeated = { $count ->
    [one] 1 row repeats somebody and is joined to their first row
   *[other] { $count } rows repeat somebody and are joined to their first row
}
import-no-problems = No problems were found.
import-looking = Looking it over again…
import-start = { $people ->
    [0] Import
    [one] Import 1 person
   *[other] Import { $people } people
}
import-problems = Problems of the list
import-problems-hint = Everything else comes in. Put these rows right in your list and import it again: nobody is doubled.
import-problems-first = The first { $shown } are shown; save the list to see them all. Everything else comes in.
import-problems-save = Save the problems…
import-problems-saved = Saved: { $file }
import-problems-file = Problems of { $file }
import-problem-outcome = What happens
import-problem-sheet = Sheet
import-problem-row = Row
import-problem-column = Column
import-problem-value = Says
import-problem-reason = Why
import-row-refused = The row stays out
import-value-left-out = Only the value is left out
import-done = { $people ->
    [one] 1 person was imported
   *[other] { $people } people were imported
}
import-done-whole = The whole list came in.
import-done-problems = What did not come in is below. Put it right in your list and import it again, or register those people at the desk.
import-next-badges = Prepare badges
import-next-desk = Go to the desk
import-next-other = Import another list…
