internal import Glibc

/// A file of its own folder for a library that can write to a path alone; both go away with it.
public struct ScratchFile: ~Copyable {
  /// Where the library may write.
  public let path: String
  private let folder: String

  /// Makes an empty folder, readable by nobody else, in /tmp.
  public init(named name: String) throws(OutputTrouble) {
    var template = Array("/tmp/clauselint-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw OutputTrouble(errno: errno, step: "create", path: "/tmp")
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/" + name
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  /// What was written.
  public func bytes() throws(OutputTrouble) -> [UInt8] {
    guard let file = fopen(path, "rbe") else {
      throw OutputTrouble(errno: errno, step: "read", path: path)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard ferror(file) == 0 else {
      throw OutputTrouble(errno: errno, step: "read", path: path)
    }
    return bytes
  }
}
