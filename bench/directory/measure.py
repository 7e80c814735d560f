# SPDX-License-Identifier: Apache-2.0
"""usage: measure.py DATABASE URL SEED   Asks a loaded server and, beside it, SQLite's own full-text search.

Prints lines: database <tab> measure <tab> p50 <tab> p95 <tab> p99 <tab> greatest, in milliseconds, <tab> largest body in bytes."""
import http.client
import json
import os
import sqlite3
import sys
import time
import urllib.parse

database, url, seed = sys.argv[1:4]
rounds = int(os.environ.get("ROUNDS", "12"))
words = ["cocoa", "yachting", "sea moss", "mahogany", "pepper sauce", "film", "rum", "mahogany cocoa guild", "coc", "so", "c",
         "neighbouring islands", "certifies schools", "old road", "guava solar partners 77", "zzz", "organization cocoa"]
filters = ["", "country=GD", "kind=bso", "country=TT&kind=firm", "sector=10", "sector=C", "country=LC&sector=C&kind=cooperative"]


def percentiles(times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    return [at(0.5), at(0.95), at(0.99), times[-1]]


def say(measure, times, largest=0):
    figures = "\t".join(f"{1000 * each:.2f}" for each in percentiles(times))
    print(f"{database}\t{measure}\t{figures}\t{largest}", flush=True)


def ask(connection, path):
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html, application/json"})
    answer = connection.getresponse()
    body = answer.read()
    taken = time.perf_counter() - start
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return taken, len(body)


def measure(connection, name, paths):
    for path in paths:
        ask(connection, path)  # a statement is prepared once
    results = [ask(connection, path) for _ in range(rounds) for path in paths]
    say(name, [taken for taken, _ in results], max(size for _, size in results))


def server():
    host = urllib.parse.urlparse(url)
    connection = http.client.HTTPConnection(host.hostname, host.port)
    quoted = [urllib.parse.quote_plus(each) for each in words]
    searches = [f"/api/organizations?q={q}&limit=20" for q in quoted]
    searches += [f"/api/organizations?q={q}&limit=20&country_code=GD&kind=bso" for q in quoted]
    measure(connection, "search", searches)
    measure(connection, "search_page", [f"/organizations?q={q}" for q in quoted])
    measure(connection, "list_page", [f"/organizations?{each}" for each in filters])
    measure(connection, "map_page", ["/organizations?view=map"])


def yardstick():
    """The same words in SQLite's FTS5, ranked by bm25; every word a prefix, as Konbit takes them."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(name, body, prefix = '2 3')")
    with open(seed, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    connection.executemany("INSERT INTO texts VALUES (?, ?)", [(each["name"], each["description"]) for each in rows])
    times = []
    for _ in range(max(1, rounds // 4)):
        for each in words:
            expression = " ".join(f'"{word}"*' for word in each.split())
            start = time.perf_counter()
            connection.execute("SELECT rowid, name, body FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20", [expression]).fetchall()
            times.append(time.perf_counter() - start)
    say("bm25", times)


server()
yardstick()
