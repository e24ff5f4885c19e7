"""Context, processes, objectives, risks and documents of the factory."""

from usine.parts import Section, Sheet, d, day, row, t

BOOKS = {
    "01 Contexte/Enjeux et parties intéressées.xlsx": {
        "Enjeux": Sheet(
            title="ANALYSE DU CONTEXTE – ENJEUX", code="EN-SMI-01", version="04", date="08/01/2026",
            headings=["Domaine", "Enjeu", "Interne / Externe", "F/F/O/M *", "Impact sur le SMI", "Disposition prise"],
            rows=[
                row("Marché", "Demande de bouchons attachés (directive européenne)", "Externe", "O", "Nouveaux moules, nouveaux contrôles", "Étude de faisabilité lancée"),
                row("Économique", "Volatilité du prix des granulés PP et PEHD", "Externe", "M", "Marge, délais d'approvisionnement", "Contrats trimestriels, double source"),
                row("Technologique", "Parc de presses de plus de 15 ans", "Interne", "Faiblesse", "Pannes, consommation électrique", "Plan d'investissement 2026-2028"),
                row("Social", "Équipe stable et expérimentée", "Interne", "Force", "Maîtrise des réglages", "Polyvalence et tutorat"),
                row("Environnemental", "Raréfaction de l'eau et sécheresses dues au changement climatique", "Externe", "M", "Refroidissement des moules", "Circuit fermé depuis 2024"),
            ],
            foot=["* F = Force ; F = Faiblesse ; O = Opportunité ; M = Menace"]),
        "PI": Sheet(
            title="Parties intéressées pertinentes – mise à jour 08/01/2026",
            headings=["Partie intéressée", "Besoins et attentes", "Exigence retenue (O/N)", "Réponse apportée", "Pilote"],
            rows=[
                row("Clients (laiteries, eaux minérales)", "Conformité alimentaire, délais, traçabilité des lots", "O", "Certificats d'alimentarité, plan de contrôle", "M. CHRAIBI"),
                row("Personnel", "Sécurité, formation, dialogue", "O", "Comité de sécurité et d'hygiène, plan de formation", "I. LAHLOU"),
                row("Riverains", "Pas de bruit la nuit, pas de granulés dans l'oued", "O", "Mesures de bruit, bacs de rétention", "G. KABBAJ"),
                row("Administration (inspection du travail, environnement)", "Respect des lois et des autorisations", "O", "Veille réglementaire", "RQSE"),
                row("Banque", "Solvabilité", "N", "-", "DG"),
            ]),
    },
    "01 Contexte/Cartographie des processus.xlsx": {
        "Processus": Sheet(
            title="CARTOGRAPHIE DES PROCESSUS", code="EN-SMI-02", version="05", date="15/01/2026", lines=4,
            headings=["Réf. fiche", "Processus", "Famille\n(M / R / S)", "Finalité", "Pilote", "Données d'entrée", "Données de sortie", "Indicateur(s)"],
            rows=[
                row("FP-01", "Direction et pilotage du SMI", "M", "Fixer la politique et les objectifs, donner les moyens", "H. BENALI", "Contexte, résultats", "Politique, objectifs, décisions", "% d'objectifs atteints"),
                row("FP-02", "QSE et amélioration", "M", "Surveiller et améliorer le SMI", "S. EL AMRANI", "Écarts, audits, veille", "Actions, plans", "Taux de clôture des actions"),
                row("FP-03", "Commercial", "R", "Satisfaire et développer les clients", "M. CHRAIBI", "Demandes des clients", "Commandes, réponses", "Nb de réclamations"),
                row("FP-04", "Production injection", "R", "Fabriquer les pièces conformes au plan de charge", "R. TAZI", "Ordres de fabrication, granulés", "Pièces emballées", "Taux de rebut, TRS"),
                row("FP-05", "Logistique", "R", "Stocker et livrer à temps", "H. SEBTI", "Pièces emballées, commandes", "Livraisons", "Taux de service"),
                row("FP-06", "Achats", "S", "Disposer de matières et de services conformes", "N. BERRADA", "Besoins", "Matières reçues, fournisseurs suivis", "Note moyenne des fournisseurs"),
                row("FP-07", "Maintenance", "S", "Garder les équipements disponibles et sûrs", "K. OUAHBI", "Plan de maintenance, demandes", "Équipements en état", "Taux de panne"),
                d(14, "FP-08", "Contrôle qualité et laboratoire", "S", "Libérer les lots, suivre les instruments", "F. IDRISSI", "Pièces, plans de contrôle", "Lots libérés, certificats", "Taux de lots bloqués"),
                row("FP-09", "Ressources humaines", "S", "Assurer les compétences", "I. LAHLOU", "Besoins en compétences", "Personnel formé et habilité", "Taux de réalisation du plan"),
            ],
            foot=["M : management – R : réalisation – S : support", "Rédigé : RQSE        Approuvé : DG"]),
    },
    "01 Contexte/Objectifs QSE 2026.xlsx": {
        "Objectifs 2026": Sheet(
            title="Tamarix Plastiques – Objectifs QSE 2026 et plan pour les atteindre",
            headings=["Axe de la politique", "Objectif", "Indicateur associé", "Valeur 2025", "Cible 2026", "Actions / moyens", "Resp.", "Échéance", "État d'avancement"],
            rows=[
                row("Satisfaction du client", "Réduire les réclamations", "Nb de réclamations par an", 14, "≤ 8", "Contrôle renforcé au démarrage des séries ; budget 40 000 DH", "M. CHRAIBI", day("31/12/2026"), "En cours"),
                row("Satisfaction du client", "Réduire le rebut", "Taux de rebut", "3,4 %", "≤ 2,5 %", "Reprise des réglages des presses 3 et 7", "R. TAZI", day("31/12/2026"), "En cours"),
                d(15, "Environnement", "Valoriser les déchets plastiques", "Part valorisée", "71 %", "≥ 90 %", "Broyeur n° 2, contrat avec un recycleur", "S. EL AMRANI", day("30/06/2026"), "En cours"),
                row("Santé et sécurité", "Réduire les accidents", "Taux de fréquence (TF)", 22, "≤ 15", "Causeries sécurité, carters des presses", "G. KABBAJ", day("31/12/2026"), "En cours"),
                t(25, "Environnement", "Certifier le site ISO 50001", "Certificat obtenu", "-", "Oui", "Consultant énergie", "H. BENALI", day("30/09/2026"), "Abandonné (revue de direction du 12/03/2026)"),
            ],
            foot=["Fait à Berrechid, le 20/01/2026", "Le Directeur général : H. BENALI"]),
    },
    "01 Contexte/Risques et opportunités.xlsx": {
        "R&O": Sheet(
            title="REGISTRE DES RISQUES ET OPPORTUNITÉS", code="EN-SMI-04", version="03", date="02/09/2026",
            headings=[
                "N°", "Processus", "Risque / Opportunité", "Causes", "Conséquences", ("Risque brut", "P", "G", "C"),
                "Moyens de maîtrise existants", ("Risque résiduel", "P", "G", "C"),
                "Action à mettre en œuvre", "Pilote", "Délai", "État"],
            rows=[
                row("R1", "Achats", "Rupture d'approvisionnement en granulés PP", "Un seul fournisseur", "Arrêt des presses", 3, 4, 12, "Stock de sécurité de 15 jours", 2, 4, 8, "Qualifier un 2e fournisseur", "N. BERRADA", "T1 2027", "En cours"),
                row("R2", "Production injection", "Livraison de pièces non conformes", "Dérive des réglages", "Réclamations", 3, 3, 9, "Autocontrôle toutes les 2 heures", 2, 2, 4, "-", "R. TAZI", "-", "Maîtrisé"),
                d(11, "R3", "Maintenance", "Panne longue du compresseur principal", "Pas de secours", "Arrêt total de l'atelier", 4, 4, 16, "Aucun", 4, 4, 16, None, None, None, None),
                d(12, "R4", "Commercial", "Perte d'un client majeur", "Concurrence", "Baisse du chiffre d'affaires", 3, 4, 9, "Visites trimestrielles", 2, 3, 6, "Accord-cadre de 2 ans", "M. CHRAIBI", day("31/12/2026"), "En cours"),
                d(13, "R5", "Logistique", "Erreur d'expédition", "Étiquettes proches", "Retour, litige", 2, 2, 4, "Double contrôle au quai", 3, 3, 9, "Lecture des codes-barres au chargement", "H. SEBTI", day("31/01/2027"), "Planifiée"),
                t(9, "R6", "Ressources humaines", "Départ d'un régleur expérimenté", "Métier rare", "Réglages plus longs", 3, 4, 12, "Binômes", 3, 4, 12, "Risque accepté : un régleur en doublon coûte plus que la perte estimée", "I. LAHLOU", "Réexamen 09/2027", "Accepté par le DG le 15/09/2026"),
                t(11, "R7", "Production injection", "Mélange de couleurs au changement de série", "Un seul sécheur", "Lot bloqué", 2, 3, 6, "Nettoyage selon IN-PRD-02", 2, 3, 6, "Acheter un 2e sécheur", "R. TAZI", day("15/12/2026"), "En cours"),
                row("O1", "Commercial", "Opportunité : bouchons attachés", "Directive européenne", "Nouveaux marchés", None, None, None, "Veille des salons", None, None, None, "Étude d'un moule pilote", "M. CHRAIBI", "T2 2027", "À faire"),
            ],
            foot=["P : probabilité de 1 à 4 – G : gravité de 1 à 4 – C = P x G", "C ≥ 12 : critique (action obligatoire)", "6 ≤ C < 12 : à surveiller", "C < 6 : acceptable"]),
    },
    "02 Documents/Liste maîtresse des documents.xlsx": {
        "LMD": Sheet(
            title="LISTE MAÎTRESSE DES INFORMATIONS DOCUMENTÉES", code="EN-QSE-01", version="11", date="20/10/2026", lines=4,
            headings=["Code", "Titre du document", "Type", "Indice", "Date d'application", "Rédigé par", "Vérifié par", "Approuvé par", "Date d'approbation", "Prochaine revue", "Statut", "Lieu de classement"],
            rows=[
                Section("DOCUMENTS DE DIRECTION"),
                row("PO-01", "Politique QSE", "Politique", "04", day("20/01/2026"), "S. EL AMRANI", "H. BENALI", "H. BENALI", day("15/01/2026"), "01/2028", "En vigueur", "Affichage, serveur"),
                Section("PROCÉDURES"),
                row("PR-QSE-01", "Maîtrise des informations documentées", "Procédure", "06", day("03/03/2025"), "S. EL AMRANI", "K. OUAHBI", "H. BENALI", day("28/02/2025"), "03/2028", "En vigueur", "Serveur QSE"),
                row("PR-QSE-02", "Audit interne", "Procédure", "03", day("03/03/2025"), "S. EL AMRANI", "I. LAHLOU", "H. BENALI", day("28/02/2025"), "03/2028", "En vigueur", "Serveur QSE"),
                row("PR-QSE-05", "Non-conformités et actions correctives", "Procédure", "04", day("01/04/2025"), "S. EL AMRANI", "R. TAZI", "H. BENALI", day("25/03/2025"), "04/2028", "En vigueur", "Serveur QSE"),
                d(8, "PR-QSE-05", "Traitement des réclamations des clients", "Procédure", "02", day("12/05/2025"), "M. CHRAIBI", "S. EL AMRANI", "H. BENALI", day("05/05/2025"), "05/2028", "En vigueur", "Serveur QSE"),
                t(2, "PR-ACH-01", "Choix des fournisseurs (remplacée par PR-ACH-02)", "Procédure", "01", day("10/01/2017"), "N. BERRADA", None, None, None, None, "Obsolète", "Archives"),
                row("PR-ACH-02", "Sélection et évaluation des fournisseurs", "Procédure", "03", day("02/02/2026"), "N. BERRADA", "S. EL AMRANI", "H. BENALI", day("30/01/2026"), "02/2029", "En vigueur", "Serveur QSE"),
                Section("INSTRUCTIONS"),
                d(9, "IN-PRD-03", "Réglage des presses à injecter", "Instruction", "02", day("15/06/2026"), "A. MOUSSAOUI", "R. TAZI", None, None, "06/2029", "En vigueur", "Postes 1 à 12"),
                row("IN-SST-02", "Consignation des presses", "Instruction", "02", day("05/09/2025"), "G. KABBAJ", "K. OUAHBI", "S. EL AMRANI", day("01/09/2025"), "09/2028", "En vigueur", "Postes 1 à 12"),
                t(3, "IN-LAB-04", "Contrôle dimensionnel des bouchons attachés", "Instruction", "00", None, "Y. EL FASSI", None, None, None, None, "Projet", "Laboratoire"),
            ],
            foot=["Rédigé : S. EL AMRANI", "Approuvé : H. BENALI"]),
    },
}
