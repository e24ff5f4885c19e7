/// Workbooks of hostile parts: a fuzzer that changes packed bytes meets the check sums of the
/// archive and hardly ever the XML behind them.
extension FuzzEntry {
  /// The bytes of a workbook whose parts are the pieces of `bytes` between NULs: the sheet, the
  /// shared texts, the styles, the workbook and its relations. A piece that is missing or empty
  /// stands for an ordinary part. An archive is taken as it is.
  static func workbook(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: Array("PK".utf8)) { return bytes }
    let pieces = bytes.split(separator: 0, omittingEmptySubsequences: false)
    return archive(
      ordinaryParts.enumerated().map { index, part in
        let isGiven = index < pieces.count && !pieces[index].isEmpty
        return (Array(part.name.utf8), isGiven ? Array(pieces[index]) : Array(part.text.utf8))
      })
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  private static let ordinaryParts: [(name: String, text: String)] = [
    (
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
        + "<c r=\"B1\" t=\"str\"><v>on</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\">"
        + "<is><t>P-1</t></is></c><c r=\"B2\" s=\"1\"><v>45000</v></c></row></sheetData></worksheet>"
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>id</t></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        + "</styleSheet>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
        + "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"rId3\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "</Relationships>"
    ),
  ]

  // MARK: Archive

  /// A ZIP archive that stores its members unpacked.
  static func archive(_ members: [(name: [UInt8], bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let facts =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(33, 2)
        + little(Int(checksum(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
        + little(name.count, 2) + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(file.count, 4) + name
      file += little(0x0403_4B50, 4) + facts + name + bytes
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(members.count, 2)
      + little(members.count, 2) + little(directory.count, 4) + little(file.count, 4)
      + little(0, 2)
    return file + directory + end
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as ZIP has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in
      (crc >> 8) ^ remainders[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
    }
  }

  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB8_8320
    }
  }
}
