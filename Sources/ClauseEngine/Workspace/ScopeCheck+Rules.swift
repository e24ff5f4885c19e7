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
    typealias Words = RuleChoiceWords
    for text in options.rules {
      if !known.holds(text) {
        let near = Spelling.nearest(to: text, among: known)
        refuse(
          "unknown-rule", Words.unknown(text), near.map(LocalizedText.didYouMean) ?? Words.list)
      } else if let rule = set.rules.first(where: { $0.rule.id.equalsByBytes(text) })?.rule,
        !rule.isInScope(standards)
      {
        let cited = Set(rule.clauses.map { Array($0.standard.utf8) })
          .sorted { $0.lexicographicallyPrecedes($1) }
          .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
        refuse("rule-out-of-scope", Words.outOfScope(text, cited), Words.widen)
      }
    }
    func refuse(_ code: String, _ message: LocalizedText, _ remedy: LocalizedText) {
      diagnostics.append(
        Diagnostic(.error, code: code, message: message, place: .run, remedy: remedy))
    }
  }
}

/// What is said of rules that the command line names and that do not run.
private enum RuleChoiceWords {
  static func unknown(_ rule: String) -> LocalizedText {
    LocalizedText(
      en: "`\(rule)` is not a rule of the loaded packs",
      fr: "`\(rule)` n'est pas une règle des paquets chargés",
      ar: "لا توجد القاعدة `\(rule)` في الحزم المحملة")
  }

  static let list = LocalizedText(
    en: "List the rules with: clauselint rules",
    fr: "Pour la liste des règles : clauselint rules", ar: "لعرض القواعد: clauselint rules")

  static func outOfScope(_ rule: String, _ standards: String) -> LocalizedText {
    LocalizedText(
      en: "the rule `\(rule)` does not run: it cites only \(standards), which is out of scope",
      fr: "la règle `\(rule)` ne s'exécute pas : elle ne cite que \(standards), hors périmètre",
      ar: "القاعدة `\(rule)` لا تطبق: لا تحيل إلا على \(standards)، وهي خارج النطاق")
  }

  static let widen = LocalizedText(
    en: "Add the standard to `standards` or --standard, or leave the rule out.",
    fr: "Ajoutez la norme à `standards` ou à --standard, ou ne demandez pas cette règle.",
    ar: "أضف المواصفة إلى `standards` أو \u{200E}--standard، أو لا تطلب هذه القاعدة.")
}
