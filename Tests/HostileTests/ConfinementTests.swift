import Foundation
import Testing

/// The closed world: what a run opens, asks for, starts and writes, as the kernel saw it.
@Suite struct ConfinementTests {
  /// What the C library, the Swift runtime and the time zones read; nothing of anybody's.
  private static let system = [
    "/lib/", "/lib64/", "/usr/lib/", "/usr/share/zoneinfo", "/usr/share/locale", "/etc/ld.so",
    "/etc/localtime", "/proc/self/", "/proc/cpuinfo", "/proc/meminfo", "/sys/", "/dev/null",
  ]

  @Test(.readsSharedData, .traces, arguments: Manifest.storedGroups)
  func nothingOutsideIsTouched(_ group: String) throws {
    let folder = try #require(Manifest.folder)
    for entry in Manifest.cases where entry.gen == nil && entry.group == group {
      if entry.path.contains("_probe") { continue }
      let scratch = try Scratch()
      let setting = try Translation.lay(entry, from: folder + "/" + entry.path, in: scratch)
      let (_, calls) = try Trace.run(
        ["-y", "-s", "4096", "-e", "trace=file,network,process"], setting.arguments,
        in: setting.folder, environment: ["CLAUSELINT_PACKS": scratch.path + "/shipped"])
      let faults = Self.faults(calls, root: scratch.path)
      #expect(faults.isEmpty, "\(entry.path): \(faults.prefix(5).joined(separator: "\n"))")
    }
  }

  /// Calls that reach beyond the folder `root`, write, connect or start a program.
  private static func faults(_ calls: [Substring], root: String) -> [String] {
    // Before its first look at the folder the program is being loaded.
    guard
      let start = calls.firstIndex(where: { line in
        Trace.name(line) != "execve" && Trace.quoted(line).contains { $0.hasPrefix(root) }
          || Trace.answered(line)?.hasPrefix(root) == true
      })
    else { return calls.isEmpty ? ["nothing was traced"] : ["the folder was never opened"] }
    // The thread pool asks the kernel about the process's own threads.
    let threads = Set(calls.map { "/proc/\($0.prefix { $0.isNumber })/" })
    return calls[start...].compactMap { line -> String? in
      let name = Trace.name(line)
      if ["socket", "connect", "bind", "listen", "accept", "sendto", "socketpair"].contains(name) {
        return "network: \(line)"
      }
      if ["execve", "execveat", "fork", "vfork"].contains(name) { return "program: \(line)" }
      if [
        "mkdir", "mkdirat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link",
        "linkat", "symlink", "symlinkat", "chmod", "fchmodat", "truncate", "mknod", "mknodat",
      ].contains(name) {
        return "change: \(line)"
      }
      if line.contains("O_WRONLY") || line.contains("O_RDWR") || line.contains("O_CREAT"),
        !line.contains("\"/dev/null\"")
      {
        return "opened for writing: \(line)"
      }
      // The search for the root asks the folders above for one file, and reads none of them.
      let above = Trace.quoted(line).first { $0.hasSuffix("/clauselint.yaml") }?.dropLast(16)
      if let above, root.hasPrefix(above), name == "newfstatat" { return nil }
      let paths = Trace.quoted(line).filter { $0.hasPrefix("/") } + [Trace.answered(line) ?? ""]
      let outside = paths.first { path in
        path.hasPrefix("/") && !path.hasPrefix(root)
          && !system.contains { path.hasPrefix($0) } && !path.contains(".so")
          && !threads.contains { path.hasPrefix($0) }
      }
      if outside != nil { return "outside: \(line)" }
      let climbs = Trace.quoted(line).contains { text in
        text.split(separator: "/").contains("..")
      }
      // The root itself is named on the command line, and may be anywhere.
      return climbs && line.contains("AT_FDCWD") == false ? "climbs: \(line)" : nil
    }
  }

  @Test func theJudgeSeesWhatItLooksFor() {
    let inside = "12 openat(AT_FDCWD</r>, \"/r/a\", O_RDONLY) = 3</r/a>"
    func faults(_ line: String) -> [String] {
      Self.faults([Substring(inside), Substring(line)], root: "/r")
    }
    #expect(faults("12 openat(3</r>, \"b\", O_RDONLY) = 4</r/b>").isEmpty)
    #expect(
      faults("13 openat(AT_FDCWD</r>, \"/proc/12/stat\", O_RDONLY) = 7</proc/12/stat>").isEmpty)
    for line in [
      "12 openat(AT_FDCWD</r>, \"/etc/passwd\", O_RDONLY) = -1 ENOENT (No such file)",
      "12 openat(3</r>, \"b\", O_RDONLY) = 4</etc/passwd>",
      "12 openat(3</r>, \"../b\", O_RDONLY) = -1 ENOENT (No such file)",
      "12 openat(3</r>, \"b\", O_WRONLY|O_CREAT, 0666) = 4</r/b>",
      "12 socket(AF_INET, SOCK_STREAM, 0) = 4", "12 execve(\"/bin/sh\", [], 0x0) = 0",
      "12 newfstatat(AT_FDCWD</r>, \"/home/x\", 0x7f, 0) = 0",
    ] {
      #expect(faults(line).count == 1, "\(line)")
    }
  }
}
