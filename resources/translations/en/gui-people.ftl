# People
people-search = Search by name, document or organisation
people-filter-category = Category
people-filter-all-categories = All categories
people-filter-standing = Status
people-standing-everybody = Everybody
people-standing-not_arrived = Not arrived yet
people-standing-arrived = Arrived
people-standing-withdrawn = Withdrawn
people-new = Register a person
people-list = List of people
people-column-name = Surnames, names
people-column-document = Document
people-column-organisation = Organisation
people-column-region = Region
people-column-category = Category
people-column-arrived = Arrived
people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-count-arrived = { $count } arrived ({ $checkpoint })
people-more = the { $most } closest are shown; type more letters
people-none-found = Nobody on the list matches “{ $typed }”.
people-none-so = Nobody fits that filter.
people-nobody = There is nobody yet. Import the list of participants, or register the first person.
people-register-typed = Register “{ $typed }”
people-import = Import a list
people-card-empty = Choose a person from the list to see the details.
people-withdrawn = Withdrawn
people-withdrawn-long = Registration withdrawn: may not enter.
people-print-badge = Print badge
people-edit = Correct details
people-certificate = Certificate
people-lost = Badge lost or stolen…
people-withdraw = Withdraw…
people-reinstate = Reinstate…
people-field-given-names = Given names
people-field-surnames = Surnames
people-field-kind = Kind of document
people-field-document = Document
people-field-organisation = Organisation
people-field-region = Region
people-field-position = Position
people-field-honorific = Honorific
people-field-category = Category
people-field-email = E-mail
people-field-phone = Phone
people-field-own-code = Own code
people-field-consent = Consents to use of data
people-field-badge = Badge
people-field-arrivals = Arrivals
people-field-blank-badge = Blank badge (optional)
people-yes = Yes
people-no = No
people-no-arrivals = Not arrived yet
people-badge-none = No valid badge
people-badge-blank = Assigned (printed blank)
people-badge-unprinted = Not printed yet
people-badge-renewed = New code, not printed yet
people-badge-printed = { $times ->
    [one] Printed once
   *[other] Printed { $times } times
}
people-badge-of = Badge of { $name }
people-badge-file = Badge
people-back = Back to the list
people-cancel = Cancel
people-form-new = Register a person
people-form-edit = Correct details
people-form-register = Register
people-form-save = Save
people-form-and-print = Register and print badge
people-form-save-and-print = Save and print badge
people-form-and-admit = Register and check in
people-form-no-kind = Not given
people-form-badge-how = Scan a blank badge to hand it over
people-form-badge-good = Blank badge ready: it will be this person's.
people-form-bad-dni = A DNI has 8 digits.
people-form-known = Already belongs to { $name }.
people-form-owner = Document { $document } is on the list already, under the name of { $name }.
people-form-open-owner = Open that person
people-registered = { $name } is on the list now.
people-corrected = Details of { $name } saved.
people-badge-revoked = The old badge is no longer valid. Print the new one or assign a blank one.
people-withdrawn-done = Registration withdrawn.
people-reinstated-done = Registration reinstated.
people-ask-lost = Revoke the badge of { $name }?
people-ask-lost-text = Whoever shows it will not be let in, and the desk will see whose it was. The person gets a badge with a new code.
people-ask-lost-yes = Revoke badge
people-ask-withdraw = Withdraw { $name }?
people-ask-withdraw-text = The person may not enter and is left off the paper list. What was recorded is kept, and you can reinstate the person later.
people-ask-withdraw-yes = Withdraw
people-ask-reinstate = Reinstate { $name }?
people-ask-reinstate-text = The person may enter again with the badge.
people-ask-reinstate-yes = Reinstate
people-discard = Leave without saving?
people-discard-text = What was typed into the form will be lost.
people-discard-yes = Leave without saving
people-discard-no = Go on typing
people-field-note = Note for the desk (never printed)
people-form-instead = Attends on behalf of { $name }
people-form-instead-other = Pick another person…
people-form-instead-text = Pick the person who did not come: absent as before, but the institution counts as present.
people-photo = Photo…
people-photo-other = Change the photo…
people-photo-off = Take the photo off
people-photo-kept = Photo kept.
people-photo-gone = Photo taken off.
people-photos = Photos…
people-photos-how = Many photos at once, each file named by document number or own code
people-photos-folder = From a folder…
people-photos-zip = From a ZIP file…
people-photos-reading = Reading the photos…
people-photos-attached = { $count ->
    [one] One person has their photo now.
   *[other] { $count } people have their photo now.
}
people-photos-nobodys = { $count ->
    [one] One photo is nobody's on the list: { $names }
   *[other] { $count } photos are nobody's on the list: { $names }
}
