import CEL

/// What expressions of packs may use, for tests that compile parts of packs by themselves.
enum PackLibraryParts {
  static let libraries = FunctionLibrary.all
}
