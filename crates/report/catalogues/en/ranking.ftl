# The ranking of several scenarios.

ranking-heading = { $title }: { $count } scenarios ranked
ranking-by = { $measure }, { $statistic ->
    [mean] mean
   *[other] { $statistic }
}
ranking-answer = { $scenario } is the best of { $count } by { $measure }: { $value }. When the best leads by { $indifference } or more, it is chosen with a probability of { $confidence } %.
ranking-answer-open = After { $replications } replications { $left } of { $count } scenarios are still in question by { $measure }; { $scenario } leads with { $value }.
ranking-answer-none = None of the { $count } scenarios has a value of { $measure } in every replication.
ranking-title = Scenarios from best to worst
ranking-beside-title = The same scenarios, other numbers
ranking-scenario = scenario
ranking-value = value
ranking-difference = to the best
ranking-standing = standing
ranking-replications = replications
ranking-chosen = chosen
ranking-in-question = in question
ranking-dropped = left behind
ranking-no-value = no value
ranking-rule = Procedure KN (Kim and Nelson, 2001): { $first } replications of each scenario first, then only of those that may still be the best. When the best leads by { $indifference } or more, it is chosen with a probability of { $confidence } %; what differs by less counts as equally good. Intervals of differences are paired and show how far apart scenarios are; they do not account for the choice and for when it ended.
ranking-chart = Each scenario with its 95 % interval; ● chosen, ○ in question, small dots left behind.
ranking-description = Dots with intervals, one row per scenario, the best on top.
