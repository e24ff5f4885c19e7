#!/usr/bin/env python3
"""Measures what the program makes of an organisation's registers after `init` alone.

FOLDER has `registres` and an EXPECTED.md with two tables, defects and temptations; the columns are
number, file, sheet, row, what, why, rules. Whoever reads the registers of a stranger begins so: a
copy, `init`, `check`, and no hand in between. Prints records and headings that were not understood,
and what was said of each defect and each temptation.
"""

import argparse
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
AS_OF = "2026-11-23"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--program", default=str(ROOT / ".build/release/clauselint"))
    arguments.add_argument("--as-of", default=AS_OF)
    options = arguments.parse_args()
    defects, temptations = expected(options.folder / "EXPECTED.md")
    with tempfile.TemporaryDirectory() as copy:
        folder = pathlib.Path(copy) / "organisation"
        shutil.copytree(options.folder / "registres", folder)
        run(options.program, folder, ["init", ".", "--lang", "fr"], {0})
        common = [".", "--lang", "fr", "--as-of", options.as_of]
        results = json.loads(run(
            options.program, folder, ["check", *common, "--format", "json"], {0, 1}))
        sources = run(options.program, folder, ["sources", *common], {0, 1})
    show_reading(results, sources)
    said = by_place(results)
    show_defects(defects, said)
    show_temptations(temptations, said)
    show_totals(results)


def expected(path):
    """The rows of the two tables, each as (number, place, what, rules)."""
    tables, rows = [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("## "):
            rows = []
            tables.append(rows)
        elif rows is not None and cells[0].isdigit():
            number, file, sheet, row, what, _, rules = cells
            accepted = set() if rules == "–" else set(rules.split(", "))
            rows.append((int(number), (file, sheet, int(row)), what, accepted))
    if len(tables) != 2:
        sys.exit(f"{path} has {len(tables)} tables, not two")
    return tables


def run(program, folder, words, accepted):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
    if done.returncode not in accepted:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def place(location):
    """The file, sheet and row of a place; a text has no sheet."""
    cell = re.fullmatch(r"'?(.*?)'?[!:]\$?[A-Z]+\$?(\d+)", location.get("cell") or "")
    if cell:
        return location["file"], cell[1].replace("''", "'"), int(cell[2])
    return location["file"], "", location["line"]


Saying = collections.namedtuple("Saying", "rule kind is_main")


def by_place(results):
    """What is said of each row, by findings and data problems, as their place or beside it."""
    said = collections.defaultdict(set)
    for key, kind in [("findings", "constat"), ("data_problems", "donnée")]:
        for entry in results[key]:
            said[place(entry["location"])].add(Saying(entry["rule"], kind, True))
            for other in entry["related"]:
                location = other.get("location", other)
                if location:
                    said[place(location)].add(Saying(entry["rule"], kind, False))
    return said


def show_reading(results, sources):
    print("== Enregistrements lus")
    for register in results["registers"]:
        print(f"{register['records']:5}  {register['type']:24}{register['file']}")
    print(f"{results['summary']['records']:5}  en tout")
    for file in results["files"]:
        if file["fate"] != "assessed":
            print(f"       non lu ({file.get('unread', file['fate'])}) : {file['path']}")
    print("\n== En-têtes non compris")
    table = ""
    for line in sources.splitlines():
        if re.match(r"\S.*  (XLSX|Markdown|DOCX|Word|CSV)\b", line):
            table = re.sub(r"  en-têtes .*", "", line)
        found = re.match(r"       (\S.*?)  +(non compris.*|désigne aussi.*)", line)
        if found:
            print(f"{table} : {' '.join(found[1].split())} ({found[2]})")
    print(sources.rstrip().splitlines()[-1])


def show_defects(defects, said):
    print("\n== Défauts")
    found = 0
    for number, where, what, accepted in defects:
        rules = {saying.rule for saying in said[where]}
        hits = sorted(rules & accepted)
        found += bool(hits)
        if hits:
            rest = "trouvé : " + ", ".join(hits)
        else:
            others = ", ".join(sorted(rules)) or "rien"
            rest = f"non ; dit à cette ligne : {others}" + ("" if accepted else " (aucune règle)")
        print(f"{number:3}  {what} – {rest}")
    print(f"{found} défauts sur {len(defects)}")


def show_temptations(temptations, said):
    print("\n== Tentations")
    false, findings, data = 0, 0, 0
    for number, where, what, wrong in temptations:
        main = [saying for saying in said[where] if saying.is_main]
        alarms = sorted({saying.rule for saying in main} & wrong)
        others = {kind: sorted({s.rule for s in main if s.kind == kind} - wrong)
                  for kind in ("constat", "donnée")}
        false += bool(alarms)
        findings += bool(others["constat"])
        data += bool(others["donnée"])
        parts = ["FAUSSE ALERTE : " + ", ".join(alarms)] if alarms else []
        parts += [f"{kind} : {', '.join(rules)}" for kind, rules in others.items() if rules]
        print(f"{number:3}  {what} – {' ; '.join(parts) or 'rien'}")
    print(f"{false} fausses alertes sur {len(temptations)} ; autre constat sur {findings} lignes, "
          f"autre problème de données sur {data}")


def show_totals(results):
    print("\n== Tout ce qui est dit")
    for key in ("findings", "data_problems"):
        counted = collections.Counter(entry["rule"] for entry in results[key])
        print(f"{key} {len(results[key])} : "
              + ", ".join(f"{rule} {count}" for rule, count in sorted(counted.items())))
    summary = results["summary"]
    print(f"non tranchés : {summary['undecided']}")


if __name__ == "__main__":
    main()
