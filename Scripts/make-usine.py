#!/usr/bin/env python3
"""Writes the registers of an invented factory, as a QSE manager keeps them, and EXPECTED.md.

The registers are made of professional knowledge alone and of no heading that the program is known
to understand, so that they measure it. What is wrong in them on purpose is said in EXPECTED.md.
Whoever changes the program leaves them alone. Needs openpyxl and python-docx.
"""

import pathlib
import shutil
import sys

# The folder of the parts is left as it is.
sys.dont_write_bytecode = True

from usine import amelioration, contexte, ressources, sst_environnement
from usine import classeurs, documents
from usine.attendus import DEFECTS, TEMPTATIONS
from usine.textes import MARKDOWN, WORD

FOLDER = (pathlib.Path(__file__).resolve().parent.parent
          / "Tests/ClauseEngineTests/Organisations/usine")

INTRODUCTION = """\
# Ce que l'usine doit montrer

Tamarix Plastiques est inventée : 62 personnes, bouchons et caisses injectés, ISO 9001, 14001 et 45001. Ses registres sont tenus comme les tient un responsable QSE, sans égard à ce que le programme sait lire ; ils sont écrits par [Scripts/make-usine.py](../../../../Scripts/make-usine.py), et ce fichier avec eux. 18 classeurs, 2 fichiers Word et 2 fichiers Markdown. Date de l'essai : 2026-11-23. `Scripts/measure-organisation.py` copie le dossier `registres`, y lance `init` puis `check`, et compare avec ces tableaux.

But : après `init` seul, 22 défauts sur 25, et au plus 2 fausses alertes sur les 25 tentations.

Une place est un fichier, une feuille (`T2` : deuxième tableau d'un fichier Word) et une ligne. Un défaut est trouvé quand une des règles admises le dit à cette place ; « – » : aucune règle livrée ne le dit. Une tentation est une fausse alerte quand une des règles de la dernière colonne en parle ; ce que d'autres disent de cette ligne est compté à part. Les défauts, les tentations et les règles sont arrêtés : ils ne suivent pas le programme.
"""


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    registers = folder / "registres"
    if registers.exists():
        shutil.rmtree(registers)
    places = {}

    def note(path, found):
        for mark, (sheet, row) in found.items():
            if mark in places:
                raise ValueError(f"{mark} stands twice")
            places[mark] = (path, sheet, row)

    books = (contexte.BOOKS | sst_environnement.BOOKS | ressources.BOOKS | amelioration.BOOKS)
    writers = [(books, classeurs.write), (WORD, documents.write_word),
               (MARKDOWN, documents.write_markdown)]
    for files, write in writers:
        for path, content in files.items():
            target = registers / path
            target.parent.mkdir(parents=True, exist_ok=True)
            note(path, write(target, content))
    (folder / "EXPECTED.md").write_text(expected(places), encoding="utf-8")


def expected(places):
    """EXPECTED.md: a table of defects and one of temptations, with their places."""
    lines = [INTRODUCTION, "## Défauts", "",
             "| n° | fichier | feuille | ligne | quoi | pourquoi | règles admises |",
             "|---|---|---|---|---|---|---|"]
    for number, (what, why, rules) in DEFECTS.items():
        path, sheet, row = places[f"D{number}"]
        said = ", ".join(rules) or "–"
        lines.append(f"| {number} | {path} | {sheet} | {row} | {what} | {why} | {said} |")
    lines += ["", "## Tentations", "",
              "| n° | fichier | feuille | ligne | ce qui semble faux | pourquoi c'est juste"
              " | règles qui auraient tort |",
              "|---|---|---|---|---|---|---|"]
    for number, (what, why, rules) in TEMPTATIONS.items():
        path, sheet, row = places[f"T{number}"]
        said = ", ".join(rules)
        lines.append(f"| {number} | {path} | {sheet} | {row} | {what} | {why} | {said} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
