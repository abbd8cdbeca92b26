#!/usr/bin/env python3
"""Measures `strata scan` on a repository of 32 MB in 4,000 files against `rg -c -F -f` with all signal words over the same files
in the same run, and how its time grows with the bytes. Exits with 1 where a limit is passed.

    Benchmarks/scan.py .build/release/strata

Limits: 0.5 s of CPU warm, 5 times the CPU of ripgrep, 64 MB of memory, and a ratio of 2.2 where the bytes double.
"""
import os
import random
import sys
import tempfile

CPU, RATIO, MEMORY, GROWTH = 0.5, 5.0, 64 << 20, 2.2
FILES, BYTES = 4_000, 32 << 20
RUNS = 5


def signal_words():
    """The patterns of the table, each once, without their stars."""
    here = os.path.dirname(os.path.abspath(__file__))
    words = set()
    with open(os.path.join(here, "../Resources/signals/signals.txt"), encoding="utf-8") as table:
        for line in table:
            if not line.startswith("#") and line.strip():
                words.add(line.split()[3].strip("*"))
    return sorted(words)


def manifest(dice, number, words, size):
    """A manifest, about `size` bytes: most lines say nothing."""
    lines = ["apiVersion: apps/v1", "kind: Deployment", "metadata:", f"  name: service-{number}", "spec:"]
    length = sum(map(len, lines))
    while length < size:
        kind = dice.random()
        if kind < 0.02:
            line = f"        image: registry.example.com/team-{number % 50}/{dice.choice(words)}:1.{number}"
        elif kind < 0.03:
            line = f"    {dice.choice(words)}/policy: enabled"
        elif kind < 0.3:
            line = f"            - name: VARIABLE_{dice.randrange(1000)}"
        elif kind < 0.6:
            line = f"              value: \"{dice.getrandbits(120):x}\""
        else:
            line = f"          port-{dice.randrange(1000)}: {dice.randrange(65536)}  # what this port is for"
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines) + "\n"


def make(folder, count, size):
    """`count` files of together `size` bytes."""
    dice = random.Random(41)
    words = [word for word in signal_words() if "/" not in word and len(word) > 3]
    for number in range(count):
        path = os.path.join(folder, f"area-{number % 40}", f"service-{number}")
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, "deploy.yaml"), "w", encoding="utf-8") as file:
            file.write(manifest(dice, number, words, size // count))


def measure(command):
    """The least CPU seconds of some runs, and the largest memory in bytes."""
    least, memory = float("inf"), 0
    for _ in range(RUNS):
        child = os.fork()
        if child == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execvp(command[0], command)
        _, _, usage = os.wait4(child, 0)
        least = min(least, usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss * 1024)
    return least, memory


def main():
    strata = os.path.abspath(sys.argv[1])
    failures = []

    def judge(name, value, limit, unit=""):
        print(f"{name}: {value:.2f}{unit} (limit {limit:g}{unit})")
        if value > limit:
            failures.append(name)

    with tempfile.TemporaryDirectory() as folder:
        words = os.path.join(folder, "words")
        with open(words, "w", encoding="utf-8") as file:
            file.write("\n".join(signal_words()) + "\n")
        whole, half = os.path.join(folder, "whole"), os.path.join(folder, "half")
        make(whole, FILES, BYTES)
        make(half, FILES // 2, BYTES // 2)
        own, memory = measure([strata, "scan", whole])
        smaller, _ = measure([strata, "scan", half])
        peer, _ = measure(["rg", "-j1", "-c", "-F", "-f", words, whole])
        judge("CPU", own, CPU, " s")
        judge(f"CPU to ripgrep's {peer:.2f} s", own / peer, RATIO)
        judge("memory", memory / (1 << 20), MEMORY >> 20, " MB")
        judge("twice the bytes", own / smaller, GROWTH)
    sys.exit(1 if failures else 0)


main()
