"""The networks in salabim: a component per vehicle, resources for lanes. Arguments: MODEL DAYS SEED.

Processes are generators (`yield`), and nothing is monitored: both are the faster way.
"""

import random

import salabim as sim

from common import HORIZON_MIN, MODEL, NETWORK, SEED, lognormal, report, timed

sim.yieldless(False)
draw = random.Random(SEED)
exponential = draw.expovariate
left = 0
time_min = 0.0
wait_min = 0.0


def leave(inside, waited):
    global left, time_min, wait_min
    left += 1
    time_min += inside
    wait_min += waited


class Customer(sim.Component):
    def process(self):
        env = self.env
        came = env.now()
        yield self.request(servers)
        waited = env.now() - came
        yield self.hold(exponential(SERVICE_RATE))
        self.release(servers)
        leave(env.now() - came, waited)


class Customers(sim.Component):
    def process(self):
        while True:
            yield self.hold(exponential(NETWORK["arrivals_per_min"]))
            Customer()


class Vehicle(sim.Component):
    def setup(self, stages):
        self.stages = stages

    def process(self):
        env = self.env
        gate, passport, documents, x_ray, physical, bridge = self.stages
        came = env.now()
        yield self.request(gate)
        waited = env.now() - came
        yield self.hold(exponential(GATE_RATE))
        self.release(gate)

        since = env.now()
        yield self.request(passport)
        waited += env.now() - since
        yield self.hold(draw.lognormvariate(PASSPORT_MU, PASSPORT_SIGMA))
        self.release(passport)

        since = env.now()
        held = documents
        yield self.request(documents)
        waited += env.now() - since
        yield self.hold(exponential(DOCUMENTS_RATE))

        for stage, share, rate in ((x_ray, X_RAY_SHARE, X_RAY_RATE), (physical, PHYSICAL_SHARE, PHYSICAL_RATE)):
            if draw.random() < share:
                self.release(held)
                since = env.now()
                held = stage
                yield self.request(stage)
                waited += env.now() - since
                yield self.hold(exponential(rate))

        # The last lane is kept until the bridge has a place.
        since = env.now()
        yield self.request(bridge)
        waited += env.now() - since
        self.release(held)
        yield self.hold(TRAVEL_MIN)
        self.release(bridge)
        leave(env.now() - came, waited)


class Vehicles(sim.Component):
    def setup(self, stages):
        self.stages = stages

    def process(self):
        # Poisson arrivals whose rate changes by the hour, by thinning.
        weights = NETWORK["hour_weights"]
        peak = max(weights)
        peak_rate = NETWORK["arrivals_per_day_and_direction"] * NETWORK["scale"] / 1440 * peak
        while True:
            yield self.hold(exponential(peak_rate))
            if draw.random() * peak < weights[int(self.env.now() / 60) % 24]:
                Vehicle(stages=self.stages)


environment = sim.Environment(trace=False)
if MODEL.startswith("mm"):
    servers = sim.Resource("servers", capacity=NETWORK["servers"], monitor=False)
    SERVICE_RATE = 1 / NETWORK["service_mean_min"]
    Customers()
else:
    GATE_RATE = 1 / NETWORK["gate"]["mean_min"]
    PASSPORT_MU, PASSPORT_SIGMA = lognormal(NETWORK["passport"]["mean_min"], NETWORK["passport"]["cv"])
    DOCUMENTS_RATE = 1 / NETWORK["documents"]["mean_min"]
    X_RAY_SHARE, X_RAY_RATE = NETWORK["x_ray"]["share"], 1 / NETWORK["x_ray"]["mean_min"]
    PHYSICAL_SHARE, PHYSICAL_RATE = NETWORK["physical"]["share"], 1 / NETWORK["physical"]["mean_min"]
    TRAVEL_MIN = NETWORK["bridge"]["travel_min"]

    def lanes(stage, key="lanes"):
        return sim.Resource(stage, capacity=NETWORK[stage][key] * NETWORK["scale"], monitor=False)

    shared = lanes("x_ray")
    for _ in range(2):
        own = (lanes("gate"), lanes("passport"), lanes("documents"), shared, lanes("physical"), lanes("bridge", "places"))
        Vehicles(stages=own)

cpu_s = timed(lambda: environment.run(till=HORIZON_MIN))
report("salabim", cpu_s, left, time_min, wait_min)
