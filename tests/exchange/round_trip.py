#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Takes networks to networkx and R and back: what `konbit network convert` writes they read, what they write it reads.

usage: round_trip.py KONBIT

Compared are members (those without ties too), direction, ties and weights, with names in several scripts and with the signs of
each format. A tool that is not installed is named and left out; tools/setup test installs them all.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

TOOLS_R = pathlib.Path(__file__).with_name("tools.R")
NAMES = ["Café du Port", "<Firm> & Sons", "漢字", "=1+1", "Ana's", "7", "alone"]
# Tables for people keep spreadsheets from taking names for formulas, so that '=1+1 comes out; it comes back as it was.
TABLE_NAMES = [name if name[0] != "=" else "1+1" for name in NAMES]
# Quotation marks, tabs and line ends: XML and CSV have a way for them, R's readers of other formats have none.
HOSTILE = ['say "x"', "two\nlines", "a,b;c\td", "\\back", "🌴"]
TIES = [(0, 1, 2.5), (1, 0, 1), (2, 3, 4), (3, 4, 1), (4, 0, 3)]
ENDINGS = {"matrix": "csv", "pajek": "net"}


def network(names, is_directed):
    ties = TIES if is_directed else [tie for tie in TIES if tie[:2] != (1, 0)]
    return {"directed": is_directed, "nodes": [{"id": name} for name in names],
            "edges": [{"from": names[a], "to": names[b], "weight": weight} for a, b, weight in ties]}


def tied(document):
    """Without members that have no tie, whom a list of ties does not hold."""
    ends = {edge[end] for edge in document["edges"] for end in ("from", "to")}
    return {**document, "nodes": [node for node in document["nodes"] if node["id"] in ends]}


def shape(names, ties, is_directed):
    """What must be equal: names, and ties by names; without direction either end comes first."""
    def ends(a, b):
        return (a, b) if is_directed else tuple(sorted((a, b)))
    return sorted(names), sorted({(*ends(a, b), float(weight)) for a, b, weight in ties})


def shape_of_json(document):
    return shape([node["id"] for node in document["nodes"]],
                 [(edge["from"], edge["to"], edge["weight"]) for edge in document["edges"]], document["directed"])


class Trips:
    def __init__(self, konbit, folder):
        self.konbit, self.folder, self.done, self.problems = konbit, pathlib.Path(folder), 0, []

    def convert(self, source, target, *options):
        done = subprocess.run([self.konbit, "network", "convert", str(source), str(target), *options],
                              capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())

    def write(self, document, format):
        source, target = self.folder / "source.json", self.folder / f"there.{ENDINGS.get(format, format)}"
        source.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        self.convert(source, target, "--to-format", format)
        return target

    def read(self, path, format, is_directed):
        target = self.folder / "back.json"
        self.convert(path, target, "--from-format", format, *([] if is_directed else ["--undirected"]))
        return shape_of_json(json.loads(target.read_text(encoding="utf-8")))

    def compare(self, what, found, expected):
        self.done += 1
        if found != expected:
            self.problems.append(f"{what}:\n  found    {found}\n  expected {expected}")

    def trip(self, tool, format, document, reads=None, writes=None):
        """`reads(path)` gives a shape; `writes(document, path)` makes a file."""
        expected, is_directed = shape_of_json(document), document["directed"]
        kind = f"{tool} {format} {'directed' if is_directed else 'undirected'}"
        try:
            if reads:
                self.compare(f"{kind}, read there", reads(self.write(document, format)), expected)
            if writes:
                path = self.folder / f"from_there.{ENDINGS.get(format, format)}"
                writes(document, path)
                self.compare(f"{kind}, written there", self.read(path, format, is_directed), expected)
        except (RuntimeError, subprocess.CalledProcessError) as problem:
            self.problems.append(f"{kind}: {getattr(problem, 'stderr', None) or problem}")


def read_gexf(path):
    """networkx 2.8 knows the elements of GEXF 1.3, but not its name."""
    import io

    import networkx as nx

    text = path.read_text(encoding="utf-8").replace('http://gexf.net/1.3" version="1.3"', 'http://www.gexf.net/1.2draft" version="1.2"')
    return nx.read_gexf(io.BytesIO(text.encode()))


def networkx_trips(trips):
    import networkx as nx

    def built(document):
        graph = nx.DiGraph() if document["directed"] else nx.Graph()
        graph.add_nodes_from(node["id"] for node in document["nodes"])
        graph.add_weighted_edges_from((edge["from"], edge["to"], edge["weight"]) for edge in document["edges"])
        return graph

    def shape_of(graph, name=lambda graph, node: node):
        return shape([name(graph, node) for node in graph],
                     [(name(graph, a), name(graph, b), float(data.get("weight", 1))) for a, b, data in graph.edges(data=True)],
                     graph.is_directed())

    def attribute(key):
        return lambda graph, node: graph.nodes[node][key]

    def read_pairs(path, is_directed):
        with open(path, newline="", encoding="utf-8") as file:
            rows = [(row["from"], row["to"], float(row["weight"])) for row in csv.DictReader(file)]
        graph = nx.DiGraph() if is_directed else nx.Graph()
        graph.add_weighted_edges_from(rows)
        return shape_of(graph)

    for is_directed in (True, False):
        for names in (NAMES, HOSTILE + NAMES[:2]):
            document = network(names, is_directed)
            trips.trip("networkx", "graphml", document, lambda path: shape_of(nx.read_graphml(path), attribute("name")),
                       lambda document, path: nx.write_graphml(built(document), path))
            trips.trip("networkx", "gexf", document,
                       lambda path: shape_of(read_gexf(path), attribute("label")),
                       lambda document, path: nx.write_gexf(built(document), path))
        trips.trip("networkx", "csv", tied(network(TABLE_NAMES, is_directed)), lambda path: read_pairs(path, is_directed))
        trips.trip("networkx", "csv", tied(network(HOSTILE, is_directed)), lambda path: read_pairs(path, is_directed))
        # networkx reads Pajek files as multigraphs, in which an undirected tie is one edge.
        trips.trip("networkx", "pajek", network(NAMES, is_directed), lambda path: shape_of(nx.read_pajek(path)),
                   lambda document, path: nx.write_pajek(built(document), path))


def r_trips(trips):
    def run(*arguments):
        return subprocess.run(["Rscript", "--vanilla", str(TOOLS_R), *map(str, arguments)], capture_output=True, text=True,
                              check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}).stdout

    def reads(format, is_directed):
        def read(path):
            rows = [line.split("\t") for line in run("read", format, path).splitlines() if line]
            return shape([row[1] for row in rows if row[0] == "node"], [row[1:] for row in rows if row[0] == "tie"], is_directed)
        return read

    def writes(format):
        def write(document, path):
            members, ties = trips.folder / "members.txt", trips.folder / "ties.txt"
            members.write_text("".join(f"{node['id']}\n" for node in document["nodes"]), encoding="utf-8")
            ties.write_text("".join(f"{edge['from']}\t{edge['to']}\t{edge['weight']}\n" for edge in document["edges"]), encoding="utf-8")
            run("write", format, path, members, ties)
        return write

    for is_directed in (True, False):
        for format in ("graphml", "pajek", "dl", "matrix", "vna"):
            # igraph's reader of DL knows no names of several words.
            names = {"matrix": TABLE_NAMES, "dl": [name.replace(" ", "_") for name in NAMES]}.get(format, NAMES)
            trips.trip("R", format, network(names, is_directed), reads(format, is_directed),
                       writes(format) if is_directed and format != "vna" else None)
        trips.trip("R", "csv", tied(network(TABLE_NAMES, is_directed)), reads("csv", is_directed))


def series_trips(trips):
    """Two waves: R opens the bundle as numbers, and the spells come back."""
    for wave, (members, ties) in enumerate([("id,answered\na,1\nb,1\n", "from,to\na,b\nb,a\n"),
                                            ("id,answered\na,1\nb,\nc,1\n", "from,to\na,b\n")], 1):
        (trips.folder / f"members{wave}.csv").write_text(members)
        (trips.folder / f"ties{wave}.csv").write_text(ties)
    at = trips.folder
    options = ["--later", str(at / "ties2.csv"), "--nodes", str(at / "members1.csv"), "--later-nodes",
               str(at / "members2.csv"), "--answered", "answered"]
    trips.convert(at / "ties1.csv", at / "waves.gexf", *options)
    trips.convert(at / "waves.gexf", at / "siena", "--to-format", "rsiena")
    opened = subprocess.run(["Rscript", "--vanilla", "-e", f'source("{at}/siena/open.R", chdir = TRUE); '
                             'cat(dim(cells), "|", ifelse(is.na(cells), "NA", cells), "|", members$id)'],
                            capture_output=True, text=True, check=True).stdout
    # R counts down the columns: wave 1, then wave 2.
    trips.compare("R RSiena bundle", opened, "3 3 2 | 0 1 10 1 0 10 10 10 0 0 NA 0 1 0 0 0 NA 0 | a b c")
    spells = {(a, b): data.get("spells") for a, b, data in read_gexf(at / "waves.gexf").edges(data=True)}
    trips.compare("networkx GEXF with spells", spells, {("n0", "n1"): [(1, 2)], ("n1", "n0"): [(1, 1)]})


def has(*command):
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def main(konbit):
    has_networkx = has("/usr/bin/python3", "-c", "import networkx")
    has_r = has("Rscript", "--vanilla", "-e", "library(igraph); library(sna)")
    with tempfile.TemporaryDirectory() as folder:
        trips = Trips(konbit, folder)
        if has_networkx:
            networkx_trips(trips)
        else:
            print("SKIPPED networkx: python3-networkx is not installed (tools/setup test)")
        if has_r:
            r_trips(trips)
        else:
            print("SKIPPED R: r-cran-igraph and r-cran-sna are not installed (tools/setup test)")
        if has_networkx and has_r:
            series_trips(trips)
    print("\n".join(trips.problems))
    print(f"{trips.done} networks compared, {len(trips.problems)} differ")
    sys.exit(1 if trips.problems else 0)


main(*sys.argv[1:])
