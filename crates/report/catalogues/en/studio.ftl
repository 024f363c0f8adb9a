# The pages of `portway serve`.

# The frame.
navigation = Pages
nav-map = Map
nav-facilities = Facilities
nav-results = Results
nav-scenarios = Scenarios
nav-evidence = Evidence
nav-programme = Programme
nav-text = Text
nav-studies = Studies
nav-facility = Facility
nav-more = More
nav-missing = There is no such page
page-missing = The address names the page “{ $page }”, which the studio does not have.
page-missing-back = To the map
page-failed = This page cannot be shown: what it was given is damaged.
page-again = Try again
skip = To the content
language = Language
theme-light = Light
theme-dark = Dark
close = Close
sort = Sort
save-figure = Save “{ $title }”
not-connected = The server does not answer. The page goes on as soon as it does.
scenarios-alone = On their own
scenario-own = { $own } of its own, { $inherited } inherited
folder-errors = { $count ->
    [one] The folder has { $count } mistake, so nothing can be run.
   *[other] The folder has { $count } mistakes, so nothing can be run.
}
folder-errors-mend = Mend it in the text
studies-active = { $count ->
    [0] Studies: none is running
    [one] Studies: { $count } is running or waiting
   *[other] Studies: { $count } are running or waiting
}
studies-percent = { $percent } %
study-news = { $state ->
    [queued] { $title }: waits for its turn
    [running] { $title }: { $percent } % done
    [finished] { $title }: finished
    [failed] { $title }: failed
   *[cancelled] { $title }: cancelled
}

# The map.
map-title = Map of the corridor
map-sources = Map: © OpenStreetMap contributors (ODbL), Natural Earth
map-licences = Licences
map-failed = This browser cannot draw the map (no WebGL). The list beside it has everything that the map shows.
map-coming = The map is being drawn…
fly-to = Go to
view-all = All
zoom = Scale
zoom-in = Zoom in
zoom-out = Zoom out
legend = Legend
legend-width = Width: flow a day
legend-fullness = Colour: share of its capacity in use, from
legend-gauge = Gauge of a place: its queue now. Full is the longest queue it has in this run, { $number } at least
legend-neutral = Colour and width appear once the scenario has been run.
legend-moving = On the way
legend-waiting = Waiting, in rows beside its place
legend-served = Being served
legend-more = More facilities at the same place
borders = State borders
panel = What is on the map
out-of-season = { $title } (out of season)
tab-services = Services
both-directions = Both directions
back-to-list = Back to the list
facilities-here = { $count } facilities here
gauge-spoken = { $names }: queue { $number } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
}
place-gone = This scenario has no place “{ $name }”.
queue-now = queue now
longest-mean-wait = mean wait at its slowest stage
mean-wait = mean wait
per-day = { $who ->
    [people] people a day
    [mixed] a day
   *[vehicles] vehicles a day
}
lanes-used = { $who ->
    [people] desks used
   *[vehicles] lanes used
}
way-used = use
link = link
nobody-came = Nobody came here in this run.
a-day-cross = { $who ->
    [people] people
   *[vehicles] vehicles
} a day cross the border
not-run-yet = This scenario has not been run yet.
run-working = The run is under way.
run = Run
to-facility = Stages, shifts and results of this facility
open-hours = Open { $hours }, { $zone } time
closed-hours = Closed all week
season-of = { $title }: { $from } to { $to }
lanes = { $who ->
    [people] { $count ->
        [one] { $count } desk
       *[other] { $count } desks
    }
   *[vehicles] { $count ->
        [one] { $count } lane
       *[other] { $count } lanes
    }
}
places = { $who ->
    [people] { $count ->
        [one] room for { $count } person
       *[other] room for { $count } people
    }
   *[vehicles] { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
}
inputs-count = { $count ->
    [one] { $count } input
   *[other] { $count } inputs
}
without-evidence = no evidence
between = { $from } – { $to }
travel-time = { $time } of travel
link-room = room for { $vehicles } vehicles
link-flow = at most { $vehicles } vehicles an hour
fleet = fleet of { $count }
seats = { $count } seats
departures-timetable = departs by timetable
departures-every = departs at an interval
departures-when-full = departs when full
mode-road = Road
mode-rail = Rail
mode-water = Waterway
mode-air = Air
mode-cable = Cableway
mode-ice = Over the ice
queue-in-week = { $who ->
    [people] People in the queue, hour by hour
    [mixed] Queue, hour by hour
   *[vehicles] Vehicles in the queue, hour by hour
}
queue-in-week-spoken = Queue during the week around the time shown, { $number } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} at most

# What a scenario changes, on the map.
differs-tab = Changes
differs-title = What this scenario changes
differs-new = new
differs-added-here = This scenario adds this place
differs-from = from { $day }
differs-against = against
differs-alike = the same in both:
differs-folder = against the folder without any scenario
differs-days = Other days: { $own } instead of { $other }
differs-off-map = Without a place on the map
differs-everywhere = Everywhere in the corridor
differs-none = No input differs.
differs-added = { $count ->
    [one] Added: { $count } place
   *[other] Added: { $count } places
}
differs-gone = { $count ->
    [one] Not in this scenario: { $count } place
   *[other] Not in this scenario: { $count } places
}

# The time under the map.
time = Time
time-of-window = Time in the window
play = Play
pause = Pause
speed = Speed
speed-per-second = { $time } a second
show-vehicles = Show the traffic of this day
vehicles-coming = The traffic of this day is being computed…
vehicles-unread = The traffic of this day cannot be read.
vehicles-shown = Vehicles
vehicles-repeated = This day, repeated
day-and-weekday = { $day }, { $weekday }
day-before = A day back
day-after = A day on
scale-km = { $number } km
scale-m = { $number } m
holds-back = What holds it back?
queue-here = queue now { $number }
zone-asia-shanghai = China
zone-asia-yakutsk = Amur Oblast
zone-asia-vladivostok = Khabarovsk
zone-asia-chita = Zabaikalsk
