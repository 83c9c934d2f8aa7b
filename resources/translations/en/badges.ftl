# Sheets, labels and codes of badges
badges-no-such-sheet = There is no sheet “{ $name }”. There are: { $known }.
badges-too-large-for-sheet = The badge measures { $width } × { $height } mm and does not fit on that sheet ({ $room } mm). Choose another sheet or another design.
badges-merge-code = Code
badges-merge-image = QR picture
