# How much a corridor can take.

capacity-heading = { $title }: how much it can take
capacity-answer = { $who ->
    [all] { $mix ->
        [own] All traffic, in the scenario's own mix
       *[asked] All traffic, in the mix asked for
    }
   *[one] { $direction }
}: { $per_day } { $whom ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day ({ $low } to { $high }) can be sustained, { $times } times the { $today } of the scenario as written.
capacity-answer-beyond = Up to { $low } { $whom ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day keep the standard, and more were not looked at: nothing binds below that.
capacity-answer-none = Not even { $high } { $whom ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day keep the standard.
capacity-answer-closed = { $station } is closed for the whole window, so nobody can get through: there is no capacity to find. Choose other dates.
capacity-answer-unclear = At most { $most } replications of a flow do not tell: { $low } { $whom ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} a day keep the standard{ $high ->
    [none] , and no flow that was looked at surely breaks it
   *[other] , { $high } break it
}.
capacity-gives-way = What gives way first: { $limit }
capacity-gives-way-title = What gives way first
capacity-line = { $who }: { $limit } { $bound }
capacity-limit-growth = the queue at { $station } grows without end.
capacity-limit-time = { $traffic } no longer keeps { $standard }.
capacity-limit-carried = of { $traffic } more than { $lost } do not get through.
capacity-traffic = { $group ->
    [passengers] passenger traffic
   *[freight] freight traffic
} ({ $direction })
capacity-others-break = nothing can be added, because the other traffic as written already breaks the standard: { $limit }
capacity-wide = The interval stays wide because { $most } replications of a flow do not tell keeping the standard from breaking it.
capacity-bound = The fluid bound is set by { $station }.
capacity-title = Largest sustained flow, vehicles/day
capacity-direction = direction
capacity-all = all traffic
capacity-today = as written
capacity-flow = capacity
capacity-interval = { $level } % interval
capacity-fluid = fluid bound
capacity-share = of it %
capacity-others-stay = Where one direction is named, the other traffic stays as the scenario has it, and must keep the standard too.
capacity-busiest = The window's busiest day brings { $ratio } times as many vehicles as its mean day.
capacity-directions-title = What one direction costs the other, vehicles/day
capacity-classes-title = What passenger traffic costs freight, vehicles/day
capacity-split = shared
capacity-freight = freight
capacity-passengers = passengers
capacity-together = together
capacity-chart = Each point is the largest flow with the two parts in one proportion; its bar is the interval.
capacity-chart-bound = dashed: the fluid bound, without chance
capacity-chart-today = as written
capacity-description = A curve of the largest sustained flows of two parts of the traffic, with interval bars along the rays from zero, the fluid bound above it and the scenario's own flows as a hollow dot.
capacity-unit = vehicles/day
capacity-standard = Standard: { $standard }. Each direction keeps it for freight and for passengers by itself.
capacity-method = Stochastic bisection under common random numbers. Each flow is replicated { $fewest } to { $most } times until a test tells; the lower end of an interval keeps the standard and the upper one breaks it, and both are right with { $level } %. { $run } replications in all.
capacity-mix = Mix: { $mix }.
