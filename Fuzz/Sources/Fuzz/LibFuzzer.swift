import Glibc

/// The entry named by CLAUSELINT_FUZZ.
private let entry: FuzzEntry = {
  let name = getenv("CLAUSELINT_FUZZ").map { String(cString: $0) } ?? ""
  guard let entry = FuzzEntry(rawValue: name) else {
    let known = FuzzEntry.allCases.map(\.rawValue).joined(separator: ", ")
    print("set CLAUSELINT_FUZZ to one of \(known)")
    exit(2)
  }
  return entry
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  entry.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
