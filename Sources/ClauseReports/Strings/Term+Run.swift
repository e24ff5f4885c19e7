import ClauseAssessment
import ClauseSource

/// What a run rests on: how much was read, which rules ran, what was asked for and changed.
extension Term {
  /// Records, the files they were read from, and the files that should hold some.
  static func recordsRead(_ records: Int, _ counts: ReadingCounts) -> Term {
    Term(
      en:
        "\(records) \(words: records == 1 ? "record" : "records") in \(counts.read) of \(counts.registers) \(words: counts.registers == 1 ? "file" : "files")",
      fr:
        "\(records) \(words: records < 2 ? "enregistrement" : "enregistrements") dans \(counts.read) \(words: counts.read < 2 ? "fichier" : "fichiers") sur \(counts.registers)",
      ar: "السجلات: \(records)، الملفات المقروءة: \(counts.read) من أصل \(counts.registers)")
  }

  /// Rules that ran, those of them that met no record, and those out of scope.
  static func rulesRun(_ rules: Int, vacuous: Int, outOfScope: Int) -> Term {
    Term(
      en:
        "\(rules) \(words: rules == 1 ? "rule" : "rules") in scope, \(vacuous) met no record, \(outOfScope) out of scope",
      fr:
        "\(rules) \(words: rules < 2 ? "règle retenue" : "règles retenues"), dont \(vacuous) sans enregistrement, \(outOfScope) hors périmètre",
      ar:
        "القواعد المعتمدة: \(rules)، منها ما لم يصادف أي سجل: \(vacuous)، خارج النطاق: \(outOfScope)"
    )
  }

  /// Cases in which a rule could not decide.
  static func undecided(_ count: Int) -> Term {
    Term(
      en: "\(count) undecided", fr: "\(count) cas non \(words: count < 2 ? "tranché" : "tranchés")",
      ar: "الحالات غير المحسومة: \(count)")
  }

  /// Parameters with another value than their pack's.
  static func parametersChanged(_ count: Int) -> Term {
    Term(
      en: "\(count) \(words: count == 1 ? "parameter" : "parameters") changed",
      fr:
        "\(count) \(words: count < 2 ? "paramètre modifié" : "paramètres modifiés")",
      ar: "المعايير المعدلة: \(count)")
  }

  /// One parameter with both values.
  static func parameter(_ change: ParameterChange) -> Term {
    let name = Untrusted(change.name)
    return Term(
      en: "parameter \(name): \(change.to) instead of \(change.from)",
      fr: "paramètre \(name) : \(change.to) au lieu de \(change.from)",
      ar: "المعيار \(name): \(change.to) عوض \(change.from)")
  }

  /// What a run was restricted to.
  enum Restriction {
    case standards, clauses, rules, paths
  }

  /// What the command line restricted the run to.
  static func restricted(to kind: Restriction, _ values: [Untrusted]) -> Term {
    let term: Term =
      switch kind {
      case .standards:
        Term(
          en: "restricted to the standards ", fr: "limité aux normes ", ar: "مقتصر على المواصفات ")
      case .clauses:
        Term(en: "restricted to the clauses ", fr: "limité aux articles ", ar: "مقتصر على البنود ")
      case .rules:
        Term(en: "restricted to the rules ", fr: "limité aux règles ", ar: "مقتصر على القواعد ")
      case .paths:
        Term(en: "restricted to the paths ", fr: "limité aux chemins ", ar: "مقتصر على المسارات ")
      }
    return Term(
      en: term.en.followed(by: values, separator: ", ", more: ("and ", " more")),
      fr: term.fr.followed(by: values, separator: ", ", more: ("et ", " de plus")),
      ar: term.ar.followed(by: values, separator: "، ", more: ("وغيرها: ", "")))
  }

  /// A pack of which a reader has to know more than its name, with what it holds.
  static func pack(_ pack: PackResult) -> Term {
    let name = Untrusted(pack.id + " " + pack.version)
    var term =
      pack.isOwn
      ? Term(en: "own pack \(name)", fr: "paquet propre \(name)", ar: "حزمة خاصة \(name)")
      : Term(en: "pack \(name)", fr: "paquet \(name)", ar: "حزمة \(name)")
    if pack.isDraft {
      term += Term(
        en: ", a draft, which proves nothing", fr: ", un projet, qui ne prouve rien",
        ar: "، مشروع لا يثبت شيئا")
    }
    let (rules, holidays) = (pack.contents.rules, pack.contents.holidays)
    term += Term(
      en: ": \(rules) \(words: rules == 1 ? "rule" : "rules")",
      fr: " : \(rules) \(words: rules < 2 ? "règle" : "règles")", ar: ": القواعد \(rules)")
    let records = pack.contents.records.reduce(0) { $0 + $1.count }
    if records > 0 {
      term += Term(
        en:
          ", \(records) reference \(words: records == 1 ? "record" : "records") that no rule checks (",
        fr:
          ", \(records) \(words: records < 2 ? "enregistrement" : "enregistrements") de référence hors contrôle (",
        ar: "، سجلات مرجعية لا تفحصها أي قاعدة \(records) (")
      let types = pack.contents.records.map { Untrusted("\($0.type) \($0.count)") }
      term = Term(
        en: term.en.followed(by: types, separator: ", ", more: ("and ", " more types")),
        fr: term.fr.followed(by: types, separator: ", ", more: ("et ", " autres types")),
        ar: term.ar.followed(by: types, separator: "، ", more: ("وأنواع أخرى: ", "")))
      term += Term(en: ")", fr: ")", ar: ")")
    }
    if holidays > 0 {
      term += Term(
        en: ", \(holidays) \(words: holidays == 1 ? "public holiday" : "public holidays")",
        fr: ", \(holidays) \(words: holidays < 2 ? "jour férié" : "jours fériés")",
        ar: "، أيام العطل \(holidays)")
    }
    return term
  }

  /// What stands for the run itself in lists of findings.
  static let runRestsOn = Term(
    en: "What this run rests on", fr: "Ce sur quoi repose ce contrôle",
    ar: "ما يستند إليه هذا الفحص")
  /// Results of which some were about another part of the system.
  static let scopesDiffer = Term(
    en: "other standards are in scope: part of the change comes from that",
    fr: "les normes visées diffèrent : une partie du changement en vient",
    ar: "المواصفات المعنية مختلفة: جزء من التغيير ناتج عن ذلك")
  /// Why a command exits with 2.
  static func errors(_ count: Int) -> Term {
    Term(
      en:
        "\(count) \(words: count == 1 ? "error" : "errors"): not everything could be assessed",
      fr: "\(count) \(words: count < 2 ? "erreur" : "erreurs") : tout n'a pas pu être évalué",
      ar: "عدد الأخطاء \(count): تعذر تقييم كل المعطيات")
  }

  static func += (term: inout Term, more: Term) {
    term.en.parts += more.en.parts
    term.fr.parts += more.fr.parts
    term.ar.parts += more.ar.parts
  }
}

extension Phrase {
  /// The phrase with `values` after it, those beyond the twelfth counted.
  fileprivate func followed(
    by values: [Untrusted], separator: String, more: (before: String, after: String)
  ) -> Phrase {
    let most = 12
    var phrase = self
    for (index, value) in values.prefix(most).enumerated() {
      if index > 0 { phrase.parts.append(.words(separator)) }
      phrase.parts.append(.untrusted(value))
    }
    if values.count > most {
      phrase.parts += [
        .words(separator + more.before), .value(String(values.count - most)), .words(more.after),
      ]
    }
    return phrase
  }
}
