#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes reference.csv, which the engine's tests read, from reference.json.

usage: make_reference_csv.py    (from anywhere)

reference.json holds what igraph 0.10.2, networkx 2.8.8, R sna 2.7 and NumPy say of each network, and who agrees with
whom. Values on which these tools differ are lists by tool there; they follow other conventions and are left out here.
"""
import csv
import json
import pathlib

FOLDER = pathlib.Path(__file__).parent


def cells(entry):
    """Yields (node, value) of one statistic; the node is empty for a whole network."""
    yield from ([("", entry["value"])] if "value" in entry else entry["values"].items())


def status(entry):
    return " ".join(sorted(entry["status"]))


def rows():
    for network, statistics in json.loads((FOLDER / "reference.json").read_text()).items():
        for name, entry in statistics.items():
            for node, value in cells(entry):
                if isinstance(value, (int, float)):
                    yield network, name, node, repr(value), status(entry)


with open(FOLDER / "reference.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["network", "metric", "node", "value", "status"])
    writer.writerows(rows())
