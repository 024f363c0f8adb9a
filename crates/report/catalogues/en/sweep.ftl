# A sweep: one scenario at many values of its inputs.

sweep-heading = { $title }: { $points ->
    [one] { $points } point
   *[other] { $points } points
} of { $inputs ->
    [one] one input
   *[other] { $inputs } inputs
}, { $window }
sweep-answer = { $points ->
    [one] { $measure } is { $value } at the only point, { $inputs }.
   *[other] The best of { $points } points by { $measure } is { $inputs }: { $value }.
}
sweep-answer-range = { $measure } lies between { $low } and { $high }.
sweep-answer-none = No point has a value of { $measure }.
sweep-same = { $count ->
    [0] Every other point with a value is worse by more than { $indifference } as far as can be told; this one is really the best with a probability of { $level } %.
    [one] Of one other point it cannot be told that it is worse by more than { $indifference }; the one that is really best is one of the two with a probability of { $level } %.
   *[other] Of { $count } other points it cannot be told that they are worse by more than { $indifference }; the one that is really best is among them, or this one, with a probability of { $level } %.
}
sweep-all-same = Of no other point can be told that it is worse by more than { $indifference }.
sweep-edge = That is the end of what was tried of { $input }, which is now { $now }: the best value may lie beyond.
sweep-once = One replication does not say how sure that is.
sweep-growing = { $count ->
    [one] At one point a queue grows until the window ends, so that it has no mean.
   *[other] At { $count } points a queue grows until the window ends, so that they have no mean.
}
sweep-now = now { $value }
sweep-inputs = What was varied
sweep-input = input
sweep-values = values
sweep-of = of
sweep-value-now = now
sweep-best-points = The best points
sweep-first-points = The first points
sweep-point = point
sweep-from-best = behind the best
sweep-standing = verdict
sweep-best = best
sweep-as-good = not told apart
sweep-worse = worse
sweep-grows = grows
sweep-works-off = works off a queue
sweep-work-off = { $count ->
    [one] At one point more vehicles cross than come: a queue from before the window is worked off, and that is no gain. It is not called the best.
   *[other] At { $count } points more vehicles cross than come: a queue from before the window is worked off, and that is no gain. They are not called the best.
}
sweep-more = { $count ->
    [one] and one more point in results.csv
   *[other] and { $count } more points in results.csv
}
sweep-more-columns = { $count ->
    [one] One more column is in results.csv.
   *[other] { $count } more columns are in results.csv.
}
sweep-design-full = full design: every combination
sweep-design-lhs = Latin hypercube (McKay, Beckman and Conover, 1979)
sweep-rule = Every point is compared with the best one, replication by replication on common random numbers. The one that is really best is the best one, or among those not told apart from it, with a probability of { $level } %; nothing is promised of all differences at once. What differs by less than { $indifference } counts as equally good.
sweep-map-title = { $measure } over both inputs
sweep-line-title = { $measure } over { $input }
sweep-panels-title = { $measure } over each input
sweep-other-title = The other measures
sweep-other-more = { $count ->
    [one] One more measure is not drawn; the table and results.csv have it.
   *[other] { $count } more measures are not drawn; the table and results.csv have them.
}
sweep-description = Means of every point; the table has the half-widths.
sweep-key-best = the best point
sweep-key-same = cannot be told from the best
sweep-key-grows = a queue grows
sweep-key-band = mean and its { $level } % interval
sweep-key-thinned = one point in { $step } is drawn
sweep-key-level = mean of all points with the value
sweep-key-point = one point
