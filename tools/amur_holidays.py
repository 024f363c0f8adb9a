#!/usr/bin/env python3
"""Writes corridors/amur/holidays.csv: days off and make-up workdays of China and Russia, 2022 to 2027.

The dates come from the PyPI package `holidays` (licence MIT), version 0.109. China 2022 to 2026 is then held against
the independent PyPI package `chinesecalendar` (licence MIT), version 1.11.0, day for day. Neither knows China's make-up
workdays of 2027 yet, so that year has its public holidays only.

    python3 -m venv /tmp/holidays-venv
    /tmp/holidays-venv/bin/pip install holidays==0.109 chinesecalendar==1.11.0
    /tmp/holidays-venv/bin/python tools/amur_holidays.py corridors/amur/holidays.csv
"""

import csv
import datetime
import re
import sys

import chinese_calendar
import holidays

YEARS = range(2022, 2028)
COUNTRIES = ["CN", "RU"]
CHECKED_YEARS = range(2022, 2027)


def english(name: str) -> str:
    """`Day off (substituted from 01/29/2022)` becomes `Day off moved from 2022-01-29`."""
    return re.sub(
        r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)", r"Day off moved from \3-\1-\2", name
    )


def rows() -> list[tuple[str, str, str, str]]:
    """Date, country, kind, name, sorted by date and country."""
    found = []
    for country in COUNTRIES:
        calendar = holidays.country_holidays(country, years=YEARS, language="en_US")
        for day, name in calendar.items():
            found.append((day.isoformat(), country, "off", english(name)))
        for day in calendar.weekend_workdays:
            if day.year in YEARS:
                found.append((day.isoformat(), country, "workday", "Make-up workday"))
    return sorted(found)


def is_workday(day: datetime.date, special: dict[str, str]) -> bool:
    """What a reader of the file makes of a day: its row, else Monday to Friday."""
    kind = special.get(day.isoformat())
    return day.weekday() < 5 if kind is None else kind == "workday"


def disagreements(found: list[tuple[str, str, str, str]]) -> list[datetime.date]:
    """Days of China on which the two packages differ."""
    special = {date: kind for date, country, kind, _ in found if country == "CN"}
    days = []
    for year in CHECKED_YEARS:
        day = datetime.date(year, 1, 1)
        while day.year == year:
            if is_workday(day, special) != chinese_calendar.is_workday(day):
                days.append(day)
            day += datetime.timedelta(days=1)
    return days


def main() -> None:
    found = rows()
    wrong = disagreements(found)
    if wrong:
        sys.exit(f"holidays and chinesecalendar disagree on {', '.join(map(str, wrong))}")
    with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["date", "country", "kind", "name"])
        writer.writerows(found)
    print(f"{len(found)} days; China {CHECKED_YEARS[0]} to {CHECKED_YEARS[-1]} agrees with chinesecalendar")


if __name__ == "__main__":
    main()
