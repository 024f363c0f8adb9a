# Two scenarios, or two runs, beside each other.

difference = B − A
now = now
difference-now = now − before
verdict = verdict
verdict-changed = changed
verdict-not-seen = not seen
verdict-no-value = no value
