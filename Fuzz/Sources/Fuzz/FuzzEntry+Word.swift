/// Word files of hostile parts, for the same reason as workbooks.
extension FuzzEntry {
  /// The bytes of a Word file whose parts are the pieces of `bytes` between NULs: the inside of the
  /// body, that of a page header, the styles and the properties. A piece that is missing or empty
  /// stands for an ordinary one; one that begins as XML or a DTD with `<?` or `<!` is the whole part.
  /// An archive is taken as it is.
  static func wordFile(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: Array("PK".utf8)) { return bytes }
    let pieces = bytes.split(separator: 0, omittingEmptySubsequences: false)
    var members = wordParts.enumerated().map { index, part in
      let isGiven = index < pieces.count && !pieces[index].isEmpty
      let inside = isGiven ? Array(pieces[index]) : Array(part.inside.utf8)
      if inside.first == UInt8(ascii: "<"),
        inside.dropFirst().first.map({ "?!".utf8.contains($0) }) == true
      {
        return (Array(part.name.utf8), inside)
      }
      return (Array(part.name.utf8), Array(part.before.utf8) + inside + Array(part.after.utf8))
    }
    members.append((Array("word/_rels/document.xml.rels".utf8), Array(wordLinks.utf8)))
    members.append((Array("_rels/.rels".utf8), Array(wordRoot.utf8)))
    return archive(members)
  }

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let links =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let wordParts: [(name: String, before: String, inside: String, after: String)] = [
    (
      "word/document.xml", "<w:document xmlns:w=\"\(word)\"><w:body>",
      "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"
        + "<w:p><w:r><w:t>id</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>on</w:t></w:r></w:p></w:tc>"
        + "</w:tr><w:tr><w:tc><w:p><w:r><w:t>P-1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
        + "<w:t>2026-01-31</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
      "</w:body></w:document>"
    ),
    ("word/header1.xml", "<w:hdr xmlns:w=\"\(word)\">", "<w:p/>", "</w:hdr>"),
    (
      "word/styles.xml", "<w:styles xmlns:w=\"\(word)\">",
      "<w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>", "</w:styles>"
    ),
    ("docProps/core.xml", "<c xmlns:d=\"d\">", "<d:title>T</d:title>", "</c>"),
  ]

  private static let wordLinks =
    "<Relationships xmlns=\"\(relations)\">"
    + "<Relationship Id=\"a\" Type=\"\(links)/header\" Target=\"header1.xml\"/>"
    + "<Relationship Id=\"b\" Type=\"\(links)/styles\" Target=\"styles.xml\"/></Relationships>"

  private static let wordRoot =
    "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"a\" "
    + "Type=\"\(links)/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"b\" "
    + "Type=\"x/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
}
