#!/usr/bin/env python3
"""Writes the workbooks of Examples/registres-excel with openpyxl, the same bytes every time.

The organisation is invented. What its registers hold, and which of their rows are wrong on
purpose, is said in Examples/registres-excel/EXPECTED.md.
"""

import datetime
import io
import pathlib
import sys
import zipfile

import openpyxl
from openpyxl.styles import Font

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Examples/registres-excel/registres"
DAY = datetime.date

BOOKS = {
    "organisme.xlsx": {
        "Organisme": (None, ["Réf", "Nom", "Forme juridique", "Effectif", "Sites", "Activités"], [
            ["cedre", "Atelier du Cèdre", "Société", 24, "ATELIER; DEPOT", "Menuiserie; Agencement"],
        ]),
        "Sites": (None, ["Réf", "Intitulé", "Adresse", "Type", "Effectif présent"], [
            ["ATELIER", "Atelier", "12, rue des Artisans", "Bureaux", 19],
            ["DEPOT", "Dépôt de bois", "Zone industrielle, lot 7", "Magasin", 5],
        ]),
    },
    "personnel.xlsx": {
        "Personnel": (None, ["Réf", "Nom et prénom", "Service", "Encadrant", "Date d'entrée", "Date de départ", "Rôles"], [
            ["AB", "Benali Amina", "Direction", "oui", DAY(2015, 3, 2), None, "Directeur"],
            ["KD", "Daoudi Karim", "Qualité", "oui", DAY(2018, 9, 17), None, "Responsable QSE; Auditeur interne"],
            ["SL", "Lahlou Sara", "Production", "oui", DAY(2017, 1, 9), None, "Pilote de processus"],
            ["YM", "Mansouri Youssef", "Achats", "oui", DAY(2019, 5, 6), DAY(2026, 6, 30), "Pilote de processus"],
            ["NR", "Rami Nadia", "Bureau d'études", "non", DAY(2021, 2, 1), None, "Auditeur interne"],
            ["HT", "Tazi Hamid", "Production", "non", DAY(2016, 11, 14), None, "Secouriste"],
        ]),
    },
    "cartographie-processus.xlsx": {
        "Processus": ("Cartographie des processus", ["Code", "Processus", "Type", "Finalité", "Pilote", "Données d'entrée", "Données de sortie"], [
            ["PR-DIR", "Piloter l'entreprise", "Management", "Fixer les objectifs et les suivre", "AB", "Contexte; Résultats", "Objectifs; Décisions"],
            ["PR-FAB", "Fabriquer et poser", "Réalisation", "Livrer l'ouvrage commandé", "SL", "Commande; Plans", "Ouvrage posé"],
            ["PR-ACH", "Acheter", "Support", "Disposer des matières à temps", "YM", "Besoins", "Matières reçues"],
        ]),
    },
    "registre-risques.xlsx": {
        "Risques": ("Registre des risques – mise à jour trimestrielle", ["Réf", "Risque", "Origine", "Processus", "Cause", "Conséquence", "P", "G", "Criticité", "Niveau", "Traitement", "Pilote", "Date d'évaluation", "Cotation DG"], [
            ["R-01", "Rupture d'approvisionnement", "Processus", "PR-ACH", "Fournisseur unique", "Retard de pose", 3, 3, 9, "Moyen", "Réduire", "YM", DAY(2026, 2, 12), "à suivre"],
            ["R-02", "Erreur de cotes", "Processus", "PR-FAB", "Plans non relus", "Reprise de l'ouvrage", 2, 4, 8, "Moyen", "Réduire", "SL", DAY(2026, 2, 12), ""],
            ["R-03", "Panne de la scie à format", "Processus", "PR-FAB", "Entretien tardif", "Arrêt de l'atelier", 2, 3, 5, "Faible", "Accepter", "SL", DAY(2026, 2, 12), ""],
            ["R-04", "Perte d'un client important", "Processus", "PR-DIR", "Délais", "Baisse d'activité", 2, 4, 8, "Moyen", "Réduire", "AB", DAY(2026, 2, 12), "prioritaire"],
        ]),
    },
    "obligations-legales.xlsx": {
        "Obligations": ("Obligations légales et autres exigences", ["Réf", "Prescription", "Autre source", "Applicable", "Déclencheur", "Fréquence", "Dernière exécution", "Prochaine échéance", "Responsable"], [
            ["OB-01", "Vérifier les extincteurs", "Contrat d'assurance, article 4", "Oui", "Périodique", "annuel", DAY(2025, 10, 6), DAY(2026, 10, 6), "KD"],
            ["OB-02", "Faire vérifier l'aspiration des poussières", "Contrat d'assurance, article 7", "Oui", "Périodique", "6 mois", DAY(2026, 8, 3), DAY(2027, 2, 3), "SL"],
            ["OB-03", "Remettre les chutes traitées à un repreneur agréé", "Cahier des charges du bailleur", "Oui", "Continue", None, None, None, "SL"],
        ]),
    },
    "indicateurs.xlsx": {
        "Indicateurs": (None, ["Code", "Indicateur", "Processus", "Type", "Définition", "Mode de calcul", "Unité", "Fréquence", "Cible", "Sens", "Responsable de la collecte"], [
            ["I-01", "Poses dans les délais", "PR-FAB", "Processus", "Part des poses à la date promise", "à l'heure / total", "%", "mensuel", 90, ">=", "SL"],
            ["I-02", "Livraisons conformes", "PR-ACH", "Processus", "Part des réceptions sans réserve", "conformes / total", "%", "mensuel", 95, ">=", "YM"],
        ]),
        "Mesures": (None, ["Réf", "Indicateur", "Début de période", "Fin de période", "Résultat", "Date de mesure", "Mesuré par", "Analyse"], [
            ["M-01", "I-01", DAY(2026, 9, 1), DAY(2026, 9, 30), 92, DAY(2026, 10, 5), "SL", ""],
            ["M-02", "I-01", DAY(2026, 10, 1), DAY(2026, 10, 31), 81, DAY(2026, 11, 4), "SL", ""],
            ["M-03", "I-02", DAY(2026, 10, 1), DAY(2026, 10, 31), "95,5 %", DAY(2026, 11, 4), "KD", ""],
        ]),
    },
    "audits-internes.xlsx": {
        "Audits": (None, ["Réf", "Intitulé", "Type", "Date prévue", "Date de réalisation", "Processus audités", "Clauses", "Critères d'audit", "Champ de l'audit", "Responsable d'audit", "Date du rapport"], [
            ["A-26-1", "Audit de la fabrication", "Interne", DAY(2026, 4, 14), DAY(2026, 4, 15), "PR-FAB", "8.5; 8.6", "Procédures internes", "Atelier", "NR", DAY(2026, 4, 30)],
            ["A-26-2", "Audit des achats", "Interne", DAY(2026, 9, 8), DAY(2026, 9, 8), "PR-ACH", "8.4", "Procédures internes", "Achats", "YM", DAY(2026, 9, 20)],
        ]),
        "Constats": (None, ["Réf", "Audit", "Classement", "Clauses", "Exigence", "Preuve d'audit", "Processus", "Fiche NC"], [
            ["C-01", "A-26-1", "NC mineure", "8.5", "Les plans sont relus avant débit", "Plan du chantier 112 sans visa", "PR-FAB", "NC-26-01"],
            ["C-02", "A-26-2", "Point fort", "8.4", "Les fournisseurs sont évalués", "Grille à jour", "PR-ACH", None],
        ]),
    },
    "non-conformites.xlsx": {
        "NC": ("Suivi des non-conformités", ["N°", "Origine", "Date de détection", "Écart", "Classement", "Processus", "Correction", "Date de correction", "Cause racine", "Action corrective", "Efficacité vérifiée le", "Efficacité", "Date de clôture", "Statut"], [
            ["NC-26-01", "Audit", DAY(2026, 4, 15), "Plan débité sans relecture", "Mineure", "PR-FAB", "Plan relu", DAY(2026, 4, 16), "Relecture non planifiée", "AC-01", DAY(2026, 9, 1), "Efficace", DAY(2026, 9, 2), "Soldée"],
            ["NC-26-02", "Fournisseur", DAY(2026, 5, 20), "Panneaux voilés", "Mineure", "PR-ACH", "Panneaux repris", DAY(2026, 5, 28), "Stockage à plat non exigé", "AC-02", DAY(2026, 11, 10), "Efficace", DAY(2026, 7, 1), "Soldée"],
        ]),
        "Actions": ("Plan d'actions", ["N°", "Origine", "Type", "Action", "Responsable", "Échéance", "Date de réalisation", "Avancement"], [
            ["AC-01", "NC-26-01", "Action corrective", "Planifier la relecture des plans", "SL", DAY(2026, 5, 29), DAY(2026, 5, 22), "Réalisé"],
            ["AC-02", "NC-26-02", "Action corrective", "Exiger un stockage à plat", "YM", DAY(2026, 6, 30), DAY(2026, 6, 12), "Réalisé"],
        ]),
    },
    "liste-documents.xlsx": {
        "Documents": (None, ["Réf", "Code", "Intitulé", "Type de document", "Origine", "Version", "Date de version", "Approbateur", "Date d'approbation", "Statut", "Fichier"], [
            ["D-01", "PO-01", "Politique QSE", "Politique", "Interne", "3", DAY(2026, 1, 12), "AB", DAY(2026, 1, 15), "En vigueur", None],
            ["D-02", "PQ-10", "Plan qualité d'un chantier", "Plan", "Interne", "1", DAY(2025, 6, 2), None, None, "En vigueur", None],
        ]),
    },
}


def write(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = datetime.datetime(2026, 11, 1)
    book.properties.creator = "Atelier du Cèdre"
    for name, (title, headings, rows) in sheets.items():
        sheet = book.create_sheet(name)
        if title:
            sheet.append([title])
            sheet.append([])
        sheet.append(headings)
        for cell in sheet[sheet.max_row]:
            cell.font = Font(bold=True)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, datetime.date):
                    cell.number_format = "DD/MM/YYYY"
    raw = io.BytesIO()
    book.save(raw)
    # openpyxl stamps the entries, and the properties, with the time of day.
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                before, rest = data.split(b"<dcterms:modified", 1)
                opening, rest = rest.split(b">", 1)
                after = rest.split(b"</dcterms:modified>", 1)[1]
                data = (before + b"<dcterms:modified" + opening + b">2026-11-01T00:00:00Z"
                        + b"</dcterms:modified>" + after)
            info = zipfile.ZipInfo(entry.filename, (2026, 11, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, data)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheets in BOOKS.items():
        write(folder / name, sheets)


if __name__ == "__main__":
    main()
