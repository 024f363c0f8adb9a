"""Writes mock/model.json, what the mock server answers from: the reference corridor with every text in three languages."""

import glob, json, pathlib, re, tomllib

folder = pathlib.Path(__file__).parents[2] / "corridors/amur"
model, part_of, file_of = {}, {}, {}
for file in sorted(folder.glob("*.toml")):
    texts = tomllib.loads(file.read_text())
    part = texts.pop("part", None)
    for kind, items in texts.items():
        if not isinstance(items, dict):
            continue
        model.setdefault(kind, {}).update(items)
        for name in items:
            part_of[kind, name], file_of[kind, name] = part, file.name

MODES = {"rail": "rail", "river": "river", "air": "air", "cableway": "cableway", "shipping": "river", "energy": "other"}


def title(item, name):
    t = item.get("title", name)
    return t if isinstance(t, dict) else {"en": t, "zh": t, "ru": t}


def number(text, units):
    m = re.match(r"([\d.]+) *([a-z/]*)", str(text or ""))
    return float(m[1]) * units.get(m[2], 1) if m else None


def inputs(path, item, keys):
    return [{"path": f"{path}.{key}", "label": key, "value": json.dumps(item[key], ensure_ascii=False),
             "scenario_value": False, "evidence": None} for key in keys if key in item]


def share(step):
    return {}


def steps(items, facility):
    out = []
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, str):
            out.append({"kind": "visit", "visit": f"{facility}.{item}", "share": {}})
        elif "stage" in item:
            out.append({"kind": "visit", "visit": f"{facility}.{item['stage']}", "share": {c: 1 for c in item.get("classes", [])}})
    return out


def link_mode(name, link):
    if "mode" in link:
        return link["mode"]
    if "pontoon" in name or "ice" in name:
        return "pontoon"
    if name.startswith("air-"):
        return "air"
    if name == "rope":
        return "cableway"
    if "rail" in name or name == "leninsk-branch":
        return "rail"
    if part_of["link", name] in ("shipping",) or name in ("fairway", "barge-way"):
        return "river"
    return "road"


def facility(name, item):
    stages = []
    for kind, group in (("control", "stage"), ("holding", "yard"), ("appointments", "queue")):
        for s, stage in item.get(group, {}).items():
            lanes = stage.get("lanes")
            lanes = lanes if isinstance(lanes, int) else None
            kind_of = "appointments" if s == "booking" else "holding" if "places" in stage else kind
            stages.append({"name": f"{name}.{s}", "title": title(stage, s), "kind": kind_of, "step": None, "lanes": lanes,
                           "room": stage.get("room") or stage.get("places"), "hours": stage.get("hours"),
                           "seasons": [], "values": inputs(f"facility.{name}.stage.{s}", stage, ["lanes", "service", "room", "places", "share", "hours"])})
    return {"name": name, "title": title(item, name), "node": item["node"], "bcp": item.get("bcp"), "stages": stages,
            "processes": [{"direction": d, "steps": steps(p, name)} for d, p in item.get("process", {}).items()]}


kinds = {kind: set(model.get(kind, {})) for kind in ("facility", "link", "service")}


def legs(path):
    out = []
    for place in path:
        place = place if isinstance(place, str) else next(iter(place.values()))
        kind = next((k for k in ("facility", "link", "service") if place in kinds[k]), None)
        if kind:
            out.append({"kind": kind, "name": place, "reversed": False})
    return out


def season(name):
    def day(key):
        key = model["season"][name][key]
        return model.get("yearly", {}).get(key, {}).get("day", key)
    return {"from": day("from"), "to": day("to")}


def seasons(item):
    s = item.get("season", item.get("seasons", []))
    return [s] if isinstance(s, str) else s


def with_part(kind, make):
    return [dict(make(n, i), part=part_of[kind, n]) for n, i in model.get(kind, {}).items()]


def all_scenarios():
    for n, s in model["scenario"].items():
        chain, row = s, dict(s)
        while "base" in chain:
            chain = model["scenario"][chain["base"]]
            row = {**chain, **row}
        yield {"name": n, "title": title(s, n), "base": s.get("base"), "from": row["from"], "to": row["to"], "parts": row.get("parts"),
               "changes": [{"path": k, "from": None, "before": "", "after": json.dumps(v, ensure_ascii=False)[:60]} for k, v in s.get("set", {}).items()],
               "file": "scenarios.toml"}


services = model["service"]
out = {
    "title": title(model["corridor"], "amur"), "zone": model["corridor"]["zone"], "default_scenario": "corridor-2026",
    "scenarios": list(all_scenarios()),
    "directions": [{"name": n, "title": title(i, n)} for n, i in model["direction"].items()],
    "classes": with_part("class", lambda n, i: {"name": n, "title": title(i, n), "seats": i.get("seats")}),
    "nodes": with_part("node", lambda n, i: {"name": n, "title": title(i, n), "country": i.get("country", ""), "zone": i.get("zone", ""),
                                             "longitude": i["at"][0] if "at" in i else None, "latitude": i["at"][1] if "at" in i else None}),
    "links": with_part("link", lambda n, i: {
        "name": n, "title": title(i, n), "from": i["from"], "to": i["to"], "one_way": i.get("one-way", False), "border": i.get("border", False),
        "length_m": number(i.get("length"), {"km": 1000, "m": 1}) or 0, "travel_min": number(i.get("travel"), {"h": 60, "min": 1, "d": 1440}) or 1,
        "storage_vehicles": i.get("storage"), "flow_capacity_per_h": number(i.get("flow-capacity"), {}), "hours": i.get("hours"),
        "seasons": seasons(i), "mode": link_mode(n, i)}),
    "facilities": with_part("facility", facility),
    "services": with_part("service", lambda n, i: {
        "name": n, "title": title(i, n), "class": i["class"], "from": model["link"].get(i["path"][0], {}).get("from", ""),
        "to": model["link"].get(i["path"][-1], {}).get("to", ""), "forward": i["forward"], "back": i.get("back"), "fleet": i.get("fleet"),
        "departures": str(i.get("every") or i.get("departures") or ""), "seats": i.get("seats") or model["class"][i["class"]].get("seats", 0),
        "hours": i.get("hours"), "seasons": seasons(i), "values": inputs(f"service.{n}", i, ["fleet", "every", "fare", "hours"])}),
    "calendars": with_part("calendar", lambda n, i: {"name": n, "title": title(i, n), "zone": i.get("zone", "Asia/Yakutsk"), "open": str(i.get("open"))}),
    "seasons": with_part("season", lambda n, i: {"name": n, "title": title(i, n), **season(n)}),
    "routes": with_part("route", lambda n, i: {"name": n, "title": title(i, n), "direction": i["direction"], "legs": legs(i["path"])}),
    "flows": with_part("flow", lambda n, i: {"name": n, "title": title(i, n), "class": i["class"], "routes": i.get("routes", [i.get("route")]),
                                             "direction": model["route"].get(i.get("route") or i.get("routes", [""])[0], {}).get("direction", "into-ru"),
                                             "owner": i.get("owner"), "values": inputs(f"flow.{n}", i, ["volume"])}),
    "projects": [{"name": n, "title": title(i, n), "owner": i.get("owner"), "status": str(i.get("status", "")), "planned": None, "opens": None,
                  "milestones": []} for n, i in model.get("project", {}).items()],
    "files": {f.name: f.read_text() for f in []},
}
(pathlib.Path(__file__).parent / "model.json").write_text(json.dumps(out, ensure_ascii=False))
