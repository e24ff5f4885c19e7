import ClauseDocuments
import ClauseSource
import TestTables
import Testing

/// Word files made to hurt: each is answered, within the limits and in time linear in its size.
@Suite struct DOCXHostileTests {
  private static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#

  private static func replaced(_ part: String, _ xml: String) -> TestWord {
    var word = TestWord(TestWord.table([["a", "b"]]))
    word.parts.removeAll { $0.name == part }
    word.add(part, xml)
    return word
  }

  @Test func whatIsNoWordFileIsRefused() {
    let read: ([UInt8]) -> [String] = { bytes in
      let file = SourceFile(id: FileID(0), path: "a.docx", bytes: bytes)
      return DOCXReader().read(file, limits: Limits()).told
    }
    #expect(read([]) == ["word-archive"])
    #expect(read(Array("PK nothing".utf8)) == ["word-archive"])
    #expect(read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == ["word-encrypted"])
    #expect(read(TestWorkbook(rows: [["a", "b"]]).bytes) == ["word-parts"])
    var none = TestWord("")
    none.parts.removeAll { $0.name == "word/document.xml" }
    #expect(none.read().told == ["word-parts"])
    var twice = TestWord("")
    twice.add("word/DOCUMENT.xml", "<w/>")
    #expect(twice.read().told == ["word-archive"])
  }

  /// The list of content types and the relations say nothing that is needed.
  @Test func aFileWithoutRelationsIsRead() {
    var word = TestWord(TestWord.table([["a", "b"]]))
    word.parts.removeAll { $0.name.hasSuffix(".rels") || $0.name.hasSuffix("styles.xml") }
    #expect(word.read().told == ["1: a | b"])
  }

  @Test(arguments: [
    (#"<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>"#, "word-doctype"),
    (#"<a b="<!DOCTYPE"/>"#, "word-doctype"), ("<!-- <!DOCTYPE -->", "word-doctype"),
    ("<w:document>&nope;</w:document>", "word-xml"), ("<w:document>", "word-xml"),
    ("", "word-xml"), (String(repeating: "<a>", count: 400), "word-xml"),
    (String(repeating: "<a>", count: 100_000), "word-xml"),
    ("<a " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>", "word-xml"),
    (
      (0..<200).map { n in
        "<a " + (0..<9).map { "xmlns:n\(n)x\($0)='u'" }.joined(separator: " ") + ">"
      }.joined(), "word-xml"
    ),
    ("<document/>", "word-parts"), ("\u{FEFF}<document/>", "word-parts"),
  ])
  func brokenPartsAreRefused(_ xml: String, _ code: String) {
    #expect(Self.replaced("word/document.xml", xml).read().told == [code])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x3C, 0x00], [0x3C, 0x00, 0x77, 0x00], [0x3C, 0x77, 0x3E, 0xE9, 0x3C],
    ] as [[UInt8]])
  func whatIsNotUTF8IsRefused(_ bytes: [UInt8]) {
    var word = Self.replaced("word/document.xml", "")
    word.parts[word.parts.count - 1].text = bytes
    #expect(word.read().told == ["word-xml"])
  }

  /// Comments, sections of characters and quotes hide no attributes from the count.
  @Test(arguments: [
    "<!-- \" -->", "<![CDATA[ \" <a ' ]]>", "<?x \" ?>", "<b c='\"'/>", "<b c=\">\"/>",
  ])
  func nothingHidesAttributes(_ before: String) {
    let many = "<a " + (0..<2_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
    let xml = "<w:document \(Self.space)>\(before)\(many)</w:document>"
    #expect(Self.replaced("word/document.xml", xml).read().told == ["word-xml"])
    let few = "<w:document \(Self.space)><w:body>\(before)</w:body></w:document>"
    #expect(Self.replaced("word/document.xml", few).read().told == [])
  }

  @Test(arguments: ["999999999", "16385", "-1", "0", "99999999999999999999", "x"])
  func spansAreBounded(_ span: String) throws {
    let cell = TestWord.cell("a", #"<w:gridSpan w:val="\#(span)"/>"#)
    let read = TestWord(TestWord.table([cell + TestWord.cell("b")])).read()
    // What is no number that fits is no span.
    let isText = Int(span) == nil
    #expect(read.told == (isText ? ["1: a | b"] : ["word-cells"]))
    let row = #"<w:trPr><w:gridBefore w:val="\#(span)"/></w:trPr>"# + TestWord.cell("b")
    let before = TestWord(TestWord.table([row])).read().told
    #expect(before == (isText || span == "0" ? ["1: b"] : ["word-cells"]))
  }

  /// What relations lead to outside of the file is never looked for; what is missing inside does not
  /// matter.
  @Test func relationsOutsideAreNotFollowed() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let links = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="a" Type="\(office)/header" Target="http://localhost:1/x" \
      TargetMode="External"/>\
      <Relationship Id="b" Type="\(office)/header" Target="../../../../etc/passwd"/>\
      <Relationship Id="c" Type="\(office)/styles" Target="file:///etc/passwd"/>\
      </Relationships>
      """
    #expect(Self.replaced("word/_rels/document.xml.rels", links).read().told == ["1: a | b"])
  }

  @Test func limitsAreKept() {
    let word = TestWord(TestWord.table([["a", "b"], ["xyz", "1"]]))
    for (name, value) in [
      (LimitName.workbookParts, 3), (.workbookBytes, 900), (.nodesPerFile, 5), (.scalarBytes, 2),
    ] {
      var limits = Limits()
      limits[name] = value
      let told = word.read(.conventions, limits).diagnostics
      #expect(told.map(\.code) == ["limit-" + name.rawValue])
      #expect(told.first?.remedy[.english].contains("--limit \(name.rawValue)=") == true)
    }
    let fields = String(repeating: #"<w:fldChar w:fldCharType="begin"/>"#, count: 70)
    #expect(TestWord("<w:p>\(fields)</w:p>").read().told == ["limit-nesting-depth"])
    let bomb = TestWord(
      "<w:p><w:r><w:t>" + String(repeating: " ", count: 70 << 20) + "</w:t></w:r></w:p>")
    #expect(bomb.read().told == ["limit-workbook-bytes"])
  }

  /// Deep tables, styles that rest on themselves, ranges that end nowhere.
  @Test func oddStructuresAreAnswered() {
    let deep = (0..<30).reduce(TestWord.paragraph("x")) { inner, _ in
      TestWord.table([TestWord.cell(inner + "<w:p/>")])
    }
    #expect(TestWord(deep).read().told == ["1: x", "word-nested-tables"])
    let loop =
      #"<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>"#
    let body = TestWord.paragraph("t", style: "A") + TestWord.table([["a"]])
    #expect(TestWord(body, styles: loop).read().grids?.first?.section == "t")
    #expect(
      TestWord("<w:tbl><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tbl>").read().told == [
        "word-cells"
      ])
    #expect(TestWord("<w:tr><w:tc/></w:tr><w:tc/><w:tbl><w:tr/></w:tbl><w:tbl/>").read().told == [])
  }

  /// The same table twice as long takes about twice as long, whatever is merged in it.
  @Test func longTablesAreRead() throws {
    let row = TestWord.cell("", "<w:vMerge/>") + TestWord.cell("b")
    let rows = [TestWord.cell("a", #"<w:vMerge w:val="restart"/>"#) + TestWord.cell("b")]
    let word = TestWord(TestWord.table(rows + [String](repeating: row, count: 20_000)))
    let grid = try #require(word.read().grids?.first)
    #expect(grid.merged.map(\.rows) == [1...20_001])
  }
}
