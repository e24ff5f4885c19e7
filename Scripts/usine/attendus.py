"""What is wrong in the registers on purpose, and what only looks wrong.

A defect has what it is, why an auditor raises it, and the rules that say just that; none where
no shipped rule does. A temptation has what seems wrong, why it is right, and the rules that would
be wrong to speak of it.
"""

DEFECTS = {
    1: ("auditeur de son propre processus", "K. OUAHBI pilote la maintenance et l'audite : l'audit n'est pas impartial", ["audit-impartial"]),
    2: ("audit prévu et jamais fait", "prévu le 16/06/2026, ni fait ni reporté", ["audit-held-as-planned"]),
    3: ("NC soldée sans vérification de l'efficacité", "ni jugement ni date de vérification", ["nc-effectiveness-before-close"]),
    4: ("clôture avant la détection", "clôturée le 05/05/2026, détectée le 11/05/2026", ["nc-dates-ordered"]),
    5: ("constat d'audit sans suite", "sept mois après l'audit, ni cause, ni action, ni responsable", ["finding-nc-opened"]),
    6: ("décision en retard", "attendue le 30/04/2026, toujours en cours, pas de nouveau délai", ["mr-decisions-tracked", "action-overdue"]),
    7: ("action sans responsable", "personne n'en répond", ["action-complete", "field-required"]),
    8: ("deux documents en vigueur sous un code", "PR-QSE-05 désigne deux procédures", ["doc-single-current", "id-duplicate"]),
    9: ("document en vigueur sans approbation", "ni approbateur ni date", ["doc-approved"]),
    10: ("formation sans évaluation de l'efficacité", "faite le 14/04/2026, à évaluer au bout de trois mois", ["training-effectiveness"]),
    11: ("risque critique sans action", "C = 16, ni maîtrise ni action", ["risk-treated"]),
    12: ("criticité qui n'est pas le produit", "3 x 4 = 12, critique, et non 9", ["risk-score-consistent"]),
    13: ("risque résiduel plus haut que le risque brut", "9 après maîtrise, 4 avant", ["risk-residual-not-higher"]),
    14: ("pilote parti", "F. IDRISSI est parti le 30/06/2026 sans successeur", ["process-owner", "person-left-owner"]),
    15: ("objectif échu", "échéance au 30/06/2026, toujours en cours, ni résultat ni report", ["objective-overdue"]),
    16: ("cible manquée trois mois de suite sans action", "91, 90 puis 88 % pour 95 %, rien dans les commentaires", ["kpi-target-missed-acted"]),
    17: ("exigence légale non conforme sans action", "ni action, ni responsable, ni délai", ["evaluation-nonconform-acted"]),
    18: ("évaluation de la conformité trop ancienne", "14/02/2023 pour une évaluation annuelle", ["evaluation-exists"]),
    19: ("aspect significatif sans maîtrise", "note 36, aucun moyen, aucune action", ["aspect-significant-acted"]),
    20: ("accident sans analyse ni action", "21 jours d'arrêt, rien quatre mois après", ["incident-investigated", "incident-actions"]),
    21: ("exercice d'urgence pas fait", "prévu le 25/03/2026, ni fait ni reporté", ["drill-period"]),
    22: ("autorisation de conduite échue", "cariste en poste, validité jusqu'au 14/05/2026", ["competence-expired"]),
    23: ("étalonnage en retard", "échu le 18/06/2026, balance en service", ["calibration-due"]),
    24: ("fournisseur critique jamais évalué", "ni note, ni date, ni décision", ["supplier-reevaluated", "supplier-selected", "supplier-criteria"]),
    25: ("réclamation sans réponse", "reçue le 25/08/2026, délai de dix jours ouvrables", ["complaint-unanswered"]),
}

TEMPTATIONS = {
    1: ("action échue à son premier délai", "le DG l'a reportée au 31/12/2026 avec un motif", ["action-overdue"]),
    2: ("document sans approbation", "il est obsolète", ["doc-approved", "doc-review-due"]),
    3: ("document sans approbation ni date", "c'est un projet", ["doc-approved", "doc-review-due"]),
    4: ("responsable parti", "action soldée pendant qu'il était en poste ; le poste est repris", ["person-left-owner", "action-overdue"]),
    5: ("NC soldée sans vérification de l'efficacité", "pas d'action corrective, pour un motif écrit", ["nc-effectiveness-before-close", "nc-action"]),
    6: ("valeurs sous la cible", "la cible est un maximum", ["kpi-target-missed-acted"]),
    7: ("valeur égale à la cible, mois vides", "la cible est un maximum, l'indicateur est trimestriel", ["kpi-target-missed-acted", "kpi-gap", "kpi-measured"]),
    8: ("personne sans habilitation", "stagiaire accompagnée, qui ne conduit pas", ["competence-gap", "competence-expired"]),
    9: ("risque critique sans autre réduction", "accepté par le DG avec un motif, à réexaminer", ["risk-treated", "risk-residual-without-done-action"]),
    10: ("étalonnage échu", "instrument réformé", ["calibration-due"]),
    11: ("risque résiduel égal au brut", "l'action qui le réduit est en cours, délai à venir", ["risk-treated", "risk-residual-not-higher", "risk-residual-without-done-action"]),
    12: ("audit pas fait", "prévu le 08/12/2026", ["audit-held-as-planned", "audit-report"]),
    13: ("audit fait six mois après la date prévue", "reporté, fait à la nouvelle date", ["audit-held-as-planned"]),
    14: ("auditeur absent de la liste du personnel", "consultante externe", ["audit-impartial", "auditor-competent", "ref-unresolved"]),
    15: ("exigence sans évaluation", "pas applicable", ["evaluation-exists", "evaluation-nonconform-acted", "field-required"]),
    16: ("exigence légale non conforme", "action, responsable et délai à venir", ["evaluation-nonconform-acted", "action-overdue"]),
    17: ("fournisseur sans évaluation", "pas critique", ["supplier-reevaluated", "supplier-selected"]),
    18: ("fournisseur noté 45 sur 100", "retiré de la liste et remplacé", ["supplier-poor-acted", "supplier-reevaluated"]),
    19: ("réclamation close sans action corrective", "répondue, non fondée, motif écrit", ["complaint-analysed"]),
    20: ("réclamation sans réponse", "reçue il y a quatre jours", ["complaint-analysed"]),
    21: ("événement sans victime", "presqu'accident analysé et soldé", ["incident-investigated", "incident-actions", "placeholder-text"]),
    22: ("exercice pas fait", "prévu le 10/12/2026", ["drill-period"]),
    23: ("formation pas faite", "reportée au T1 2027", ["training-overdue", "training-effectiveness"]),
    24: ("formation sans évaluation de l'efficacité", "faite il y a onze jours, évaluation prévue en février", ["training-effectiveness"]),
    25: ("objectif échu", "abandonné par la revue de direction", ["objective-overdue", "objective-missed-analysed"]),
}
