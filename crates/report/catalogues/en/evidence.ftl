# Inputs, their changes and their evidence.

input = input
before = before
after = after
from-day = from
from-the-beginning = the beginning
status = status
plausible-range = plausible range
source = source
not-written = not written
status-observed = observed
status-design = design figure
status-derived = derived
status-assumption = assumption
scenario = scenario
model = model
