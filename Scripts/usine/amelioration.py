"""Nonconformities, actions, indicators and audits of the factory."""

from usine.parts import Sheet, d, day, row, t

MONTHS = ["Janv.", "Févr.", "Mars", "Avr.", "Mai", "Juin", "Juil.", "Août", "Sept.", "Oct.", "Nov.", "Déc."]

BOOKS = {
    "08 Amélioration/NC et plan d'actions 2026.xlsx": {
        "Registre NC": Sheet(
            title="REGISTRE DES NON-CONFORMITÉS ET ACTIONS CORRECTIVES", code="EN-QSE-05", version="04", date="01/04/2025", lines=4,
            headings=["N° NC", "Date", "Origine", "Processus", "Description de la NC", "Gravité (Maj / Min)", "Correction", "Analyse des causes (5 pourquoi)", "Action corrective", "Responsable", "Délai", "Réalisée le", "Efficace (O/N)", "Vérifiée le", "Clôturée le", "Statut"],
            rows=[
                row("NC-01/26", day("14/01/2026"), "Interne", "Production injection", "Lot de bouchons hors cote", "Min", "Lot trié", "Pression de maintien non notée sur la fiche", "Compléter les fiches de réglage", "R. TAZI", day("28/02/2026"), day("25/02/2026"), "O", day("27/05/2026"), day("27/05/2026"), "Soldée"),
                d(3, "NC-02/26", day("03/02/2026"), "Fournisseur", "Achats", "Mélange maître hors teinte", "Min", "Lot retourné", "Pas d'échantillon de référence chez le fournisseur", "Envoyer une plaque de référence", "N. BERRADA", day("31/03/2026"), day("20/03/2026"), None, None, day("02/04/2026"), "Soldée"),
                row("NC-03/26", day("22/04/2026"), "Audit interne AI-02", "Production injection", "Fiche de réglage absente au poste 5", "Min", "Fiche remise", "Classeur commun à deux postes", "Un classeur par poste", "A. MOUSSAOUI", day("29/05/2026"), day("22/05/2026"), "O", day("04/09/2026"), day("07/09/2026"), "Soldée"),
                d(4, "NC-04/26", day("11/05/2026"), "Client", "Logistique", "Palette livrée au mauvais client", "Maj", "Palette reprise", "Étiquettes imprimées d'avance", "Imprimer l'étiquette au chargement", "H. SEBTI", day("30/06/2026"), day("19/06/2026"), "O", day("02/10/2026"), day("05/05/2026"), "Soldée"),
                t(5, "NC-05/26", day("15/06/2026"), "Interne", "Production injection", "Coupure de courant : 40 pièces incomplètes", "Min", "Pièces broyées", "Coupure du réseau public, fait isolé", "Sans objet (fait isolé, hors de notre maîtrise)", "R. TAZI", None, None, "SO", None, day("18/06/2026"), "Soldée"),
                row("NC-06/26", day("14/10/2026"), "Audit interne AI-06", "QSE et amélioration", "Compte rendu de veille non diffusé aux chefs d'équipe", "Min", "Compte rendu envoyé", "Liste de diffusion pas à jour", "Revoir la liste chaque trimestre", "S. EL AMRANI", day("31/12/2026"), None, None, None, None, "En cours"),
                row("NC-07/26", day("04/11/2026"), "Interne", "Maintenance", "Presse 9 remise en marche sans fiche d'intervention", "Min", "Fiche établie", "Fiches rangées loin de l'atelier", "Bloc de fiches sur chaque presse", "Resp. maintenance", "mi-déc. 2026", None, None, None, None, "En cours"),
            ],
            foot=["Maj : majeure – Min : mineure – SO : sans objet"]),
        "PAQ": Sheet(
            title="Plan d'actions SMI (hors NC) – MAJ 16/11/2026",
            headings=["N°", "Source", "Action", "Type (C / P / A)", "Resp.", "Délai initial", "Nouveau délai", "Avancement (%)", "Réalisée le", "Statut", "Commentaires"],
            rows=[
                t(4, "A1", "Réunion logistique", "Marquer les allées du magasin", "P", "Y. NACIRI", day("28/02/2026"), None, 100, day("20/02/2026"), "Soldée", None),
                row("A2", "Causerie sécurité", "Poser des miroirs au croisement du quai", "P", "H. SEBTI", day("30/06/2026"), None, 100, day("12/06/2026"), "Soldée", None),
                t(1, "A3", "Audit énergie", "Isoler les fourreaux des presses", "A", "K. OUAHBI", day("30/06/2026"), day("31/12/2026"), 60, None, "En cours", "Report accordé par le DG le 22/06/2026 : matériel livré en novembre"),
                d(7, "A4", "Visite de l'assureur", "Ajouter deux détecteurs de fumée au magasin", "P", None, day("31/12/2026"), None, 0, None, "À faire", None),
                row("A5", "Boîte à idées", "Bac de tri des purges par couleur", "A", "R. TAZI", "fin janv. 2027", None, 20, None, "En cours", None),
            ]),
    },
    "08 Amélioration/Tableau de bord 2026.xlsx": {
        "TdB": Sheet(
            title="TABLEAU DE BORD DES PROCESSUS – 2026", code="EN-QSE-07", version="02", date="20/01/2026",
            headings=["Processus", "Indicateur", "Unité", "Fréq.", "Cible", "Resp."] + MONTHS + ["Cumul / moy.", "Commentaire / action"],
            rows=[
                t(6, "Production injection", "Taux de rebut", "%", "M", "≤ 2,5", "R. TAZI", 2.4, 2.3, 2.5, 2.4, 2.2, 2.1, 2.2, 2.0, 2.1, 1.9, None, None, 2.2, None),
                d(16, "Logistique", "Livraisons à l'heure (taux de service)", "%", "M", "≥ 95", "H. SEBTI", 96, 97, 95, 96, 95, 96, 97, 91, 90, 88, None, None, 94.1, None),
                row("Maintenance", "Taux de panne", "%", "M", "≤ 4", "K. OUAHBI", 3.8, 3.5, 3.9, 3.6, 3.2, 3.1, 3.4, 3.0, 3.3, 3.1, None, None, 3.4, None),
                t(7, "Production injection", "Consommation d'électricité par kg", "kWh/kg", "T", "≤ 1,80", "K. OUAHBI", None, None, 1.78, None, None, 1.8, None, None, 1.76, None, None, None, 1.78, None),
                row("QSE et amélioration", "Accidents avec arrêt", "Nb", "M", "≤ 1", "G. KABBAJ", 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, None, None, 2, None),
                row("Ressources humaines", "Réalisation du plan de formation", "%", "T", "≥ 75", "I. LAHLOU", None, None, 100, None, None, 100, None, None, 80, None, None, None, None, None),
            ],
            foot=["M : mensuel – T : trimestriel", "Trois mois de suite hors cible : action obligatoire"]),
    },
    "09 Audits et revue/Programme d'audits internes 2026.xlsx": {
        "Programme": Sheet(
            title="PROGRAMME D'AUDITS INTERNES 2026", code="EN-QSE-02", version="03", date="14/01/2026",
            headings=["N°", "Processus audité", "Référentiel", "Date prévue", "Reporté au", "Réalisé le", "Équipe d'audit", "NC maj.", "NC min.", "Obs.", "Rapport diffusé le", "État"],
            rows=[
                row("AI-01", "Achats", "9001", day("17/02/2026"), None, day("17/02/2026"), "S. EL AMRANI", 0, 0, 2, day("24/02/2026"), "Réalisé"),
                row("AI-02", "Production injection", "9001 / 14001 / 45001", day("21/04/2026"), None, day("22/04/2026"), "G. KABBAJ", 0, 2, 1, day("30/04/2026"), "Réalisé"),
                d(1, "AI-03", "Maintenance", "9001 / 45001", day("19/05/2026"), None, day("19/05/2026"), "K. OUAHBI", 0, 0, 1, day("26/05/2026"), "Réalisé"),
                d(2, "AI-04", "Ressources humaines", "9001 / 45001", day("16/06/2026"), None, None, "S. EL AMRANI", None, None, None, None, "Planifié"),
                t(13, "AI-05", "Logistique", "9001 / 45001", day("17/03/2026"), day("15/09/2026"), day("15/09/2026"), "S. EL AMRANI", 0, 0, 1, day("22/09/2026"), "Réalisé"),
                t(14, "AI-06", "QSE et amélioration", "9001 / 14001 / 45001", day("13/10/2026"), None, day("14/10/2026"), "A. MERNISSI (consultante externe)", 0, 1, 2, day("21/10/2026"), "Réalisé"),
                t(12, "AI-07", "Commercial", "9001", day("08/12/2026"), None, None, "S. EL AMRANI", None, None, None, None, "Planifié"),
                row("Total", None, None, None, None, None, None, 0, 3, 7, None, None),
            ],
            foot=["Établi par : RQSE", "Approuvé par : DG le 14/01/2026"]),
    },
}
