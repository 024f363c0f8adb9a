# The pages of `portway serve` beside the map: results, studies, facilities, scenarios, evidence, programme, text.

# Pictures.
chart-zoom = Part of the axis that is shown
chart-all = All
chart-left = Earlier
chart-right = Later
hour = hour
unit = unit
value = value
whole-corridor = whole corridor
search = Search
loading = Loading…
cancel = Cancel
copy = Copy
copied = Copied
rows-found = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
rows-cut = The first { $shown } of { $all } rows; search for the others.

# Results.
queues-none = Hardly anybody queues
queues-title = The longest mean queue is { $vehicles } vehicles: { $place }
queues-lead = Mean queue in each hour of the window, over all replications. The time axis is that of crossings by day above.
queues-alt = Queue hour by hour: { $place }
queues-add = Show another place
queues-remove = Hide { $place }
spread-within = Through within { $hours } h
staircase-cost = Cost along the way
staircase-time = Time
staircase-money = Cost
staircase-lead = What has been spent since the first place of the route, over kilometres; means of all vehicles that left. Slopes are driving, steps are places where vehicles are served or wait.
compare-title = What changes, in percent of A
compare-lead = B minus A, each vehicle meeting the same chances in both; lines are 95 % intervals. Pale: no change seen.
compare-of = of
compare-all = { $changed } of { $all } measures changed
compare-only-changed = Only what changed
compare-everything = Everything
sensitivity-mu = mean effect
programme-months = { $late ->
    [early] { $months } months early
   *[late] { $months } months late
}
programme-chance = on time { $percent } %
results-none = { $scenario } has no results yet. What do you want to know?
answer-unread = The answer of this study cannot be read. Run it again.
report-printed = Report for printing
files = Files
command = Command line that does the same

# Studies.
kind-run = Run
kind-compare = Comparison
kind-bottleneck = Bottleneck
kind-capacity = Capacity
kind-sensitivity = Sensitivity
kind-programme = Programme
kind-animate = Vehicles on the map
against = against
study-choose = Another study
study-progress = Progress
study-queued = { $count ->
    [0] begins at once
    [one] waits, { $count } before it
   *[other] waits, { $count } before it
}
study-left = { $time } left
study-took = took { $time }
study-done = Asked for
seconds = { $number } s
study-gone = This study is no longer there.
study-stale = The model has changed since.
study-stale-long = The model has changed since this was computed: what the folder says now may give another answer.
study-fresh = as it is now
study-failed = This study failed.
study-cancelled = This study was cancelled.
study-on-map = Watch the vehicles on the map
run-again = Run it again
ask-what = What do you want to know?
ask-run = What crosses, how long it takes, where the queues are
ask-bottleneck = What holds it back, and what one more unit buys
ask-capacity = The largest flow that keeps the service standard
ask-sensitivity = Which uncertain inputs decide the answer (some minutes)
ask-programme = When agreed projects may open
ask-more = Dates, replications, seed
ask-from = From
ask-to = To
studies-none = Nothing has been computed yet.
studies-lead = Studies run one after another, each on all processors. What is finished stays here until it is removed.
studies-waiting = Running and waiting
studies-finished = Finished
studies-remove = Remove
studies-remove-sure = Remove “{ $title }” and its files?
studies-all = All kinds

# Facilities.
facility-gone = This scenario has no facility “{ $name }”.
stages-count = { $count ->
    [one] { $count } stage
   *[other] { $count } stages
}
stages-of-facility = Stages of this facility
longest-wait-at = Longest mean wait: { $stage }, { $wait }
most-used = Lanes used most: { $stage }, { $percent } %
flow-of = The stages in the order of travel, { $direction }
lanes-unlimited = lanes without limit
nobody-passes = nobody comes here
use-is = used { $percent }
blocked-is = blocked { $percent }
passes-a-day = { $vehicles } a day
room = room
room-for = room for { $vehicles } before it
stage-kind-control = control
stage-kind-holding = holding lot
stage-kind-appointments = electronic queue
hours-shared = Opening hours: { $title }
means-of-window = Means of the window
means-short = means
results-of-run = All results of this run
edit-hint = Choose a stage in the picture and change one of its numbers. “Try it” compares the scenario with the change, and nothing is written until you keep it.
input-own = this scenario
input-of-scenario = The scenario changes this value
input-before = was { $value }
undo = Undo
undo-all = Undo all
undo-conflict = Not undone: somebody has changed { $file } since it was written. What was written stays; change it back by hand in the text.
draft = Changes that are tried
draft-count = { $count ->
    [one] { $count } change, not written
   *[other] { $count } changes, not written
}
try-it = Try it
keep-it = Keep it
tried = What the changes bring
tried-more = All differences
checking = Checking…
checked = Can be run
keep-where = Where to write it
keep-here = In this scenario: { $scenario }
keep-new = As a new scenario based on it
kept-in = Written into “{ $scenario }”.
write = Write
diff = Difference of texts
diff-lead = What changes in { $file }:
diff-added = added: 
diff-gone = removed: 
scenario-name = Name (a–z, 0–9, -)
scenario-title = Title

# Text.
files-of-folder = Files of the folder
text-new = New file
text-name = Name of the file
text-save = Save
text-saved = Saved
text-unsaved = Not saved
text-drop = Discard changes
text-even-so = Save even so
text-moved = This file has changed on disk since you began. Saving will show both texts.
text-errors = { $count ->
    [one] { $count } mistake: nothing can be run
   *[other] { $count } mistakes: nothing can be run
}
text-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
text-sound = The folder has no mistakes
error = error
bytes = { $number } KB
search-before = Previous match
search-after = Next match
search-found = { $count ->
    [0] not found
    [one] { $count } match
   *[other] { $count } matches
}
conflict = { $file } was changed by somebody else
conflict-lead = Since you began to write, the file on disk has become another. Nothing is lost: choose which text is kept, or go on writing over the new one.
conflict-disk = On disk
conflict-mine = Yours
conflict-keep = Keep mine
conflict-take = Take the one on disk
conflict-edit = Go on writing

# Scenarios.
scenarios-lead = Choose two or more to see them beside each other.
scenario-choose = Put “{ $scenario }” beside others
scenario-base = based on
scenario-changes = { $count ->
    [0] changes nothing
    [one] { $count } change
   *[other] { $count } changes
}
scenario-copy = Copy of “{ $scenario }”
scenario-copy-short = Copy
scenario-edit = Text of “{ $scenario }”
scenario-edit-short = Edit
scenario-edit-lead = Title, base, days and values as the folder has them:
scenario-no-text = The text of this scenario was not found in { $file }.
scenario-remove = Delete
scenario-remove-sure = Delete “{ $scenario }” from { $file }? Its finished studies stay.
scenario-is-base = It is the base of { $scenarios }.
scenario-on-map = What it changes, on the map
scenario-studies = Studies of this scenario
scenario-as-list = By element
scenario-as-text = As text
scenario-values = Try other values
scenario-values-lead = Those that the scenario changes; search for any other input.
scenario-find = Find an input
beside = Beside each other
beside-run = { $count ->
    [one] Compute the comparison
   *[other] Compute { $count } comparisons
}
beside-values = Values that differ
beside-lead = A as simulated, the others as differences from A with their 95 % intervals. Underlined: not as in A.

# Evidence and programme.
evidence-answer = { $assumption } of { $all } inputs are assumptions.
evidence-answer-matter = { $assumption } of { $all } inputs are assumptions; { $deciding ->
    [0] none of them decides an answer.
    [one] { $deciding } of them decides an answer.
   *[other] { $deciding } of them decide an answer.
}
evidence-ask = Which of them matter has not been found out for this scenario.
evidence-find-out = Find out what matters (some minutes)
evidence-all-effects = What each of them moves
evidence-by-weight = By their part of the variance
evidence-part = Part of the model
evidence-parts = All parts
note = note
programme-no-chances = When the projects may really open has not been computed.
programme-compute = Compute the chances
programme-none = This corridor has no agreed projects.
