import CEL
import ClauseRecords
import ClauseRules
import ClauseSource

extension ScopeCheck {
  /// Checks the rules that `--rule` names: one that is not known, or that does not run, finds
  /// nothing, and that would be no good news.
  func checkRules(_ standards: [String], _ diagnostics: inout [Diagnostic]) {
    if options.rules.isEmpty { return }
    let known = set.rules.map(\.rule.id) + IntegrityKind.allCases.map(\.rawValue)
    let words = RuleChoiceWords.of(options.language)
    for text in options.rules {
      if !known.holds(text) {
        let near = Spelling.nearest(to: text, among: known)
        refuse("unknown-rule", words.unknown(text), near.map(words.meant) ?? words.list)
      } else if let rule = set.rules.first(where: { $0.rule.id.equalsByBytes(text) })?.rule,
        !rule.isInScope(standards)
      {
        let cited = Set(rule.clauses.map { Array($0.standard.utf8) })
          .sorted { $0.lexicographicallyPrecedes($1) }
          .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
        refuse("rule-out-of-scope", words.outOfScope(text, cited), words.widen)
      }
    }
    func refuse(_ code: String, _ message: String, _ remedy: String) {
      diagnostics.append(
        Diagnostic(
          .error, code: code, message: message, place: .run, remedy: remedy,
          language: options.language))
    }
  }
}

/// What is said of rules that the command line names and that do not run, in one language.
private struct RuleChoiceWords {
  var unknown: (_ rule: String) -> String
  var meant: (_ rule: String) -> String
  var list: String
  var outOfScope: (_ rule: String, _ standards: String) -> String
  var widen: String

  static func of(_ language: Language) -> RuleChoiceWords {
    switch language {
    case .english:
      RuleChoiceWords(
        unknown: { "`\($0)` is not a rule of the loaded packs" },
        meant: { "Did you mean `\($0)`?" }, list: "List the rules with: clauselint rules",
        outOfScope: { "the rule `\($0)` does not run: it cites only \($1), which is out of scope" },
        widen: "Add the standard to `standards` or --standard, or leave the rule out.")
    case .french:
      RuleChoiceWords(
        unknown: { "`\($0)` n'est pas une règle des paquets chargés" },
        meant: { "Vouliez-vous dire `\($0)` ?" },
        list: "Pour la liste des règles : clauselint rules",
        outOfScope: {
          "la règle `\($0)` ne s'exécute pas : elle ne cite que \($1), hors périmètre"
        },
        widen: "Ajouter la norme à `standards` ou à --standard, ou ne pas demander cette règle.")
    case .arabic:
      RuleChoiceWords(
        unknown: { "لا توجد القاعدة `\($0)` في الحزم المحملة" },
        meant: { "هل تقصد `\($0)`؟" }, list: "لعرض القواعد: clauselint rules",
        outOfScope: { "القاعدة `\($0)` لا تطبق: لا تحيل إلا على \($1)، وهي خارج النطاق" },
        widen: "أضف المواصفة إلى `standards` أو ‎--standard، أو لا تطلب هذه القاعدة.")
    }
  }
}
