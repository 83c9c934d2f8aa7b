# The demo without a window
demo-event = Event made with { $people } invented people: { $file }
demo-badges = { $count } badges drawn: { $file }
demo-joined = { $name } joined from the stick: { $file }
demo-filming = { $day }: both desks film and check in their people, each on its own…
demo-filmed = { $day }, desk { $desk }: { $count } badges filmed in { $frames } frames; all read, every verdict right.
demo-exchanged = The two desks exchanged and are the same ({ $digest }); { $conflicts } conflicts settled.
demo-certificates = { $count } certificates issued between both desks: { $file }
demo-verified = { $count } certificates read from the PDF and verified at the other desk.
demo-lists = Lists written: { $files }
demo-taking-screenshots = Taking pictures of every page of the window…
demo-screenshots = { $count } screenshots in { $folder }
demo-not-read = Desk { $desk }: { $missed } filmed badges were not read and { $phantoms } readings were nobody's. Send the results folder to support.
demo-desks-differ = The desks are not the same after the exchange ({ $first } and { $second }). Send the results folder to support.
demo-wrong-outcome = The demo did not come out as it must ({ $what }): expected { $expected }, found { $found }. Send the results folder to support.
demo-not-verified = Certificate No. { $number } could not be verified ({ $verdict }). Send the results folder to support.
demo-no-screenshots = The screenshots could not be taken: { $said }. Run "checkin-desktop doctor" to see what is missing.
demo-design = Speakers' certificate
