# How far this desk is up to date with the others
fresh-today = no data from { $desk } since { $time }
fresh-day = no data from { $desk } since { $day }, { $time }
fresh-never = no data from { $desk } at all yet
fresh-and-more = { $count ->
    [one] and one more desk
   *[other] and { $count } more desks
}
fresh-only-here = { $count ->
    [one] 1 entry only on this computer
   *[other] { $count } entries only on this computer
}
network-looking = Looking for { $hub }…
network-connected = Connected to { $hub } · { $ago }
network-never = No connection to { $hub }; trying again at { $again }
network-silent = No connection to { $hub } since { $since }; trying again at { $again }
network-since-today = { $time }
network-since-day = { $day }, { $time }
network-ago-seconds = { $count ->
    [0] now
   *[other] { $count } s ago
}
network-ago-minutes = { $count } min ago
network-to-send = to send: { $count }
network-sharing = Sharing with other desks
fresh-only-here-more = They are saved on this computer's disk and nowhere else yet. Exchange by USB stick or network so that they do not depend on it.
stick-offered = The event's USB stick is plugged in ({ $name }). An exchange brings the desks up to date.
stick-offered-go = Exchange
stick-offered-not-now = Not now
stick-working = USB stick: exchanging…
stick-kept = USB stick up to date, { $time }
stick-kept-more = It is brought up to date by itself every two minutes while it stays plugged in. You may eject it whenever you like: nothing is lost.
stick-pulled = USB stick taken out; last exchange at { $time }
stick-pulled-more = When it is plugged in again, it is brought up to date by itself.
stick-failed = The USB stick could not be used
