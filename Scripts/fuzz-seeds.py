"""Lays the seeds of the fuzzer in Fuzz/.work from the shared conformance and hostile data.

  fuzz-seeds.py SHARED
"""

import glob
import hashlib
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LARGEST = 4096


def keep(entry, data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    if len(data) > LARGEST:
        return
    folder = os.path.join(ROOT, "Fuzz/.work", entry)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, hashlib.sha1(data).hexdigest()), "wb") as file:
        file.write(data)


def texts(value, name):
    """Every text under the key `name`, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            else:
                yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)


def main(shared):
    endings = {"yaml": "yaml", "yml": "yaml", "json": "json", "csv": "csv", "md": "markdown",
               "xlsx": "xlsx", "jsonl": "jsonl"}
    folders = [os.path.join(shared, "hostile"), os.path.join(ROOT, "Examples"),
               os.path.join(ROOT, "Rules"), os.path.join(ROOT, "Templates"),
               os.path.join(ROOT, "Tests/ClauseEngineTests/Traps")]
    for folder in folders:
        for path in glob.glob(folder + "/**/*", recursive=True):
            entry = endings.get(path.rsplit(".", 1)[-1])
            if not entry or not os.path.isfile(path):
                continue
            with open(path, "rb") as file:
                data = file.read()
            keep(entry, data)
            if "/packs/" in path or "/Rules/" in path:
                # A rule is a seed by itself.
                keep("pack", data)
                for rule in re.findall(rb"(?ms)^  - id: .*?(?=^  - id: |\Z)", data)[:400]:
                    keep("pack", b"rules:\n" + rule)
                for line in re.findall(rb"(?m)^ +(?:require|where): (.*)$", data):
                    keep("cel", line.strip(b"\"'"))
            elif entry == "json":
                keep("jsonl", data.replace(b"\n", b" ") + b"\n" + data.replace(b"\n", b" "))
            elif entry == "yaml":
                keep("records", data.replace(b"type: process", b"type: thing"))
    with open(os.path.join(shared, "conformance/yaml-test-suite.json"), encoding="utf-8") as file:
        suite = json.load(file)
    for name in ("yaml", "in_yaml", "text", "input"):
        for text in texts(suite, name):
            keep("yaml", text)
    for path in glob.glob(shared + "/conformance/cel/**/*.json", recursive=True):
        with open(path, encoding="utf-8") as file:
            for text in texts(json.load(file), "expr"):
                keep("cel", text)
    for text in ["2024-02-29 P1Y", "0001-01-01 P1D", "9999-12-31 P1M", "2024-01-31 P1M", "P1Y2M3W4D",
                 "2023-02-29", "-0001-01-01", "2024-06-01 -P1M", "2024-06-01 P999999999Y"]:
        keep("dates", text)
    for value in ["31/12/2024", "1er mars 2026", "٢٠٢٤-٠٦-٠١", "15 محرم 1448 (1 juillet 2026)",
                  "6 mois", "tous les trois mois", "1 234,56 DH", "85 %", "(12)", "oui", "46053"]:
        for field in ["on", "every", "size", "cost", "ok", "count"]:
            keep("records", f"things:\n  - id: T\n    {field}: {value}\n")


main(sys.argv[1])
