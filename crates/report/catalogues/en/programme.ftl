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
