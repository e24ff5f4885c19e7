import Glibc

/// Wall time, processor time and peak memory of `check`, beside libyaml's bare event loop over the
/// same bytes: the ratio tells what the product adds, whatever the machine.
struct BenchCommand: DeveloperCommand {
  let name = "bench"
  let summary = "CLAUSELINT [RECORDS...]: measure check on generated repositories"

  private static let sizes = [1_000, 10_000, 100_000]
  private static let repeats = 3

  func run(_ arguments: [String]) throws(DeveloperFailure) {
    guard let product = arguments.first else {
      throw DeveloperFailure("bench takes the path of the clauselint binary")
    }
    let sizes = arguments.count > 1 ? arguments.dropFirst().compactMap { Int($0) } : Self.sizes
    DeveloperTool.say(
      "records      bytes   wall s    CPU s  peak MiB  events CPU s   ratio  us/record  exit")
    for size in sizes { try measure(size, product) }
  }

  private func measure(_ size: Int, _ product: String) throws(DeveloperFailure) {
    let folder = try Self.temporaryFolder()
    defer { Self.remove(folder) }
    let repository = try GeneratedRepository(records: size, in: folder)
    let check = try best(product, ["check", folder, "--as-of", "2026-11-23", "--format", "json"])
    let floor = try best(Self.ownPath(), ["yaml-events", folder])
    let ratio = check.processorSeconds / max(0.0005, floor.processorSeconds)
    let columns = [
      Self.column("\(size)", 7), Self.column("\(repository.bytes)", 10),
      Self.column(Self.fixed(check.wallSeconds), 8),
      Self.column(Self.fixed(check.processorSeconds), 8),
      Self.column(Self.fixed(check.peakMebibytes, digits: 1), 9),
      Self.column(Self.fixed(floor.processorSeconds), 13),
      Self.column(Self.fixed(ratio, digits: 1), 7),
      Self.column(Self.fixed(check.processorSeconds * 1e6 / Double(size), digits: 1), 10),
      Self.column("\(check.status)", 5),
    ]
    DeveloperTool.say(columns.joined(separator: " "))
  }

  /// The run with the least processor time: the others were disturbed.
  private func best(_ program: String, _ arguments: [String]) throws(DeveloperFailure)
    -> Measurement
  {
    var best = try Measurement.of(program, arguments)
    for _ in 1..<Self.repeats {
      let next = try Measurement.of(program, arguments)
      if next.processorSeconds < best.processorSeconds { best = next }
    }
    return best
  }

  private static func ownPath() -> String { CommandLine.arguments.first ?? "clauselint-dev" }

  private static func temporaryFolder() throws(DeveloperFailure) -> String {
    var template = Array((tmpRoot() + "/clauselint-bench-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw DeveloperFailure("cannot make a folder") }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func tmpRoot() -> String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  private static func remove(_ folder: String) {
    guard let directory = opendir(folder) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(folder + "/" + name) }
    }
    closedir(directory)
    rmdir(folder)
  }

  static func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  static func fixed(_ value: Double, digits: Int = 3) -> String {
    let scale = digits == 1 ? 10.0 : 1000.0
    let scaled = Int64((value * scale).rounded())
    let whole = scaled / Int64(scale)
    let part = String(scaled % Int64(scale))
    return "\(whole)." + String(repeating: "0", count: max(0, digits - part.utf8.count)) + part
  }
}
