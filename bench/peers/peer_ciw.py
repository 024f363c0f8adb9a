"""The networks in Ciw: nodes, routing matrices, blocking before the bridge. Arguments: MODEL DAYS SEED."""

import ciw

from common import HORIZON_MIN, MODEL, NETWORK, SEED, lognormal, report, timed

distributions = ciw.dists


def queue():
    return ciw.create_network(
        arrival_distributions=[distributions.Exponential(NETWORK["arrivals_per_min"])],
        service_distributions=[distributions.Exponential(1 / NETWORK["service_mean_min"])],
        number_of_servers=[NETWORK["servers"]],
    )


def checkpoint():
    scale = NETWORK["scale"]
    ways = ("out", "back")
    nodes = ["x_ray"] + [(stage, way) for way in ways for stage in ("gate", "passport", "documents", "physical", "bridge")]
    per_min = NETWORK["arrivals_per_day_and_direction"] * scale / 1440

    def kind(node):
        return node if node == "x_ray" else node[0]

    def arrivals(node, way):
        if node != ("gate", way):
            return None
        rates = [per_min * weight for weight in NETWORK["hour_weights"]]
        ends = [60.0 * (hour + 1) for hour in range(24)]
        return distributions.PoissonIntervals(rates=rates, endpoints=ends, max_sample_date=HORIZON_MIN)

    def service(node):
        if kind(node) == "bridge":
            return distributions.Deterministic(NETWORK["bridge"]["travel_min"])
        stage = NETWORK[kind(node)]
        if "cv" in stage:
            return distributions.Lognormal(*lognormal(stage["mean_min"], stage["cv"]))
        return distributions.Exponential(1 / stage["mean_min"])

    def servers(node):
        stage = NETWORK[kind(node)]
        return stage.get("lanes", stage.get("places")) * scale

    def routing(way):
        matrix = [[0.0] * len(nodes) for _ in nodes]

        def go(origin, target, share):
            matrix[nodes.index(origin)][nodes.index(target)] = share

        gate, passport, documents, physical, bridge = ((stage, way) for stage in ("gate", "passport", "documents", "physical", "bridge"))
        x_ray, search = NETWORK["x_ray"]["share"], NETWORK["physical"]["share"]
        go(gate, passport, 1.0)
        go(passport, documents, 1.0)
        go(documents, "x_ray", x_ray)
        go(documents, physical, (1 - x_ray) * search)
        go(documents, bridge, (1 - x_ray) * (1 - search))
        go("x_ray", physical, search)
        go("x_ray", bridge, 1 - search)
        go(physical, bridge, 1.0)
        return matrix

    return ciw.create_network(
        arrival_distributions={way: [arrivals(node, way) for node in nodes] for way in ways},
        service_distributions={way: [service(node) for node in nodes] for way in ways},
        number_of_servers=[servers(node) for node in nodes],
        # No waiting place in front of the bridge: who is done keeps the lane until the bridge has a place.
        queue_capacities=[0 if kind(node) == "bridge" else float("inf") for node in nodes],
        routing={way: routing(way) for way in ways},
    )


ciw.seed(SEED)
simulation = ciw.Simulation(queue() if MODEL.startswith("mm") else checkpoint())
cpu_s = timed(lambda: simulation.simulate_until_max_time(HORIZON_MIN))
left = [individual.data_records for individual in simulation.nodes[-1].all_individuals]
time_min = sum(records[-1].exit_date - records[0].arrival_date for records in left)
wait_min = sum(record.waiting_time + record.time_blocked for records in left for record in records)
report("ciw", cpu_s, len(left), time_min, wait_min)
