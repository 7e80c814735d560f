#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: solve.py < problem.json   Says which secrets of a problem have one possible value left.

A problem is what an attacker knows: whole-numbered variables with their bounds, and sums of them that were published.
Every question is put to glpsol as a mixed integer program, so that nothing that follows is overlooked.

in   {"variables": {name: [low, high]}, "sums": [{"terms": {name: factor}, "low": number, "high": number}],
      "secrets": [name]}
out  {"determined": {name: value}, "solved": programs}
"""
import json
import pathlib
import subprocess
import sys
import tempfile


class Impossible(Exception):
    """What was published contradicts itself, or the attack misreads it."""


class Attacker:
    def __init__(self, problem):
        self.names = list(problem["variables"])
        self.bounds = problem["variables"]
        self.sums = problem["sums"]
        self.solved = 0

    def program(self, objective):
        """In CPLEX LP format. Every variable stands in the objective, so that their order is known."""
        columns = {name: f"v{i}" for i, name in enumerate(self.names)}
        terms = " ".join(f"{objective.get(name, 0):+d} {columns[name]}" for name in self.names)
        lines = ["Maximize", f" goal: {terms}", "Subject To"]
        lines.append(f" any: +1 {columns[self.names[0]]} >= {self.bounds[self.names[0]][0]}")  # one is asked for
        for i, each in enumerate(self.sums):
            if not each["terms"]:
                continue
            row = " ".join(f"{factor:+.12g} {columns[name]}" for name, factor in each["terms"].items())
            if each.get("low") is not None:
                lines.append(f" l{i}: {row} >= {each['low']:.12g}")
            if each.get("high") is not None:
                lines.append(f" h{i}: {row} <= {each['high']:.12g}")
        lines += ["Bounds"] + [f" {low} <= {columns[name]} <= {high}" for name, (low, high) in self.bounds.items()]
        return "\n".join(lines + ["Generals", " " + " ".join(columns.values()), "End", ""])

    def best(self, objective):
        self.solved += 1
        with tempfile.TemporaryDirectory() as folder:
            model, answer = pathlib.Path(folder, "model.lp"), pathlib.Path(folder, "answer.txt")
            model.write_text(self.program(objective), encoding="utf-8")
            run = subprocess.run(["glpsol", "--lp", model, "--write", answer, "--tmlim", "60"],
                                 capture_output=True, text=True, check=False)
            if run.returncode != 0 or not answer.exists():
                raise RuntimeError(run.stdout[-2000:] + run.stderr)
            lines = answer.read_text(encoding="utf-8").splitlines()
        status = next(line.split() for line in lines if line.startswith("s "))
        if status[4] != "o":
            raise Impossible(" ".join(status))
        values = [round(float(line.split()[2])) for line in lines if line.startswith("j ")]
        return dict(zip(self.names, values, strict=True))

    def determined(self, secrets):
        """Each program moves as many secrets as it can away from the value they had first; what none can move is
        no secret. A secret whose first value lies between its bounds is tried upward and downward."""
        first = self.best({})
        stuck = set(secrets)
        for direction in (1, -1):
            while stuck:
                moved = self.best({name: self.toward(name, first, direction) for name in stuck})
                flipped = {name for name in stuck if moved[name] != first[name]}
                if not flipped:
                    break
                stuck -= flipped
        return {name: first[name] for name in sorted(stuck)}

    def toward(self, name, first, direction):
        low, high = self.bounds[name]
        return 1 if first[name] == low else -1 if first[name] == high else direction


def main():
    problem = json.load(sys.stdin)
    attacker = Attacker(problem)
    found = attacker.determined(problem["secrets"])
    json.dump({"determined": found, "solved": attacker.solved}, sys.stdout)


if __name__ == "__main__":
    main()
