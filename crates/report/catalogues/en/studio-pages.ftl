# The pages of `portway serve` beside the map: results, studies, facilities, scenarios, evidence, programme, text.

# Pictures.
chart-zoom = Part of the axis that is shown
chart-all = All
chart-left = Earlier
chart-right = Later
hour = hour
unit = unit
value = value
unit-whom = { $who ->
    [people] people
   *[mixed] people and vehicles
}
unit-whom-per-day = { $who ->
    [people] people/day
   *[mixed] people and vehicles/day
}
whole-corridor = whole corridor
search = Search
loading = Loading…
cancel = Cancel
copy = Copy
copied = Copied
rows-found = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
rows-cut = The first { $shown } of { $all } rows; search for the others.

# Results.
week-worst = { $worst } ({ $direction })
week-lead = Weekdays and hours in { $zone } time.
queues-none = Hardly anybody queues
queues-title = The longest mean queue is { $number } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
}: { $place }
queues-lead = Mean queue in each hour of the window, over all replications. The time axis is that of crossings by day above.
queues-alt = Queue hour by hour: { $place }
queues-add = Show another place
queues-remove = Hide { $place }
spread-within = Through within { $hours } h
staircase-cost = Cost along the way
staircase-time = Time
staircase-money = Cost
staircase-lead = What has been spent since the first place of the route, over kilometres; means of all vehicles that left. Slopes are driving, steps are places where vehicles are served or wait.
flow-largest = Largest sustained flow, { $unit }
flow-directions = What one direction costs the other, { $unit }
flow-classes = What passenger traffic costs freight, { $unit }
compare-title = What changes, in percent of A
compare-lead = B minus A, each vehicle meeting the same chances in both; lines are 95 % intervals. Pale: no change seen.
compare-of = of
compare-main = The main numbers
compare-in = in { $side ->
    [a] A
    [b] B
   *[both] A and B
}: { $text }
compare-queue-gone = The queue that grows without end in A no longer does in B: { $places }.
compare-queue-come = In B a queue grows without end, which it does not in A: { $places }.
compare-all = { $changed } of { $all } measures changed
compare-only-changed = Only what changed
compare-everything = Everything
sensitivity-mu = mean effect
programme-months = { $late ->
    [early] { $months } months early
   *[late] { $months } months late
}
programme-chance = on time { $percent } %
results-none = { $scenario } has no results yet. What do you want to know?
answer-unread = The answer of this study cannot be read. Run it again.
report-printed = Report for printing
files = Files
command = Command line that does the same

# Studies.
kind-run = Run
kind-compare = Comparison
kind-bottleneck = Bottleneck
kind-capacity = Capacity
kind-sensitivity = Sensitivity
kind-programme = Programme
kind-animate = Traffic on the map
study-pair = { $b } against { $a }
study-tried = { $scenario } ({ $values })
day-and-time = { $day }, { $time }
study-choose = Another study
study-progress = Progress
study-queued = { $count ->
    [0] begins at once
    [one] waits, { $count } before it
   *[other] waits, { $count } before it
}
study-left = { $time } left
study-took = took { $time }
study-done = Asked for
seconds = { $number } s
study-gone = This study is no longer there.
study-stale = The model has changed since.
study-stale-long = The model has changed since this was computed: what the folder says now may give another answer.
study-fresh = as it is now
study-failed = This study failed.
study-cancelled = This study was cancelled.
study-on-map = Watch the traffic on the map
run-again = Run it again
ask-what = What do you want to know?
ask-run = What crosses, how long it takes, where the queues are
ask-bottleneck = What holds it back, and what one more unit buys
ask-capacity = The largest flow that keeps the service standard
ask-sensitivity = Which uncertain inputs decide the answer (some minutes)
ask-programme = When agreed projects may open
ask-more = Dates, replications, seed
ask-from = From
ask-to = To
studies-none = Nothing has been computed yet.
studies-lead = Studies run one after another, each on all processors. What is finished stays here until it is removed.
studies-waiting = Running and waiting
studies-finished = Finished
studies-remove = Remove
studies-remove-sure = Remove “{ $title }” and its files?
studies-all = All kinds

# Facilities.
facility-gone = This scenario has no facility “{ $name }”.
stages-count = { $count ->
    [one] { $count } stage
   *[other] { $count } stages
}
stages-of-facility = Stages of this facility
longest-wait-at = Longest mean wait: { $stage }, { $wait }
most-used = Busiest: { $stage }, { $percent } % in use
flow-of = The stages in the order of travel, { $direction }
lanes-unlimited = { $who ->
    [people] desks
   *[vehicles] lanes
} without limit
nobody-passes = nobody comes here
use-is = used { $percent }
blocked-is = blocked { $percent }
passes-a-day = { $number } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day
room = room
room-for = room for { $number } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} before it
stage-kind-control = control
stage-kind-holding = holding lot
stage-kind-appointments = electronic queue
hours-shared = Opening hours: { $title }, { $zone } time
time-in-zone = { $time } { $zone } time
local-time = local time: { $zone }
means-of-window = Means
means-short = over all days of the run
results-of-run = All results of this run
edit-hint = Choose a stage in the picture and change one of its numbers. “Try it” compares the scenario with the change, and nothing is written until you keep it.
input-own = this scenario
input-of-scenario = The scenario changes this value
input-before = was { $value }
input-unfounded = changed by you, no evidence yet
input-later = from { $day }: { $value }
undo = Undo
undo-all = Undo all
undo-conflict = Not undone: somebody has changed { $file } since it was written. What was written stays; change it back by hand in the text.
draft = Changes that are tried
draft-count = { $count ->
    [one] { $count } change, not written
   *[other] { $count } changes, not written
}
try-it = Try it
keep-it = Keep it
tried = What the changes bring
tried-more = All differences
checking = Checking…
checked = Can be run
checked-again = Try again
checked-late = The server took too long to answer.
checked-unreached = The server does not answer.
keep-where = Where to write it
keep-here = In this scenario itself, “{ $scenario }”, whose values are then written over
keep-new = As a new scenario based on “{ $scenario }”, which stays as it is
kept-in = Written into “{ $scenario }”.
kept-open = Open it
kept-run = Run it
kept-compare = Compare with the base
write = Write
diff = Difference of texts
diff-lead = What changes in { $file }:
diff-added = added: 
diff-gone = removed: 
scenario-name = Name in the folder: a–z, 0–9, -
scenario-name-made = Its name in the folder:
scenario-name-own = Choose another
scenario-name-wrong = Lower-case letters a–z, digits and hyphens, 60 at most; it begins with a letter or a digit.
scenario-name-taken = Another scenario has this name.
scenario-title = Title
scenario-title-none = A scenario needs a title.
scenario-title-taken = Another scenario has this title.
scenario-with = { $scenario } – { $changes }

# Text.
files-of-folder = Files of the folder
text-new = New file
text-name = Name of the file
text-save = Save
text-saved = Saved
text-unsaved = Not saved
text-drop = Discard changes
text-even-so = Save even so
text-moved = This file has changed on disk since you began. Saving will show both texts.
text-errors = { $count ->
    [one] { $count } mistake: nothing can be run
   *[other] { $count } mistakes: nothing can be run
}
text-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
text-sound = The folder has no mistakes
error = error
bytes = { $number } KB
search-before = Previous match
search-after = Next match
search-found = { $count ->
    [0] not found
    [one] { $count } match
   *[other] { $count } matches
}
conflict = { $file } was changed by somebody else
conflict-lead = Since you began to write, the file on disk has become another. Nothing is lost: choose which text is kept, or go on writing over the new one.
conflict-disk = On disk
conflict-mine = Yours
conflict-keep = Keep mine
conflict-take = Take the one on disk
conflict-edit = Go on writing

# Scenarios.
scenarios-lead = Choose two or more to see them beside each other.
scenario-choose = Put “{ $scenario }” beside others
scenario-base = based on { $scenario }
scenario-changes = { $count ->
    [0] changes nothing
    [one] { $count } change
   *[other] { $count } changes
}
scenario-copy = Copy of “{ $scenario }”
scenario-copy-short = Copy
scenario-edit = Text of “{ $scenario }”
scenario-edit-short = Edit
scenario-edit-lead = Title, base, days and values as the folder has them:
scenario-no-text = The text of this scenario was not found in { $file }.
scenario-remove = Delete
scenario-remove-sure = Delete “{ $scenario }” from { $file }? Its finished studies stay.
scenario-is-base = It is the base of { $scenarios }.
scenario-on-map = What it changes, on the map
scenario-studies = Studies of this scenario
scenario-as-list = By element
scenario-as-text = As text
scenario-values = Try other values
scenario-values-lead = Those that the scenario changes; search for any other input.
scenario-find = Find an input
beside = Beside each other
beside-run = { $count ->
    [one] Compute the comparison
   *[other] Compute { $count } comparisons
}
beside-on-map = Changes against A, on the map
beside-none-in-a = no value in A
beside-values = Values that differ
beside-lead = A as simulated, the others as differences from A with their 95 % intervals. Underlined: not as in A.

# Evidence and programme.
evidence-answer = { $assumption } of { $all } inputs are assumptions.
evidence-answer-matter = { $assumption } of { $all } inputs are assumptions; { $deciding ->
    [0] none of them decides an answer.
    [one] { $deciding } of them decides an answer.
   *[other] { $deciding } of them decide an answer.
}
evidence-ask = Which of them matter has not been found out for this scenario.
evidence-find-out = Find out what matters (some minutes)
evidence-all-effects = What each of them moves
evidence-by-weight = By their part of the variance
evidence-part = Part of the model
evidence-parts = All parts
note = note
programme-no-chances = When the projects may really open has not been computed.
programme-compute = Compute the chances
programme-none = This corridor has no agreed projects.

# Inputs: what elements and their keys are called. What no message names stays as the folder writes it.
element-air = emissions
element-calendar = opening hours
element-choice = choice of way
element-commodity = commodity
element-corridor = corridor
element-direction = direction
element-event = event
element-incident = incident
element-limit = limit
element-line = line
element-money = prices
element-node = place
element-profile = profile of demand
element-project = project
element-route = route
element-season = season
element-water = water gauge
element-yearly = day of the year
key-alighting = alighting
key-alternating = alternating working
key-at = place
key-at-most = at most
key-back = direction back
key-balk-at = queue that turns arrivals away
key-batch = vehicles that come together
key-bcp = border crossing point
key-boarding = boarding
key-border = crosses the border
key-capacity = capacity
key-cargo = cargo
key-choice = choice of way
key-class = class
key-classes = classes
key-clearance = time to clear the way
key-close-at = queue that closes them
key-closed = closures
key-co2 = carbon dioxide of fuel
key-commodity = commodity
key-constants = other cost of the way
key-country = country
key-counts = what is counted
key-currency = currency
key-day = day of the year
key-default-scenario = scenario shown first
key-depth = depth of the fairway
key-direction = direction
key-discipline = discipline
key-draught = draught
key-enter = limit of entry
key-every = interval
key-extra-lanes = extra lanes
key-factor = factor
key-fare = fare
key-fee = fee
key-fleet = fleet
key-flow-capacity = flow capacity
key-forward = direction out
key-from = from
key-fuel-price = price of fuel
key-gaps = gaps between arrivals
key-gauge = gauge
key-gauges = gauges
key-holiday = days off
key-holidays = days off
key-hour = hours of the day
key-hour-cost = cost of an hour
key-hours = opening hours
key-idle-fuel = fuel of idling
key-keep-clear = kept clear
key-kind = kind
key-known = known dates
key-lanes = { $who ->
    [people] desks
   *[vehicles] lanes
}
key-lasts = duration
key-lead = shortest time to the slot
key-learning = learning
key-least = least
key-leave = limit of exit
key-length = length
key-load = load
key-lost = slots lost to bookings without a vehicle
key-milestones = milestones
key-mode = mode
key-month = months
key-most = most
key-no-show = no-shows
key-node = place
key-one-way = one way only
key-open = open
key-open-at = queue that opens them
key-opened = special openings
key-other = other
key-overtaking = overtaking
key-owner = owner
key-part = part
key-passengers = passengers
key-path = way
key-patience = patience
key-phase = turn of a direction
key-places = places in a slot
key-priority = priority
key-process = process
key-profile = profile
key-punctuality = punctuality
key-rate = exchange rate
key-reliability = weight of reliability
key-room = { $who ->
    [people] room for people who wait
   *[vehicles] waiting room
}
key-route = route
key-routes = routes
key-running-cost = running cost
key-scale = scale of choice
key-season = season
key-seats = seats
key-second = second currency
key-service = service time
key-share = share
key-shares = shares of the ways
key-speed = speed
key-spread = spread
key-stay-home = cost that keeps people at home
key-step = step of release
key-storage = storage capacity
key-timetable = timetable
key-timetable-back = timetable back
key-title = title
key-to = to
key-to-gauge = gauge after the change
key-travel = travel time
key-turnaround = turnaround
key-under-keel = water under the keel
key-unit = unit of measure
key-value = value of a unit
key-value-of-time = value of time
key-virtual-wait = cost of waiting at home
key-volume = volume
key-water = water level
key-weekday = weekdays
key-weights = weights
key-when-full = when full
key-yard-idling = idling in yards
key-zone = time zone
