# What holds a corridor back.

bottleneck-heading = { $title }: what holds it back, { $scenario }

# The answer.
bottleneck-answer-demand = The limit is demand: { $crossings } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day cross, and no single resource lets more cross. Of { $more } more that came a day, { $crossed } would cross.
bottleneck-answer-timetable = The limit is demand: { $crossings } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day cross, and no single resource lets more cross.
bottleneck-answer-resource = { $crossings } of { $arrivals } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} that come a day cross.
bottleneck-answer-unclear = { $crossings } of { $arrivals } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} that come a day cross. What limits them did not show in this many replications.
bottleneck-answer-best = One more unit buys most at { $place } ({ $change }): { $effects }.
bottleneck-answer-tied = { $count ->
    [one] { $count } other resource cannot be told from it.
   *[other] { $count } other resources cannot be told from it.
}
bottleneck-answer-none = One more unit of any single resource buys nothing that can be told from chance.
bottleneck-answer-process = Other rules or faster work would save more: { $place } ({ $change }): { $effects }.
bottleneck-saved-hours = { $value } vehicle-hours a year saved, about { $share } % of all
bottleneck-lost-hours = { $value } more vehicle-hours a year, about { $share } % of all
bottleneck-gained-crossings = { $value } more crossings a day
bottleneck-lost-crossings = { $value } fewer crossings a day
bottleneck-saved-p90 = P90 of the time door to door { $value } h shorter
bottleneck-lost-p90 = P90 of the time door to door { $value } h longer

# Tables.
bottleneck-title-resource = One more unit of each resource
bottleneck-title-side = If only one country builds
bottleneck-title-process = Other rules, faster work: a tenth less time
bottleneck-title-demand = For comparison: a tenth more demand
bottleneck-table-title = What one more unit buys
bottleneck-lead = Paired differences to the scenario as it is. Vehicle-hours are those spent in the corridor, scaled to a year of 365 days; the scenario has { $hours }, of which { $waiting } are waiting.
bottleneck-change = one more unit
bottleneck-crossings = crossings/day
bottleneck-p90 = P90, h
bottleneck-hours = vehicle-hours/year
bottleneck-waiting = of which waiting
bottleneck-replications = replications
bottleneck-evidence = evidence
bottleneck-beyond = { $count ->
    [one] And one more with an effect; the table of the page and --json list it.
   *[other] And { $count } more with an effect; the table of the page and --json list them.
}
bottleneck-rest = { $count ->
    [one] { $count } more shows no change of weight; by its own interval at most { $value } may hide in chance: { $place }.
   *[other] { $count } more show no change of weight; by the interval of each, the most that may hide in chance is { $value }: { $place }.
}
bottleneck-rest-unknown = { $count ->
    [one] { $count } more shows no change of weight.
   *[other] { $count } more show no change of weight.
}
bottleneck-not-tried = { $count ->
    [one] { $count } more resource was not tried: less than { $share } % of the time in the corridor is spent waiting for it.
   *[other] { $count } more resources were not tried: less than { $share } % of the time in the corridor is spent waiting for each.
}
bottleneck-most-hours = { $value } vehicle-hours a year
bottleneck-most-crossings = { $value } crossings a day
bottleneck-most-p90 = { $value } h of the P90
bottleneck-marks = ○ begins from a number that is an assumption, ● from a better one.
bottleneck-country = All controls in { $country }
bottleneck-flows = All flows with a volume
bottleneck-calendar = Calendar { $title }

# Changes.
bottleneck-unit-s = s
bottleneck-unit-min = min
bottleneck-unit-h = h
bottleneck-unit-d = d
bottleneck-unit-unlimited = unlimited
bottleneck-unit-h-day = h/day
bottleneck-unit-per-h = /h
bottleneck-kind-lanes = lanes { $from } → { $to }
bottleneck-kind-lot-places = places { $from } → { $to }
bottleneck-kind-extra-lanes = extra lanes { $from } → { $to }
bottleneck-kind-room = waiting places { $from } → { $to }
bottleneck-kind-slots = places in a slot { $from } → { $to }
bottleneck-kind-hours = open { $from } → { $to }
bottleneck-kind-closures = closures { $from } → { $to }
bottleneck-kind-storage = room on the link { $from } → { $to }
bottleneck-kind-flow-capacity = flow capacity { $from } → { $to }
bottleneck-kind-fleet = carriers { $from } → { $to }
bottleneck-kind-seats = seats { $from } → { $to }
bottleneck-kind-headway = every { $from } → { $to }
bottleneck-kind-departures = departures a day { $from } → { $to }
bottleneck-kind-at-most = at most { $from } → { $to }
bottleneck-kind-season = ends { $from } → { $to }
bottleneck-kind-incidents = one in { $from } → { $to }
bottleneck-kind-incident = happens { $from } → { $to }
bottleneck-kind-side-lanes = lanes { $from } → { $to }
bottleneck-kind-demand = demand { $from } → { $to }
bottleneck-kind-service = service −10 %
bottleneck-kind-lead = lead of booking −10 %
bottleneck-kind-service-long = service { $from } → { $to }
bottleneck-kind-lead-long = lead of booking { $from } → { $to }

# The chain of cause.
bottleneck-chain-title = What holds what
bottleneck-chain-lead = From each cause to what stands still behind it: hours a day in which at least one vehicle is held, and vehicles held on average.
bottleneck-chain-none = Nothing stands still for want of a place elsewhere.
bottleneck-root-overloaded = { $place }: more work comes than the lanes can do; they are busy { $use } % of the time they are open.
bottleneck-root-busy = { $place }: the lanes are busy { $use } % of the time they are open, and all of them at times.
bottleneck-root-unknown = { $place }: at times it has no place for more.
bottleneck-root-closed = { $place }: it is closed while others wait for it.
bottleneck-root-full = { $place }: at times no more vehicles fit on it.
bottleneck-held-full = { $at } is held { $hours } h a day ({ $vehicles } vehicles on average), because { $waits } has no room.
bottleneck-held-closed = { $at } is held { $hours } h a day ({ $vehicles } vehicles on average), because { $waits } is closed.
bottleneck-held-short = { $hours } h/day, { $vehicles } vehicles
bottleneck-no-room = no room
bottleneck-closed = closed
bottleneck-overloaded = overloaded
bottleneck-busy = lanes busy
bottleneck-full = full
bottleneck-held-at = held
bottleneck-waits-for = for want of a place at
bottleneck-held-hours = hours/day
bottleneck-held-vehicles = vehicles
bottleneck-why = why

# The drawings.
bottleneck-chart = Bars to the left save vehicle-hours; lines are 95 % intervals. Filled bars begin from a number that is known, hollow ones from an assumption.
bottleneck-chart-crossings = Bars to the right bring crossings; lines are 95 % intervals. Filled bars begin from a number that is known, hollow ones from an assumption.
bottleneck-chart-p90 = Bars to the left shorten the P90; lines are 95 % intervals. Filled bars begin from a number that is known, hollow ones from an assumption.
bottleneck-chain-chart = Each arrow leads from what has no place to what it holds.

# How it was done.
bottleneck-rule = Every row is one change alone, on the same random numbers, with { $screening } replications; those that may matter have { $replications }. A row is judged by its own { $level } % interval; that a resource is the best holds among all of them at { $level } % (Bonferroni, { $each } % each).
