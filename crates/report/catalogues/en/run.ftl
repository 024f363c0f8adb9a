# What a run found: the answer, its tables, and what they rest on.

run-heading = { $title }: { $scenario }, { $window }

answer-nobody = Nobody crosses
answer-crossings = { $crossings } vehicles a day cross
answer-crossings-of = { $crossings } of { $coming } vehicles a day cross
answer-by-direction = { $crossings } ({ $directions })
answer-direction = { $direction } { $crossings }
answer-group = { $crossings } { $who ->
    [people] people
   *[vehicles] vehicles
}
answer-of-group = { $crossings } of { $coming } { $who ->
    [people] people
   *[vehicles] vehicles
}
answer-one-group = { $group } a day cross
answer-two-groups = { $people } and { $vehicles } a day cross
answer-limit-demand = The limit is demand: the busiest lanes, { $stage }, are used { $used } % of the time they are open
answer-limit-nearly-full = The limit is demand, but { $stage } is nearly full: its lanes are used { $used } % of the time they are open
answer-limit-full = The limit is { $stage }: its lanes are used { $used } % of the time they are open
answer-limit-queue = The limit is { $place }: the queue grows without bound
answer = { $crossings }.
answer-and-limit = { $crossings }. { $limit }.

traffic-title = Traffic and time door to door, hours
waits-title = Waits, hours
stages-title = Stages and links, queues in vehicles
findings-title = Findings
no-waits = Nobody waits.
waits-left-out = Waits of less than a quarter of an hour on average are left out.

class = class
all-classes = all classes
all-of-group = { $who ->
    [people] all people
   *[vehicles] all vehicles
}
traffic-nobody = Nobody came as: { $classes }.
stages-left-out = { $count ->
    [one] And one more stage with less than 10 % of its lanes in use and hardly a queue; the report has it.
   *[other] And { $count } more stages with less than 10 % of their lanes in use and hardly a queue; the report has them.
}
crossings-per-day = crossings/day
door-to-door = door to door
mean = mean
p50 = P50
p90 = P90
p95 = P95
services = Services
links = Links
queue = queue
longest = longest
lanes-used-percent = lanes used %
lanes-blocked-percent = blocked %
grows = grows

# The kinds of waiting.
wait-virtual = virtual
wait-yard = yard
wait-physical = physical
wait-blocked = blocked
wait-virtual-explained = virtual: at home, for a slot
wait-yard-explained = yard: in a holding lot
wait-physical-explained = physical: in front of lanes and links
wait-blocked-explained = blocked: done, the next place is full

stand-on-it = { $vehicles } vehicles stand on it, because the next place is full

one-replication = 1 replication, so there are no intervals
interval-of-mean-note = ± is the half-width of the 95 % interval of the mean over replications.
quantile-note = P50, P90: half of the vehicles, nine in ten need no longer. –: no number.
repeat-note = The same model, seed and number of replications give the same numbers on any machine.
evidence-title = { $assumption ->
    [one] What it rests on: { $assumption } of { $all } inputs is an assumption
   *[other] What it rests on: { $assumption } of { $all } inputs are assumptions
}
evidence-table-title = Every input with its evidence, assumptions first
window = window
window-in-zone = { $window }, { $zone } time
seed = seed
replications-heading = replications
changes-title = What the scenario changes: { $scenario }
changes-count = { $count ->
    [one] One input
   *[other] All { $count } inputs, before and after
}

# Which ways the vehicles of flows take that choose among several.
ways-title = Choice of way, and time door to door in hours
way = way
way-share-percent = share %
ways-learned = The shares are those of an equilibrium by day-to-day learning: every day expectations of each way move towards what was experienced on it.
ways-fixed = The shares are fixed; waiting on a way moves nobody to another.
ways-learned-or-fixed = The shares of some flows are fixed, those of the others are an equilibrium by day-to-day learning: every day expectations of each way move towards what was experienced on it.
ways-stay-home = What is missing to 100 % stayed at home, because every way cost too much.
ways-heading = { $flow }: { $share } % go by { $way }
ways-untaken = { $count ->
    [one] one more way, taken by nobody
   *[other] { $count } more ways, taken by nobody
}
ways-more = { $count ->
    [one] One more flow
   *[other] { $count } more flows
}
ways-alt = Share of each way of a flow
ways-description = One bar for each way, as long as its share of the vehicles of its flow.
