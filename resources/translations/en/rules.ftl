# The organiser's rules in words
rules-everybody = Everybody
rules-everywhere = At the whole event
rules-always = Always
rules-gone = (checkpoint taken away)
rules-between = from { $since } to { $until }
rules-since = from { $since }
rules-until = until { $until }
rules-often-always = As often as they like
rules-often-once = Once
rules-often-once-a-day = Once a day
rules-often-never = Never
rules-allow = Comes in
rules-refuse = Does not come in
rules-refuse-saying = Does not come in: “{ $words }”
rules-and-more = { $shown } and { $more } more
rules-decided-by = rule { $number } decides
rules-often-times = { $times ->
    [one] 1 time
   *[other] { $times } times
}
