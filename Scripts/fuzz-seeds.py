"""Lays the seeds of the fuzzer in Fuzz/.work from the shared conformance and hostile data.

  fuzz-seeds.py SHARED
"""

import glob
import hashlib
import json
import os
import re
import sys
import zipfile

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
               "xlsx": "xlsx", "docx": "docx", "jsonl": "jsonl"}
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
    for path in glob.glob(ROOT + "/[ET]*/**/*.xlsx", recursive=True) + glob.glob(
            shared + "/**/*.xlsx", recursive=True):
        workbook_parts(path)
    files_beside_records(shared)


def workbook_parts(path):
    """The parts of a workbook between NULs, each sheet by itself, as the entry takes them."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        return
    others = [parts.get(name, b"") for name in (
        "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")]
    for name, sheet in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            keep("xlsx", sheet)
            keep("xlsx", b"\0".join([sheet] + others))
    for index, other in enumerate(others):
        keep("xlsx", b"\0" * (index + 1) + other)


def files_beside_records(shared):
    for path in glob.glob(ROOT + "/[ET]*/**/*.yaml", recursive=True) + glob.glob(
            shared + "/hostile/config/**/*.*", recursive=True):
        with open(path, "rb") as file:
            data = file.read()
        keep("baseline" if "baseline" in path else "configuration", data)
    for source in ["files: 'registers/*.csv'\n    type: risk\n    fields: { ref: id, date: on }",
                   "files: a/**/b.xlsx\n    type: risk\n    sheet: S\n    header_row: 2",
                   "files: a.md\n    type: risk\n    read: table\n    under: Title\n    dates: dmy"]:
        keep("configuration", f"sources:\n  - {source}\n")
    keep("configuration", "organization: o\nstandards: [iso9001:2015]\npacks: [packs/own]\n"
         "languages: [fr, ar]\ntime_zone: Africa/Casablanca\nparameters: { days: 30 }\n")
    for path in glob.glob(ROOT + "/Tests/ClauseReportsTests/Goldens/*.json"):
        with open(path, "rb") as file:
            keep("results", file.read())
    keep("results", '{"schema":"clauselint/results/1","as_of":"2026-11-23","packs":[{"id":"a",'
         '"version":"1","sha256":"ab"}],"findings":[{"rule":"r","severity":"major","state":"new",'
         '"fingerprint":"ab","message":"m","clauses":["c"],"record":{"type":"t","id":"i"},'
         '"location":{"file":"f","line":1,"column":1,"end_line":1,"end_column":2}}],'
         '"clauses":[{"id":"c","state":"conform"}],"diagnostics":[]}')
    for pair in ["a/*/b.yaml\na/x/b.yaml", "**/*.csv\nregisters/risks.csv", "*?*\na/../b",
                 "\n/etc/passwd", "a\nC:\\x", "a\n%2e%2e/x", "a\n~root", "**/a/**/b\na/a/b/b",
                 "a\n..​/x", "a\n$HOME/x", "a\n.git/config", "a\na./b "]:
        keep("paths", pair)
    for path in glob.glob(shared + "/hostile/inject/*"):
        with open(path, "rb") as file:
            data = file.read()
        for text in [data] + re.findall(rb'"([^"\n]{4,})"', data):
            for reporter in range(11):
                keep("outputs", bytes([len(text) % 3, reporter]) + b"\n".join([text[:60]] * 6))


main(sys.argv[1])
