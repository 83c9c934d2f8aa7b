# A programme that comes as a spreadsheet
programme-no-sessions = No programme found in { $file }. The first row must say what each column holds: day, start, end, title, room…
programme-too-many = { $file } holds more than { $most } sessions: split it into several files.
programme-problem-no-title = The title is missing. Add it to the list and import it again.
programme-problem-bad-day = “{ $value }” is not a day of the event. Correct it in the list, or add the day in “Details”, “Change days…”, and import it again.
programme-problem-bad-time = The time “{ $value }” is not understood and was left empty. Write it as 09:30.
programme-problem-ends-early = “{ $value }”: the session would end before it starts; its end was left empty.
programme-problem-bad-capacity = The capacity “{ $value }” is no number of people and was left empty.
programme-problem-twice = “{ $value }” stands in the list already with the same day, time and room; it was taken once.
programme-spreadsheets = Spreadsheets
programme-import-title = Import the programme
programme-import-about = { $new ->
    [one] 1 new session
   *[other] { $new } new sessions
}, { $updated } with changes and { $unchanged } unchanged. Nothing is taken away: what the list does not name stays.
programme-import-change = Change
programme-import-new = New
programme-import-updated = Changes
programme-import-unchanged = Same
programme-import-problems = To be corrected in the list: { $count }
programme-import-go = Import
