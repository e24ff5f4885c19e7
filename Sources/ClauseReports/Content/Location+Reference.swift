import ClauseSource

extension Location {
  /// `path:line:column`, and in a workbook `path:sheet!cell`: what people open and look for.
  var reference: String {
    let path = path.unescaped
    return cell.map { path + ":" + $0.text.unescaped } ?? "\(path):\(start.line):\(start.column)"
  }
}
