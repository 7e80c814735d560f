#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: solve.py [SECONDS] < problem.json   Says which secrets of a problem have one possible value left.

A problem is what an attacker knows: whole-numbered variables with their bounds, and sums of them that were published.
Every question is put to glpsol as a mixed integer program, so that nothing that follows is overlooked. Variables that no
sum ties together, directly or through others, say nothing of each other: such parts are solved one by one.

in   {"variables": {name: [low, high]}, "sums": [{"terms": {name: factor}, "low": number, "high": number}],
      "secrets": [name], "cells": [name],   cells: what all other variables follow from
      "start": {name: value}}   values of cells with which the search may begin: it is shorter, and ends with the same
out  {"determined": {name: value}, "undecided": [name], "programs": count, "seconds": number}
Undecided is what was neither moved nor shown to be stuck within SECONDS (30).
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time


class Impossible(Exception):
    """What was published contradicts itself, or the attack misreads it."""


class OutOfTime(Exception):
    """No answer within the time that was given."""


def parts_of(problem):
    """The variables that are tied together, with their sums and secrets."""
    root = {name: name for name in problem["variables"]}

    def find(name):
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for each in problem["sums"]:
        names = list(each["terms"])
        for name in names[1:]:
            root[find(name)] = find(names[0])
    parts = {}
    for name, bounds in problem["variables"].items():
        part = parts.setdefault(find(name), {"variables": {}, "sums": [], "secrets": [], "cells": [], "start": problem["start"]})
        part["variables"][name] = bounds
    for each in problem["sums"]:
        if each["terms"]:
            parts[find(next(iter(each["terms"])))]["sums"].append(each)
        elif each.get("low", 0) > 1e-6 or each.get("high", 0) < -1e-6:
            raise Impossible(f"nothing secret is in {each}, and it is not what is known by name")
    for kind in ("secrets", "cells"):
        for name in problem[kind]:
            parts[find(name)][kind].append(name)
    return [part for part in parts.values() if part["secrets"]]


class Attacker:
    def __init__(self, part, until):
        self.names = list(part["variables"])
        self.bounds = part["variables"]
        self.sums = part["sums"]
        self.cells = part["cells"]
        self.start = {each: [part["start"][each]] * 2 for each in self.cells if each in part["start"]}
        self.random = random.Random(1)
        self.until = until
        self.programs = 0

    def program(self, objective, fixed):
        """In CPLEX LP format. Every variable stands in the objective, so that their order is known."""
        columns = {name: f"v{i}" for i, name in enumerate(self.names)}
        terms = " ".join(f"{objective.get(name, 0):+d} {columns[name]}" for name in self.names)
        lines = ["Maximize", f" goal: {terms}", "Subject To"]
        lines.append(f" any: +1 {columns[self.names[0]]} >= {self.bounds[self.names[0]][0]}")  # one is asked for
        for i, each in enumerate(self.sums):
            row = " ".join(f"{factor:+.12g} {columns[name]}" for name, factor in each["terms"].items())
            low, high = each.get("low"), each.get("high")
            if low is not None and low == high:
                lines.append(f" e{i}: {row} = {low:.12g}")
                continue
            if low is not None:
                lines.append(f" l{i}: {row} >= {low:.12g}")
            if high is not None:
                lines.append(f" h{i}: {row} <= {high:.12g}")
        bounds = self.bounds | fixed
        lines += ["Bounds"] + [f" {low} <= {columns[name]} <= {high}" for name, (low, high) in bounds.items()]
        return "\n".join(lines + ["Generals", " " + " ".join(columns.values()), "End", ""])

    def best(self, objective, fixed=None, most=1000):
        """The best solution, or the best found when time ends the search; nothing when there is none."""
        left = min(int(self.until - time.monotonic()), most)
        if left < 1:
            raise OutOfTime
        self.programs += 1
        with tempfile.TemporaryDirectory() as folder:
            model, answer = pathlib.Path(folder, "model.lp"), pathlib.Path(folder, "answer.txt")
            model.write_text(self.program(objective, fixed or {}), encoding="utf-8")
            words = ["glpsol", "--lp", model, "--write", answer, "--tmlim", str(left), "--mipgap", "0.2"]
            run = subprocess.run(words, capture_output=True, text=True, check=False)
            if run.returncode != 0 or not answer.exists():
                raise RuntimeError(run.stdout[-2000:] + run.stderr)
            lines = answer.read_text(encoding="utf-8").splitlines()
        status = next(line.split() for line in lines if line.startswith("s "))[4]
        if status not in "of":
            if "TIME LIMIT" in run.stdout:
                raise OutOfTime
            return None
        values = [round(float(line.split()[2])) for line in lines if line.startswith("j ")]
        return dict(zip(self.names, values, strict=True))

    def determined(self, secrets):
        """Each program moves as many secrets as it can away from the value they had first. Those that are left are
        forced away from it one by one: what cannot be moved is no secret.
        @return Those that are stuck, with their values, and those that were not decided."""
        left = {name for name in secrets if self.bounds[name][0] < self.bounds[name][1]}
        stuck = {name: self.bounds[name][0] for name in secrets if name not in left}
        if not left or not self.sums:
            return stuck, []
        try:
            first = (self.best({}, self.start) if self.start else None) or self.best({})
        except OutOfTime:
            return stuck, sorted(left)
        if first is None:
            raise Impossible(self.names[0])
        for direction in (1, -1):
            self.move(left, first, direction)
        if self.none_can_move(left, first):
            return stuck | {name: first[name] for name in left}, []
        undecided = []
        for name in sorted(left):
            try:
                if name in left and not self.can_move(name, left, first):
                    stuck[name] = first[name]
            except OutOfTime:
                undecided.append(name)
        return stuck, undecided

    def move(self, left, first, direction):
        """Takes out of `left` what moves together, as long as it does quickly."""
        try:
            while left:
                moved = self.best({name: self.toward(name, first, direction) for name in left}, most=2)
                flipped = {name for name in left if moved[name] != first[name]}
                left -= flipped
                if not flipped:
                    return
        except OutOfTime:
            return

    def none_can_move(self, left, first):
        """Whether one program says of all that are left that they are stuck. Otherwise takes out what it moved."""
        between = [name for name in left if first[name] not in self.bounds[name]]
        while left and not between:
            towards = {name: self.toward(name, first, 1) for name in left}
            self.sums.append({"terms": towards, "low": sum(towards[name] * first[name] for name in left) + 1})
            try:
                moved = self.best({}, most=3)
            except OutOfTime:
                return False
            finally:
                self.sums.pop()
            if moved is None:
                return True
            left -= {name for name in left if moved[name] != first[name]}
        return False

    def can_move(self, name, left, first):
        """Takes out of `left` whatever moves along. Most can be moved while all but a few cells stay as they were, which
        is tried before the whole search."""
        low, high = self.bounds[name]
        away = [each for each in ([low, first[name] - 1], [first[name] + 1, high]) if each[0] <= each[1]]
        others = [each for each in self.cells if each != name]
        for free in [count for count in (8, 16, 32, 64, 64, 64) if count < len(others)] + [len(others)]:
            kept = self.random.sample(others, len(others) - free)
            for bounds in away:
                try:
                    moved = self.best({}, {each: [first[each]] * 2 for each in kept} | {name: bounds},
                                      most=2 if kept else 20)
                except OutOfTime:
                    if not kept:
                        raise
                    continue
                if moved is not None:
                    left -= {each for each in left if moved[each] != first[each]}
                    return True
        return False

    def toward(self, name, first, direction):
        low, high = self.bounds[name]
        return 1 if first[name] == low else -1 if first[name] == high else direction


def main():
    problem = json.load(sys.stdin)
    began = time.monotonic()
    until = began + (float(sys.argv[1]) if len(sys.argv) > 1 else 30)
    determined, undecided, programs = {}, [], 0
    for part in sorted(parts_of(problem), key=lambda each: len(each["variables"])):  # what is hard waits
        attacker = Attacker(part, until)
        stuck, open_ones = attacker.determined(part["secrets"])
        determined |= stuck
        undecided += open_ones
        programs += attacker.programs
    json.dump({"determined": determined, "undecided": undecided, "programs": programs,
               "seconds": round(time.monotonic() - began, 1)}, sys.stdout)


if __name__ == "__main__":
    main()
