import CEL

/// Suggestions for names that nobody knows.
enum NearName {
  /// The candidate spelt nearly like `name`, or nil.
  static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    Spelling.nearest(to: name, among: candidates)
  }

  /// `; did you mean 'x'?`, or nothing.
  static func suggestion(for name: String, among candidates: some Sequence<String>) -> String {
    nearest(to: name, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }
}
