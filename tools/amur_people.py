#!/usr/bin/env python3
"""Derives corridors/amur/people.csv and rail.csv from published counts.

People: the published counts of passengers on the river, and on the bridge since December 2024, divided by the seasonal factors of
their days, so that the profiles in people.toml give the count back. Which way they take is chosen in the model. The comments
beside each period say what was published and what lies between. Run from the top of the repository: python3 tools/amur_people.py
"""
import csv
import datetime as dt
import pathlib
import tomllib

FOLDER = pathlib.Path("corridors/amur")
DAY = dt.timedelta(days=1)

# Russians make 70.6 % of the crossings: in July 2024 30,000 went out of 85,000 crossings, and each of them came back.
RUSSIAN = 2 * 30_000 / 85_000
TRADERS, STUDENTS, GUESTS = 0.12, 0.03, 0.05      # of all crossings, assumptions
MONTHS_2024 = {"05": 18, "06": 23, "07": 30, "08": 35}  # Russians outbound by ship, thousands
PER_OUTBOUND = 85 / 30                             # all crossings over Russians outbound, July 2024
BRIDGE = 122_562 / 365                             # people a day in the first year of the coaches
GROWTH = 1.669                                     # 15 September to 20 November 2025 over the year before


def days_between(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1


def periods() -> list[tuple[str, str, float]]:
    """First day, last day, crossings of the river and the bridge together."""
    summer = {month: 1000 * out * PER_OUTBOUND for month, out in MONTHS_2024.items()}
    winter = (277_700 - summer["05"] - summer["06"]) / days_between("2024-01-01", "2024-04-30")
    # Hovercraft from 27 October 2024: what came through is what they could take, so demand is that of the months before navigation.
    late_2024 = winter * days_between("2024-10-27", "2024-12-31")
    autumn = 760_000 - 277_700 - summer["07"] - summer["08"] - 80_000 / 79 * days_between("2024-10-27", "2024-12-31")
    result = []
    # 2023: from 100 a day at the restart, straight up, so that 102,000 have crossed by 30 July; then two counts.
    bounds = ["2023-02-22", "2023-04-01", "2023-05-01", "2023-06-01", "2023-07-01", "2023-07-31"]
    length = days_between("2023-02-22", "2023-07-30")
    top = 2 * 102_000 / length - 100
    for first, after in zip(bounds, bounds[1:]):
        last = (dt.date.fromisoformat(after) - DAY).isoformat()
        middle = days_between("2023-02-22", first) - 1 + days_between(first, last) / 2
        result.append((first, last, (100 + (top - 100) * middle / length) * days_between(first, last)))
    result.append(("2023-07-31", "2023-09-21", 170_000 - 102_000))
    result.append(("2023-09-22", "2023-12-31", 316_000 - 170_000))
    ends = {"05": "31", "06": "30", "07": "31", "08": "31"}
    result.append(("2024-01-01", "2024-04-30", winter * 121))
    result += [(f"2024-{m}-01", f"2024-{m}-{ends[m]}", people) for m, people in summer.items()]
    result.append(("2024-09-01", "2024-10-26", autumn))
    result.append(("2024-10-27", "2024-12-31", late_2024))
    # 2025: no count until 15 September; the river as in 2024, and the bridge beside it.
    def flat(first: str, last: str, river: float, growth: float = 1.0) -> tuple[str, str, float]:
        return first, last, (river * growth + BRIDGE) * days_between(first, last)
    result.append(flat("2025-01-01", "2025-04-30", winter))
    result += [flat(f"2025-{m}-01", f"2025-{m}-{ends[m]}", people / int(ends[m])) for m, people in summer.items()]
    result.append(flat("2025-09-01", "2025-09-14", summer["08"] / 31))
    # 133,200 on the river from 15 September to 20 November, of whom 30,032 on hovercraft since 27 October.
    result.append(flat("2025-09-15", "2025-10-26", (133_200 - 30_032) / days_between("2025-09-15", "2025-10-26")))
    result.append(flat("2025-10-27", "2025-12-31", winter, GROWTH))
    # 2026: visas waived, the river of 2024 grown as in the autumn of 2025.
    result.append(flat("2026-01-01", "2026-04-30", winter, GROWTH))
    result += [flat(f"2026-{m}-01", f"2026-{m}-{ends[m]}", people / int(ends[m]), GROWTH) for m, people in summer.items()]
    result.append(flat("2026-09-01", "2026-10-26", (133_200 - 30_032) / days_between("2025-09-15", "2025-10-26")))
    result.append(flat("2026-10-27", "2026-12-31", winter, GROWTH))
    return result


def shares() -> dict[str, tuple[float, str]]:
    """Part of all crossings and profile of each flow; each way is half."""
    russian = RUSSIAN - TRADERS - STUDENTS / 2 - GUESTS / 2
    chinese = 1 - RUSSIAN - STUDENTS / 2 - GUESTS / 2
    return {
        "ru-tourists-out": (russian / 2, "leave-russia"),
        "ru-tourists-home": (russian / 2, "return-to-russia"),
        "cn-tourists-in": (chinese / 2, "leave-china"),
        "cn-tourists-home": (chinese / 2, "return-to-china"),
        "traders-out": (TRADERS / 2, "leave-russia"),
        "traders-home": (TRADERS / 2, "return-to-russia"),
        "students-out": (STUDENTS / 2, "leave-russia"),
        "students-in": (STUDENTS / 2, "leave-china"),
        "guests-out": (GUESTS / 2, "leave-russia"),
        "guests-in": (GUESTS / 2, "leave-china"),
    }


def trains() -> list[tuple[str, str, str]]:
    """Loaded trains a day of 4,000 t from yearly tonnages; containers by number; as many empties go home as trains come loaded."""
    years = [  # first day, days, export Mt, coal and ore of it
        ("2022-11-16", 126, 0.54, 0.67, 0.30),   # to 21 March 2023
        ("2023-03-22", 285, 3.15 - 0.44, 0.67, 0.30),
        ("2024-01-01", 366, 5.5, 3.1 / 4.6, 1.4 / 4.6),
        ("2025-01-01", 365, 6.4, 2.3 / 3.6, 1.2 / 3.6),
    ]
    rows = []
    for first, days, mt, coal, ore in years:
        loaded = mt * 1e6 / 4_000 / days
        rows += [("coal", first, f"{loaded * coal:.3f}"), ("ore", first, f"{loaded * ore:.3f}")]
        rows += [("general-export", first, f"{loaded * (1 - coal - ore):.3f}"), ("empty-trains", first, f"{loaded:.3f}")]
        rows.append(("containers", first, f"{(0.25 if first >= '2025' else 0.26):.3f}"))   # 80 in 320 days of 2025, 193 before
    return sorted(rows)


def main() -> None:
    profiles = tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))["profile"]
    with open(FOLDER / "holidays.csv", encoding="utf-8", newline="") as file:
        special = {(row["country"], row["date"]): row["kind"] for row in csv.DictReader(file)}

    def factor(profile: dict, day: dt.date) -> float:
        weights = profile["weekday"]
        mean = sum(weights) / 7
        kind = special.get((profile["holiday"]["country"], day.isoformat()))
        if kind == "off":
            return profile["holiday"]["factor"]
        if kind == "workday":
            return sum(weights[:5]) / 5 / mean
        return weights[day.weekday()] / mean

    flows = shares()
    rows = []
    for first, last, people in periods():
        begin, days = dt.date.fromisoformat(first), days_between(first, last)
        total = sum(
            share * factor(profiles[profile], begin + number * DAY)
            for share, profile in flows.values()
            for number in range(days)
        )
        level = people / total
        print(f"{first} .. {last}  {people:9.0f} people  {people / days:6.0f} a day, {level:6.0f} before the season")
        rows += [(flow, first, f"{level * share:.2f}") for flow, (share, _) in flows.items()]
    for name, table in (("people.csv", sorted(rows)), ("rail.csv", trains())):
        with open(FOLDER / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("flow", "from", "per_day"))
            writer.writerows(table)


if __name__ == "__main__":
    main()
