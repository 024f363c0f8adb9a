# Simulation beside exact answers.

exact = exact
z = z
finds = finds
