"""The two Word files and the two Markdown files of the factory."""

from usine.parts import d, row, t

REVIEW = "09 Audits et revue/PV revue de direction 2026.docx"
REPORT = "09 Audits et revue/Rapport d'audit AI-02.docx"

# A text is a list of parts: ("title", code, version, date), ("heading", text), ("text", text),
# ("labels", pairs) and ("table", headings, rows).
WORD = {
    REVIEW: [
        ("title", "PROCÈS-VERBAL DE REVUE DE DIRECTION", "EN-SMI-06", "02", "12/03/2026"),
        ("text", "Date : 12/03/2026"),
        ("text", "Présents : H. BENALI (DG), S. EL AMRANI, R. TAZI, K. OUAHBI, N. BERRADA, I. LAHLOU, M. CHRAIBI, F. IDRISSI, G. KABBAJ"),
        ("heading", "1. Éléments d'entrée"),
        ("text", "Décisions de la revue du 13/03/2025 : 6 décisions, toutes soldées."),
        ("text", "Enjeux et parties intéressées : analyse revue le 08/01/2026 ; le changement climatique (eau) est retenu."),
        ("text", "Satisfaction des clients : 14 réclamations en 2025, enquête à 8,1 / 10."),
        ("text", "Objectifs : 3 sur 5 atteints en 2025."),
        ("text", "Performance des processus et conformité des produits : rebut à 3,4 %, taux de service à 95,2 %."),
        ("text", "Non-conformités et actions correctives : 17 NC en 2025, 2 encore ouvertes."),
        ("text", "Résultats des audits : audit de surveillance de novembre 2025 sans NC majeure ; programme interne 2025 tenu."),
        ("text", "Fournisseurs : évaluation du 15/01/2026 ; un transporteur retiré de la liste."),
        ("text", "Conformité aux exigences légales : évaluation d'octobre 2025."),
        ("text", "Accidents, incidents et participation des travailleurs : TF de 22 ; quatre réunions du comité de sécurité et d'hygiène."),
        ("text", "Aspects environnementaux significatifs : électricité, déchets plastiques, pertes de granulés."),
        ("text", "Risques et opportunités : registre revu ; communication des riverains : une plainte pour le bruit, close."),
        ("text", "Ressources : un technicien de maintenance manque ; possibilités d'amélioration : écrans de purge, isolation des fourreaux."),
        ("heading", "2. Conclusions"),
        ("text", "Le système de management reste approprié, adéquat et efficace."),
        ("heading", "3. Décisions"),
        ("table", ["N°", "Décision / action", "Responsable", "Délai", "État au 16/11/2026"], [
            row("1", "Donner le budget des écrans de purge", "H. BENALI", "31/03/2026", "Soldée le 27/03/2026"),
            d(6, "2", "Revoir le plan d'urgence avec la protection civile", "G. KABBAJ", "30/04/2026", "En cours"),
            row("3", "Renoncer à la certification ISO 50001", "H. BENALI", "12/03/2026", "Soldée le 12/03/2026"),
            row("4", "Recruter un technicien de maintenance", "I. LAHLOU", "31/12/2026", "En cours"),
        ]),
        ("text", "Prochaine revue : mars 2027"),
        ("text", "Visa du Directeur général : H. BENALI"),
    ],
    REPORT: [
        ("title", "RAPPORT D'AUDIT INTERNE", "EN-QSE-03", "03", "30/04/2026"),
        ("labels", [
            ("Audit n°", "AI-02"), ("Processus audité", "Production injection"),
            ("Date de l'audit", "22/04/2026"), ("Responsable d'audit", "G. KABBAJ"),
            ("Audité", "R. TAZI"), ("Critères", "ISO 9001, 14001, 45001 ; PR-QSE-02"),
        ]),
        ("heading", "Constats"),
        ("table", ["N°", "Type (NC maj / NC min / PS / PF)", "Clause", "Constat et preuve", "Cause", "Action corrective", "Resp.", "Délai", "Soldé le"], [
            row("C1", "NC min", "9001 § 8.5.1", "Fiche de réglage absente au poste 5 (traité par NC-03/26)", "Classeur commun à deux postes", "Un classeur par poste", "A. MOUSSAOUI", "29/05/2026", "22/05/2026"),
            d(5, "C2", "NC min", "14001 § 8.1", "Chiffons huileux dans la benne des déchets banals, le 22/04/2026", "", "", "", "", ""),
            row("C3", "PF", "45001 § 8.1.2", "Carters des presses vérifiés et tracés chaque semaine", "-", "-", "-", "-", "-"),
        ]),
        ("heading", "Conclusion"),
        ("text", "Le processus est maîtrisé ; deux non-conformités mineures sont à traiter."),
    ],
}

DRILLS = "03 SST/Exercices d'urgence 2026.md"
COMMITTEE = "03 SST/Comité de sécurité et d'hygiène.md"

MARKDOWN = {
    DRILLS: [
        "---", "code: EN-SST-07", "version: 02", "date: 12/01/2026", "---", "",
        "# Exercices d'urgence 2026", "",
        "Chaque scénario est joué une fois par an. Plan approuvé par le DG le 12/01/2026.", "",
        (["Scénario", "Lieu", "Date prévue", "Date de réalisation", "Participants", "Bilan", "Écarts", "Suite donnée"], [
            d(21, "Déversement d'huile", "Parc à huiles", "25/03/2026", "", "", "", "", ""),
            row("Évacuation incendie, équipe de jour", "Atelier", "17/06/2026", "17/06/2026", "38", "Évacués en 4 min 10 s", "Point de rassemblement mal signalé", "Panneau posé le 30/06/2026 (G. KABBAJ)"),
            row("Évacuation incendie, équipe de nuit", "Atelier", "22/10/2026", "23/10/2026", "16", "Évacués en 3 min 40 s", "Aucun", "-"),
            t(22, "Blessé grave : alerte des secours", "Magasin", "10/12/2026", "", "", "", "", ""),
        ]),
        "",
    ],
    COMMITTEE: [
        "# Comité de sécurité et d'hygiène – réunions de 2026", "",
        (["Code", "EN-SST-09"], [row("Version", "01"), row("Secrétaire", "G. KABBAJ")]),
        "",
        "## Comptes rendus", "",
        (["Date", "Présents", "Points abordés", "Avis des représentants", "Décision", "Resp.", "Délai", "Fait (O/N)"], [
            row("27/01/2026", "6", "Brûlure du 19/01, DUERP", "Demande d'écrans de purge", "Écran de purge sur les 12 presses", "K. OUAHBI", "31/03/2026", "O"),
            row("28/04/2026", "7", "Palettes cassées", "Favorables au bac de réparation", "Bac des palettes à réparer", "H. SEBTI", "15/05/2026", "O"),
            row("28/07/2026", "6", "Bruit au broyage", "Demande de capotage", "Capoter le broyeur n° 1", "K. OUAHBI", "28/02/2027", "N"),
            row("27/10/2026", "7", "Fuite du toit du magasin", "Demande de réparation avant l'hiver", "Réparer la toiture du magasin", "K. OUAHBI", "15/12/2026", "N"),
        ]),
        "",
    ],
}
