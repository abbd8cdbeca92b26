#!/usr/bin/env python3
"""Types words into strata's search and into fzf, letter by letter, each in a terminal of its own, and prints what a key
takes: to its echo, to the first results, to the screen that does not change any more. Milliseconds by the clock.

    Benchmarks/typing.py .build/release/strata big.yaml fzf [--list TEXT] [WORD...]

fzf is given the names and summaries of the catalog, a tool a line, or TEXT.
"""
import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

WORDS = "cluste kubern secret sandbo snapsh policy runtim servic networ metric".split()
COLUMNS, ROWS = 100, 30
# Silence, in seconds, after which a screen counts as settled, and after which a frame ends.
SETTLED, FRAME = 0.4, 0.0012


class Terminal:
    """A program in a pseudoterminal."""

    def __init__(self, command, stdin=None):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            if stdin:
                os.dup2(os.open(stdin, os.O_RDONLY), 0)
            os.execvpe(command[0], command, dict(os.environ, TERM="xterm-256color"))
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def send(self, text):
        """When it was sent."""
        moment = time.monotonic()
        os.write(self.master, text.encode())
        return moment

    def chunks(self, quiet=SETTLED, patience=4.0):
        """When output came, and what, until there is none for `quiet` seconds."""
        chunks, end = [], time.monotonic() + patience
        while True:
            until = chunks[-1][0] + quiet if chunks else end
            wait = until - time.monotonic()
            if wait <= 0:
                return chunks
            if select.select([self.master], [], [], wait)[0]:
                output = os.read(self.master, 65536)
                chunks.append((time.monotonic(), output))
                if b"\x1b[6n" in output:  # where the cursor is: fzf asks
                    os.write(self.master, b"\x1b[1;1R")

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self.master)


def measure(command, words, before="", stdin=None):
    """Three lists: from each key to the echo, to the first results, to the last output."""
    terminal = Terminal(command, stdin)
    terminal.chunks(quiet=3, patience=60)
    if before:
        terminal.send(before)
        terminal.chunks()
    times = ([], [], [])
    for word in words:
        for letter in word:
            sent = terminal.send(letter)
            chunks = terminal.chunks()
            if not chunks:
                continue
            moments = [moment for moment, _ in chunks]
            frames = [b for a, b in zip([0] + moments, moments) if b - a > FRAME]
            # The first frame has the results already where it says nothing of a search that goes on.
            echo = b"".join(output for moment, output in chunks if len(frames) < 2 or moment < frames[1])
            first = frames[min(len(frames) - 1, b"searching" in echo)]
            for values, moment in zip(times, (moments[0], first, moments[-1])):
                values.append((moment - sent) * 1e3)
        terminal.send("\x15")
        terminal.chunks()
    terminal.close()
    return times


def quantile(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def listing(strata, catalog):
    """A file with the names and summaries, a tool a line; it goes when it is closed."""
    text = tempfile.NamedTemporaryFile(prefix="strata-typing-", suffix=".txt")
    fields = [strata, "list", "--catalog", catalog, "--lang", "en", "--format", "tsv", "--fields", "name,summary"]
    subprocess.run(fields, stdout=text, check=True)
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("strata")
    parser.add_argument("catalog")
    parser.add_argument("fzf")
    parser.add_argument("words", metavar="WORD", nargs="*", default=WORDS)
    parser.add_argument("--list", metavar="TEXT")
    given = parser.parse_args()
    for program in (given.strata, given.fzf):
        if not shutil.which(program):
            sys.exit(f"{program}: no such program")
    for file in filter(None, (given.catalog, given.list)):
        if not os.path.exists(file):
            sys.exit(f"{file}: no such file")
    text = None if given.list else listing(given.strata, given.catalog)
    words = given.words or WORDS
    ours = measure([given.strata, "--catalog", given.catalog, "--lang", "en", "--no-state"], words, before="/")
    theirs = measure([given.fzf, "-e"], words, stdin=given.list or text.name)
    for program, times in ((given.strata, ours), (given.fzf, theirs)):
        if len(times[2]) < sum(map(len, words)):
            sys.exit(f"{program}: no answer to {sum(map(len, words)) - len(times[2])} of {sum(map(len, words))} keys")
    for name, part in (("echo", 0), ("first results", 1), ("settled", 2)):
        line = f"{name:14}"
        for label, at in (("p50", 0.5), ("p99", 0.99)):
            a, b = quantile(ours[part], at), quantile(theirs[part], at)
            line += f"  {label} {a:6.1f}"
            if part != 1:
                line += f" (fzf {b:6.1f}: {a / b:.2f} x)"
        print(line, f" of {len(ours[part])} keys")


main()
