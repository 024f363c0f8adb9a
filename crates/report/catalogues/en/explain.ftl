# Where a number comes from.

explain-heading = { $title }: { $scenario }, { $window }
explain-what = { $measure }{ $of }
explain-answer = { $what }: { $value }{ $most }.
explain-answer-none = { $what }: no value, it never occurred.
explain-answer-grows = { $what }: no mean, because a queue grows until the window ends.
explain-most = , about { $share } % of it { $part }
explain-of = { " " }({ $names })

explain-title-places = Where it comes from, place by place
explain-title-traffic = Who it comes from
explain-part = part
explain-share = share %
explain-visits-vehicle = visits
explain-visits-day = visits/day
explain-minutes = min/visit
explain-rest = edges of the window
explain-whole = together
explain-no-parts = This number is not taken apart: it is an extreme, a value at one instant, a share of visits, a price, or a sum that is told as a whole.

explain-beside = Beside it
explain-arrivals-per-day = vehicles that came, a day
explain-turned-away-per-day = turned away, a day
explain-abandoned-per-day = gave up, a day
explain-stage-visits-per-day = visits a day
explain-stage-service-min = service of a visit, min
explain-stage-wait-min = wait of a visit, min
explain-busiest = busiest lanes, { $place }: in use, % of the time they are open
explain-lane-use-share = lanes in use, % of the time they are open

explain-inputs = What enters it
explain-inputs-legend = ● observed  ◐ design figure  ◍ derived  ○ assumption  · without evidence
explain-inputs-demand = Demand
explain-inputs-scope = Inputs
explain-inputs-others = { $count ->
    [one] { $count } more input enters smaller parts; --json and the report list it.
   *[other] { $count } more inputs enter smaller parts; --json and the report list them.
}
explain-inputs-title = { $assumed ->
    [0] None of its { $all } inputs is an assumption
    [one] One of its { $all } inputs is an assumption
   *[other] { $assumed } of its { $all } inputs are assumptions
}
explain-range = range { $low } to { $high }
explain-drawing = Parts of { $measure } in order, each begins where the one before ends
