import ClauseRecords

/// `file_exists: [file]`: a path that is present names a file under the root that is not empty.
struct FileExistsCheck: Check {
  let name = "file_exists"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields(),
      request.require(fields, "files", { $0.elementType == .file })
    else { return nil }
    return CheckExpressions(
      fields.map {
        (
          $0.path,
          $0.type.isCollection
            ? "\($0.access).all(element, file_exists(element))"
            : "\($0.presence) ? file_exists(\($0.access)) : true"
        )
      })
  }
}
