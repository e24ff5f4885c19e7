"""Persons, competence, instruments, providers and complaints of the factory."""

from usine.parts import Sheet, d, day, row, t

BOOKS = {
    "05 RH/Liste du personnel.xlsx": {
        "Personnel": Sheet(
            title="Encadrement et agents désignés – mise à jour du 02/11/2026",
            headings=["Mle", "Nom et prénom", "الاسم الكامل", "Fonction", "Service", "Contrat", "Date d'embauche", "Date de départ", "Observations"],
            rows=[
                row("0101", "BENALI Hicham", "هشام بنعلي", "Directeur général", "Direction", "CDI", day("02/03/2009"), None, None),
                row("0107", "EL AMRANI Salma", "سلمى العمراني", "Responsable QSE", "QSE", "CDI", day("04/01/2016"), None, "Auditrice interne"),
                row("0112", "TAZI Rachid", "رشيد التازي", "Responsable production", "Production", "CDI", day("10/09/2012"), None, None),
                row("0118", "OUAHBI Karim", "كريم الوهبي", "Responsable maintenance", "Maintenance", "CDI", day("18/05/2015"), None, "Auditeur interne"),
                row("0123", "BERRADA Nadia", "نادية برادة", "Responsable achats", "Achats", "CDI", day("03/07/2017"), None, None),
                row("0125", "LAHLOU Imane", "إيمان لحلو", "Responsable RH", "RH", "CDI", day("01/02/2018"), None, None),
                row("0131", "CHRAIBI Mehdi", "مهدي الشرايبي", "Responsable commercial", "Commercial", "CDI", day("15/04/2019"), None, None),
                row("0134", "IDRISSI Fouad", "فؤاد الإدريسي", "Responsable laboratoire", "Qualité", "CDI", day("02/11/2019"), day("30/06/2026"), "Démission"),
                row("0138", "NACIRI Younes", "يونس الناصري", "Responsable logistique", "Logistique", "CDI", day("06/01/2020"), day("31/03/2026"), "Remplacé par H. SEBTI au 01/04/2026"),
                row("0140", "SEBTI Hajar", "هاجر السبتي", "Responsable logistique", "Logistique", "CDI", day("01/04/2026"), None, None),
                row("0145", "MOUSSAOUI Abdelilah", "عبد الإله الموساوي", "Chef d'équipe injection A", "Production", "CDI", day("11/03/2013"), None, None),
                row("0146", "HADDAD Saïd", "سعيد حداد", "Chef d'équipe injection B", "Production", "CDI", day("11/03/2013"), None, None),
                row("0152", "ZEROUALI Driss", "إدريس الزروالي", "Cariste", "Logistique", "CDI", day("05/06/2018"), None, None),
                row("0153", "AIT LAHCEN Brahim", "إبراهيم أيت لحسن", "Cariste", "Logistique", "CDI", day("05/06/2018"), None, None),
                row("0160", "FILALI Omar", "عمر الفيلالي", "Électricien", "Maintenance", "CDI", day("20/08/2020"), None, None),
                row("0170", "KABBAJ Ghita", "غيثة القباج", "Animatrice HSE", "QSE", "CDI", day("02/05/2022"), None, "Auditrice interne"),
                row("0171", "EL FASSI Yassine", "ياسين الفاسي", "Technicien qualité", "Qualité", "CDI", day("09/01/2023"), None, None),
                row("0180", "OURAHOU Hassan", "حسن أوراهو", "Opérateur broyeur", "Production", "CDD", day("01/10/2025"), None, None),
                row("0185", "RAMI Zineb", "زينب رامي", "Stagiaire logistique", "Logistique", "Stage", day("01/10/2026"), None, "Fin de stage 31/03/2027"),
            ]),
    },
    "05 RH/Matrice des habilitations.xlsx": {
        "Habilitations": Sheet(
            title="MATRICE DES AUTORISATIONS ET HABILITATIONS", code="EN-RH-06", version="03", date="01/10/2026",
            headings=["Nom et prénom", "Poste", ("Date de fin de validité", "Autorisation de conduite (cariste)", "Habilitation électrique", "Secouriste (SST)", "Pontier"), "Observations"],
            rows=[
                row("ZEROUALI Driss", "Cariste", day("12/03/2029"), None, day("20/05/2027"), None, None),
                d(22, "AIT LAHCEN Brahim", "Cariste", day("14/05/2026"), None, None, None, None),
                row("FILALI Omar", "Électricien", None, day("30/11/2027"), None, day("10/02/2028"), None),
                row("MOUSSAOUI Abdelilah", "Chef d'équipe injection A", None, None, day("20/05/2027"), day("10/02/2028"), None),
                row("HADDAD Saïd", "Chef d'équipe injection B", None, None, day("20/05/2027"), day("10/02/2028"), None),
                row("KABBAJ Ghita", "Animatrice HSE", None, None, day("20/05/2027"), None, None),
                t(8, "RAMI Zineb", "Stagiaire logistique", None, None, None, None, "Stagiaire : ne conduit pas, accompagnée"),
            ],
            foot=["Case vide : non requis pour le poste"]),
    },
    "05 RH/Plan de formation 2026.xlsx": {
        "Plan 2026": Sheet(
            title="PLAN DE FORMATION 2026", code="EN-RH-03", version="02", date="20/01/2026",
            headings=["N°", "Thème de la formation", "Public visé", "Organisme / animateur", "Date prévue", "Date de réalisation", "Nb de part.", "Éval. à chaud (/20)", "Efficacité (évaluation à froid)", "Date de l'éval. à froid", "Statut"],
            rows=[
                row(1, "Conduite de chariots (recyclage)", "Caristes", "Cabinet Formelec", "mars 2026", day("10/03/2026"), 2, 16, "Efficace : essai de conduite réussi", day("12/06/2026"), "Réalisée"),
                d(10, 2, "Réglage des presses électriques", "Régleurs", "Constructeur", "avril 2026", day("14/04/2026"), 4, 15, None, None, "Réalisée"),
                row(3, "Recyclage des secouristes", "Secouristes", "Croissant-Rouge", "mai 2026", day("20/05/2026"), 4, 18, "Efficace : mise en situation à l'exercice de juin", day("17/06/2026"), "Réalisée"),
                t(23, 4, "Maîtrise statistique des procédés", "Technicien qualité, chefs d'équipe", "À choisir", "oct. 2026", None, 3, None, None, None, "Reportée au T1 2027"),
                t(24, 5, "Sensibilisation aux pertes de granulés", "Magasin, production", "G. KABBAJ", "nov. 2026", day("12/11/2026"), 14, 17, "Prévue en février 2027", None, "Réalisée"),
            ],
            foot=["Efficacité : évaluée par le chef de service 3 mois après la formation"]),
        "تكوين العمال": Sheet(
            title="برنامج تكوين العمال على السلامة – 2026",
            headings=["الموضوع", "المستفيدون", "المؤطر", "التاريخ المبرمج", "تاريخ الإنجاز", "تقييم الفعالية", "الحالة"],
            rows=[
                row("استعمال معدات الوقاية الفردية", "عمال الحقن", "غيثة القباج", day("09/02/2026"), day("09/02/2026"), "فعال", "منجز"),
                row("التصرف عند نشوب حريق", "جميع العمال", "الوقاية المدنية", day("15/06/2026"), day("17/06/2026"), "فعال", "منجز"),
            ]),
    },
    "06 Achats et clients/Évaluation fournisseurs 2026.xlsx": {
        "Évaluation": Sheet(
            title="ÉVALUATION ANNUELLE DES FOURNISSEURS", code="EN-ACH-02", version="03", date="02/02/2026", lines=4,
            headings=["Fournisseur", "Produit / service", "Critique (O/N)", ("Notes", "Qualité\n(/40)", "Délais\n(/30)", "Prix\n(/15)", "Réactivité\n(/15)"), "Total\n(/100)", "Classe", "Date d'éval.", "Décision", "Observations"],
            rows=[
                row("Sapolymères", "Granulés PP et PEHD", "O", 36, 24, 10, 12, 82, "A", day("15/01/2026"), "Maintenu", None),
                row("Colorants du Détroit", "Mélanges maîtres", "O", 32, 22, 11, 10, 75, "B", day("15/01/2026"), "Maintenu", None),
                d(24, "Étalon Services", "Étalonnage des instruments", "O", None, None, None, None, None, None, None, None, "Travaille pour nous depuis 2021"),
                t(18, "Transports Ouled Saïd", "Livraison", "O", 18, 10, 12, 5, 45, "D", day("15/01/2026"), "Retiré de la liste", "Remplacé par Transports Chaouia en février"),
                row("Transports Chaouia", "Livraison", "O", 35, 27, 12, 13, 87, "A", day("20/07/2026"), "Maintenu", None),
                t(17, "Papeterie du Centre", "Fournitures de bureau", "N", None, None, None, None, None, None, None, "Pas d'évaluation (non critique)", None),
            ],
            foot=["A ≥ 80 ; 60 ≤ B < 80 ; 50 ≤ C < 60 : plan d'amélioration ; D < 50 : retrait", "Fournisseurs critiques : évaluation chaque année"]),
    },
    "06 Achats et clients/Réclamations clients 2026.xlsx": {
        "Réclamations": Sheet(
            title="REGISTRE DES RÉCLAMATIONS CLIENTS", code="EN-COM-03", version="02", date="06/01/2025",
            headings=["N°", "Reçue le", "Client", "Objet de la réclamation", "Produit / lot", "Gravité", "Traitement immédiat", "Cause", "Action corrective", "Resp.", "Réponse au client le", "Clôturée le"],
            rows=[
                row("RC-26-01", day("09/02/2026"), "Laiterie Doukkala", "Bouchons qui fuient", "B38 / 260114", "Majeure", "Lot remplacé", "Joint mal formé, presse 7", "Changer l'empreinte 4", "R. TAZI", day("13/02/2026"), day("20/03/2026")),
                d(25, "RC-26-02", day("25/08/2026"), "Eaux Aïn Tamda", "Couleur différente de l'échantillon", "B30 / 260803", "Mineure", None, None, None, None, None, None),
                t(19, "RC-26-03", day("14/09/2026"), "Laiterie Doukkala", "Caisses cassées à la réception", "C20 / 260902", "Mineure", "Visite chez le client", "Non fondée : caisses cassées au déchargement par le client", "Sans objet", "M. CHRAIBI", day("18/09/2026"), day("18/09/2026")),
                t(20, "RC-26-04", day("19/11/2026"), "Conserverie Atlas Sud", "Livraison incomplète", "C20 / 261110", "Mineure", "Complément expédié le 20/11", "En cours d'analyse", None, "H. SEBTI", None, None),
            ],
            foot=["Délai de réponse : 10 jours ouvrables au plus"]),
        "شكاوى الزبناء": Sheet(
            title="شكاوى زبناء السوق المحلي – 2026",
            headings=["الرقم", "التاريخ", "الزبون", "موضوع الشكاية", "الإجراء المتخذ", "المسؤول", "تاريخ الجواب", "الحالة"],
            rows=[
                row("ش-1", day("04/05/2026"), "تعاونية الحليب ببرشيد", "تأخر التسليم بيومين", "تغيير برنامج النقل", "هاجر السبتي", day("06/05/2026"), "مغلقة"),
                row("ش-2", day("07/09/2026"), "محل الأمل للبلاستيك", "نقص في عدد الأغطية", "إرسال الكمية الناقصة", "مهدي الشرايبي", day("09/09/2026"), "مغلقة"),
            ]),
    },
    "07 Métrologie/Suivi des instruments.xlsx": {
        "ECME": Sheet(
            title="SUIVI DES ÉQUIPEMENTS DE CONTRÔLE, DE MESURE ET D'ESSAI", code="EN-LAB-01", version="05", date="12/01/2026", left=1,
            headings=["Code", "Désignation", "Marque / n° de série", "Localisation", "Périodicité (mois)", "Dernier étalonnage", "Prochain étalonnage", "Certificat / organisme", "Résultat (C / NC)", "État"],
            rows=[
                row("PC-01", "Pied à coulisse 150 mm", "Mitutoyo 0451", "Laboratoire", 12, day("09/02/2026"), day("09/02/2027"), "26-118 / Étalon Services", "C", "En service"),
                row("PC-02", "Pied à coulisse 300 mm", "Mitutoyo 0877", "Atelier", 12, day("09/02/2026"), day("09/02/2027"), "26-119 / Étalon Services", "C", "En service"),
                d(23, "BA-01", "Balance 6 kg", "Kern 22310", "Laboratoire", 12, day("18/06/2025"), day("18/06/2026"), "25-377 / Étalon Services", "C", "En service"),
                row("TH-03", "Sonde de température du sécheur", "Testo 9921", "Atelier", 24, day("10/03/2025"), day("10/03/2027"), "25-091 / Étalon Services", "C", "En service"),
                t(10, "MI-02", "Micromètre 0-25", "Mitutoyo 0112", "Laboratoire", 12, day("05/02/2024"), day("05/02/2025"), "24-040 / Étalon Services", "NC", "Réformé le 20/02/2025"),
                row("DY-01", "Couplemètre de bouchage", "Mecmesin 5560", "Laboratoire", 12, day("02/12/2025"), day("02/12/2026"), "25-610 / Étalon Services", "C", "En service"),
            ],
            foot=["Vérifié par : Y. EL FASSI"]),
    },
}
