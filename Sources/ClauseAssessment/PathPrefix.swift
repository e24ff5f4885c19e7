import ClauseSource

extension Assessment {
  /// The same result with `prefix` and `/` before every path, for readers whose root lies above the
  /// organisation's: review services match paths from the root of the repository.
  public func prefixingPaths(with prefix: String) -> Assessment {
    movingPaths { prefix + "/" + $0 }
  }

  /// The same result with `move` applied to every path.
  public func movingPaths(_ move: (String) -> String) -> Assessment {
    func moved(_ path: Untrusted) -> Untrusted { Untrusted(move(path.unescaped)) }
    func moved(_ location: Location) -> Location {
      Location(
        path: moved(location.path), start: location.start, end: location.end, cell: location.cell)
    }
    func moved(_ related: [RelatedLocation]) -> [RelatedLocation] {
      related.map { RelatedLocation(message: $0.message, location: moved($0.location)) }
    }
    var result = self
    for index in findings.indices {
      result.findings[index].location = moved(findings[index].location)
      result.findings[index].related = moved(findings[index].related)
    }
    for index in notices.indices {
      result.notices[index].location = moved(notices[index].location)
    }
    for index in diagnostics.indices {
      result.diagnostics[index].location = diagnostics[index].location.map(moved)
      result.diagnostics[index].related = moved(diagnostics[index].related)
    }
    for index in unread.indices { result.unread[index].path = moved(unread[index].path) }
    for index in files.indices { result.files[index].path = moved(files[index].path) }
    for index in registers.indices {
      result.registers[index].file = moved(registers[index].file)
    }
    result.restriction.paths = restriction.paths.map(moved)
    return result
  }
}
