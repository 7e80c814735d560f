#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Times Konbit's network engine beside its peers on the same random networks, in one run. README.md says how.

usage: compare.py KONBIT-NETBENCH [--folder FOLDER] [--sizes 100 1000] [--tools igraph sna] [--tasks bundle]
                  [--repetitions 3] [--limit SECONDS]

Prints one line for each cell, and writes results.json, results.md and cost.svg into FOLDER.
"""
import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import table

HERE = pathlib.Path(__file__).parent
SIZES = [100, 300, 1000, 3000, 10000, 50000]
TIES_PER_MEMBER = 8
PEERS = {
    "igraph": [sys.executable, str(HERE / "peer.py"), "igraph"],
    "r-igraph": ["Rscript", "--vanilla", str(HERE / "peer.R"), "r-igraph"],
    "networkx": [sys.executable, str(HERE / "peer.py"), "networkx"],
    "sna": ["Rscript", "--vanilla", str(HERE / "peer.R"), "sna"],
    "numpy": [sys.executable, str(HERE / "peer.py"), "numpy"],
    "numpy-sparse": [sys.executable, str(HERE / "peer.py"), "numpy-sparse"],
}
COMPARED = ["betweenness", "closeness", "bundle", "qap1000"]
# What the issue asks of one size only, and what the peers do not offer.
KONBIT_ONLY = [("mrqap2000", 71), ("qap5000", 100), ("report", 100), ("report", 1000), ("betweenness_threads", 10000),
               ("bundle_threads", 50000), ("betweenness_sampled", 10000), ("betweenness_sampled", 50000)]


def random_ties(n, count, numbers, ties):
    """Directed, without loops and repetitions; `ties` are kept."""
    while len(ties) < count:
        a, b = numbers.randrange(n), numbers.randrange(n)
        if a != b:
            ties.add((a, b))
    return ties


def write_networks(folder, n):
    """Two networks of the same members, the same on every machine; two in five ties of the first are in the second."""
    numbers = random.Random(n)
    count = min(TIES_PER_MEMBER * n, n * (n - 1) // 4)
    first = random_ties(n, count, numbers, set())
    second = random_ties(n, count, numbers, {tie for tie in sorted(first) if numbers.random() < 0.4})
    for name, ties in (("a", first), ("b", second)):
        with open(folder / f"g{n}{name}.csv", "w") as file:
            file.write("from,to\n" + "".join(f"{a},{b}\n" for a, b in sorted(ties)))


def run(command, limit):
    """Output, megabytes at the most and why it failed, if it did."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        child = subprocess.Popen(["timeout", str(limit)] + command, stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        failed = {0: None, 3: "not offered", 124: f"over {limit:.0f} s"}
        reason = failed.get(child.returncode, (err.read().strip().splitlines() or ["failed"])[-1])
        return out.read(), usage.ru_maxrss / 1024, reason


class Bench:
    def __init__(self, given, folder):
        self.given, self.folder, self.rows = given, folder, []

    def too_long(self, tool, task, n):
        """Whether a smaller network says that this one would take over the limit: paths grow with the square."""
        smaller = [row for row in self.rows if row["tool"] == tool and row["task"] == task and row["n"] < n]
        if not smaller:
            return False
        last = max(smaller, key=lambda row: row["n"])
        if last["reason"] == "not offered":
            return False
        growth = 1.2 if task.startswith("qap") else 2
        return last["seconds"] is None or last["seconds"] * (n / last["n"]) ** growth > 2 * self.given.limit

    def cell(self, tool, command, task, n):
        row = {"tool": tool, "task": task, "n": n, "seconds": None, "megabytes": None, "runs": []}
        if self.too_long(tool, task, n):
            row["reason"] = f"would take over {self.given.limit:.0f} s"
        else:
            limit = self.given.limit * (4 if tool == "konbit" else 2)
            out, megabytes, row["reason"] = run(command + [task, str(self.folder), str(n), self.repetitions(tool, n)], limit)
            if row["reason"] is None:
                row["runs"] = json.loads(out)
                row |= {"seconds": statistics.median(row["runs"]), "megabytes": round(megabytes)}
        row["load"] = os.getloadavg()[0]
        self.rows.append(row)
        shown = f"{1000 * row['seconds']:11.2f} ms {row['megabytes']:6} MB" if row["seconds"] is not None else row["reason"]
        if row["reason"] != "not offered":  # which goes without saying
            print(f"{task:20} n={n:<6} {tool:12} {shown}   load {row['load']:.1f}", flush=True)

    def repetitions(self, tool, n):
        """At 50,000 members one measurement of Konbit takes a minute; peers stop by themselves after a long one."""
        return "1" if tool == "konbit" and n > 10000 else str(self.given.repetitions)

    def compare(self):
        konbit = {"konbit": [self.given.konbit]}
        peers = {tool: command for tool, command in PEERS.items() if tool in self.given.tools}
        for n in self.given.sizes:
            write_networks(self.folder, n)
            for task in COMPARED:
                if task not in self.given.tasks:
                    continue
                for tool, command in (konbit | peers).items():
                    self.cell(tool, command, task, n)
        for task, n in KONBIT_ONLY:
            if n in self.given.sizes + [71] and task in self.given.tasks:
                write_networks(self.folder, n)
                self.cell("konbit", konbit["konbit"], task, n)

    def sampling_errors(self):
        sizes = [row["n"] for row in self.rows if row["task"] == "betweenness_sampled" and row["seconds"]]
        errors = {}
        for n in sizes:
            out, _, _ = run([self.given.konbit, "sampling_error", str(self.folder), str(n), "1"], 300)
            errors[str(n)] = json.loads(out)[0]
        return errors


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("konbit")
    options.add_argument("--folder", type=pathlib.Path, default=HERE)
    options.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    options.add_argument("--tools", nargs="+", default=list(PEERS))
    options.add_argument("--tasks", nargs="+", default=COMPARED + sorted({task for task, _ in KONBIT_ONLY}))
    options.add_argument("--repetitions", type=int, default=3)
    options.add_argument("--limit", type=float, default=40)
    given = options.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given, pathlib.Path(folder))
        bench.compare()
        results = {"cores": os.cpu_count(), "repetitions": given.repetitions, "limit": given.limit,
                   "sampling_errors": bench.sampling_errors(), "rows": bench.rows}
    given.folder.mkdir(parents=True, exist_ok=True)
    (given.folder / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    (given.folder / "results.md").write_text(table.page(results))
    (given.folder / "cost.svg").write_text(table.plot(results))
    print(f"written: {given.folder}/results.md, cost.svg, results.json")


main()
