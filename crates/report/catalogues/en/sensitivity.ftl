# What decides the answer, among what nobody knows for sure.

sensitivity-heading = { $title }, { $scenario }: { $count ->
    [one] one uncertain input
   *[other] { $count } uncertain inputs
} over { $count ->
    [one] its range
   *[other] their ranges
}
sensitivity-decide = { $count } of { $all } uncertain { $all ->
    [one] input
   *[other] inputs
} { $count ->
    [one] decides
   *[other] decide
} { $measure }: { $names }; { $count ->
    [one] it has
   *[other] each has
} a part in at least { $least } of its variance.
sensitivity-none-decides = None of { $all } uncertain inputs is sure to have a part in { $least } of the variance of { $measure }.
sensitivity-nothing = None of { $all } uncertain inputs changes { $measure }.
sensitivity-untold = What decides { $measure } could not be told: too few runs have an answer, or it hardly varies.
sensitivity-rest = { $count ->
    [one] One other does not matter: it has
   *[other] { $count } others do not matter: together they have
} a part in { $share } of the variance (at most { $most }).
sensitivity-rest-together = { $count ->
    [one] One other was not looked at closer; it has
   *[other] { $count } others were not looked at closer; together they have
} a part in { $share } of the variance (at most { $most }).
sensitivity-title = What moves it: { $measure }
sensitivity-spread = As written { $written }; over all ranges { $mean } on average, with a standard deviation of { $deviation }.
sensitivity-written = As written { $written }.
sensitivity-range = { $low } to { $high }, written { $written }{ $parts ->
    [1] { "" }
   *[other] , { $parts } inputs together
}
sensitivity-input = input
sensitivity-varied = range
sensitivity-status = evidence
sensitivity-at-low = at low
sensitivity-at-high = at high
sensitivity-first = alone
sensitivity-total = of variance
sensitivity-noise = chance
sensitivity-real = beyond chance
sensitivity-yes = yes
sensitivity-no = no
sensitivity-screening = Effect of the whole range, from many places: { $measure }
sensitivity-aside-title = { $count ->
    [one] One input stood out and was not looked at closer, because only the eight largest are
   *[other] { $count } inputs stood out and were not looked at closer, because only the eight largest are
}
sensitivity-rest-title = { $count ->
    [one] One input was not worth a closer look
   *[other] { $count } inputs were not worth a closer look
}
sensitivity-without-range = { $count ->
    [one] One assumption cannot be varied: evidence.csv gives no range
   *[other] { $count } assumptions cannot be varied: evidence.csv gives no range
}
sensitivity-mistakes = Ranges that cannot be used
sensitivity-mistake = { $path }: { $why }
sensitivity-growing = In { $runs } of { $of } runs a queue grows until the window ends{ $runs ->
    [0] { "" }
   *[other] , most often at { $scope }; times there depend on the length of the window
}.{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } runs ended early and were left out.
}
sensitivity-method = { $runs } runs of { $replications } replications each: screening from { $starts } places (Morris 1991), then shares of the variance in { $rows } rows (Saltelli 2010, Jansen 1999), in which noise is no variance. Within its range every value is as likely, and no input depends on another. “Alone” is what knowing the input would take off the variance; “of variance” is its part together with others. An input decides from { $least } on. “At low” and “at high” are differences from the answer as written with one input moved, paired over { $alone } replications.
sensitivity-as-written = as written { $value }
sensitivity-key-low = input at its low
sensitivity-key-high = input at its high
sensitivity-key-hollow = hollow: assumption; solid: observed, design or derived
sensitivity-key-line = line: 95 % interval
sensitivity-description = One row for each input: bars from the answer as written to the answer with the input at the low and at the high end of its range, the longest at the top.
sensitivity-all-effects = All inputs: screening and shares of the variance
sensitivity-effects-note = μ* is the mean size of the effect of an input's whole range, σ how much that effect differs from place to place, chance the standard error that the simulation itself gives one effect.
