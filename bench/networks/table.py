# SPDX-License-Identifier: Apache-2.0
"""Makes a page and a plot of what compare.py measured. `table.py RESULTS.json` writes both anew beside it."""
import json
import math
import pathlib
import sys

TOOLS = ["konbit", "igraph", "r-igraph", "networkx", "sna", "numpy", "numpy-sparse"]
TITLES = {"konbit": "Konbit", "igraph": "igraph (C, Python)", "r-igraph": "igraph (R)", "networkx": "networkx", "sna": "R sna",
          "numpy": "NumPy, dense", "numpy-sparse": "NumPy, sparse"}
COLORS = {"konbit": "#0b6e4f", "igraph": "#b3541e", "r-igraph": "#8a6d1b", "networkx": "#5b5ea6", "sna": "#7a3b69"}
# Task, members, seconds at the most, whether no peer may be faster.
TARGETS = [("bundle", 100, 0.005, True), ("bundle", 1000, 0.2, True), ("qap5000", 100, 0.05, False),
           ("qap1000", 1000, 0.3, True), ("mrqap2000", 71, 2, False), ("betweenness_sampled", 50000, 30, False)]


class Results:
    def __init__(self, results):
        self.rows = {(row["tool"], row["task"], row["n"]): row for row in results["rows"]}
        self.errors = results["sampling_errors"]

    def seconds(self, tool, task, n):
        row = self.rows.get((tool, task, n))
        return row and row["seconds"]

    def peers(self, task, n):
        return {tool: self.seconds(tool, task, n) for tool in TOOLS[1:] if self.seconds(tool, task, n) is not None}


def time(seconds):
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{1000 * seconds:.{2 if seconds < 0.01 else 1 if seconds < 0.1 else 0}f} ms"


def cell(row):
    if row is None or row["reason"] == "not offered":
        return "·"
    return f"{time(row['seconds'])}, {row['megabytes']} MB" if row["seconds"] is not None else row["reason"]


def comparison(found, task):
    sizes = sorted({n for tool, each, n in found.rows if each == task})
    if not sizes:
        return ""
    tools = [tool for tool in TOOLS if any(found.seconds(tool, task, n) is not None for n in sizes)]
    lines = [f"**{task}**", "", "| n | " + " | ".join(TITLES[tool] for tool in tools) + " |", "| --- |" + " --- |" * len(tools)]
    lines += [f"| {n:,} | " + " | ".join(cell(found.rows.get((tool, task, n))) for tool in tools) + " |" for n in sizes]
    return "\n".join(lines) + "\n\n"


def limits(found):
    for task, n, most, is_first in TARGETS:
        taken = found.seconds("konbit", task, n)
        if taken is None:
            yield f"{task}, n = {n:,}: at most {time(most)}", "not measured", "–"
            continue
        met = taken <= most
        reached = time(taken)
        peers = found.peers(task, n)
        if is_first and peers:
            best = min(peers, key=peers.get)
            met = met and taken < peers[best]
            reached += f"; next {TITLES[best]} {time(peers[best])}"
        if task == "betweenness_sampled" and str(n) in found.errors:
            reached += f"; standard error {100 * found.errors[str(n)]:.1f}% of the value (median of the highest hundred)"
        yield f"{task}, n = {n:,}: at most {time(most)}" + (", first of all" if is_first else ""), reached, "met" if met else "missed"


def ratios(found):
    one, igraph = found.seconds("konbit", "betweenness", 10000), found.seconds("igraph", "betweenness", 10000)
    r_igraph, two = found.seconds("r-igraph", "betweenness", 10000), found.seconds("konbit", "betweenness_threads", 10000)
    peers = [each for each in (igraph, r_igraph) if each]
    if one and peers:
        yield ("betweenness, n = 10,000, m = 80,000, one thread: not slower than igraph",
               f"{time(one)}; igraph {', '.join(time(each) for each in peers)}", "met" if one <= min(peers) else "missed")
    if one and two:
        yield "the same on two threads: at least 1.7 times as fast", f"{one / two:.2f} times ({time(two)})", "met" if one / two >= 1.7 else "missed"


def page(results):
    found = Results(results)
    loads = [row["load"] for row in results["rows"]]
    text = f"""# Measured figures

Written by `compare.py`: {results['cores']} cores, medians of {results['repetitions']} (one measurement where it takes over 12 s, and of
Konbit at 50,000 members), load average {min(loads):.1f} to {max(loads):.1f}. Every tool on one thread unless its name says `threads`; memory is
the most that the whole process held, with interpreter and loading, and **never less than the measuring script held when it
started the process**: 15 MB at first, 160 MB towards the end. All cells of one run; only such figures compare.

![Seconds of the bundle by size](cost.svg)

| asked | reached | |
| --- | --- | --- |
"""
    text += "".join(f"| {asked} | {reached} | {verdict} |\n" for asked, reached, verdict in [*limits(found), *ratios(found)]) + "\n"
    for task in ["bundle", "betweenness", "closeness", "qap1000"]:
        text += comparison(found, task)
    own = sorted({(task, n) for tool, task, n in found.rows if not found.peers(task, n) and tool == "konbit"
                  and task not in ("bundle", "betweenness", "closeness", "qap1000")})
    text += "**Konbit only**\n\n| task | n | |\n| --- | --- | --- |\n"
    return text + "".join(f"| {task} | {n:,} | {cell(found.rows['konbit', task, n])} |\n" for task, n in own)


WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 70, 130, 24, 48


def place(n, seconds):
    x = LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(n) - 2) / (math.log10(50000) - 2)
    y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(seconds) + 4) / 7
    return round(x, 1), round(y, 1)


def axes():
    for power in range(-4, 4):
        _, y = place(100, 10.0 ** power)
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/><text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0 ** power:g} s</text>'
    for n in (100, 1000, 10000, 50000):
        x, _ = place(n, 1)
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{n:,}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">members, eight ties each</text>'


def curves(found):
    """Each tool's line, and its name where the line ends; names keep a line's height apart."""
    ends = []
    for tool, color in COLORS.items():
        points = [(n, found.seconds(tool, "bundle", n)) for each, task, n in found.rows if (each, task) == (tool, "bundle")]
        if tool == "konbit":
            points.append((50000, found.seconds(tool, "bundle_threads", 50000)))
        points = [place(n, seconds) for n, seconds in sorted(points, key=lambda point: point[0]) if seconds]
        if not points:
            continue
        line = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="{3 if tool == "konbit" else 1.5}"/>'
        yield "".join(f'<circle cx="{x}" cy="{y}" r="3" fill="{color}"/>' for x, y in points)
        ends.append((points[-1], TITLES[tool], color))
    lowest = 0
    for (x, y), title, color in sorted(ends, key=lambda end: end[0][1]):
        lowest = max(y + 4, lowest + 15)
        yield f'<text x="{x + 8}" y="{lowest}" fill="{color}">{title}</text>'


def plot(results):
    parts = "\n".join([*axes(), *curves(Results(results))])
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Seconds of the bundle of measures by number of members; the last point of Konbit on all cores</title>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
{parts}
</svg>
"""


if __name__ == "__main__":
    path = pathlib.Path(sys.argv[1])
    measured = json.loads(path.read_text())
    path.with_name("results.md").write_text(page(measured))
    path.with_name("cost.svg").write_text(plot(measured))
