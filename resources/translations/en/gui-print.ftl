# Saving and printing
print-save-title = Save PDF
print-saved = Saved: { $file }
print-choose = Which printer?
print-default = { $printer } (default)
print-remember = Always use this printer on this computer
print-print = Print
print-cancel = Cancel
print-cancel-job = Cancel printing
print-looking = Looking for printers…
print-sending = Sending to { $printer }…
print-no-printers = This computer has no printer. Add one in the system, or save the PDF and take it on a stick.
print-preview-drawing = Preparing the preview…
print-preview-previous = Previous page
print-preview-next = Next page
print-preview-page = Page { $page } of { $pages }
