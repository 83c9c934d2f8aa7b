# Templates: what their services answer
template-gone = That design is not there any more: it was removed at this desk or another. Choose another one from the list.
template-no-name = Give the design a name to save it.
template-too-large = The design has too much text. Shorten the texts and save it again.
template-malformed = The design's file is damaged or was written by hand with a mistake ({ $where }). Correct it or export it again.
template-image-missing = “{ $name }” lacks a picture that has not reached this desk yet. Exchange with the desk where it was made, or put the picture in again.
template-not-a-picture = That file is neither a PDF nor a PNG, JPEG or SVG picture. Choose another one.
template-picture-too-large = The picture or PDF is larger than { $most } MB. Make it smaller and try again.
template-other-use = “{ $name }” is for another kind of document. Choose a design made for this one.
template-has-faults = “{ $name }” still has warnings to correct. Open it, correct them and choose it afterwards.
template-newer = The design was made with a newer version of the program. Update this program and try again.
template-zip-too-large = The file is larger than { $most } MB: no design is that large. Ask for it to be exported again.
template-zip-without = That file is no design: it holds no template.json. Choose a .zip exported from “Designs”.
template-zip-damaged = The file is damaged or is no .zip. Ask for it to be sent again.
template-zip-lacks = { $count ->
    [one] The file lacks a picture that the design uses. Export it again at the desk where it was made.
   *[other] The file lacks { $count } pictures that the design uses. Export it again at the desk where it was made.
}
template-zip-too-many = The .zip holds more than { $most } files: no design brings that many. Nothing was opened.
template-zip-twice = “{ $file }” is in the .zip twice. Nothing was opened; ask for it to be exported again.
template-zip-bomb = The .zip would grow too far when opened. Nothing was opened: it may be made to do harm.
template-zip-link = “{ $file }” is no ordinary file inside the .zip. Nothing was opened.
template-zip-encrypted = The .zip is protected by a password. Export it again from “Designs”, without one.
template-zip-name = The .zip holds “{ $file }”, which is no part of a design. Nothing was opened.
template-zip-file-too-large = Inside the .zip, “{ $file }” is too large for a design. Make that picture smaller and export it again.
template-pdf-size = The page of the PDF “{ $file }” is smaller than 1 cm or larger than 120 cm. Save it as A4 or Letter.
