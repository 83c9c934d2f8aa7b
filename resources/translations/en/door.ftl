# What the desk notes besides the entry: substitutes, linked codes, photos, questions
substitute-nobody = That person is no longer on the list. Search again.
substitute-same-person = { $name } cannot stand in for themselves. Pick the person who did not come.
link-nobody = Pick the person to whom the code belongs first.
link-own-badge = That code is one of this event's badges; it needs no linking. If it is blank, register the person with it.
link-known = That code is { $name }'s already. Unlink it first, if it changed hands.
photo-unusable = That picture cannot be used as a photo. Choose a JPG or PNG file with the person's face.
question-no-wording = Write the question in Spanish.
question-no-choices = Write at least two choices, one a line.
question-too-many-choices = A question takes { $most } choices at most. Remove some.
question-too-many = An event takes { $most } questions at most. Remove one.
question-nobody = That person is no longer on the list; the answers were not kept.
question-bad-answer = That answer is none of the choices. Pick one of the list.
question-yes = Yes
question-no = No
photo-none-found = There is no JPG or PNG picture in { $file }. Choose the folder or ZIP file with the photos.
photo-bad-archive = { $file } cannot be opened as a ZIP file. Check that it is complete, or choose the folder.
