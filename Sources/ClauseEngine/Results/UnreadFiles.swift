import ClauseAssessment
import ClauseBytes
import ClauseDocuments
import ClauseRules
import ClauseSource

/// Says of each file without a record why there is none.
struct UnreadFiles {
  let workspace: Workspace

  /// The files: by reason, then by path bytes.
  func list() -> [UnreadFile] {
    let own = Set(
      workspace.diagnostics.compactMap { diagnostic -> [UInt8]? in
        guard diagnostic.code == "file-own", case .path(let path) = diagnostic.place else {
          return nil
        }
        return Array(path.utf8)
      })
    // A text with a table that looks like a register is more than prose.
    let registers = Set(
      workspace.diagnostics.compactMap { diagnostic -> ByteKey? in
        guard diagnostic.code == "register-unread", case .span(let span) = diagnostic.place else {
          return nil
        }
        return workspace.files[span.file].map { ByteKey($0.path) }
      })
    // What could not be opened may hold anything.
    let closed = Set(
      workspace.diagnostics.compactMap { diagnostic -> ByteKey? in
        guard diagnostic.severity == .warning, case .path(let path) = diagnostic.place,
          diagnostic.code.startsWithBytes("workbook-") || diagnostic.code.startsWithBytes("word-")
        else { return nil }
        return ByteKey(path)
      })
    return workspace.fates.compactMap { fate -> UnreadFile? in
      guard fate.failed || fate.records == 0, !own.contains(Array(fate.path.utf8)) else {
        return nil
      }
      let key = ByteKey(fate.path)
      let reason: UnreadFile.Reason =
        closed.contains(key)
        ? .failed : registers.contains(key) ? .unrecognised : self.reason(fate)
      return UnreadFile(path: Untrusted(fate.path), reason: reason)
    }.sorted { a, b in
      a.reason != b.reason
        ? a.reason < b.reason : a.path.unescaped.precedesByBytes(b.path.unescaped)
    }
  }

  private func reason(_ fate: Workspace.FileFate) -> UnreadFile.Reason {
    if fate.failed { return .failed }
    let ending = UnreadFile.ending(of: fate.path)
    if let reader = DocumentFormats.reader(forFileNamed: fate.path) {
      if fate.readings.contains(where: { !$0.isPassedOver }) { return .empty }
      return ["Markdown", "Word"].contains(reader.name) ? .prose : .unrecognised
    }
    return Self.kinds.first { $0.endings.contains(ending) }?.reason ?? .other
  }

  private static let kinds: [(reason: UnreadFile.Reason, endings: Set<String>)] = [
    (.spreadsheet, [".xls", ".xlsb", ".ods", ".fods", ".numbers", ".gsheet", ".et"]),
    (.database, [".accdb", ".mdb", ".sqlite", ".db", ".dbf", ".sql"]),
    (
      .document,
      [
        ".doc", ".odt", ".fodt", ".sxw", ".rtf", ".pages", ".gdoc", ".wpd", ".html", ".htm",
        ".txt",
      ]
    ),
    (.pages, [".pdf", ".tif", ".tiff", ".xps", ".ps", ".djvu"]),
    (.slides, [".pptx", ".ppt", ".pptm", ".odp", ".key", ".gslides"]),
    (.mail, [".eml", ".msg", ".mbox", ".pst"]),
    (.archive, [".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"]),
    (
      .picture,
      [
        ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".heic", ".webp", ".svg", ".psd", ".vsd", ".vsdx",
        ".dwg", ".dxf",
      ]
    ),
    (
      .recording,
      [".mp3", ".wav", ".m4a", ".ogg", ".mp4", ".mov", ".avi", ".mkv", ".webm", ".aac"]
    ),
  ]
}
