#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Times a task of compare.py with another tool: peer.py igraph|networkx TASK DIR N REPETITIONS -> JSON list of seconds.

Exit code 3: this tool does not offer the task.
"""
import csv
import json
import sys
import time


def igraph_tasks(n, ties):
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

    return {"betweenness": directed.betweenness, "bundle": bundle}


def networkx_tasks(n, ties):
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

    return {"betweenness": betweenness, "bundle": bundle}


def main(tool, task, folder, n, repetitions):
    with open(f"{folder}/g{n}a.csv") as file:
        ties = [(int(row["from"]), int(row["to"])) for row in csv.DictReader(file)]
    tasks = {"igraph": igraph_tasks, "networkx": networkx_tasks}[tool](int(n), ties)
    if task not in tasks:
        sys.exit(3)
    taken = []
    for _ in range(int(repetitions)):
        start = time.perf_counter()
        tasks[task]()
        taken.append(time.perf_counter() - start)
    print(json.dumps(taken))


main(*sys.argv[1:])
