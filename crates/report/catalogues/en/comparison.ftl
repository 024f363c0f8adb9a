# Two scenarios, or two runs, beside each other.

difference = B − A
now = now
difference-now = now − before
verdict = verdict
verdict-changed = changed
verdict-not-seen = not seen
verdict-no-value = no value

comparison-heading = { $title }: { $b } against { $a }
comparison-answer = { $b } against { $a }: { $differences }.
comparison-answer-none = B and A have no measure in common.
comparison-side = { $scenario }, { $window }
comparison-side-titled = { $scenario }: { $title }, { $window }
change-said = { $measure } { $difference } { $unit }
change-not-seen = no change of { $measure } is seen ({ $difference } { $unit })
change-without-value = { $measure } has no value to compare
change-at = { $change } at { $place }
comparison-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
} of replications with common random numbers, seed { $seed }
comparison-variance = variance of the difference reduced by common random numbers: { $factors }
comparison-variance-of = { $measure } { $factor } ×
comparison-rests = { $pairs }; { $variance }.
sentence = { $text }.
sentences = { $first }. { $second }.
differences-title = What changes
differences-lead = { $b } minus { $a }, each vehicle meeting the same chances in both.
differences-description = Differences B minus A with their intervals beside a line at zero.
differences-key-changed = ● changed: the 95 % interval of the paired difference does not contain zero
differences-key-not-seen = ○ no change seen with this many replications
changed-text-title = What was changed in the text
changed-text-only-in = Only in { $scenario }
changed-text-none = Nothing but the window.

# A run beside the run before.
since-title = Since the run before
since-more-inputs = and { $count } more inputs; the report lists all
since-no-inputs = no single number of this scenario was changed; other text was, in { $files }
since-not-compared = Not compared with the run before: its { $what ->
    [version] version of Portway
    [corridor] corridor
    [scenario] scenario
    [window] window
    [state] number of vehicles at the beginning, or their places,
    [seed] seed
   *[replications] number of replications
} was { $before }, now { $now }.
