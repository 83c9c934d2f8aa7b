# The dashboard: how the event goes just now.
nav-dashboard = Dashboard
dashboard-about = What the figures are about
dashboard-whole-event = The whole event
dashboard-save = Save image…
dashboard-saved = Image saved: { $file }
dashboard-none = Nothing recorded yet.
dashboard-figure-arrived = arrived, of those expected
dashboard-figure-inside = are inside now
dashboard-figure-organisations = organisations present
dashboard-figure-regions = regions present
dashboard-arrivals = Arrivals by the quarter of an hour
dashboard-peak = Busiest: { $count } from { $time }
dashboard-quarter = { $count } from { $time }
dashboard-sessions = Entrances and sessions
dashboard-inside-of = { $some } inside, capacity { $all }
dashboard-categories = By category
dashboard-regions = By region
dashboard-organisations = Organisations
dashboard-organisations-more = { $count ->
    [one] Those that most came; 1 is not listed. All are on Event.
   *[other] Those that most came; { $count } are not listed. All are on Event.
}
dashboard-desks = Desks
dashboard-desk-known = { $desk }: data until { $time }
dashboard-desk-never = { $desk }: no data yet
dashboard-desks-alone = This desk works alone.
dashboard-queue = How many desks are needed?
dashboard-queue-about = For the next rush: how many people will come, and within what time.
dashboard-queue-arrivals = People who will come
dashboard-queue-minutes = Within
dashboard-queue-wait = Longest mean wait
dashboard-queue-desks = Desks there are
dashboard-queue-as-needed = as many as needed
dashboard-unit-minutes = min
dashboard-unit-seconds = s
dashboard-queue-answer = { $desks ->
    [one] 1 desk will do: mean wait { $wait } s, busy { $busy } % of the time.
   *[other] { $desks } desks are needed: mean wait { $wait } s, busy { $busy } % of the time.
}
dashboard-queue-too-many = Not even { $desks } desks will do. Open earlier, or check delegations in all at once.
dashboard-queue-there = { $desks ->
    [one] With 1 desk: mean wait { $wait } s.
   *[other] With { $desks } desks: mean wait { $wait } s.
}
dashboard-queue-there-short = { $desks ->
    [one] With 1 desk
   *[other] With { $desks } desks
} the queue only grows: about { $people } people stand in it at the end.
dashboard-queue-letters = Desk { $number }: surnames { $span } ({ $people })
dashboard-queue-measured = Reckoned with this desk's pace: { $seconds } s a person.
dashboard-queue-usual = Reckoned with { $seconds } s a person; after more check-ins this desk's own pace is used.
dashboard-report = Report as PDF…
dashboard-full = Full
dashboard-nearly-full = { $left ->
    [one] 1 place left
   *[other] { $left } places left
}
dashboard-sessions-others = { $count ->
    [one] And one more, which is empty and not now.
   *[other] And { $count } more, which are empty and not now.
}
