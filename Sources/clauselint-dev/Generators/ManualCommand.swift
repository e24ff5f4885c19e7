import ClauseDocuments
import ClauseSource

/// Writes the manual page of clauselint from its own description of its commands.
struct ManualCommand: DeveloperCommand {
  let name = "manual"
  let summary =
    "DUMP VERSION DATE: the man page from what `clauselint --experimental-dump-help` says"

  func run(_ arguments: [String]) throws(DeveloperFailure) {
    guard arguments.count == 3 else {
      throw DeveloperFailure("manual takes the file of the dump, the version and the date")
    }
    let path = arguments[0]
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let root = try? SourceRoot(path: folder),
      case .success(let file) = root.load(name, id: FileID(0), limits: Limits()),
      let tree = JSONReader().read(file, limits: Limits()).tree, let document = tree.roots.first,
      let command = tree.value(document, "command")
    else { throw DeveloperFailure("\(path) is no description of commands") }
    let page = ManualPage(tree: tree, command: command)
    do {
      try CheckedOutput.standardOutput.write(
        Array(page.text(version: arguments[1], date: arguments[2]).utf8))
    } catch {
      throw DeveloperFailure("the output is lost")
    }
  }
}

/// A page in the language of man(7).
private struct ManualPage {
  let tree: DocumentTree
  let command: NodeID

  func text(version: String, date: String) -> String {
    var text = """
      .TH CLAUSELINT 1 "\(Self.escaped(date))" "clauselint \(Self.escaped(version))" "User commands"
      .SH NAME
      clauselint \\- a linter for management systems
      .SH SYNOPSIS
      .B clauselint
      .I command
      [options] [paths]
      .SH DESCRIPTION

      """
    text += paragraphs(of: command) + ".SH COMMANDS\n"
    for child in list(command, "subcommands") where isShown(child) {
      text += ".SS clauselint " + Self.escaped(word(child, "commandName")) + "\n"
      text += line(word(child, "abstract")) + paragraphs(of: child)
      text += arguments(of: child)
      for grandchild in list(child, "subcommands") where isShown(grandchild) {
        text += ".PP\n.B clauselint " + Self.escaped(word(child, "commandName")) + " "
        text += Self.escaped(word(grandchild, "commandName")) + "\n.br\n"
        text += line(word(grandchild, "abstract")) + arguments(of: grandchild)
      }
    }
    return text + """
      .SH EXIT STATUS
      .TP
      .B 0
      Everything was assessed and no finding is at or above \\-\\-fail\\-on.
      .TP
      .B 1
      There are findings.
      .TP
      .B 2
      Something could not be assessed, or the usage was wrong.
      .SH ENVIRONMENT
      .TP
      .B CLAUSELINT_PACKS
      Folders of the shipped packs, separated by colons.
      .TP
      .B NO_COLOR
      Never colour.
      .SH LIMITS
      clauselint checks what records declare, not reality, and takes no certification decision.

      """
  }

  private func arguments(of command: NodeID) -> String {
    var text = ""
    for argument in list(command, "arguments") where isShown(argument) {
      let names = list(argument, "names").map { name in
        (word(name, "kind") == "long" ? "--" : "-") + word(name, "name")
      }
      let value = word(argument, "valueName")
      let head: String
      switch word(argument, "kind") {
      case "positional": head = "<\(value)>"
      case "option": head = names.joined(separator: ", ") + " <\(value)>"
      default: head = names.joined(separator: ", ")
      }
      guard head != "-h, --help", head != "--version" else { continue }
      text += ".TP\n.B " + Self.escaped(head) + "\n" + line(word(argument, "abstract"))
    }
    return text
  }

  private func paragraphs(of command: NodeID) -> String {
    var text = ""
    for paragraph in word(command, "discussion").split(separator: "\n")
    where !paragraph.allSatisfy(\.isWhitespace) {
      text += ".PP\n" + line(String(paragraph))
    }
    return text
  }

  private func list(_ node: NodeID, _ key: String) -> ArraySlice<NodeID> {
    guard let value = tree.value(node, key), tree.kind(value) == .sequence else { return [] }
    return tree.children(value)
  }

  private func word(_ node: NodeID, _ key: String) -> String {
    guard let value = tree.value(node, key), tree.kind(value) == .scalar else { return "" }
    return tree.string(value)
  }

  /// Whether help shows it; the generated `help` command explains itself.
  private func isShown(_ node: NodeID) -> Bool {
    word(node, "shouldDisplay") != "false" && word(node, "commandName") != "help"
  }

  private func line(_ words: String) -> String {
    guard !words.isEmpty else { return "" }
    // A line that begins with a control character of roff would be a request.
    return (words.hasPrefix(".") || words.hasPrefix("'") ? "\\&" : "") + Self.escaped(words) + "\n"
  }

  private static func escaped(_ words: String) -> String {
    var text = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "\"": text += "\\(dq"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
