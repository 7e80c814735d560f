#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the stress of Konbit's layout with that of igraph's Kamada-Kawai on the golden networks.

usage: layout_stress.py KONBIT-NETBENCH

Stress is that of engine/network/layout.hpp: mean squared relative error of distances over connected pairs, at the best
scale. igraph (python3-igraph) is a second implementation in a process of its own.
"""
import csv
import json
import pathlib
import subprocess
import sys

import igraph

GOLDEN = pathlib.Path(__file__).parents[2] / "tests/golden/networks"
NETWORKS = ["karate", "emon_texas", "flo_marriage", "coleman_fall"]
STARTS = 20


def graph_of(name):
    ids = [row["id"] for row in csv.DictReader(open(GOLDEN / f"{name}.nodes.csv"))]
    number = {each: i for i, each in enumerate(ids)}
    edges = {tuple(sorted((number[row["from"]], number[row["to"]])))
             for row in csv.DictReader(open(GOLDEN / f"{name}.edges.csv"))}
    return igraph.Graph(n=len(ids), edges=sorted(edges))


def stress(graph, points):
    pairs = along = squared = 0
    for a, row in enumerate(graph.distances()):
        for b in range(a + 1, len(row)):
            if row[b] == float("inf"):
                continue
            ratio = ((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2) ** 0.5 / row[b]
            pairs, along, squared = pairs + 1, along + ratio, squared + ratio * ratio
    return 1 - along * along / squared / pairs


def best_of_igraph(graph):
    """Of its default start and of random ones: the yardstick is what it can reach, not its luck."""
    starts = [None] + [graph.layout_random() for _ in range(STARTS)]
    return [stress(graph, graph.layout_kamada_kawai(seed=start, maxiter=5000)) for start in starts]


for name in NETWORKS:
    graph = graph_of(name)
    points = json.loads(subprocess.run([sys.argv[1], "positions", str(GOLDEN), name, "1"], check=True,
                                       capture_output=True, text=True).stdout)
    peers = best_of_igraph(graph)
    ours = stress(graph, points)
    print(f"{name:14} konbit {ours:.5f}   igraph {peers[0]:.5f} (default start), {min(peers):.5f} (best of {STARTS + 1})"
          f"   ratio {ours / peers[0]:.3f}")
