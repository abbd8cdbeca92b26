#!/usr/bin/env python3
"""Holds strata's start, keys, commands, memory and size against ncdu, nnn and less, and against its limits, in one table.

    Benchmarks/screen.py .build/release/strata [--landscape landscape.yml] [--rounds 20]

Each round starts every program once, in turn, in a terminal of its own, so that what else the machine does meets all of
them alike; compared are medians of one run. Times are milliseconds by the clock from exec, or from the key, to the last
byte of the frame. Instructions are counted by callgrind, where valgrind is installed, until the first frame stands still.
`Benchmarks/run` installs the peers first.
"""
import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 100, 30
# Silence, in seconds, after which a frame has ended.
QUIET = 0.06
# The arrow as a terminal sends it once a program has asked for its application keys, which ncurses does.
DOWN, UP = "\x1bOB", "\x1bOA"


class Run:
    """A program in a pseudoterminal."""

    def __init__(self, command):
        self.started = time.monotonic()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8"))
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def frame(self, since, patience=10.0, quiet=QUIET):
        """Milliseconds to the last byte before silence, and the number of bytes; nothing where none came."""
        last, count = None, 0
        while True:
            wait = quiet if last else patience
            if not select.select([self.master], [], [], wait)[0]:
                break
            try:
                count += len(os.read(self.master, 1 << 16))
            except OSError:
                break
            last = time.monotonic()
        return ((last - since) * 1e3, count) if last else (None, 0)

    def write(self, text):
        """All of a text, which may be more than the terminal holds; what comes meanwhile is read."""
        data = text.encode()
        while data:
            readable, writable, _ = select.select([self.master], [self.master], [], 10)
            if readable:
                os.read(self.master, 1 << 16)
            if writable:
                data = data[os.write(self.master, data[:1024]):]

    def key(self, text):
        since = time.monotonic()
        os.write(self.master, text.encode())
        return self.frame(since, patience=0.5)

    def end(self, keys):
        """Leaves the program; its CPU time in milliseconds, its largest memory in MB."""
        # Not what `wait` says: that counts what this process had before `exec`.
        with open(f"/proc/{self.pid}/status") as file:
            memory = re.search(r"VmHWM:\s+(\d+)", file.read())
        os.write(self.master, keys.encode())
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            pid, _, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                break
            if select.select([self.master], [], [], 0.02)[0]:
                try:
                    os.read(self.master, 1 << 16)
                except OSError:
                    pass
        else:
            os.kill(self.pid, signal.SIGKILL)
            _, _, usage = os.wait4(self.pid, 0)
        os.close(self.master)
        return (usage.ru_utime + usage.ru_stime) * 1e3, int(memory.group(1)) / 1024 if memory else None


def median(values):
    return quantile(values, 0.5)


def quantile(values, part):
    values = sorted(v for v in values if v is not None)
    return values[min(len(values) - 1, int(part * len(values)))] if values else float("nan")


def folder():
    """A folder that ncdu and nnn have something to list of."""
    path = tempfile.mkdtemp(prefix="strata-bench-")
    for number in range(40):
        with open(os.path.join(path, f"file-{number:02}.txt"), "w") as file:
            file.write("text\n" * (number + 1) * 100)
    return path


def measure(programs, rounds, presses):
    """For each program: starts, frame bytes, keys, key bytes, CPU, memory."""
    results = {name: {k: [] for k in ("start", "bytes", "key", "keybytes", "cpu", "memory")} for name in programs}
    names = list(programs)
    for number in range(rounds + 1):
        for name in names[number % len(names):] + names[: number % len(names)]:
            command, (down, up), leave = programs[name]
            run = Run(command)
            start, count = run.frame(run.started)
            # Down and up again: the place is remembered, and at the end of a list nothing moves.
            keys = [run.key(key) for _ in range(presses) for key in (down, up)]
            cpu, memory = run.end(leave)
            if number == 0:  # warms the caches
                continue
            result = results[name]
            result["start"].append(start)
            result["bytes"].append(count)
            result["key"] += [t for t, n in keys if n]
            result["keybytes"] += [n for _, n in keys if n]
            result["cpu"].append(cpu)
            result["memory"].append(memory)
    return results


def instructions(command):
    """Instructions until the first frame stands still, in millions; nothing without valgrind, or where it cannot read the
    program: it has to be stripped, as `make build` does."""
    if not shutil.which("valgrind"):
        return None
    with tempfile.TemporaryDirectory() as directory:
        out = os.path.join(directory, "out")
        run = Run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--log-file=/dev/null"] + command)
        # Long enough for the frame, too short for what begins when nobody presses a key.
        run.frame(run.started, patience=60, quiet=0.15)
        os.kill(run.pid, signal.SIGTERM)
        run.end("")
        try:
            with open(out) as file:
                return int(re.search(r"^(?:summary|totals): (\d+)", file.read(), re.M).group(1)) / 1e6
        except (OSError, AttributeError):
            return None


def cpu_of(command, rounds):
    """The median of the CPU milliseconds of a command that prints something."""
    values = []
    for _ in range(rounds + 1):
        pid = os.fork()
        if pid == 0:
            null = os.open("/dev/null", os.O_RDWR)
            for descriptor in range(3):
                os.dup2(null, descriptor)
            os.execvp(command[0], command)
        _, _, usage = os.wait4(pid, 0)
        values.append((usage.ru_utime + usage.ru_stime) * 1e3)
    return median(values[1:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("strata")
    parser.add_argument("--landscape", help="a landscape2 data file, such as the CNCF's")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    strata, list_of = options.strata, folder()
    base = [strata]
    # Places are remembered there, not among the user's.
    os.environ["XDG_STATE_HOME"] = list_of
    programs = {"strata": (base, (DOWN, UP), "q")}
    if options.landscape:
        programs["strata FILE"] = ([strata, options.landscape], (DOWN, UP), "q")
    for name, command, leave in (
        ("ncdu", ["ncdu", list_of], "q"), ("nnn", ["nnn", list_of], "q"), ("less", ["less", __file__], "q"),
    ):
        if shutil.which(command[0]):
            programs[name] = (command, ("j", "k") if name == "less" else (DOWN, UP), leave)
    results = measure(programs, options.rounds, presses=3)
    shutil.rmtree(list_of, ignore_errors=True)

    print(f"{'':14}{'start p50':>10}{'p99':>8}{'bytes':>8}{'key p50':>9}{'p99':>8}{'bytes':>7}{'CPU':>7}{'MB':>7}")
    for name, result in results.items():
        print(
            f"{name:14}{median(result['start']):10.2f}{quantile(result['start'], 0.99):8.2f}"
            f"{median(result['bytes']):8.0f}{median(result['key']):9.2f}{quantile(result['key'], 0.99):8.2f}"
            f"{median(result['keybytes']):7.0f}{median(result['cpu']):7.1f}{median(result['memory']):7.1f}")
    print()

    rows, ours = [], results["strata"]
    if "ncdu" in results:
        peer = results["ncdu"]
        rows.append(("start, of ncdu's", median(ours["start"]) / median(peer["start"]), 1.3))
        rows.append(("key p50, of ncdu's", median(ours["key"]) / median(peer["key"]), 1.5))
        rows.append(("key p99, of ncdu's", quantile(ours["key"], 0.99) / quantile(peer["key"], 0.99), 1.5))
        if options.landscape:
            rows.append(("start with FILE, of ncdu's",
                         median(results["strata FILE"]["start"]) / median(peer["start"]), 3.5))
    rows.append(("instructions of a start, M", instructions(base), 18))
    if options.landscape:
        rows.append(("instructions with FILE, M", instructions([strata, options.landscape]), 90))
    rows.append(("memory, MB", median(ours["memory"]), 8))
    rows.append(("size of the program, MB", os.path.getsize(strata) / 1e6, 17.5))
    rows.append(("list, ms of CPU", cpu_of([strata, "list"], options.rounds), 10))
    rows.append(("search mesh, ms of CPU", cpu_of([strata, "search", "mesh"], options.rounds), 15))
    if options.landscape:
        rows.append(("check FILE, ms of CPU", cpu_of([strata, "check", options.landscape], options.rounds), 25))
    rows.append(("--version, ms of CPU", cpu_of([strata, "--version"], options.rounds), None))
    print(f"{'':30}{'measured':>10}{'limit':>8}")
    for name, value, limit in rows:
        if value is None:
            print(f"{name:30}{'not counted':>10}")
            continue
        verdict = "" if limit is None else f"{limit:8}" + ("" if value <= limit else "  over")
        print(f"{name:30}{value:10.2f}{verdict}")


if __name__ == "__main__":
    main()
