import ClauseSource

extension Location {
  /// `path:line:column`, in a workbook `path:sheet!cell`, in a Word file `path!table:cell`: what
  /// people open and look for.
  var reference: String {
    let path = path.unescaped
    return cell.map { path + $0.joint + $0.text.unescaped }
      ?? "\(path):\(start.line):\(start.column)"
  }
}
