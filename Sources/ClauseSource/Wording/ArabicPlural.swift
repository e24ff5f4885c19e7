/// The six plural categories of Arabic (Unicode CLDR), which a counted noun agrees with.
public enum ArabicPlural: Sendable, Hashable {
  /// 0
  case zero
  /// 1
  case one
  /// 2: the dual
  case two
  /// 3 to 10 and 103 to 110: the plural
  case few
  /// 11 to 99 and 111 to 199: the singular, accusative
  case many
  /// 100 to 102 and 200 to 202: the singular, genitive
  case other

  /// The category of `count`.
  public init(_ count: Int) {
    switch count {
    case 0: self = .zero
    case 1: self = .one
    case 2: self = .two
    default:
      switch count.magnitude % 100 {
      case 3...10: self = .few
      case 11...99: self = .many
      default: self = .other
      }
    }
  }
}

/// A counted noun in its six forms; those of `few`, `many` and `other` follow the number.
public struct ArabicNoun: Sendable {
  /// The whole phrase for nought.
  public var zero: String
  /// The whole phrase for one.
  public var one: String
  /// The whole phrase for two.
  public var two: String
  /// The noun after 3 to 10.
  public var few: String
  /// The noun after 11 to 99.
  public var many: String
  /// The noun after whole hundreds.
  public var other: String
  /// A word before the number, part of the whole phrases above already.
  public var preceding = ""

  /// Makes a noun.
  public init(
    zero: String, one: String, two: String, few: String, many: String, other: String,
    preceding: String = ""
  ) {
    self.zero = zero
    self.one = one
    self.two = two
    self.few = few
    self.many = many
    self.other = other
    self.preceding = preceding
  }

  /// The same noun with `word` before every number.
  public func following(_ word: String) -> ArabicNoun {
    var noun = self
    noun.preceding = word + " "
    return noun
  }

  /// The phrase for `count` things.
  public func counted(_ count: Int) -> String {
    switch ArabicPlural(count) {
    case .zero: zero
    case .one: one
    case .two: two
    case .few: "\(preceding)\(count) \(few)"
    case .many: "\(preceding)\(count) \(many)"
    case .other: "\(preceding)\(count) \(other)"
    }
  }
}

extension ArabicNoun {
  /// A row of a table, as the subject of a sentence.
  public static let row = ArabicNoun(
    zero: "أي سطر", one: "سطر واحد", two: "سطران", few: "أسطر", many: "سطرا", other: "سطر")
}
