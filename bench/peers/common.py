"""What the peer programs share: the networks of spec.json, the arguments, and the line that each prints."""

import gc
import json
import math
import sys
import time
from importlib.metadata import version
from pathlib import Path

SPEC = json.loads(Path(__file__).with_name("spec.json").read_text())

if len(sys.argv) != 4 or sys.argv[1] not in SPEC:
    sys.exit(f"usage: {sys.argv[0]} {'|'.join(SPEC)} DAYS SEED")
MODEL = sys.argv[1]
DAYS = float(sys.argv[2])
SEED = int(sys.argv[3])
NETWORK = SPEC[MODEL]
HORIZON_MIN = DAYS * 1440


def lognormal(mean, cv):
    """Parameters of the logarithm of a lognormal with this mean and coefficient of variation."""
    sigma = math.sqrt(math.log(1 + cv * cv))
    return math.log(mean) - sigma * sigma / 2, sigma


def timed(run):
    """CPU seconds of the run alone: loading Python, the engine and the model is not counted."""
    gc.collect()
    begin = time.process_time()
    run()
    return time.process_time() - begin


def report(engine, cpu_s, vehicles, time_min, wait_min):
    """Prints the result: sums over the vehicles that left, in minutes, become means."""
    line = {
        "engine": engine,
        "version": version(engine),
        "model": MODEL,
        "days": DAYS,
        "seed": SEED,
        "vehicles": vehicles,
        "cpu_s": cpu_s,
        "mean_time_min": time_min / vehicles,
        "mean_wait_min": wait_min / vehicles,
    }
    print(json.dumps(line))
