# Simulation beside observation.

check = check
seen = observed
simulated = simulated
allowed = allowed
measure = measure
verdict-agrees = agrees
verdict-misses = misses
verdict-open = open
