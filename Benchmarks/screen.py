#!/usr/bin/env python3
"""Holds strata's start, keys, commands, memory and size against ncdu, nnn and less, and against its limits, in one table.

    Benchmarks/screen.py .build/release/strata [--landscape landscape.yml] [--rounds 20]

Each round starts every program once, in turn, in a terminal of its own, so that what else the machine does meets all of
them alike; compared are medians of one run. Times are milliseconds by the clock from exec, or from the key, to the last
byte of the frame. Instructions are counted by callgrind, where valgrind is installed: of a start until the whole first
frame stands still, of a command all of them. `Benchmarks/run` installs the peers first.
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
# Arrows as a terminal sends them once a program has asked for its application keys, which ncurses does.
DOWN, UP, RIGHT = "\x1bOB", "\x1bOA", "\x1bOC"
# What the whole first frame has, and no sign of progress before it.
WHOLE = b"Statistics"
# Where strata's keys are measured, and which lead there from a fresh start.
PLACES = {
    "layer": [], "category": [RIGHT], "tool": [RIGHT, RIGHT], "page": ["\r"], "map": ["2"], "statistics": ["4"],
    "help": ["?"], "palette": [":"],
}


class Run:
    """A program in a pseudoterminal."""

    def __init__(self, command, state=None):
        """`state`: where it remembers its place."""
        environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8")
        if state:
            environment["XDG_STATE_HOME"] = state
        self.started = time.monotonic()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def frame(self, since, patience=10.0, quiet=QUIET, until=b""):
        """Milliseconds to the last byte before silence, and the number of bytes; nothing where none came. `until` has to be
        in what comes before silence counts."""
        last, count, text = None, 0, b""
        while True:
            wait = quiet if last and until in text else patience
            if not select.select([self.master], [], [], wait)[0]:
                break
            try:
                bytes_read = os.read(self.master, 1 << 16)
            except OSError:
                break
            count += len(bytes_read)
            if until:
                text += bytes_read
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
            command, (down, up), leave, state, way = programs[name]
            if state and not way:  # a first start has no place to return to
                shutil.rmtree(state, ignore_errors=True)
            run = Run(command, state)
            start, count = run.frame(run.started)
            if number == 0:
                for key in way:
                    run.key(key)
            # Down and up again: at the end of a list nothing moves.
            keys = [run.key(key) for _ in range(presses) for key in (down, up)]
            cpu, memory = run.end(leave)
            if number == 0:  # warms the caches, and leaves a place
                continue
            result = results[name]
            result["start"].append(start)
            result["bytes"].append(count)
            result["key"] += [t for t, n in keys if n]
            result["keybytes"] += [n for _, n in keys if n]
            result["cpu"].append(cpu)
            result["memory"].append(memory)
    return results


def measure_keys(strata, peer, rounds, presses):
    """For each of `PLACES`: the milliseconds and bytes of ↓ and ↑ there, the peer's in between; by the name `peer` its own."""
    results = {name: [] for name in [*PLACES, "peer"]}
    state = tempfile.mkdtemp(prefix="strata-bench-")
    for _ in range(rounds):
        for name, way in PLACES.items():
            shutil.rmtree(state, ignore_errors=True)
            run, other = Run([strata], state), Run(peer) if peer else None
            for program in filter(None, (run, other)):
                program.frame(program.started)
            for key in way:
                run.key(key)
            run.key(DOWN)
            for key in [DOWN, UP] * presses:
                results[name].append(run.key(key))
                if other:
                    results["peer"].append(other.key(key))
            run.end("Q")
            if other:
                other.end("q")
    shutil.rmtree(state, ignore_errors=True)
    return {name: [(t, n) for t, n in keys if n] for name, keys in results.items()}


def callgrind(command, watch=None):
    """What callgrind counts, in millions; nothing without valgrind. It cannot read the release's symbols, and gives up where it
    finds them: the program is copied to where they are not. `watch` is given the run, to end it."""
    if not shutil.which("valgrind"):
        return None
    with tempfile.TemporaryDirectory() as directory:
        out = os.path.join(directory, "out")
        program = shutil.copy(command[0], os.path.join(directory, "program"))
        valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--log-file=/dev/null", program] + command[1:]
        if watch:
            watch(Run(valgrind, directory))
        else:
            subprocess.run(valgrind, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with open(out) as file:
                return int(re.search(r"^(?:summary|totals): (\d+)", file.read(), re.M).group(1)) / 1e6
        except (OSError, AttributeError):
            return None


def instructions(command):
    """Instructions until the first frame stands still, in millions."""
    def watch(run):
        # Long enough for the frame, too short for what begins when nobody presses a key.
        run.frame(run.started, patience=60, quiet=0.15, until=WHOLE)
        os.kill(run.pid, signal.SIGTERM)
        run.end("")
    return callgrind(command, watch)


def hello():
    """The path of a static program that says hello; nothing without a compiler."""
    folder = tempfile.mkdtemp(prefix="strata-bench-")
    path = os.path.join(folder, "hello")
    source = b'#include <stdio.h>\nint main(void) { return puts("hello") < 0; }\n'
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    done = subprocess.run([compiler, "-O2", "-static", "-x", "c", "-", "-o", path], input=source, capture_output=True)
    return path if done.returncode == 0 else None


def elapsed(commands, rounds):
    """The medians of the milliseconds by the clock of commands that print something, one after the other each round."""
    values = [[] for _ in commands]
    for number in range(rounds + 1):
        for times, command in zip(values, commands):
            since = time.monotonic()
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number:
                times.append((time.monotonic() - since) * 1e3)
    return [median(times) for times in values]


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
    states = tempfile.mkdtemp(prefix="strata-bench-")
    arrows = (DOWN, UP)
    programs = {
        "strata": (base, arrows, "q", os.path.join(states, "new"), []),
        "strata, place": (base, arrows, "q", os.path.join(states, "kept"), [DOWN, RIGHT, RIGHT, DOWN]),
    }
    if options.landscape:
        programs["strata FILE"] = ([strata, options.landscape], arrows, "q", os.path.join(states, "file"), [])
    for name, command in (("ncdu", ["ncdu", list_of]), ("nnn", ["nnn", list_of]), ("less", ["less", __file__])):
        if shutil.which(command[0]):
            programs[name] = (command, ("j", "k") if name == "less" else arrows, "q", None, [])
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    results = measure(programs, options.rounds, presses=3)

    print(f"{'':14}{'start p50':>10}{'p99':>8}{'bytes':>8}{'key p50':>9}{'p99':>8}{'bytes':>7}{'CPU':>7}{'MB':>7}")
    for name, result in results.items():
        print(
            f"{name:14}{median(result['start']):10.2f}{quantile(result['start'], 0.99):8.2f}"
            f"{median(result['bytes']):8.0f}{median(result['key']):9.2f}{quantile(result['key'], 0.99):8.2f}"
            f"{median(result['keybytes']):7.0f}{median(result['cpu']):7.1f}{median(result['memory']):7.1f}")
    print()

    rows, ours, peer = [], results["strata"], results.get("ncdu")
    if peer:
        for name, limit in (("strata", 1.3), ("strata, place", 1.3), ("strata FILE", 3.5)):
            if name in results:
                rows.append(
                    (f"start of {name}, of ncdu's", median(results[name]["start"]) / median(peer["start"]), limit))
    keys = measure_keys(strata, ["ncdu", list_of] if peer else None, max(2, options.rounds // 4), presses=3)
    other = [t for t, _ in keys["peer"]]
    for name in PLACES:
        times = [t for t, _ in keys[name]]
        if other:
            rows.append((f"↓ on {name}, p50, of ncdu's", median(times) / median(other), 1.5))
            rows.append((f"↓ on {name}, p99, of ncdu's", quantile(times, 0.99) / quantile(other, 0.99), 1.5))
        rows.append((f"↓ on {name}, bytes", median([n for _, n in keys[name]]), 1411))
    rows.append(("instructions of a start, M", instructions(base), 18))
    if options.landscape:
        rows.append(("instructions with FILE, M", instructions([strata, options.landscape]), 90))
    rows.append(("CPU of a start, ms", median(ours["cpu"]), 12))
    rows.append(("memory, MB", median(ours["memory"]), 8))
    rows.append(("size of the program, MB", os.path.getsize(strata) / 1e6, 17.5))
    commands = [("list", ["list"], 10), ("search mesh", ["search", "mesh"], 15)]
    # What a shell asks at a Tab.
    commands += [(f"complete {' '.join(words)}", ["complete", "--", *words], 20)
                 for words in (["show", "k"], ["list", "maturity:g"], ["list", "--fields", "id,"])]
    if options.landscape:
        commands.append(("check FILE", ["check", options.landscape], 25))
    for name, arguments, limit in commands:
        rows.append((f"{name}, ms of CPU", cpu_of([strata, *arguments], options.rounds), limit))
        rows.append((f"{name}, instructions, M", callgrind([strata, *arguments]), None))
    greeting = hello()
    if greeting:
        version, least = elapsed([[strata, "--version"], [greeting]], options.rounds)
        rows.append(("--version, of a static hello's", version / least, 3))
        shutil.rmtree(os.path.dirname(greeting), ignore_errors=True)
    shutil.rmtree(list_of, ignore_errors=True)
    shutil.rmtree(states, ignore_errors=True)
    print(f"{'':34}{'measured':>10}{'limit':>8}")
    for name, value, limit in rows:
        if value is None:
            print(f"{name:34}{'not counted':>10}")
            continue
        verdict = "" if limit is None else f"{limit:8}" + ("" if value <= limit else "  over")
        print(f"{name:34}{value:10.2f}{verdict}")


if __name__ == "__main__":
    main()
