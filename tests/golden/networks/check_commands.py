#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what `konbit network` prints with reference.json and nonresponse.json, name by name.

usage: check_commands.py KONBIT

Every value on which tools agree, or that one tool gives, within 1e-6; shares of shuffles within three standard errors under
(b + 1) / (R + 1); the best division at least as good as the reference. Exit code 1 when a name is missing or a value differs.
"""
import csv
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
TOLERANCE = 1e-6
UNDIRECTED = {"karate", "flo_marriage"}
GROUPS = {"karate": "club", "emon_texas": "sponsorship"}
# What other tools searched for: ours may be better, and which of several equal sets comes first is no matter.
SEARCHED = {"modularity_best_of_60_louvain", "modularity_best_ncomm"}
# R sna tests the intercept too, which no shuffle of pairs does.
LEFT_OUT = re.compile(r"p_two_qap\w+_intercept|_argmax_first_|_core_ids$")


class Check:
    def __init__(self, konbit):
        self.konbit, self.compared, self.problems = konbit, 0, []

    def run(self, *arguments):
        done = subprocess.run([self.konbit, "network", *map(str, arguments), "--json"], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, arguments))}: {done.stderr}")
        return json.loads(done.stdout)

    def compare(self, where, ours, expected):
        self.compared += 1
        if isinstance(expected, str) or expected is None:
            same = ours == expected
        else:
            same = isinstance(ours, (int, float)) and abs(ours - expected) <= TOLERANCE * max(1, abs(expected))
        if not same:
            self.problems.append(f"{where}: {ours}, not {expected}")

    def compare_share(self, where, ours, expected, shuffles):
        """Both are estimates from so many shuffles."""
        self.compared += 1
        expected = (expected * shuffles + 1) / (shuffles + 1)
        error = math.sqrt(2 * expected * (1 - expected) / shuffles)
        if ours is None or abs(ours - expected) > 3 * error + TOLERANCE:
            self.problems.append(f"{where}: {ours}, not {expected} ± {error}")


def files(name):
    return [HERE / f"{name}.edges.csv", "--nodes", HERE / f"{name}.nodes.csv"]


def network_values(check, name):
    """What the commands say of one network, and of each of its members."""
    network = files(name) + (["--undirected"] if name in UNDIRECTED else [])
    report = check.run("report", *network, *(["--group", GROUPS[name]] if name in GROUPS else []))
    values = report["graph"]
    for steps in (1, 2):
        values |= check.run("keyplayer", *network, "--steps", steps)
    return values, {node["id"]: node for node in report["nodes"]}


def check_network(check, name, reference):
    values, nodes = network_values(check, name)
    for metric, entry in reference.items():
        if metric in SEARCHED or LEFT_OUT.search(metric):
            continue
        for node, value in entry.get("values", {}).items():
            if isinstance(value, (int, float)):  # else what each tool says that disagrees
                check.compare(f"{name} {metric} {node}", nodes[node].get(metric), value)
        if isinstance(entry.get("value"), (int, float, str)):
            check.compare(f"{name} {metric}", values.get(metric), entry["value"])
    best = reference["modularity_best_of_60_louvain"]["value"]
    check.compare(f"{name} modularity", min(values["modularity"], best), best)


def check_pair(check, name, reference):
    first, second = name.removeprefix("pair:").split("~")
    pair = [HERE / f"{first}.edges.csv", HERE / f"{second}.edges.csv", "--nodes", HERE / f"{first}.nodes.csv"]
    values = check.run("compare", *pair) | check.run("qap", *pair, "--permutations", 10000)
    for metric, entry in reference.items():
        if "disagree" in entry["status"]:
            continue
        if metric.startswith("qap_p_"):
            check.compare_share(f"{name} {metric}", values.get(metric), entry["value"], 10000)
        else:
            check.compare(f"{name} {metric}", values.get(metric), entry["value"])


def check_regression(check, name, reference):
    outcome, predictor = name.removeprefix("mrqap:").split("~")
    model = [HERE / f"{outcome}.edges.csv", HERE / f"{predictor}.edges.csv", "--nodes", HERE / f"{outcome}.nodes.csv",
             "--permutations", 2000]
    values = check.run("mrqap", *model) | check.run("mrqap", *model, "--shuffle-outcome")
    for metric, entry in reference.items():
        if LEFT_OUT.search(metric):
            continue
        if metric.startswith("p_two_"):
            check.compare_share(f"{name} {metric}", values.get(metric), entry["value"], 2000)
        else:
            check.compare(f"{name} {metric}", values.get(metric), entry["value"])


def roster_with_answers(folder, name, silent):
    with open(HERE / f"{name}.nodes.csv") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    path = pathlib.Path(folder) / f"{name}.csv"
    path.write_text("id,answered\n" + "".join(f"{each},{'' if int(each) in silent else 1}\n" for each in ids))
    return path


def check_nonresponse(check, name, reference):
    network = re.sub(r"_N_.*", "", name)
    with tempfile.TemporaryDirectory() as folder:
        roster = roster_with_answers(folder, network, set(reference["nonrespondents"]))
        found = check.run("report", HERE / f"{network}.edges.csv", "--nodes", roster, "--answered", "answered")["nonresponse"]
    for metric, expected in reference.items():
        if metric == "nonrespondents" or metric.endswith("_true"):
            continue
        if isinstance(expected, list):
            for member, value in zip(found["members"], expected):
                check.compare(f"{name} {metric} {member['id']}", member.get(metric), value)
        else:
            check.compare(f"{name} {metric}", found.get(metric), expected)


def check_waves(check, name, reference):
    """Two waves of the novices with answers missing in each."""
    names = {"kept": "kept_n11", "lost": "lost_n10", "gained": "gained_n01", "absent": "absent_n00", "jaccard": "jaccard",
             "retention_kept_over_w1": "retention"}
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        found = check.run("compare", HERE / "sampson_like1.edges.csv", HERE / "sampson_like2.edges.csv", "--nodes",
                          roster_with_answers(first, "sampson_like1", reference["nonresp_w1"]), "--later-nodes",
                          roster_with_answers(second, "sampson_like2", reference["nonresp_w2"]), "--answered", "answered")
    for metric, ours in names.items():
        check.compare(f"{name} {metric}", found[ours], reference[metric])


def main(konbit):
    check = Check(konbit)
    for name, reference in json.loads((HERE / "reference.json").read_text()).items():
        kind = {"pair": check_pair, "mrqap": check_regression}.get(name.split(":")[0], check_network)
        kind(check, name, reference)
    for name, reference in json.loads((HERE / "nonresponse.json").read_text()).items():
        if "_N_" in name:
            check_nonresponse(check, name, reference)
        if name == "waves":
            for each, waves in reference.items():
                check_waves(check, each, waves)
    print("\n".join(check.problems))
    print(f"{check.compared} values compared, {len(check.problems)} differ")
    sys.exit(1 if check.problems else 0)


main(*sys.argv[1:])
