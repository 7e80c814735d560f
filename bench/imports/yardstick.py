#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a careful script does with the same files: names folded, legal forms dropped, candidates that share the first
four letters of a word in the same country, difflib's ratio above 0.9; then SQLite in one transaction."""
import csv
import difflib
import re
import sqlite3
import sys
import time
import unicodedata
from collections import defaultdict

LEGAL = {"ltd", "limited", "inc", "co", "sa", "s", "a", "the", "sons"}


def folded(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall("[a-z0-9]+", plain) if word not in LEGAL]


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main():
    register, listed = rows(sys.argv[1]), rows(sys.argv[2])
    begun = time.perf_counter()
    blocks = defaultdict(list)
    for record in register:
        words = folded(record["name"])
        for word in {word[:4] for word in words if len(word) > 3}:
            blocks[record["country"], word].append((" ".join(words), record))
    found = 0
    for row in listed:
        words = folded(row["name"])
        name = " ".join(words)
        candidates = {id(entry): entry for word in words for entry in blocks.get((row["country"], word[:4]), ())}
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(name)
        for other, _ in candidates.values():
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() > 0.9 and matcher.quick_ratio() > 0.9 and matcher.ratio() > 0.9:
                found += 1
                break
    matched = time.perf_counter() - begun
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE organizations (name, country, locality, website)")
    with database:
        database.executemany("INSERT INTO organizations VALUES (:name, :country, :locality, :website)", listed)
    print(f"yardstick (python, difflib, sqlite): {found} found, compare {matched:.2f} s, "
          f"together {time.perf_counter() - begun:.2f} s")


main()
