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
skip = To the content
language = Language
theme-light = Light
theme-dark = Dark
close = Close
sort = Sort
save-figure = Save “{ $title }”
not-connected = The server does not answer. The page goes on as soon as it does.
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
map-failed = This browser cannot draw the map (no WebGL). The list beside it has everything that the map shows.
fly-to = Go to
view-all = All
zoom = Scale
zoom-in = Closer
zoom-out = Farther
legend = Legend
legend-width = Width: vehicles a day
legend-fullness = Colour: share of its capacity in use, from
legend-gauge = A full gauge: the longest queue of that place, { $vehicles } vehicles at least
legend-neutral = Colour and width appear once the scenario has been run.
borders = State borders
panel = What is on the map
out-of-season = { $title } (out of season)
tab-services = Services
both-directions = Both directions
back-to-list = Back to the list
facilities-here = { $count } facilities here
gauge-spoken = { $names }: queue { $vehicles }
queue-now = queue now
longest-mean-wait = longest mean wait
mean-wait = mean wait
per-day = a day
lanes-used = lanes used
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
to-facility = Lanes, shifts and results of this facility
open-hours = Open { $hours }, { $zone } time
closed-hours = Closed all week
season-of = { $title }: { $from } to { $to }
lanes = { $count ->
    [one] { $count } lane
   *[other] { $count } lanes
}
places = { $count ->
    [one] { $count } place
   *[other] { $count } places
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
fleet = { $count ->
    [one] { $count } vehicle
   *[other] { $count } vehicles
}
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
queue-in-week = Vehicles in the queue, hour by hour
queue-in-week-spoken = Vehicles in the queue during the week around the time shown, { $vehicles } at most

# The time under the map.
time = Time
time-of-window = Time in the window
play = Play
pause = Pause
speed = Speed
speed-per-second = { $time } a second
show-vehicles = Show vehicles of this day
vehicles-coming = Vehicles are being computed…
day-and-weekday = { $day }, { $weekday }
day-before = A day back
day-after = A day on
zone-asia-shanghai = China
zone-asia-yakutsk = Amur Oblast
zone-asia-vladivostok = Khabarovsk
zone-asia-chita = Zabaikalsk
