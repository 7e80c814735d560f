#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Times Konbit's network engine beside igraph and networkx on the same random networks. README.md says how.

usage: compare.py KONBIT-NETBENCH [--sizes 100 1000] [--tools igraph networkx] [--json FILE] [--limit SECONDS]
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

TASKS = ["betweenness", "bundle", "report"]
REPETITIONS = 5
TIES_PER_MEMBER = 8


def write_network(folder, n):
    """Directed, without loops and repetitions, the same on every machine."""
    numbers, ties = random.Random(n), set()
    while len(ties) < min(TIES_PER_MEMBER * n, n * (n - 1) // 4):
        a, b = numbers.randrange(n), numbers.randrange(n)
        if a != b:
            ties.add((a, b))
    with open(folder / f"g{n}a.csv", "w") as file:
        file.write("from,to\n" + "".join(f"{a},{b}\n" for a, b in sorted(ties)))


def seconds(command, limit):
    """The shortest of what the command measured, or why there is none: other work on the machine only ever adds."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"over {limit} s"
    if done.returncode:
        return "not offered" if done.returncode == 3 else done.stderr.strip().splitlines()[-1]
    return min(json.loads(done.stdout))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("konbit")
    options.add_argument("--sizes", nargs="+", type=int, default=[100, 1000])
    options.add_argument("--tasks", nargs="+", default=TASKS)
    options.add_argument("--tools", nargs="+", default=["igraph", "networkx"])
    options.add_argument("--json")
    options.add_argument("--limit", type=float, default=120)
    options.add_argument("--repetitions", type=int, default=REPETITIONS)
    given = options.parse_args()

    rows = []
    peer = str(pathlib.Path(__file__).with_name("peer.py"))
    with tempfile.TemporaryDirectory() as folder:
        for n in given.sizes:
            write_network(pathlib.Path(folder), n)
            for task in given.tasks:
                commands = {"konbit": [given.konbit]} | {tool: [sys.executable, peer, tool] for tool in given.tools}
                for tool, command in commands.items():
                    time = seconds(command + [task, folder, str(n), str(given.repetitions)], given.limit)
                    rows.append({"task": task, "n": n, "tool": tool, "seconds": time, "load": os.getloadavg()[0]})
                    shown = f"{1000 * time:12.2f} ms" if isinstance(time, float) else f"{time:>15}"
                    print(f"{task:12} n={n:<6} {tool:9} {shown}   load {os.getloadavg()[0]:.1f}", flush=True)
    if given.json:
        pathlib.Path(given.json).write_text(json.dumps(rows, indent=1) + "\n")


main()
