# Simulation beside observation.

check = check
seen = observed
simulated = simulated
allowed = allowed
measure = measure
verdict-agrees = agrees
verdict-misses = misses
verdict-open = open

validation-heading = { $title }: validation
validation-answer = { $agree } of { $count ->
    [one] { $count } observation
   *[other] { $count } observations
} { $agree ->
    [one] agrees
   *[other] agree
}{ $miss ->
    [0] { "" }
    [one] , { $miss } misses
   *[other] , { $miss } miss
}{ $open ->
    [0] { "" }
    [one] , { $open } is open
   *[other] , { $open } are open
}.
validation-remarks-title = Where it does not agree
validation-title = Observed beside simulated
validation-lead = Each check has its own scale: the shaded band is the range that counts as agreement.
validation-key = ● observed   ○ simulated with its 95 % interval; a circle at the edge lies further out
validation-allowed = allowed range, observed and simulated
validation-observed-said = { $observed } → { $simulated }
validation-scenario = { $scenario }: { $window }, { $replications }
validation-rests = seed { $seed }, { $model }; a check agrees when its whole interval lies in the allowed range
validation-source = { $source }. { $why }
