/// The declarative checks. A new check is one file and one line here.
public enum Checks {
  /// Every check, in the order of the documentation.
  public static let all: [any Check] = [
    PresentCheck(),
    AbsentCheck(),
    OrderCheck(),
    NotFutureCheck(),
    NotPastCheck(),
    WithinCheck(),
    MatchesCheck(),
    OneOfCheck(),
    DifferCheck(),
    UniqueCheck(),
    ExistsCheck(),
    CountCheck(),
    CoversCheck(),
    RefersToActiveCheck(),
    FileExistsCheck(),
  ]

  /// The check called `name`, or nil.
  public static func named(_ name: String) -> (any Check)? { all.first { $0.name == name } }
}
