import ClauseAssessment

/// Titles of sections and headings of columns.
extension Term {
  static let report = Term(en: "Gap report", fr: "Rapport d'écarts", ar: "تقرير الفوارق")
  static let contents = Term(en: "Contents", fr: "Sommaire", ar: "المحتويات")
  static let skip = Term(
    en: "Skip to the report", fr: "Aller au rapport", ar: "الانتقال إلى التقرير")
  static let identification = Term(en: "Identification", fr: "Identification", ar: "التعريف")
  static let summary = Term(en: "Summary", fr: "Synthèse", ar: "الخلاصة")
  static let readiness = Term(
    en: "Self-check before the audit", fr: "Autocontrôle avant l'audit",
    ar: "التحقق الذاتي قبل الافتحاص")
  static let matrix = Term(en: "Clause matrix", fr: "Matrice des exigences", ar: "مصفوفة المتطلبات")
  static let documents = Term(
    en: "Documented information", fr: "Informations documentées", ar: "المعلومات الموثقة")
  static let legal = Term(
    en: "Legal compliance", fr: "Conformité légale", ar: "الامتثال القانوني")
  static let nonconformities = Term(
    en: "Nonconformities", fr: "Non-conformités", ar: "حالات عدم المطابقة")
  static let observations = Term(en: "Observations", fr: "Observations", ar: "الملاحظات")
  static let comingDue = Term(en: "Coming due", fr: "À échéance", ar: "الآجال القريبة")
  static let applicability = Term(
    en: "Requirements declared not applicable", fr: "Exigences déclarées non applicables",
    ar: "المتطلبات المصرح بعدم انطباقها")
  static let unproven = Term(
    en: "Attested and not assessed", fr: "Attesté et non évalué", ar: "المصرح به وغير المقيم")
  static let derogations = Term(en: "Derogations", fr: "Dérogations", ar: "الاستثناءات المؤقتة")
  static let indicators = Term(en: "Indicators", fr: "Indicateurs", ar: "المؤشرات")
  static let projects = Term(
    en: "Programme and projects", fr: "Programme et projets", ar: "البرنامج والمشاريع")
  static let actionPlan = Term(en: "Action plan", fr: "Plan d'actions", ar: "خطة العمل")
  static let rules = Term(en: "Rules run", fr: "Règles appliquées", ar: "القواعد المطبقة")
  static let inventory = Term(en: "Inventory", fr: "Inventaire", ar: "الجرد")
  static let sample = Term(en: "Sampling list", fr: "Liste d'échantillonnage", ar: "لائحة العينات")
  static let method = Term(
    en: "Method and limits", fr: "Méthode et limites", ar: "المنهجية وحدود التقرير")

  static let organisation = Term(en: "Organisation", fr: "Organisme", ar: "المنظمة")
  static let scope = Term(en: "Scope", fr: "Domaine d'application", ar: "مجال التطبيق")
  static let noScope = Term(
    en: "No scope record was read.", fr: "Aucun domaine d'application enregistré n'a été lu.",
    ar: "لم تتم قراءة أي سجل لمجال التطبيق.")
  static let boundaries = Term(en: "Boundaries", fr: "Limites du domaine", ar: "حدود المجال")
  static let sites = Term(en: "Sites", fr: "Sites", ar: "المواقع")
  static let excludedSites = Term(en: "Sites left out", fr: "Sites exclus", ar: "المواقع المستثناة")
  static let standards = Term(en: "Standards", fr: "Normes", ar: "المعايير")
  static let edition = Term(en: "edition", fr: "édition", ar: "نسخة")
  static let asOf = Term(en: "As of", fr: "Arrêté au", ar: "إلى غاية تاريخ")
  static let packs = Term(en: "Rule packs", fr: "Paquets de règles", ar: "حزم القواعد")
  static let version = Term(en: "Version", fr: "Version", ar: "النسخة")
  static let hash = Term(en: "SHA-256", fr: "SHA-256", ar: "SHA-256")
  static let draft = Term(en: "draft", fr: "projet", ar: "مشروع")
  static let tool = Term(en: "Tool", fr: "Outil", ar: "الأداة")
  static let commit = Term(
    en: "Revision of the records", fr: "Révision des enregistrements", ar: "مرجع الإيداع")
  static let commitNote = Term(
    en: "HEAD of the repository; local changes are not detected.",
    fr: "HEAD du dépôt ; les modifications locales ne sont pas détectées.",
    ar: "رأس المستودع؛ ولا يتم رصد التعديلات المحلية.")
  static let noCommit = Term(
    en: "not a repository, or not given", fr: "hors dépôt, ou non indiqué",
    ar: "خارج مستودع أو غير مبين")
  static let approved = Term(en: "Approved", fr: "Approuvé", ar: "المصادقة")
  static let auditor = Term(
    en: "Auditor or reviewer", fr: "Auditeur ou relecteur", ar: "المفتحص أو المراجع")
  static let signature = Term(
    en: "Date and signature", fr: "Date et signature", ar: "التاريخ والتوقيع")

  static let clause = Term(en: "Clause", fr: "Article", ar: "البند")
  static let clauses = Term(en: "Clauses", fr: "Articles", ar: "البنود")
  static let chapter = Term(en: "Chapter", fr: "Chapitre", ar: "الفصل")
  static let title = Term(en: "Title", fr: "Intitulé", ar: "العنوان")
  static let state = Term(en: "State", fr: "État", ar: "الحالة")
  static let rulesRun = Term(en: "Rules run", fr: "Règles", ar: "القواعد")
  static let recordsSeen = Term(en: "Records seen", fr: "Enreg. vus", ar: "السجلات")
  static let findings = Term(en: "Findings", fr: "Constats", ar: "المعاينات")
  static let evidence = Term(en: "Evidence", fr: "Preuve", ar: "الإثبات")
  static let evidenceRegisters = Term(
    en: "Evidence: registers read", fr: "Preuve : registres lus", ar: "الإثبات: السجلات المقروءة")
  static let rule = Term(en: "Rule", fr: "Règle", ar: "القاعدة")
  static let grade = Term(en: "Grade", fr: "Gravité", ar: "الدرجة")
  static let basis = Term(en: "Basis", fr: "Fondement", ar: "الأساس")
  static let standard = Term(en: "Standard", fr: "Norme", ar: "المعيار")
  static let process = Term(en: "Process", fr: "Processus", ar: "العملية")
  static let noProcess = Term(
    en: "No process named", fr: "Aucun processus désigné", ar: "دون عملية محددة")
  static let total = Term(en: "Total", fr: "Total", ar: "المجموع")
  static let requirement = Term(en: "Requirement", fr: "Exigence", ar: "المتطلب")
  static let statement = Term(en: "Finding", fr: "Constat", ar: "المعاينة")
  static let witness = Term(en: "Why", fr: "Motif", ar: "السبب")
  static let seeAlso = Term(en: "See also", fr: "Voir aussi", ar: "انظر أيضا")
  static let remedy = Term(en: "To do", fr: "À faire", ar: "المعالجة")
  static let owner = Term(en: "Proposed owner", fr: "Responsable proposé", ar: "المسؤول المقترح")
  static let cause = Term(en: "Cause", fr: "Cause", ar: "السبب الجذري")
  static let correction = Term(en: "Correction", fr: "Correction", ar: "التصحيح")
  static let correctiveAction = Term(
    en: "Corrective action", fr: "Action corrective", ar: "الإجراء التصحيحي")
  static let responsible = Term(en: "Responsible", fr: "Responsable", ar: "المسؤول")
  static let due = Term(en: "Due", fr: "Échéance", ar: "الأجل")
  static let verified = Term(
    en: "Effectiveness checked", fr: "Efficacité vérifiée", ar: "التحقق من الفعالية")
  static let record = Term(en: "Record", fr: "Enregistrement", ar: "السجل")
  static let records = Term(en: "Records", fr: "Enregistrements", ar: "السجلات")
  static let register = Term(en: "Register", fr: "Registre", ar: "السجل")
  static let files = Term(en: "Files", fr: "Fichiers", ar: "الملفات")
  static let place = Term(en: "Place", fr: "Emplacement", ar: "الموضع")
  static let date = Term(en: "Date", fr: "Date", ar: "التاريخ")
  static let question = Term(en: "Question", fr: "Question", ar: "السؤال")
  static let answer = Term(en: "Answer", fr: "Réponse", ar: "الجواب")
  static let reason = Term(en: "Reason", fr: "Motif", ar: "السبب")
  static let chartTable = Term(en: "The figures", fr: "Les chiffres", ar: "الأرقام")
  static let charts = Term(
    en: "States by chapter", fr: "États par chapitre", ar: "الحالات حسب الفصل")
  static let byProcess = Term(
    en: "Findings by process", fr: "Constats par processus", ar: "المعاينات حسب العملية")
  static let byGrade = Term(
    en: "Findings by grade and standard", fr: "Constats par gravité et par norme",
    ar: "المعاينات حسب الدرجة والمعيار")
  static let byState = Term(
    en: "Clauses by state and standard", fr: "Articles par état et par norme",
    ar: "البنود حسب الحالة والمعيار")
  static let first = Term(
    en: "What weighs most", fr: "Ce qui pèse le plus", ar: "أهم المعاينات")

  static let obligation = Term(en: "Obligation", fr: "Obligation", ar: "الواجب")
  static let source = Term(
    en: "Text and provision", fr: "Texte et disposition", ar: "النص والمقتضى")
  static let sureness = Term(
    en: "Sureness of the text", fr: "Fiabilité du texte", ar: "موثوقية النص")
  static let criticality = Term(en: "Criticality", fr: "Criticité", ar: "الأهمية")
  static let nextDue = Term(en: "Next date", fr: "Prochaine échéance", ar: "الأجل المقبل")
  static let evaluation = Term(
    en: "Legal: last evaluation", fr: "Légal : dernière évaluation", ar: "قانونيا: آخر تقييم")
  static let systemFindings = Term(
    en: "System: findings", fr: "Système : constats", ar: "المنظومة: المعاينات")

  static let approver = Term(en: "Approved by", fr: "Approuvé par", ar: "المصادق")
  static let justification = Term(en: "Justification", fr: "Justification", ar: "التعليل")
  static let effect = Term(
    en: "Effect on conformity", fr: "Effet sur la conformité", ar: "الأثر على المطابقة")
  static let validUntil = Term(en: "Valid until", fr: "Valable jusqu'au", ar: "صالح إلى غاية")
  static let acceptedUntil = Term(
    en: "Accepted until", fr: "Accepté jusqu'au", ar: "مقبول إلى غاية")
  static let signedBy = Term(en: "Signed by", fr: "Signé par", ar: "الموقع")
  static let about = Term(en: "About", fr: "Porte sur", ar: "يتعلق بـ")

  static let indicator = Term(en: "Indicator", fr: "Indicateur", ar: "المؤشر")
  static let lastValue = Term(en: "Last value", fr: "Dernière valeur", ar: "آخر قيمة")
  static let target = Term(en: "Target", fr: "Cible", ar: "القيمة المستهدفة")
  static let value = Term(en: "Value", fr: "Valeur", ar: "القيمة")
  static let project = Term(en: "Project", fr: "Projet", ar: "المشروع")
  static let budget = Term(en: "Budget", fr: "Budget", ar: "الميزانية")
  static let paid = Term(en: "Paid", fr: "Payé", ar: "المؤدى")
  static let physical = Term(
    en: "Physical progress", fr: "Avancement physique", ar: "التقدم المادي")
  static let financial = Term(
    en: "Financial progress", fr: "Avancement financier", ar: "التقدم المالي")
  static let elapsed = Term(en: "Time elapsed", fr: "Temps écoulé", ar: "المدة المنقضية")
  static let end = Term(en: "Planned end", fr: "Fin prévue", ar: "النهاية المبرمجة")

  static let recordType = Term(en: "Register", fr: "Registre", ar: "نوع السجل")
  static let population = Term(en: "Population", fr: "Population", ar: "العدد الإجمالي")
  static let strata = Term(en: "Strata", fr: "Strates", ar: "الطبقات")
  static let stratum = Term(
    en: "Site, process, year", fr: "Site, processus, année", ar: "الموقع، العملية، السنة")
  static let drawnWhy = Term(en: "Why drawn", fr: "Motif du tirage", ar: "سبب الاختيار")
  static let runs = Term(en: "Evaluated", fr: "Évaluée sur", ar: "عدد التقييمات")
  static let failures = Term(en: "Failed", fr: "Non satisfaite", ar: "غير مستوفاة")
  static let idle = Term(en: "no record", fr: "aucun enregistrement", ar: "دون سجلات")

  static let search = Term(en: "Search", fr: "Rechercher", ar: "بحث")
  static let all = Term(en: "All", fr: "Tous", ar: "الكل")
  static let reset = Term(en: "Reset", fr: "Réinitialiser", ar: "إعادة الضبط")
  static let sort = Term(en: "Sort", fr: "Trier", ar: "ترتيب")
  static let shown = Term(en: "shown", fr: "affichés", ar: "معروضة")
  static let top = Term(en: "Top", fr: "Haut", ar: "الأعلى")
  static let maintain = Term(en: "to maintain", fr: "à tenir à jour", ar: "يتم تحيينها")
  static let retain = Term(en: "to retain", fr: "à conserver", ar: "يتم حفظها")
  static let whereNecessary = Term(
    en: "as far as necessary", fr: "autant que nécessaire", ar: "في حدود الضرورة")
  static let found = Term(en: "found", fr: "trouvé", ar: "موجودة")
  static let missing = Term(en: "nothing found", fr: "rien trouvé", ar: "لم يعثر عليها")
  static let yes = Term(en: "yes", fr: "oui", ar: "نعم")
  static let no = Term(en: "no", fr: "non", ar: "لا")
  static let none = Term(en: "none", fr: "aucun", ar: "لا شيء")
  static let unsaid = Term(en: "not said", fr: "non précisé", ar: "غير محدد")
}
