# What is agreed, and when it opens.

programme-heading = { $title }: the programme
programme-answer = { $count ->
    [one] { $count } project
   *[other] { $count } projects
}: { $open } open, { $pending } still to open{ $stopped ->
    [0] { "" }
   *[other] , { $stopped } stopped
}.
programme-answer-late = { $late } of those still to open { $late ->
    [one] is
   *[other] are
} announced later than first planned, by { $months } months in the mean.
programme-answer-expected = By the end of { $year }, { $expected } of the { $told ->
    [one] { $told } that says how far it may slip
   *[other] { $told } that say how far they may slip
} can be expected to be open.

programme-title = From plan to opening
programme-lead = Of each project, the first firm date, the date announced now, and when it may open.
programme-project = project
programme-status = status
programme-owner = owner
programme-planned = planned
programme-opens = opens
programme-late = months late
programme-late-short = late,
    months
programme-on-time = open as announced, %
programme-on-time-short = on
    time
programme-by-year = open by the end of { $year }, %
programme-by-year-short = by end
    of { $year }
programme-cost = cost
programme-milestones = milestones done
programme-milestones-done = { $done } of { $all } milestones
programme-status-agreed = agreed
programme-status-planned = planned
programme-status-under-construction = under construction
programme-status-open = open
programme-status-stopped = stopped
programme-amount-large = { $number } billion { $currency }
programme-amount-middle = { $number } million { $currency }
programme-amount-plain = { $number } { $currency }

programme-key-plan = Bar: from the first planned date to the one announced now
programme-key-slip = Line: from P10 to P90 of the opening, ring at P50
programme-key-opens = ● opened, ○ announced
programme-key-milestones = ◆ milestone done, ◇ to come
programme-years-title = Chance to be open by the end of each year, %
programme-milestones-title = Milestones
programme-milestone = milestone
programme-date = date
programme-done = done
programme-to-come = to come
programme-changes-title = What each project changes
programme-input = input
programme-before = before
programme-after = after
programme-draws = { $draws } draws of each slip, seed { $seed }
programme-rule = Slips of different projects are drawn apart from each other. P10, P50 and P90 are the days on which a tenth, half and nine tenths of the draws have opened; a month is 30.4 days. A project without a stated slip has no chance told.

programme-effects-title = What each brings
programme-effects-lead = { $scenario }, { $window }: the same days with each project, open from the first of them, and without it.
programme-best = In “{ $scenario }”, { $window }, { $project } brings the most: { $gain } crossings of people and vehicles a day.
programme-best-alone = That no other brings as many is sure at 95 %.
programme-best-tied = { $others } may bring as many.
programme-best-none = In “{ $scenario }”, { $window }, it is not sure of any project that it brings more crossings.
programme-untold-already-there = Already in the scenario: { $projects }. What was there before is not known, so there is nothing to compare with.
programme-untold-left-out = Not part of the scenario: { $projects }.
programme-untold-changes-nothing = What they change is not written down: { $projects }.
programme-untold-cannot-run = { $project } cannot be run in this scenario: { $reason }
programme-who = who
programme-people = people
programme-vehicles = vehicles
programme-crossings = crossings
    a day
programme-mean = door to
    door, h
programme-p90 = its P90,
    h
programme-crossings-without = crossings a day without it
programme-mean-without = door to door without it, h
programme-p90-without = P90 without it, h
programme-hours-saved = hours saved a day
programme-seats = seats a day
programme-cargo = cargo, t/day
programme-price-heading = cost of a daily crossing
programme-lost = crossings lost
programme-lost-hours = hours lost
programme-place = stage or link
programme-without = without it
programme-with = with it
programme-lanes-title = What stages and links can take, a day
programme-range = { $value } ({ $low } to { $high })
programme-way = { $title }, { $direction }
programme-no-difference = no difference in any replication
programme-seats-added = { $value } seats a day
programme-hours-added = { $value } h saved a day, by as many as cross without it
programme-added-title = What is added, a day
programme-costs-title = What a daily crossing and a slip cost
programme-cargo-added = { $value } t of cargo a day
programme-lanes-added = capacity { $without } → { $with } a day: { $title }
programme-lanes-more = and { $count } more whose capacity it changes
programme-price = a daily crossing costs { $price }
programme-slip-costs = crossings lost by a mean slip of { $days } d: { $lost }
programme-grows-without = without it the queue at { $scope } grows until the end
programme-grows-with = with it the queue at { $scope } grows until the end
programme-chart-crossings = More crossings of people and vehicles, a day
programme-chart-lost = Crossings lost between the announced day and the opening
programme-key-effect = ● more crossings with the project than without it, with the 95 % interval
programme-key-lost = ● lost crossings in the mean of all draws, line from P10 to P90
programme-effect-rule = Changes are with the project less without it, so a minus before hours is time saved. With a project means open from the first day of the run, whenever it is announced. People are classes that ride with services; the carriers themselves count as seats, not as crossings. Times are those of all who cross, so those whom a project brings are among them; hours saved are told only where as many cross with it as without it. What a slip costs is each draw of the slip times a draw of the effect a day, which is taken to hold all year.
