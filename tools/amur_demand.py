#!/usr/bin/env python3
"""Derives corridors/amur/demand.csv from published counts.

The total of each period is a published count of vehicles divided by the sum of the seasonal factors of its days, so that the
profile in demand.toml gives back the count. Shares of classes and directions per period are those explained in
corridors/amur/README.md. Run from the top of the repository: python3 tools/amur_demand.py
"""
import csv
import datetime as dt
import pathlib
import tomllib

FOLDER = pathlib.Path("corridors/amur")
DAY = dt.timedelta(days=1)

# Cumulative vehicles since the opening on 2022-06-10, end of day. The count of January to August 2024 is a period of its own.
COUNTS = [
    ("2022-06-10", "2022-07-10", 412),
    ("2022-07-11", "2022-09-30", 3_273 - 412),
    ("2022-10-01", "2023-06-10", 35_000 - 3_273),
    ("2023-06-11", "2023-09-29", 50_400 - 35_000),
    ("2024-01-01", "2024-08-31", 40_700),
]
LAST_COUNT = ("2025-10-26", 190_000)


def main() -> None:
    profiles = tomllib.loads((FOLDER / "demand.toml").read_text(encoding="utf-8"))["profile"]
    special = {}
    with open(FOLDER / "holidays.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            special[row["country"], row["date"]] = row["kind"]

    def factor(profile: dict, day: dt.date) -> float:
        weights = profile["weekday"]
        mean = sum(weights) / 7
        kind = special.get((profile["holiday"]["country"], day.isoformat()))
        if kind == "off":
            weekday = profile["holiday"]["factor"]
        elif kind == "workday":
            weekday = sum(weights[:5]) / 5 / mean
        else:
            weekday = weights[day.weekday()] / mean
        return profile["month"][day.month - 1] * weekday

    def days(first: str, last: str):
        day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        while day <= end:
            yield day
            day += DAY

    def factors(first: str, last: str, into_ru: float) -> float:
        """Sum over days of the mean factor, weighted by direction."""
        return sum(
            into_ru * factor(profiles["from-china"], day) + (1 - into_ru) * factor(profiles["from-russia"], day)
            for day in days(first, last)
        )

    def shares(machine_of_in: float, lng: float) -> dict:
        """Shares of all freight vehicles. Trucks come in 1.07 times as often as they go out (2024, machines taken off)."""
        out = (1 - machine_of_in) / (1.07 + (1 - machine_of_in))
        into = 1 - out
        machines = machine_of_in * into
        trucks_in, trucks_out = into - machines - lng, out - lng
        return {
            "loaded-in": 0.90 * trucks_in,
            "empty-in": 0.10 * trucks_in + lng,
            "machines-in": machines,
            "loaded-out": 0.65 * trucks_out,
            "empty-out": 0.35 * trucks_out,
            "lng-out": lng,
        }

    def into_ru(share: dict) -> float:
        return share["loaded-in"] + share["empty-in"] + share["machines-in"]

    early, late_2025, now = shares(0.35, 0.007), lambda lng: shares(0.08, lng), shares(0.04, 0.23)
    level = {first: count / factors(first, last, into_ru(early)) for first, last, count in COUNTS}
    # Nobody counted October to December 2023: the level between its neighbours.
    level["2023-09-30"] = (level["2023-06-11"] + level["2024-01-01"]) / 2
    # 2025 takes what is left of the cumulative count.
    before = sum(count for *_, count in COUNTS)
    before += level["2023-09-30"] * factors("2023-09-30", "2023-12-31", into_ru(early))
    before += level["2024-01-01"] * factors("2024-09-01", "2024-12-31", into_ru(early))
    level["2025-01-01"] = (LAST_COUNT[1] - before) / factors("2025-01-01", LAST_COUNT[0], 0.54)

    periods = [(first, level[first], early) for first in sorted(level) if first < "2025"]
    # LNG tank trucks a day in 2025 over the mean vehicles a day of the month; July lies between June and August.
    lng_per_day = {"01": 3, "06": 7, "07": 18, "08": 30, "09": 40, "10": 55}
    for month, trucks in lng_per_day.items():
        vehicles = level["2025-01-01"] * profiles["from-russia"]["month"][int(month) - 1]
        periods.append((f"2025-{month}-01", level["2025-01-01"], late_2025(trucks / vehicles)))
    periods.append(("2026-01-01", level["2025-01-01"], now))

    rows = [(flow, first, f"{total * share:.2f}") for first, total, by_flow in periods for flow, share in by_flow.items()]
    # Buses: 8 single trips a day from 10 December 2024, 10 in the winter of 2025/26.
    for flow in ("bus-in", "bus-out"):
        rows += [(flow, "2024-12-10", "4"), (flow, "2025-12-25", "5")]
    rows.sort()
    with open(FOLDER / "demand.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("flow", "from", "per_day"))
        writer.writerows(rows)
    for first, total, _ in periods:
        print(f"{first}  {total:7.2f} vehicles/day before the season")


if __name__ == "__main__":
    main()
