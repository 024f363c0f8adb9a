"""The networks in SimPy: a process per vehicle, resources for lanes. Arguments: MODEL DAYS SEED."""

import random

import simpy

from common import HORIZON_MIN, MODEL, NETWORK, SEED, lognormal, report, timed

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


def customer(env, servers, rate):
    came = env.now
    with servers.request() as request:
        yield request
        waited = env.now - came
        yield env.timeout(exponential(rate))
    leave(env.now - came, waited)


def customers(env):
    servers = simpy.Resource(env, NETWORK["servers"])
    service_rate = 1 / NETWORK["service_mean_min"]
    while True:
        yield env.timeout(exponential(NETWORK["arrivals_per_min"]))
        env.process(customer(env, servers, service_rate))


def vehicle(env, gate, passport, documents, x_ray, physical, bridge):
    came = env.now
    lane = gate.request()
    yield lane
    waited = env.now - came
    yield env.timeout(exponential(GATE_RATE))
    gate.release(lane)

    since = env.now
    lane = passport.request()
    yield lane
    waited += env.now - since
    yield env.timeout(draw.lognormvariate(PASSPORT_MU, PASSPORT_SIGMA))
    passport.release(lane)

    since = env.now
    held = documents
    lane = documents.request()
    yield lane
    waited += env.now - since
    yield env.timeout(exponential(DOCUMENTS_RATE))

    for stage, share, rate in ((x_ray, X_RAY_SHARE, X_RAY_RATE), (physical, PHYSICAL_SHARE, PHYSICAL_RATE)):
        if draw.random() < share:
            held.release(lane)
            since = env.now
            held = stage
            lane = stage.request()
            yield lane
            waited += env.now - since
            yield env.timeout(exponential(rate))

    # The last lane is kept until the bridge has a place.
    since = env.now
    place = bridge.request()
    yield place
    waited += env.now - since
    held.release(lane)
    yield env.timeout(TRAVEL_MIN)
    bridge.release(place)
    leave(env.now - came, waited)


def vehicles(env, *stages):
    # Poisson arrivals whose rate changes by the hour, by thinning.
    weights = NETWORK["hour_weights"]
    peak = max(weights)
    peak_rate = NETWORK["arrivals_per_day_and_direction"] * NETWORK["scale"] / 1440 * peak
    while True:
        yield env.timeout(exponential(peak_rate))
        if draw.random() * peak < weights[int(env.now / 60) % 24]:
            env.process(vehicle(env, *stages))


environment = simpy.Environment()
if MODEL.startswith("mm"):
    environment.process(customers(environment))
else:
    GATE_RATE = 1 / NETWORK["gate"]["mean_min"]
    PASSPORT_MU, PASSPORT_SIGMA = lognormal(NETWORK["passport"]["mean_min"], NETWORK["passport"]["cv"])
    DOCUMENTS_RATE = 1 / NETWORK["documents"]["mean_min"]
    X_RAY_SHARE, X_RAY_RATE = NETWORK["x_ray"]["share"], 1 / NETWORK["x_ray"]["mean_min"]
    PHYSICAL_SHARE, PHYSICAL_RATE = NETWORK["physical"]["share"], 1 / NETWORK["physical"]["mean_min"]
    TRAVEL_MIN = NETWORK["bridge"]["travel_min"]

    def lanes(stage):
        return simpy.Resource(environment, NETWORK[stage]["lanes"] * NETWORK["scale"])

    shared = lanes("x_ray")
    for _ in range(2):
        places = simpy.Resource(environment, NETWORK["bridge"]["places"] * NETWORK["scale"])
        stages = (lanes("gate"), lanes("passport"), lanes("documents"), shared, lanes("physical"), places)
        environment.process(vehicles(environment, *stages))

cpu_s = timed(lambda: environment.run(until=HORIZON_MIN))
report("simpy", cpu_s, left, time_min, wait_min)
