#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Times a task of compare.py: peer.py igraph|networkx|numpy|numpy-sparse TASK DIR N REPETITIONS -> JSON list of seconds.

Exit code 3: this tool does not offer the task.
"""
import csv
import json
import sys
import time


def igraph_tasks(n, ties, _other):
    import igraph

    directed = igraph.Graph(n=n, edges=ties, directed=True)
    undirected = directed.as_undirected()

    def bundle():
        directed.density()
        directed.reciprocity()
        undirected.transitivity_undirected()
        directed.triad_census()
        directed.connected_components("strong")
        directed.connected_components("weak")
        directed.betweenness()
        directed.closeness(mode="out")
        directed.pagerank()
        undirected.coreness()
        directed.constraint()
        undirected.community_leiden(objective_function="modularity")
        undirected.transitivity_local_undirected()

    return {"betweenness": directed.betweenness, "closeness": lambda: directed.closeness(mode="out"), "bundle": bundle}


def networkx_tasks(n, ties, _other):
    import networkx as nx

    directed = nx.DiGraph()
    directed.add_nodes_from(range(n))
    directed.add_edges_from(ties)
    undirected = directed.to_undirected()

    def pagerank():
        try:
            nx.pagerank(directed)
        except ModuleNotFoundError:
            print("networkx without scipy: PageRank is left out", file=sys.stderr)

    def betweenness():
        nx.betweenness_centrality(directed, normalized=False)

    def bundle():
        nx.density(directed)
        nx.overall_reciprocity(directed)
        nx.transitivity(undirected)
        nx.triadic_census(directed)
        list(nx.strongly_connected_components(directed))
        list(nx.weakly_connected_components(directed))
        betweenness()
        nx.closeness_centrality(directed)
        pagerank()
        nx.core_number(undirected)
        nx.constraint(directed)
        nx.community.louvain_communities(undirected, seed=1)
        nx.clustering(undirected)

    return {"betweenness": betweenness, "closeness": lambda: nx.closeness_centrality(directed), "bundle": bundle}


def numpy_tasks(n, ties, other):
    """Correlations of shuffled matrices, every cell."""
    import numpy

    if n > 1000:
        return {}
    apart = ~numpy.eye(n, dtype=bool)
    one, two = numpy.zeros((n, n), numpy.float32), numpy.zeros((n, n), numpy.float32)
    one[tuple(zip(*ties))], two[tuple(zip(*other))] = 1, 1
    cells = (one[apart] - one[apart].mean()) / one[apart].std()

    def shuffle():
        numbers = numpy.random.default_rng(1)
        for _ in range(1000):
            order = numbers.permutation(n)
            (cells * two[numpy.ix_(order, order)][apart]).mean()

    return {"qap1000": shuffle}


def numpy_sparse_tasks(n, ties, other):
    """The correlation of ties depends on a shuffle only through how many meet: count these."""
    import numpy

    known = numpy.sort(numpy.array([a * n + b for a, b in ties]))
    other = numpy.array(other)

    def shuffle():
        numbers = numpy.random.default_rng(1)
        for _ in range(1000):
            order = numbers.permutation(n)
            moved = order[other[:, 0]] * n + order[other[:, 1]]
            at = numpy.searchsorted(known, moved)
            at[at == len(known)] = 0
            (known[at] == moved).sum()

    return {"qap1000": shuffle}


TOOLS = {"igraph": igraph_tasks, "networkx": networkx_tasks, "numpy": numpy_tasks, "numpy-sparse": numpy_sparse_tasks}


def ties_in(path):
    with open(path) as file:
        return [(int(row["from"]), int(row["to"])) for row in csv.DictReader(file)]


def main(tool, task, folder, n, repetitions):
    tasks = TOOLS[tool](int(n), ties_in(f"{folder}/g{n}a.csv"), ties_in(f"{folder}/g{n}b.csv"))
    if task not in tasks:
        sys.exit(3)
    taken = []
    for _ in range(int(repetitions)):
        start = time.perf_counter()
        tasks[task]()
        taken.append(time.perf_counter() - start)
        if taken[-1] > 12:
            break
    print(json.dumps(taken))


main(*sys.argv[1:])
