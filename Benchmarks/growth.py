#!/usr/bin/env python3
"""Gives strata inputs that double, of every kind that once took more than its share, and prints how its time grows:
seconds of CPU for each size, and the largest ratio of two. Then how long each key takes that leads to such an input or is
pressed while it is on the screen: the slowest of them, by its median of some starts. Then how much memory standard input
takes. Exits with 1 where a ratio is over 2.2, a key over 50 ms, or the memory of an endless input over three times what
standard input may have.

    Benchmarks/growth.py .build/release/strata [KIND...]

Kinds with `page` are drawn as a page, with `key` a key is pressed in a terminal, the others go through a command.
"""
import os
import subprocess
import sys
import tempfile
import textwrap

from screen import DOWN, RIGHT, UP, Run, median

LIMIT = 2.2
# Milliseconds from a key to the last byte of its frame, and of how many starts; megabytes for an input without an end.
KEY_LIMIT, STARTS, MEMORY_LIMIT = 50, 3, 3 * 256
# Bytes that the arguments of a program may take.
ARGUMENTS = 1_500_000
# Below this many seconds a ratio is the machine's: a size that takes less is not judged.
LEAST = 0.15
# Doublings are tried until an input takes so long, or is so large.
ENOUGH, LARGEST = 2.0, 60_000_000

HEAD = "layers:\n  - id: l\n    name: L\n    categories:\n      - id: c\n        name: C\n        tools:\n"
ITEMS = "landscape:\n  - name: L\n    subcategories:\n      - {name: D, items: []}\n      - name: C\n        items:\n"


def tool(rest, summary=""):
    return f"          - {{id: t, name: T{rest}}}\n" if not summary else (
        f"          - id: t\n            name: T{rest}\n            homepage: https://a.io\n"
        f"            summary: '{summary}'\n")


def tools(count, line):
    return HEAD + "".join("          - {" + line(n) + "}\n" for n in range(count))


def items(count, line):
    return ITEMS + "".join(
        "          - {" + line(n) + ', homepage_url: "https://a.io", logo: x}\n' for n in range(count))


def words(count, word):
    return "[" + ", ".join(word(n) for n in range(count)) + "]"


# Markdown: what stands in a summary.
TEXTS = {
    "quotes": lambda n: "> " * n + "a",
    "brackets": lambda n: "[" * n,
    "angles": lambda n: "<" * n,
    "stars": lambda n: "*a " * n,
    "backticks": lambda n: "".join("`" * (k % 90 + 1) + "a" for k in range(n // 45)),
    "lists": lambda n: "- " * n + "a",
    "links": lambda n: "".join(f"[a](https://b.io/{k}) " for k in range(n // 20)),
    "words": lambda n: "word " * (n // 5),
    "chinese": lambda n: "云" * (n // 3),
    "marks": lambda n: "e\u0301" * (n // 3),
}

# A kind: what comes before its count, the file for a count, and the arguments.
COMMANDS = {
    "warnings": (tools, lambda n: f"id: t{n}, name: T{n}, key{n}: x", 2000, ["check"]),
    "warnings-panel": (
        tools, lambda n: f"id: t{n}, name: T{n}, key{n}: x", 2000,
        ["--no-state", "--snapshot", "100x30", "--keys", "wG", "--catalog"]),
    "warnings-github": (tools, lambda n: f"id: t{n}, name: T{n}, key{n}: x", 2000, ["check", "--format", "github"]),
    "dangling": (tools, lambda n: f"id: tool-{n}, name: T{n}, replacedBy: [tool-{n}x]", 2000, ["check"]),
    "doubled": (tools, lambda n: "id: t, name: T", 4000, ["check"]),
    "long-ids": (tools, lambda n: f"id: {'n' * 10_000}{n}, name: T{n}, also: [{'n' * 10_000}x{n}]", 50, ["check"]),
    "one-name": (items, lambda n: "name: Same", 2000, ["check"]),
}
WHOLE = {
    "second-paths": (lambda n: items(1, lambda _: "name: T, second_path: " + words(n, lambda k: "L / D")), ["check"]),
    "unknown-paths": (
        lambda n: items(1, lambda _: "name: T, second_path: " + words(n, lambda k: f"L / P{k}")), ["check"]),
    "aliases": (lambda n: tools(1, lambda _: "id: t, name: T, aliases: " + words(n, lambda k: f"a{k}")), ["check"]),
    "tags": (lambda n: items(1, lambda _: "name: T, extra: {tags: " + words(n, lambda k: f"a{k}") + "}"), ["check"]),
    # What a file of settings has.
    "groups": (
        lambda n: "groups:\n" + "".join(f"  - {{name: G{k}, categories: [L, M{k}]}}\n" for k in range(n)),
        ["check"]),
    "long-name": (lambda n: tools(1, lambda _: f"id: t, name: {'n' * 50 * n}"), ["list"]),
    "long-text": (lambda n: HEAD + tool("", "a " * 25 * n), ["list", "--format", "json"]),
    # Some 54 MB at the largest.
    "unknown-keys-last": (
        lambda n: tools(n, lambda k: f"id: t{k}, name: T{k}, summary: a tool of many") + "".join(
            f"key{k}: x\n" for k in range(500)), ["check"]),
}
QUERIES = {
    "long-query": lambda n: "q" * 4 * n,
    "long-queries": lambda n: ("q" * 9999 + " ") * (n // 2500),
    "many-words": lambda n: "word " * n,
    "other-words": lambda n: " ".join(f"w{k}" for k in range(n)),
    "brackets-of-a-query": lambda n: "(" * n,
    "alternatives": lambda n: "a|" * n,
    "filters-of-a-query": lambda n: "maturity:a.. " * n,
}
# What is on the screen when a key is pressed: a file, and the keys that lead there.
PASTE = "\x1b[200~{}\x1b[201~"
LIST = [RIGHT, RIGHT]
PAGE = [RIGHT, RIGHT, "\r"]
# The first category of a landscape2 file is empty.
ITEM_LIST = [RIGHT, DOWN, RIGHT]
ITEM_PAGE = [RIGHT, DOWN, RIGHT, "\r"]


def many(count=20_000):
    return tools(count, lambda n: f"id: t{n}, name: T{n}")


SCREENS = {
    **{f"key-{name}": (lambda text=text: HEAD + tool("", text(1 << 20).replace("'", "''")), PAGE)
       for name, text in TEXTS.items()},
    "key-links": (lambda: HEAD + tool("", TEXTS["links"](3200 * 20)), PAGE),
    "key-fields": (
        lambda: tools(1, lambda _: "id: t, name: T, links: {" + ", ".join(
            f"l{k}: 'https://b.io/{k}'" for k in range(60_000)) + "}"), PAGE),
    "key-compared": (
        lambda: HEAD + tool("", TEXTS["stars"](1 << 20)) + tool("", TEXTS["lists"](1 << 20)).replace("id: t", "id: u"),
        [RIGHT, RIGHT, " ", " ", "="]),
    "key-warnings": (lambda: tools(8000, lambda n: f"id: t{n}, name: T{n}, key{n}: x"), ["w"]),
    "key-dangling": (lambda: items(3000, lambda n: f"name: Tool {n}, extra: {{parent_project: Tool {n}x}}"), ["w"]),
    "key-one-name": (lambda: items(12_000, lambda _: "name: Same"), ITEM_LIST),
    "key-doubled": (lambda: items(100_000, lambda n: f"name: T{n % 2}"), ITEM_LIST),
    "key-long-ids": (lambda: tools(2000, lambda n: f"id: {'n' * 10_000}{n}, name: {'N' * 10_000}{n}"), LIST),
    "key-long-name": (lambda: tools(1, lambda _: f"id: t, name: {'n' * 10_000_000}"), PAGE),
    "key-aliases": (lambda: tools(1, lambda _: "id: t, name: T, aliases: " + words(100_000, lambda k: f"a{k}")), PAGE),
    "key-tags": (
        lambda: items(1, lambda _: "name: T, extra: {tags: " + words(100_000, lambda k: f"a{k}") + "}"), ITEM_PAGE),
    "key-known-tags": (
        lambda: "landscape: {name: S, tags: " + words(30_000, lambda k: f"{{id: a{k}, name: A{k}}}") + "}\n"
        + tools(1, lambda _: "id: t, name: T, tags: " + words(30_000, lambda k: f"a{k}")), PAGE),
    "key-second-paths": (
        lambda: items(1, lambda _: "name: T, second_path: " + words(100_000, lambda k: f"L / P{k}")), ITEM_PAGE),
    "key-long-query": (many, ["/", PASTE.format("q" * 1_000_000)]),
    "key-many-words": (many, ["/", PASTE.format("w " * 10_000)]),
    "key-unknown-keys-last": (lambda: WHOLE["unknown-keys-last"][0](850_000), ["w"]),
}


def run(command):
    """Seconds of CPU that the command takes."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.WIFSIGNALED(status):
        sys.exit(f"{' '.join(command)[:200]}: ended by signal {os.WTERMSIG(status)}")
    return usage.ru_utime + usage.ru_stime


def measure(name, file, command, start, last=1 << 24):
    """Doubles the count until there is enough to judge."""

    def least(count, times=2):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as source:
            source.write(file(count))
            source.flush()
            return min(run(command(source.name, count)) for _ in range(times))

    count, times = start, []
    while True:
        text = file(count)
        times.append(least(count))
        # A machine that others use, too, has its moments: what is over the limit is looked at again.
        if len(times) > 1 and times[-2] >= LEAST and times[-1] > LIMIT * times[-2]:
            times[-2:] = [min(times[-2], least(count // 2, 4)), min(times[-1], least(count, 4))]
        if times[-1] > ENOUGH or len(text) > LARGEST or 2 * count > last:
            break
        count *= 2
    ratios = [b / a for a, b in zip(times, times[1:]) if a >= LEAST]
    worst = max(ratios, default=0)
    shown = " ".join(f"{seconds:.2f}" for seconds in times[-5:])
    print(f"{name:22} {shown:32} {worst:5.2f}  up to {count}, {len(text) / 1e6:.1f} MB", flush=True)
    return worst


# What is pressed where the keys have led: a step, another width of the text, a screen, and back.
PRESSED = [DOWN, "z", "\x1b[6~", UP, "z", "\t", "\x1b[6~"]


def press(name, file, keys, strata):
    """Milliseconds of the slowest key, of those that changed the screen: its median of some starts."""
    times = {}
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as source:
        source.write(file())
        source.flush()
        for _ in range(STARTS):
            program = Run([strata, "--no-state", source.name])
            program.frame(0, patience=60, quiet=1.5)
            for place, key in enumerate(keys + PRESSED):
                if len(key) > 100:
                    # A paste is no key: what counts are those behind it.
                    program.write(key)
                    program.frame(0, patience=1, quiet=1)
                    continue
                milliseconds, count = program.key(key)
                # Less than a few bytes is the cursor's place, or the bell.
                if milliseconds and count > 8:
                    times.setdefault((place, key), []).append(milliseconds)
            program.end("\x03")
    slowest = max(((median(all), place, key) for (place, key), all in times.items()), default=None)
    # Where nothing answers there is nothing to judge, which is no success.
    shown = f"{slowest[0]:.1f} ms, key {slowest[1] + 1}: {slowest[2]!r}" if slowest else "no key changed the screen"
    print(f"{name:22} {shown}", flush=True)
    return slowest[0] if slowest else float("inf")


def memory(strata):
    """Megabytes at most that an input without an end takes."""
    source = subprocess.Popen(["yes", "a: b # " + "x" * 1000], stdout=subprocess.PIPE)
    process = subprocess.Popen([strata, "check", "-"], stdin=source.stdout, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    source.stdout.close()
    _, _, usage = os.wait4(process.pid, 0)
    source.kill()
    source.wait()
    megabytes = usage.ru_maxrss / 1024
    print(f"{'endless-input':22} {megabytes:.0f} MB", flush=True)
    return megabytes


def main():
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    strata, chosen, worst = sys.argv[1], sys.argv[2:], 0

    def judge(name, *rest):
        nonlocal worst
        if not chosen or name in chosen:
            worst = max(worst, measure(name, *rest))

    for name, (form, line, start, arguments) in COMMANDS.items():
        judge(name, lambda n: form(n, line), lambda path, _: [strata, *arguments, path], start)
    for name, (file, arguments) in WHOLE.items():
        judge(name, file, lambda path, _: [strata, *arguments, path], 2000)
    for name, query in QUERIES.items():
        judge(
            name, lambda n: HEAD + tool(""),
            # One argument of a program has at most 128 KiB; the words of several are one query.
            lambda path, n: [strata, "search", "--catalog", path, "--", *textwrap.wrap(query(n), 100_000)], 1 << 11,
            ARGUMENTS * (1 << 12) // len(query(1 << 12)))
    for name, text in TEXTS.items():
        judge(
            "page-" + name, lambda n: HEAD + tool("", text(n).replace("'", "''")),
            lambda path, _: [strata, "--catalog", path, "--no-state", "--snapshot", "100x30", "--keys", "ll<enter>G"],
            1 << 14, 1 << 18)
    failed = worst > LIMIT
    for name, (file, keys) in SCREENS.items():
        if not chosen or name in chosen:
            failed = press(name, file, keys, strata) > KEY_LIMIT or failed
    if not chosen or "endless-input" in chosen:
        failed = memory(strata) > MEMORY_LIMIT or failed
    sys.exit(1 if failed else 0)


main()
