#!/usr/bin/env python3
"""Gives strata inputs that double, of every kind that once took more than its share, and prints how its time grows:
seconds of CPU for each size, and the largest ratio of two. Exits with 1 where one is over 2.2.

    Benchmarks/growth.py .build/release/strata [KIND...]

Kinds with `page` are drawn as a page, the others go through a command.
"""
import os
import subprocess
import sys
import tempfile

LIMIT = 2.2
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
    "long-name": (lambda n: tools(1, lambda _: f"id: t, name: {'n' * 50 * n}"), ["list"]),
    "long-text": (lambda n: HEAD + tool("", "a " * 25 * n), ["list", "--format", "json"]),
}
QUERIES = {
    "long-query": lambda n: "q" * 4 * n,
    "many-words": lambda n: "word " * n,
    "brackets-of-a-query": lambda n: "(" * n,
    "alternatives": lambda n: "a|" * n,
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
    count, times = start, []
    while True:
        text = file(count)
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as source:
            source.write(text)
            source.flush()
            times.append(min(run(command(source.name, count)) for _ in range(2)))
        if times[-1] > ENOUGH or len(text) > LARGEST or count >= last:
            break
        count *= 2
    ratios = [b / a for a, b in zip(times, times[1:]) if a >= LEAST]
    worst = max(ratios, default=0)
    shown = " ".join(f"{seconds:.2f}" for seconds in times[-5:])
    print(f"{name:22} {shown:32} {worst:5.2f}  up to {count}, {len(text) / 1e6:.1f} MB", flush=True)
    return worst


def main():
    if len(sys.argv) < 2:
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
            # One argument of a program has at most 128 KiB.
            lambda path, n: [strata, "search", "--catalog", path, query(n)], 1 << 11, 1 << 14)
    for name, text in TEXTS.items():
        judge(
            "page-" + name, lambda n: HEAD + tool("", text(n).replace("'", "''")),
            lambda path, _: [strata, "--catalog", path, "--no-state", "--snapshot", "100x30", "--keys", "ll<enter>G"],
            1 << 14, 1 << 18)
    sys.exit(1 if worst > LIMIT else 0)


main()
