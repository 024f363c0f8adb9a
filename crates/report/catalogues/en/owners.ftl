# The traffic of each owner of flows.

owners-title = By enterprise: crossings, hours door to door and waiting
owner = enterprise
owner-waits = waiting
owner-cost = a crossing, { $currency }
owner-nobody = no owner named
