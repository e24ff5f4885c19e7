public import ClauseAssessment
public import ClauseSource

/// The words by which a rule is explained.
public enum RulePartStrings {
  /// The label of a part.
  public static func label(_ part: RulePart, in language: Language) -> String {
    switch language {
    case .english: english(part)
    case .french: french(part)
    case .arabic: arabic(part)
    }
  }

  /// A severity, and whether one failure alone is major.
  public static func severity(
    _ severity: Severity, isCritical: Bool, in language: Language
  ) -> String {
    let words = ReporterStrings.of(language)
    let critical =
      switch language {
      case .english: "critical"
      case .french: "critique"
      case .arabic: "حرجة"
      }
    return words.severity(severity) + (isCritical ? words.listSeparator + critical : "")
  }

  /// A basis.
  public static func basis(_ basis: Basis, in language: Language) -> String {
    ReporterStrings.of(language).basis(basis)
  }

  private static func english(_ part: RulePart) -> String {
    switch part {
    case .subject: "for"
    case .condition: "where"
    case .requirement: "requires"
    default: part.rawValue
    }
  }

  private static func french(_ part: RulePart) -> String {
    switch part {
    case .rule: "règle"
    case .asks: "demande"
    case .subject: "pour"
    case .severity: "gravité"
    case .basis: "fondement"
    case .clauses: "articles"
    case .pack: "paquet"
    case .declared: "déclarée"
    case .condition: "lorsque"
    case .check: "contrôle"
    case .requirement: "exige"
    case .practice: "usage"
    case .evidence: "preuve"
    case .message: "message"
    case .remedy: "à faire"
    }
  }

  private static func arabic(_ part: RulePart) -> String {
    switch part {
    case .rule: "القاعدة"
    case .asks: "المطلوب"
    case .subject: "تتعلق بـ"
    case .severity: "الدرجة"
    case .basis: "الأساس"
    case .clauses: "البنود"
    case .pack: "الحزمة"
    case .declared: "الموضع"
    case .condition: "عندما"
    case .check: "الفحص"
    case .requirement: "تشترط"
    case .practice: "العرف"
    case .evidence: "الدليل"
    case .message: "الرسالة"
    case .remedy: "المعالجة"
    }
  }
}
