/// Record types of the size that the tests need, with the labels that matter.
enum Types {
  static let text = """
    record:
      abstract: true
      fields:
        title: string
        owner: ref<person>
        notes: text
        review_every: period
        last_reviewed_on: date
      labels:
        id: { en: [Ref, "No", Code, ID], fr: [Réf, N°], ar: [الرقم, المرجع] }
        title: { en: [Title, Name], fr: [Intitulé, Désignation], ar: [العنوان] }
        owner: { en: [Owner, Responsible], fr: [Responsable, Pilote, Resp], ar: [المسؤول] }
        notes: { en: [Remarks], fr: [Observations], ar: [ملاحظات] }
        review_every: { en: [Review interval], fr: [Périodicité], ar: [دورية المراجعة] }
        last_reviewed_on: { en: [Review date], fr: [Dernière revue], ar: [تاريخ المراجعة] }
    person:
      plural: persons
      title: { en: Person, fr: Personne, ar: شخص }
      fields: { full_name: string }
    risk:
      plural: risks
      extends: record
      title: { en: Risk, fr: Risque, ar: خطر }
      names: { fr: [registre des risques] }
      twins:
        likelihood: residual_likelihood
        severity: residual_severity
        score: residual_score
      fields:
        origin: enum{process, party}
        process: string
        cause: text
        effect: text
        likelihood: int!
        severity: int!
        score: int
        level: enum{low, medium, high}
        treatment: enum{reduce, accept}
        actions: list<ref<action>>
        residual_likelihood: int
        residual_severity: int
        residual_score: int
        assessed_on: date
      labels:
        title: { en: [Description], fr: [Risque], ar: [الخطر] }
        origin: { fr: [Origine] }
        process: { fr: [Processus] }
        cause: { fr: [Cause], ar: [السبب] }
        effect: { en: [Consequence, Impact], fr: [Conséquence, Impact], ar: [الأثر] }
        likelihood: { en: [Probability], fr: [Probabilité, P], ar: [الاحتمالية] }
        severity: { en: [Severity], fr: [Gravité, G], ar: [الخطورة] }
        score: { en: [Score], fr: [Criticité, C], ar: [التنقيط] }
        level: { fr: [Niveau] }
        treatment: { en: [Mitigation], fr: [Traitement] }
        actions: { fr: [Actions] }
        residual_likelihood: { fr: [Probabilité résiduelle] }
        residual_severity: { fr: [Gravité résiduelle] }
        residual_score: { fr: [Criticité résiduelle] }
        assessed_on: { fr: [Date d'évaluation] }
      also:
        severity: { en: [Impact], fr: [Impact] }
      synonyms:
        origin: { process: [Processus] }
        level: { low: [Faible], medium: [Moyen], high: [Élevé] }
        treatment: { reduce: [Réduire], accept: [Accepter] }
    action:
      plural: actions
      extends: record
      title: { en: Action, fr: Action, ar: إجراء }
      names: { fr: ["plan d'actions", "suivi des actions"] }
      fields:
        origin: string!
        kind: enum{corrective, improvement}!
        description: text!
        responsible: ref<person>
        due_on: date!
        done_on: date
        status: enum{planned, ongoing, done}!
        effectiveness: { checked_on: date, result: "enum{effective, not_effective}" }
      labels:
        origin: { en: [Origin], fr: [Origine], ar: [المصدر] }
        kind: { en: [Type], fr: [Type], ar: [النوع] }
        description: { en: [Action], fr: [Action], ar: [الإجراء] }
        responsible: { en: [Responsible], fr: [Responsable, Pilote], ar: [المسؤول] }
        due_on: { en: [Due date], fr: [Échéance], ar: [الأجل] }
        done_on: { en: [Done on], fr: [Date de réalisation], ar: [تاريخ الإنجاز] }
        status: { en: [Status], fr: [Avancement, Statut], ar: [الحالة] }
        effectiveness: { fr: [Efficacité] }
        effectiveness.checked_on: { fr: [Vérifiée le] }
        effectiveness.result: { fr: [Résultat de l'efficacité] }
      synonyms:
        kind: { corrective: [Action corrective], improvement: [Amélioration] }
        status: { planned: [Planifiée], ongoing: [En cours], done: [Réalisé] }
      integrity: { past: [done_on] }
    nonconformity:
      plural: nonconformities
      extends: record
      title: { en: Nonconformity, fr: Non-conformité, ar: عدم مطابقة }
      names: { fr: [registre des non-conformités, registre des NC] }
      fields:
        detected_on: date!
        description: text!
        grade: enum{major, minor}!
        process: string!
        correction: text!
        status: enum{open, closed}!
      labels:
        detected_on: { fr: [Date de détection] }
        description: { en: [Description], fr: [Écart] }
        grade: { fr: [Classement] }
        process: { fr: [Processus] }
        correction: { fr: [Correction] }
        status: { fr: [Statut] }
      synonyms:
        grade: { major: [Majeure], minor: [Mineure] }
        status: { open: [Ouverte], closed: [Soldée] }
    hazard:
      plural: hazards
      extends: record
      title: { en: Hazard, fr: Danger, ar: خطر مهني }
      fields:
        work_unit: string!
        activity: text!
        family: enum{physical, chemical}!
        likelihood: int!
        severity: int!
        assessed_on: date!
      labels:
        work_unit: { fr: [Unité de travail] }
        activity: { fr: [Activité] }
        family: { fr: [Famille de danger] }
        likelihood: { fr: [Probabilité] }
        severity: { fr: [Gravité] }
        assessed_on: { fr: [Date d'évaluation] }
    document:
      plural: documents
      extends: record
      title: { en: Document, fr: Document, ar: وثيقة }
      describes_files: true
      fields:
        code: string!
        kind: enum{procedure, form}!
        version: string!
        version_date: date!
        author: ref<person>
      labels:
        id: { en: [Ref, "No", ID], fr: [Réf, N°, Identifiant] }
        code: { en: [Code], fr: [Code] }
        kind: { fr: [Type] }
        version: { en: [Version, Revision], fr: [Version, Rév.] }
        version_date: { fr: [Date de version, Date de mise à jour, Date] }
        author: { fr: [Rédacteur] }
      synonyms:
        kind: { procedure: [Procédure], form: [Formulaire] }
      integrity: { codes: [code], identifier: code }
    """
}
