"""Hazards, accidents, aspects and legal watch of the factory."""

from usine.parts import Section, Sheet, d, day, row, t

BOOKS = {
    "03 SST/DUERP 2026.xlsx": {
        "Évaluation": Sheet(
            title="ÉVALUATION DES RISQUES PROFESSIONNELS", code="EN-SST-01", version="07", date="10/02/2026",
            headings=["Activité / tâche", "Danger", "Risque (événement redouté)", "Personnes exposées", ("Cotation initiale", "F\n(1-4)", "G\n(1-4)", "R = FxG"), "Mesures de prévention existantes", ("Cotation résiduelle", "F", "G", "R"), "Action complémentaire", "Pilote", "Délai", "Fait (O/N)", "الخطر"],
            rows=[
                Section("UT 1 – ATELIER INJECTION"),
                row("Changement de moule", "Charge suspendue", "Écrasement par la chute du moule", "Régleurs (4)", 2, 4, 8, "Palan vérifié, zone balisée, pontiers autorisés", 1, 4, 4, "-", None, None, None, "سقوط القالب"),
                row("Conduite de presse", "Parties mobiles et chaudes", "Happement, brûlure", "Opérateurs (24)", 3, 4, 12, "Carters avec verrouillage, consignation IN-SST-02, gants", 1, 4, 4, "Remplacer les carters des presses 3 et 7", "K. OUAHBI", day("30/09/2026"), "O", "الانحشار والحروق"),
                row("Broyage des rebuts", "Bruit (92 dBA)", "Perte d'audition", "Opérateurs broyeur (3)", 4, 3, 12, "Bouchons moulés, suivi médical", 4, 2, 8, "Capotage du broyeur n° 1", "K. OUAHBI", day("28/02/2027"), "N", "الضجيج"),
                Section("UT 2 – MAGASIN ET QUAI"),
                row("Chargement des camions", "Circulation de chariots", "Heurt d'un piéton", "Caristes, magasiniers (7)", 3, 4, 12, "Allées séparées, miroirs, caristes autorisés", 1, 4, 4, "-", None, None, None, "صدم الراجلين"),
                row("Stockage en rayonnage", "Chute d'objets", "Blessure à la tête", "Magasiniers (4)", 2, 3, 6, "Contrôle annuel des rayonnages, filets", 1, 3, 3, "-", None, None, None, "سقوط الأشياء"),
                Section("UT 3 – MAINTENANCE"),
                row("Intervention électrique", "Tension 380 V", "Électrisation", "Électriciens (2)", 2, 4, 8, "Habilitations, consignation, tapis isolant", 1, 4, 4, "-", None, None, None, "الصعق الكهربائي"),
            ],
            foot=["R ≥ 12 : inacceptable, action immédiate", "6 ≤ R < 12 : à réduire", "R < 6 : acceptable", "Participants : équipe injection, médecin du travail, comité de sécurité et d'hygiène"]),
    },
    "03 SST/Registre AT 2026.xlsx": {
        "AT 2026": Sheet(
            title="REGISTRE DES ACCIDENTS DU TRAVAIL – سجل حوادث الشغل", code="EN-SST-04", version="02", date="05/01/2024",
            headings=["N° / الرقم", "Date / التاريخ", "Victime / المصاب", "Fonction", "Lieu / المكان", "Circonstances / ظروف الحادث", "Siège des lésions", "Nature", "Jours d'arrêt", "Analyse des causes", "Action(s)", "Responsable", "Délai", "Clôturé (O/N)"],
            rows=[
                row(1, day("19/01/2026"), "HADDAD Saïd", "Chef d'équipe", "Atelier", "Brûlure à la main en purgeant la vis", "Main gauche", "AT avec arrêt", 4, "Gants inadaptés, purge sans écran (arbre des causes du 21/01/2026)", "Écran de purge sur les 12 presses", "K. OUAHBI", day("31/03/2026"), "O"),
                t(21, 2, day("02/04/2026"), "-", "-", "Quai", "Palette tombée du chariot, personne à proximité", "-", "Presqu'accident", 0, "Palette cassée non écartée", "Bac des palettes à réparer", "H. SEBTI", day("15/05/2026"), "O"),
                d(20, 3, day("08/07/2026"), "OURAHOU Hassan", "Opérateur broyeur", "Broyage", "Doigt coincé en débourrant la trémie", "Index droit", "AT avec arrêt", 21, None, None, None, None, "N"),
                row(4, day("14/10/2026"), "ZEROUALI Driss", "Cariste", "Magasin", "انزلاق على أرضية مبللة", "Genou", "AT sans arrêt", 0, "Fuite du toit non signalée", "Réparer la toiture du magasin", "K. OUAHBI", day("15/12/2026"), "N"),
            ],
            foot=["Total jours d'arrêt : 25"]),
    },
    "04 Environnement/Analyse environnementale.xlsx": {
        "AES": Sheet(
            title="ANALYSE DES ASPECTS ENVIRONNEMENTAUX", code="EN-ENV-01", version="04", date="25/02/2026", left=1,
            headings=["Activité / zone", "Aspect environnemental", "Impact", "Situation\n(N / A / U)", "Gravité", "Fréquence", "Maîtrise", "Note\n(G x F x M)", "Significatif (O/N)", "Moyens de maîtrise", "Action", "Pilote", "Délai"],
            rows=[
                row("Injection", "Consommation d'électricité", "Épuisement des ressources", "N", 3, 4, 2, 24, "O", "Suivi mensuel des compteurs, variateurs", "Remplacer la presse 7 par une presse électrique", "K. OUAHBI", "T2 2027"),
                row("Injection", "Déchets plastiques (purges, carottes)", "Pollution des sols", "N", 3, 4, 2, 24, "O", "Broyage et réemploi, recycleur autorisé", "Broyeur n° 2", "R. TAZI", day("31/12/2026")),
                d(19, "Cour", "Perte de granulés vers le réseau d'eaux pluviales", "Pollution de l'oued, microplastiques", "A", 4, 3, 3, 36, "O", None, None, None, None),
                row("Maintenance", "Huiles usagées", "Pollution des sols et de l'eau", "N", 4, 2, 2, 16, "N", "Fûts sur rétention, collecteur agréé", "-", None, None),
                row("Magasin", "Incendie du stock de plastique", "Fumées toxiques", "U", 4, 1, 2, 8, "N", "RIA, extincteurs, exercices", "-", None, None),
                row("Bureaux", "Papier", "Épuisement des ressources", "N", 1, 3, 1, 3, "N", "Impression recto verso", "-", None, None),
            ],
            foot=["Légende : N = normal, A = anormal, U = urgence", "Note ≥ 24 : aspect significatif", "Cycle de vie pris en compte : achat des granulés, usage et fin de vie des emballages"]),
    },
    "04 Environnement/Veille réglementaire SST-ENV.xlsx": {
        "Veille": Sheet(
            title="VEILLE RÉGLEMENTAIRE ET ÉVALUATION DE LA CONFORMITÉ", code="EN-QSE-12", version="06", date="05/10/2026", lines=4,
            headings=["Réf. du texte", "Objet", "Exigence applicable", "Applicable (O/N)", "Conformité\n(C / NC / SO)", "Date d'évaluation", "Constat / preuve", "Action", "Resp.", "Délai", "Suivi"],
            rows=[
                Section("ENVIRONNEMENT"),
                row("Loi 28-00", "Gestion des déchets", "Remettre les déchets dangereux à un collecteur autorisé, avec bordereau de suivi", "O", "C", day("22/09/2026"), "Bordereaux de janvier à août", "-", None, None, None),
                d(17, "Loi 36-15", "Eau", "Disposer d'une autorisation de déversement et en respecter les valeurs limites", "O", "NC", day("22/09/2026"), "DCO au-dessus de la limite (analyse du 11/09/2026)", None, None, None, None),
                row("Loi 13-03", "Pollution de l'air", "Mesurer les rejets des cheminées", "O", "C", day("22/09/2026"), "Rapport de mesures du 04/06/2026", "-", None, None, None),
                t(15, "Loi 12-03", "Études d'impact", "Faire une étude d'impact avant toute extension", "N", "SO", None, "Aucune extension depuis 2019", "-", None, None, None),
                Section("SANTÉ ET SÉCURITÉ AU TRAVAIL"),
                row("Loi 65-99, art. 304", "Médecine du travail", "Avoir un service médical du travail (plus de 50 salariés)", "O", "C", day("23/09/2026"), "Convention 2026 avec le Dr Alaoui", "-", None, None, None),
                row("Loi 65-99, art. 336", "Comité de sécurité et d'hygiène", "Créer le comité et le réunir chaque trimestre", "O", "C", day("23/09/2026"), "PV des réunions", "-", None, None, None),
                d(18, "Arrêté sur les appareils de levage", "Levage", "Faire vérifier les chariots et les palans chaque année", "O", "C", day("14/02/2023"), "Rapport du bureau de contrôle", "-", None, None, None),
                t(16, "Décret sur le bruit", "Bruit au poste", "Réduire l'exposition au-dessus de 85 dBA", "O", "NC", day("23/09/2026"), "92 dBA au broyeur n° 1", "Capoter le broyeur n° 1", "K. OUAHBI", "fin févr. 2027", "En cours"),
            ],
            foot=["C : conforme – NC : non conforme – SO : sans objet", "Évaluation de la conformité : une fois par an au moins (PR-QSE-04)"]),
    },
}
