#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""usage: python_peers.py igraph|networkx FOLDER    Prints graph,metric,node,value of what it says of FOLDER/*.edges.csv"""
import csv
import math
import pathlib
import sys


def say(graph, metric, value, node=""):
    if value is not None and math.isfinite(value):
        print(f"{graph},{metric},{node},{value!r}")


def say_all(graph, metric, values, nodes):
    for node, value in zip(nodes, values):
        say(graph, metric, value, node)


def igraph_says(name, ids, ties, weights, is_directed):
    import igraph

    graph = igraph.Graph(n=len(ids), edges=ties, directed=is_directed)
    union = graph.as_undirected()
    say(name, "density", graph.density() if len(ids) > 1 else None)
    say_all(name, "betweenness", graph.betweenness(), ids)
    say_all(name, "core_undirected", union.coreness(), ids)
    say_all(name, "pagerank_085", graph.pagerank(), ids)
    say_all(name, "constraint", graph.constraint(), ids)
    say_all(name, "strength_out", graph.strength(weights=weights, mode="out"), ids)
    say_all(name, "strength_in", graph.strength(weights=weights, mode="in"), ids)
    say_all(name, "clustering_local", union.transitivity_local_undirected(mode="zero"), ids)
    say(name, "transitivity_global_undirected", union.transitivity_undirected())
    say(name, "components_weak", len(graph.connected_components("weak")))
    say(name, "components_strong", len(graph.connected_components("strong")))
    say(name, "articulation_points_undirected_count", len(union.articulation_points()))
    say(name, "bridges_undirected_count", len(union.bridges()))
    if ties:
        say(name, "avg_path_length_ignore_unreachable", graph.average_path_length(unconn=True))
        say(name, "avg_path_length_undirected", union.average_path_length(unconn=True))
        say(name, "diameter_undirected", union.diameter())
        say(name, "diameter_directed_ignore_unreachable", graph.diameter())
        say(name, "degree_assortativity_undirected", union.assortativity_degree(directed=False))
    if len(ids) > 1:
        say_all(name, "harmonic_out_norm", graph.harmonic_centrality(mode="out"), ids)
        say_all(name, "harmonic_in_norm", graph.harmonic_centrality(mode="in"), ids)
        say_all(name, "closeness_out_norm_reachable_only", graph.closeness(mode="out"), ids)
        say_all(name, "closeness_in_norm_reachable_only", graph.closeness(mode="in"), ids)
    if is_directed and ties:
        say(name, "reciprocity_edgewise", graph.reciprocity())
        say(name, "degree_assortativity_directed_out_in", graph.assortativity_degree(directed=True))
        if len(ids) > 2:
            names = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split()
            for triad, value in zip(names, tuple(graph.triad_census())):
                say(name, f"triad_{triad}", value)


def networkx_says(name, ids, ties, _weights, is_directed):
    import networkx as nx

    graph = nx.DiGraph() if is_directed else nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(ties)
    union = graph.to_undirected()

    def each(metric, values):
        for node, value in values.items():
            say(name, metric, value, ids[node])

    each("betweenness", nx.betweenness_centrality(graph, normalized=False))
    each("core_undirected", nx.core_number(union))
    each("clustering_local", nx.clustering(union))
    each("effective_size_undirected", nx.effective_size(union))
    each("constraint_undirected", nx.constraint(union))
    if len(ids) > 1:
        each("closeness_in_wf_improved", nx.closeness_centrality(graph))
        each("closeness_out_wf_improved", nx.closeness_centrality(graph.reverse() if is_directed else graph))
        say(name, "global_efficiency", nx.global_efficiency(graph) if not is_directed else None)
    say(name, "transitivity_global_undirected", nx.transitivity(union) if any(d > 1 for _, d in union.degree()) else None)
    say(name, "isolates", nx.number_of_isolates(graph))


def main(tool, folder):
    says = {"igraph": igraph_says, "networkx": networkx_says}[tool]
    for path in sorted(pathlib.Path(folder).glob("*.edges.csv")):
        name = path.name.removesuffix(".edges.csv")
        with open(folder + f"/{name}.nodes.csv") as file:
            ids = [row["id"] for row in csv.DictReader(file)]
        place = {each: i for i, each in enumerate(ids)}
        with open(path) as file:
            rows = list(csv.DictReader(file))
        ties = [(place[row["from"]], place[row["to"]]) for row in rows]
        says(name, ids, ties, [float(row["weight"]) for row in rows], "undirected" not in name)


main(*sys.argv[1:])
