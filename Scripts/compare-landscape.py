#!/usr/bin/env python3
"""Lists what a newer landscape file of the CNCF would change in the shipped catalog.

    curl -O https://raw.githubusercontent.com/cncf/landscape/master/landscape.yml
    Scripts/compare-landscape.py landscape.yml

Prints one line for each CNCF project that is new, renamed or gone, and for each maturity, date, homepage or
repository that differs; a line about the catalog begins with the file and line to edit. Differences that are meant
stand in Tests/ShippedCatalogTests/differences.yaml and are left out; those that no longer exist are listed as stale.

    Scripts/compare-landscape.py landscape.yml --before last-month.yml --month 2026-08

also lists what happened between the two files to items of every sort, projects or not: new, gone, renamed, moved to
another category, archived. For a tool of the catalog that is new on the landscape it proposes `listed`.
After the edits: set `asOf` in landscape.yaml to the day of the landscape file.

Exit status: 0 nothing differs, 1 something does, 2 a file cannot be read. Needs PyYAML.
"""
import argparse
import datetime
import pathlib
import sys

import yaml

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
DATES = ["accepted", "incubating", "graduated", "archived"]
FIELDS = ["maturity", "homepage", "repository"] + DATES
LANDSCAPE_KEYS = {"maturity": "project", "homepage": "homepage_url", "repository": "repo_url"}
LINE = object()  # the key under which a mapping keeps its line


class Unusable(Exception):
    """A file that is not what it should be; the text says which and why."""


class Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
    """Every scalar as written; a mapping knows its line."""

    def construct_mapping(self, node, deep=False):
        mapping = super().construct_mapping(node, deep=True)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


Loader.add_constructor("tag:yaml.org,2002:map", Loader.construct_mapping)


def load(path, key):
    """The list that stands under a key of a YAML file."""
    try:
        text = sys.stdin.buffer.read() if str(path) == "-" else pathlib.Path(path).read_bytes()
        root = yaml.load(text, Loader=Loader)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Unusable(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(root, dict) or key not in root:
        raise Unusable(f"{path}: no '{key}' in it")
    return listed(root, key, path)


def listed(mapping, key, path):
    """The mappings in the list that stands under a key; none where the key has no value."""
    values = mapping.get(key) or []
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise Unusable(f"{path}: '{key}' is no list of mappings")
    return values


def read_landscape(path):
    """Name → facts of every item that is a project of the foundation, with the shelf it stands on."""
    projects = {}
    for category in load(path, "landscape"):
        for subcategory in listed(category, "subcategories", path):
            for item in listed(subcategory, "items", path):
                if not item.get("project") or not item.get("name"):
                    continue
                extra = item["extra"] if isinstance(item.get("extra"), dict) else {}
                facts = {field: item.get(key) or None for field, key in LANDSCAPE_KEYS.items()}
                facts.update({day: extra.get(day) or None for day in DATES})
                facts["shelf"] = f"{category.get('name')} / {subcategory.get('name')}"
                projects[item["name"]] = facts
    if not projects:
        raise Unusable(f"{path}: no project of the foundation in it")
    return projects


def read_items(path):
    """Name → facts of every item, project or not, with the shelf it stands on first."""
    items = {}
    for category in load(path, "landscape"):
        for subcategory in listed(category, "subcategories", path):
            for item in listed(subcategory, "items", path):
                if item.get("name"):
                    facts = {field: item.get(key) or None for field, key in LANDSCAPE_KEYS.items()}
                    facts["shelf"] = f"{category.get('name')} / {subcategory.get('name')}"
                    items.setdefault(item["name"], facts)
    return items


def read_catalog(folder):
    """Name → facts of every tool, with its place in the files and its aliases."""
    paths = [path for path in sorted(pathlib.Path(folder).glob("*.yaml")) if path.name != "landscape.yaml"]
    if not paths:
        raise Unusable(f"{folder}: no catalog files")
    tools = {}
    for path in paths:
        for layer in load(path, "layers"):
            for category in listed(layer, "categories", path):
                for tool in listed(category, "tools", path):
                    facts = {field: tool.get(field) or None for field in FIELDS + ["listed"]}
                    facts["place"] = f"{path.name}:{tool[LINE]}"
                    facts["aliases"] = [alias.lower() for alias in tool.get("aliases") or [] if isinstance(alias, str)]
                    tools[tool.get("name")] = facts
    return tools


def read_differences(path):
    """(project, field, landscape's value, catalog's value) → line."""
    return {
        (entry.get("project"), entry.get("field"), entry.get("landscape"), entry.get("catalog")): entry[LINE]
        for entry in load(path, "differences")
    }


def address(text):
    """What two ways to write one address have in common."""
    text = (text or "").lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return text.rstrip("/").removesuffix(".git")


def find_new_name(name, tool, projects, free):
    """The name under which the landscape has a project now, if it can be told."""
    for candidate in free:
        facts = projects[candidate]
        same_code = tool["repository"] and address(tool["repository"]) == address(facts["repository"])
        same_page = tool["homepage"] and address(tool["homepage"]) == address(facts["homepage"])
        if same_code or same_page or candidate.lower() in tool["aliases"] or candidate.lower() == name.lower():
            return candidate
    return None


def compare(projects, tools, deliberate):
    """The lines to print; takes the deliberate differences that apply out of `deliberate`."""
    lines = []

    def is_meant(*difference):
        return deliberate.pop(difference, None) is not None

    names = {}  # the landscape's name → the catalog's
    for project, field, theirs, ours in list(deliberate):
        if field == "name" and theirs in projects and ours in tools:
            names[theirs] = ours
            deliberate.pop((project, field, theirs, ours))
    for name in projects:
        if name in tools:
            names.setdefault(name, name)
    known = set(names.values())
    free = [name for name in projects if name not in names]
    for name, tool in tools.items():
        if tool["maturity"] is None or name in known:
            continue
        new_name = find_new_name(name, tool, projects, free)
        if new_name:
            free.remove(new_name)
            names[new_name] = name
            lines.append(f"{tool['place']}: {name}: renamed to {new_name}")
        elif not is_meant(name, "name", None, name):
            lines.append(f"{tool['place']}: {name}: no project of the landscape any more ({tool['maturity']} here)")
    for theirs, ours in names.items():
        facts, tool = projects[theirs], tools[ours]
        for field in FIELDS:
            old, new = tool[field], facts[field]
            if old != new and not is_meant(ours, field, new, old):
                lines.append(f"{tool['place']}: {ours}: {field}: {old or '(none)'} -> {new or '(none)'}")
    for name in free:
        facts = projects[name]
        if not is_meant(name, "name", name, None):
            days = ", ".join(f"{day} {facts[day]}" for day in DATES if facts[day])
            lines.append(f"new: {name} ({facts['maturity']}; {days}) {facts['homepage']} in {facts['shelf']}")
    return lines


def is_same(one, other):
    """Whether two items with different names are one: an address agrees."""
    return any(one[field] and address(one[field]) == address(other[field]) for field in ("repository", "homepage"))


def compare_items(before, now, tools, month):
    """The lines about what happened to items between two landscape files."""
    lines = []
    gone = [name for name in before if name not in now]
    new = [name for name in now if name not in before]
    for name in gone:
        heir = next((candidate for candidate in new if is_same(before[name], now[candidate])), None)
        if heir is None:
            lines.append(f"item gone: {name} from {before[name]['shelf']}")
            continue
        new.remove(heir)
        lines.append(f"item renamed: {name} -> {heir}")
    for name in new:
        lines.append(f"item new: {name} in {now[name]['shelf']}")
        tool = tools.get(name) or next((tool for tool in tools.values() if is_same(now[name], tool)), None)
        if tool and tool["listed"] is None:
            lines.append(f"{tool['place']}: {name}: listed: (none) -> {month}")
    for name in now:
        if name in before and before[name]["shelf"] != now[name]["shelf"]:
            lines.append(f"item moved: {name}: {before[name]['shelf']} -> {now[name]['shelf']}")
        if name in before and now[name]["maturity"] == "archived" != before[name]["maturity"]:
            lines.append(f"item archived: {name}")
    return lines


def place_order(line):
    """Lines of the catalog by file and line, then what is new."""
    place = line.split(": ")[0].rsplit(":", 1)
    return (0, place[0], int(place[1]), line) if len(place) == 2 else (1 if line.startswith("new: ") else 2, "", 0, line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("landscape", help="the CNCF's landscape.yml, or - for standard input")
    parser.add_argument("--catalog", default=PACKAGE / "Resources/catalog", help="the folder of the catalog's files")
    parser.add_argument(
        "--differences",
        default=PACKAGE / "Tests/ShippedCatalogTests/differences.yaml",
        help="the file of the differences that are meant",
    )
    parser.add_argument("--before", help="an earlier landscape.yml, to list what happened to items since")
    parser.add_argument(
        "--month",
        default=datetime.date.today().strftime("%Y-%m"),
        help="the month of the landscape file, which is proposed as `listed` (default: this month)",
    )
    arguments = parser.parse_args()
    try:
        deliberate = read_differences(arguments.differences)
        tools = read_catalog(arguments.catalog)
        lines = compare(read_landscape(arguments.landscape), tools, deliberate)
        if arguments.before:
            lines += compare_items(read_items(arguments.before), read_items(arguments.landscape), tools, arguments.month)
    except Unusable as problem:
        print(f"compare-landscape: {problem}", file=sys.stderr)
        return 2
    file = pathlib.Path(arguments.differences).name
    lines += [f"{file}:{line}: {entry[0]}: {entry[1]}: stale, no such difference any more" for entry, line in deliberate.items()]
    for line in sorted(lines, key=place_order):
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
