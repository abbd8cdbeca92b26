"""Times rapidyaml's fresh parse_in_place of one file: a line on standard input, the CPU seconds of one parse back.

PyPI: rapidyaml. Started by parser-benchmark, so that both sides take turns.
"""
import sys, time
import ryml

source = open(sys.argv[1], "rb").read()
for _ in sys.stdin:
    copy = bytearray(source)  # parse_in_place writes into it; not part of the time
    start = time.process_time()
    tree = ryml.parse_in_place(copy)
    seconds = time.process_time() - start
    del tree
    print(seconds, flush=True)
