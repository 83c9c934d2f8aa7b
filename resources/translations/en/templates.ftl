# Templates: what their services answer
template-gone = That design is not there any more: it was removed at this desk or another. Choose another one from the list.
template-no-name = Give the design a name to save it.
template-too-large = The design has too much text. Shorten the texts and save it again.
template-malformed = The design's file is damaged or was written by hand with a mistake ({ $where }). Correct it or export it again.
template-image-missing = “{ $name }” lacks a picture that has not reached this desk yet. Exchange with the desk where it was made, or put the picture in again.
template-not-a-picture = That file is neither a PDF nor a PNG or JPEG picture. Choose another one.
template-picture-too-large = The picture or PDF is larger than { $most } MB. Make it smaller and try again.
template-other-use = “{ $name }” is for another kind of document. Choose a design made for this one.
template-has-faults = “{ $name }” still has warnings to correct. Open it, correct them and choose it afterwards.
