# What studies say about a run: findings, warnings, and why a verdict cannot be told. The English is also the `message` and the
# `reason` in JSON, which a test makes sure of.

note-of = { $scenario }: { $note }
note-queue-grows = demand is { $ratio } × capacity at { $place } from { $from } to the end of the window, and { $vehicles } more vehicles are inside then than at its beginning: waits there grow and have no mean
note-queue-grows-closed = there is demand and no capacity at { $place } from { $from } to the end of the window, and { $vehicles } more vehicles are inside then than at its beginning: waits there grow and have no mean
note-precision-not-reached = after { $replications } replications the half-width is { $reached } % of the mean at the { $level } % level, not the { $asked } % asked for
note-windows-differ = { $a } runs from { $a-from } to { $a-to } and { $b } from { $b-from } to { $b-to }: differences of the dates are among those shown; --from and --to give both the same window
note-given-state = the run begins with { $vehicles } waiting vehicles of a given state, and without a warm-up
note-no-value = the queue at { $place } grows without bound: on { $day } there were more vehicles inside than can be held
note-no-value-in-warm-up = the queue at { $place } grows without bound: on a day of the warm-up there were more vehicles inside than can be held
reason-not-run = its scenario was not run
reason-grows = the queue grows until the window ends, so there is no such mean
reason-over-an-edge = the interval reaches over an edge of the range; run more replications
reason-one-replication = one replication has no interval; run at least two
reason-never-occurred = it never occurred in the simulation
reason-no-measure = there is no measure `{ $measure }`
reason-no-statistic = `{ $measure }` has no statistic `{ $statistic }`
reason-corridor-only = `{ $measure }` is measured for the whole corridor only
reason-nobody-passes = no vehicle passes a stage or link `{ $scope }`
reason-nothing-released = nothing that passes a facility `{ $scope }` is released there
reason-no-crossing-point = no vehicle passes a border crossing point `{ $scope }`
reason-no-way = no flow chooses a way `{ $scope }`
reason-no-limit = there is no limit `{ $scope }`
reason-no-direction = there is no direction `{ $direction }`
reason-no-class = there is no class `{ $class }`
reason-not-by-class = `{ $measure }` is not told apart by class
reason-whole-window-only = `{ $measure }` is known for the whole window of a scenario only
reason-no-such-day = { $date } is not a day of scenario `{ $scenario }`
reason-ends-before = its last day is before its first
reason-two-replications = it needs two replications in which it occurs
reason-bias-could-hide = a bias of { $bias } % could hide in the noise of the run
reason-needs-second-currency = `{ $measure }` needs a `second` currency in [money], which the model does not have
reason-needs-air = `{ $measure }` needs [air], which the model does not have
reason-needs-money-and-air = `{ $measure }` needs [money] and [air], which the model does not have
reason-needs-money = `{ $measure }` needs [money], which the model does not have
