import ClauseAssessment
import ClauseSource

/// The words about what is known or accepted already: baseline, revision, comparison, exceptions.
struct GateStrings: Sendable {
  /// No finding counts, though some are accepted or known.
  var noNewFindings: String
  /// Entries of the baseline that nothing answers to, by why.
  var stale: @Sendable (BaselineResult.StaleEntry.State, Int) -> String
  /// Stands where a severity would, for such an entry.
  var staleWord: @Sendable (BaselineResult.StaleEntry.State) -> String
  /// Entries of a baseline and those a finding answers to.
  var entries: @Sendable (_ entries: Int, _ found: Int) -> String
  /// Findings that a baseline does not accept.
  var notInBaseline: @Sendable (Int) -> String
  /// A baseline was written with so many entries.
  var written: @Sendable (_ entries: Int) -> String
  /// So many entries were taken out of a baseline, so many are left.
  var pruned: @Sendable (_ gone: Int, _ left: Int) -> String
  /// Findings on records that nothing tells apart, which are not in the baseline.
  var leftOut: @Sendable (Int) -> String
  /// Findings that were known or accepted and are worse now, so that they count.
  var updated: @Sendable (Int) -> String
  /// Findings of the revision about what is not read now.
  var absent: @Sendable (Int) -> String
  /// A register of the earlier of two results that the later one did not read.
  var absentRegister: @Sendable (_ file: String, _ files: Int, _ records: Int) -> String
  /// What changed since a revision, whose name is given as text.
  var since: @Sendable (_ new: Int, _ fixed: Int, _ revision: String) -> String

  /// Headings of a comparison's parts.
  var new: String
  var fixed: String
  /// Findings that were known and are worse now.
  var updatedHeading: String
  /// Findings about what is not read any more.
  var absentHeading: String
  var moved: String
  var regraded: String
  var restated: String
  var packsDiffer: String
  var datesDiffer: String
  var clausesChanged: String
  /// A run in which something could not be assessed.
  var incomplete: @Sendable (_ file: String) -> String
  /// The last line of a comparison.
  var totals: @Sendable (_ new: Int, _ fixed: Int, _ moved: Int, _ common: Int) -> String
  /// Column headings of the table of clauses.
  var before: String
  var after: String
  /// Stands for what one of two runs does not have.
  var none: String
  /// Whether a finding counts.
  var findingState: @Sendable (FindingState) -> String

  /// The words of `language`.
  static func of(_ language: Language) -> GateStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }
}

// MARK: English

extension GateStrings {
  static let english = GateStrings(
    noNewFindings: "no new findings",
    stale: { state, count in
      let entries = "\(count) \(count == 1 ? "entry" : "entries") of the baseline"
      switch state {
      case .fixed: return "\(entries) fixed; take out with: clauselint baseline prune"
      case .absent: return "\(entries) absent: what they are about is not read any more"
      case .undecided: return "\(entries) could not be decided and stay"
      case .unknown: return "\(entries) of rules that no loaded pack has"
      }
    },
    staleWord: { state in
      switch state {
      case .fixed: "fixed"
      case .absent: "absent"
      case .undecided: "undecided"
      case .unknown: "unknown rule"
      }
    },
    entries: { entries, found in
      "\(entries) \(entries == 1 ? "entry" : "entries"), \(found) still found"
    },
    notInBaseline: { "\($0) \($0 == 1 ? "finding" : "findings") not in the baseline" },
    written: { "written: \($0) \($0 == 1 ? "entry" : "entries")" },
    pruned: { "\($0) \($0 == 1 ? "entry" : "entries") taken out, \($1) left" },
    leftOut: { count in
      "\(count) \(count == 1 ? "finding is" : "findings are") left out: nothing tells their "
        + "records apart; give the records an id"
    },
    updated: { count in
      "\(count) \(count == 1 ? "known finding is" : "known findings are") updated: more fails, or "
        + "it weighs more, so that it counts"
    },
    absent: { count in
      "\(count) \(count == 1 ? "finding" : "findings") absent: what they are about is not read now"
    },
    absentRegister: { file, files, records in
      "incomplete: \(file)" + (files == 1 ? "" : " and \(files - 1) more files")
        + ", of which \(records) \(records == 1 ? "record was" : "records were") read before, "
        + "\(files == 1 ? "is" : "are") not read any more"
    },
    since: { "\($0) \($0 == 1 ? "finding" : "findings") new since \($2), \($1) fixed" },
    new: "new", fixed: "fixed", updatedHeading: "updated: more fails, or it weighs more",
    absentHeading: "absent: what they are about is not read any more",
    moved: "moved to another file", regraded: "other severity",
    restated: "accepted or no longer accepted", packsDiffer: "the packs differ",
    datesDiffer: "the dates differ: part of the change is the passing of time",
    clausesChanged: "clauses",
    incomplete: { "incomplete: \($0) has errors; what they hide may look new or fixed here" },
    totals: { "\($0) new  \($1) fixed  \($2) moved  \($3) in both" },
    before: "before", after: "after", none: "—",
    findingState: { state in
      switch state {
      case .new: "counts"
      case .baseline: "in the baseline"
      case .derogated: "derogated"
      }
    })
}

// MARK: French

extension GateStrings {
  static let french = GateStrings(
    noNewFindings: "aucun constat nouveau",
    stale: { state, count in
      let entries = count < 2 ? "\(count) entrée" : "\(count) entrées"
      let s = count < 2 ? "" : "s"
      switch state {
      case .absent:
        return
          "\(entries) de l'état de référence sans objet lu : ce qu'elles visaient n'est plus lu"
      case .fixed:
        return "\(entries) de l'état de référence corrigée\(s) ; à retirer par :"
          + " clauselint baseline prune"
      case .undecided: return "\(entries) de l'état de référence non tranchée\(s), à conserver"
      case .unknown:
        return "\(entries) de l'état de référence dont la règle n'est dans aucun référentiel chargé"
      }
    },
    staleWord: { state in
      switch state {
      case .fixed: "corrigé"
      case .absent: "plus lu"
      case .undecided: "non tranché"
      case .unknown: "règle inconnue"
      }
    },
    entries: { entries, found in
      "\(entries) \(entries < 2 ? "entrée" : "entrées"), dont \(found) toujours constatée"
        + (found < 2 ? "" : "s")
    },
    notInBaseline: { "\($0) \($0 < 2 ? "constat" : "constats") hors de l'état de référence" },
    written: { "écrit : \($0) \($0 < 2 ? "entrée" : "entrées")" },
    pruned: { gone, left in
      "\(gone) \(gone < 2 ? "entrée retirée" : "entrées retirées"),"
        + " \(left) \(left < 2 ? "conservée" : "conservées")"
    },
    leftOut: { count in
      (count < 2 ? "\(count) constat laissé" : "\(count) constats laissés")
        + " de côté : rien ne distingue les enregistrements ; donnez-leur un identifiant"
    },
    updated: { count in
      (count < 2 ? "\(count) constat connu aggravé" : "\(count) constats connus aggravés")
        + " : l'écart s'est étendu ou pèse plus lourd, il compte donc"
    },
    absent: { count in
      (count < 2 ? "\(count) constat" : "\(count) constats")
        + " sans objet lu : ce qui était visé n'est plus lu"
    },
    absentRegister: { file, files, records in
      "incomplet : \(file)"
        + (files == 1
          ? "" : files == 2 ? " et un autre fichier" : " et \(files - 1) autres fichiers")
        + ", dont \(records) "
        + (records < 2 ? "enregistrement avait été lu" : "enregistrements avaient été lus")
        + (files == 1 ? ", n'est plus lu" : ", ne sont plus lus")
    },
    since: { new, fixed, revision in
      "\(new) \(new < 2 ? "constat nouveau" : "constats nouveaux") depuis \(revision),"
        + " \(fixed) \(fixed < 2 ? "corrigé" : "corrigés")"
    },
    new: "nouveaux", fixed: "corrigés", updatedHeading: "aggravés : écart étendu ou plus lourd",
    absentHeading: "sans objet lu : ce qui était visé n'est plus lu",
    moved: "passés dans un autre fichier",
    regraded: "autre gravité", restated: "acceptés ou plus acceptés",
    packsDiffer: "les référentiels de règles diffèrent",
    datesDiffer: "les dates diffèrent : une partie du changement tient au temps écoulé",
    clausesChanged: "articles",
    incomplete: {
      "incomplet : \($0) comporte des erreurs ; ce qu'elles cachent"
        + " peut paraître nouveau ou corrigé"
    },
    totals: { new, fixed, moved, common in
      "nouveaux : \(new)  corrigés : \(fixed)  déplacés : \(moved)  communs : \(common)"
    },
    before: "avant", after: "après", none: "—",
    findingState: { state in
      switch state {
      case .new: "compte"
      case .baseline: "dans l'état de référence"
      case .derogated: "sous dérogation"
      }
    })
}

// MARK: Arabic

extension GateStrings {
  // Words before numbers: no agreement to get wrong, as in administrative tables.
  static let arabic = GateStrings(
    noNewFindings: "لا توجد أي معاينة جديدة",
    stale: { state, count in
      switch state {
      case .absent:
        "قيود الوضعية المرجعية التي لم يعد موضوعها مقروءا: \(count)"
      case .fixed:
        "قيود الوضعية المرجعية التي تمت معالجتها: \(count)، تحذف بالأمر: clauselint baseline prune"
      case .undecided: "قيود الوضعية المرجعية غير المحسومة، يحتفظ بها: \(count)"
      case .unknown: "قيود الوضعية المرجعية التي لا توجد قاعدتها في أي حزمة محملة: \(count)"
      }
    },
    staleWord: { state in
      switch state {
      case .fixed: "تمت معالجته"
      case .absent: "لم يعد مقروءا"
      case .undecided: "غير محسوم"
      case .unknown: "قاعدة غير معروفة"
      }
    },
    entries: { "عدد القيود: \($0)، منها ما لا يزال قائما: \($1)" },
    notInBaseline: { "المعاينات خارج الوضعية المرجعية: \($0)" },
    written: { "تمت الكتابة، عدد القيود: \($0)" },
    pruned: { "القيود المحذوفة: \($0)، المتبقية: \($1)" },
    leftOut: { "معاينات لم تدرج لأن لا شيء يميز تسجيلاتها، امنح التسجيلات رمزا: \($0)" },
    updated: { "معاينات معروفة تفاقمت فأصبحت محتسبة، لاتساعها أو لارتفاع درجتها: \($0)" },
    absent: { "معاينات لم يعد موضوعها مقروءا: \($0)" },
    absentRegister: { file, files, records in
      "نتيجة غير كاملة: الملف \(file) لم يعد مقروءا"
        + (files == 1 ? "" : "، وكذلك ملفات أخرى عددها \(files - 1)")
        + "، وعدد التسجيلات التي قرئت سابقا: \(records)"
    },
    since: { "المعاينات الجديدة منذ \($2): \($0)، المعالجة: \($1)" },
    new: "جديدة", fixed: "تمت معالجتها", updatedHeading: "تفاقمت: اتساع أو درجة أعلى",
    absentHeading: "لم يعد موضوعها مقروءا", moved: "نقلت إلى ملف آخر", regraded: "درجة أخرى",
    restated: "أصبحت مقبولة أو لم تعد مقبولة", packsDiffer: "حزم القواعد مختلفة",
    datesDiffer: "التاريخان مختلفان: جزء من التغيير ناتج عن مرور الزمن",
    clausesChanged: "البنود",
    incomplete: { "نتيجة غير كاملة: في \($0) أخطاء، وما تحجبه قد يبدو جديدا أو معالجا" },
    totals: { "جديدة: \($0)  معالجة: \($1)  منقولة: \($2)  مشتركة: \($3)" },
    before: "قبل", after: "بعد", none: "—",
    findingState: { state in
      switch state {
      case .new: "محتسبة"
      case .baseline: "في الوضعية المرجعية"
      case .derogated: "مقبولة إلى أجل"
      }
    })
}
