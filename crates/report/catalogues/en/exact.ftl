# Simulation beside exact answers.

exact = exact
z = z
finds = finds

exact-answer = { $agree } of { $count ->
    [one] { $count } exact answer
   *[other] { $count } exact answers
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
exact-rests-z = z is the distance from the exact answer in standard errors. The limits are such that a correct simulator has all { $rows } rows within them with a probability of { $certainty } % (Bonferroni).
exact-rests-finds = "finds" is the bias that a row finds with a probability of { $power } %; a row is open when it is above { $bias } %, unless the answer itself is no surer.
exact-rests-run = Portway { $version }, seed { $seed }, { $events } million events in { $folders } folders

# The page that `portway validate --write` writes, in Markdown.
exact-page =
    # Simulated against exact

    Every folder of `validation/` is an ordinary corridor whose answer is known: from a formula, from a Markov chain
    solved numerically, or from thousands of replications of an independent program. `portway validate validation`
    runs them all. This page was written by such a run.

    { "**" }{ $answer }** Portway { $version }, seed { $seed }, { $events } million events.

    ## How a verdict is made

    - *simulated* is the mean over independent replications with its 95 % Student interval; *z* is its distance from the
      exact answer in standard errors. Where the answer was itself simulated, its own standard error counts too.
    - *limit* is the largest z that agrees. It is set so that a correct simulator has all { $rows } rows within their limits with
      a probability of { $certainty } % (Bonferroni over the rows, Student factors for the replications of each).
    - *finds* is the smallest bias that the row finds with a probability of { $power } %. Replications are added until it is at
      most { $bias } %, or, where the answer was itself simulated, until the simulation is as sure as the answer.
    - Nothing here is pinned to digits. Tests that pin digits are regression tests; they live elsewhere.

    Service that interrupts another (preemptive priority) is not in the language: a vehicle on a lane is finished. Its
    exact answers are therefore not checked.

    The last two columns of the next table are the beginning of the hash of the folder's texts and a fingerprint of a short
    run of it. A test makes both anew, so a change of a folder or of what the simulator computes shows that this page is
    not fresh.
exact-folders-title = Folders
exact-folder = folder
exact-rows = rows
exact-agree = agree
exact-events = events
exact-text = text
exact-short-run = short run
exact-million = { $number } million
exact-folder-said = Folder { $folder }.
exact-limit = limit
exact-replications = replications
exact-against = against
