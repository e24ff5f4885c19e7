import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import TestTables
import Testing

/// The same sheet as XLSX, CSV, Word and Markdown is the same register, whatever is wrong with it.
@Suite struct FormatPropertyTests {
  private static let words = [
    "Former", "l'équipe", "Réparer", "شراء", "la hotte", "x; y", "A|B", "«z»",
  ]

  private static func text(_ random: inout SplitMix) -> String {
    (0...random.below(3)).map { _ in words[random.below(words.count)] }.joined(separator: " ")
  }

  private static func record(_ number: Int, _ random: inout SplitMix) -> [String] {
    let kinds = ["Action corrective", "Amélioration"]
    let states = ["Planifiée", "En cours", "Réalisé"]
    var row = [
      "A-\(number)", "AI-\(random.below(9))", kinds[random.below(2)], text(&random), "SL",
      "2026-0\(1 + random.below(9))-15", "", states[random.below(3)],
    ]
    if random.below(4) == 0 { row[1 + random.below(2)] = "" }
    return row
  }

  /// A sheet of actions with up to four things wrong with it; the row of its headings.
  private static func damaged(_ random: inout SplitMix) -> (sheet: Sheet, heading: Int) {
    var head = RowTests.head
    var rows = (0..<(3 + random.below(5))).map { record($0, &random) }
    var above: [[String]] = []
    var below: [[String]] = []
    // Headings that occur twice, with what stands below them, before rows are damaged.
    if random.below(3) == 0 {
      let twice = ["Visa", "Responsable", "Avancement", "Due date"][random.below(4)]
      for _ in 0...random.below(2) {
        head.append(twice)
        for index in rows.indices {
          rows[index].append(random.below(2) == 0 ? "" : text(&random))
        }
      }
    }
    for _ in 0..<random.below(5) {
      switch random.below(8) {
      case 0:
        // Cells that show nothing, behind all others.
        for index in rows.indices where random.below(2) == 0 {
          while rows[index].count < head.count + 1 + random.below(3) { rows[index].append("") }
        }
      case 1:
        let index = random.below(rows.count)
        rows[index] = Array(rows[index].prefix(5 + random.below(3)))
      case 2:
        let more = [String](repeating: "", count: 1 + random.below(3))
        let full = max(head.count, rows.map(\.count).max() ?? 0)
        for index in rows.indices {
          rows[index] += [String](repeating: "", count: full - rows[index].count) + more
        }
      case 3:
        above.append(
          [["Plan d'actions QSE 2026"], ["Code : EN-01", "", "Version : 02"]][random.below(2)])
      case 4: below += [["Total", "", "", "\(rows.count)"]]
      case 5:
        below += [[""], ["* échéance révisée par le comité"]]
        if random.below(2) == 0 { below += [["NB : voir le compte rendu"]] }
      case 6:
        below += [[""], ["", "", "", "Fait à Rabat, le 12/03/2026"], ["", "", "", "", "Visa :"]]
      default:
        let place = random.below(rows.count)
        rows.insert([["PROCESSUS ACHATS"], head, [""]][random.below(3)], at: place)
      }
    }
    // A total stands above notes, as people write it.
    below = below.filter { $0.first == "Total" } + below.filter { $0.first != "Total" }
    if above.isEmpty == false, random.below(2) == 0 {
      // A stamp beside the title, and one beside nothing.
      above[0] +=
        [String](repeating: "", count: RowTests.head.count - above[0].count) + ["Page 1/1"]
      below.append([String](repeating: "", count: head.count + 1) + ["Cachet"])
    }
    return (Sheet(above + [head] + rows + below, name: "Plan d'actions"), above.count)
  }

  /// What a file is read as, without what only one format has: places and blank lines.
  private static func told(_ reading: Reading) -> [String] {
    var lines = reading.kinds + reading.columns
    lines += reading.rows.map { $0.joined(separator: " | ") }
    lines += reading.passedOver.filter { !$0.hasPrefix("blank") }.map {
      String($0.prefix { $0 != "@" })
    }
    lines += reading.store.records.map(\.id.unescaped).map { id in
      id.contains(":") ? "a row" : id
    }
    lines += reading.store.problems.map { "\($0.kind) \($0.fieldPath)" }
    lines += reading.bound?.diagnostics.map(\.code) ?? []
    return lines
  }

  @Test(arguments: 1...8) func theFormatsAgree(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for round in 0..<40 {
      let (sheet, heading) = Self.damaged(&random)
      let workbook = Self.told(try Reading(sheet.workbook, names: ["plan"]))
      let csv = Self.told(try Reading(sheet.csv, names: ["Plan d'actions"]))
      let markdown = Self.told(try Reading(sheet.markdown(heading: heading), names: ["plan"]))
      let word = Self.told(try Reading(sheet.word, names: ["plan"]))
      #expect(word == workbook, "seed \(seed), round \(round): \(sheet.rows)")
      #expect(workbook.first == "action recognised", "seed \(seed), round \(round): \(sheet.rows)")
      #expect(csv == workbook, "seed \(seed), round \(round): \(sheet.rows)")
      #expect(markdown == workbook, "seed \(seed), round \(round): \(sheet.rows)")
    }
  }

  /// No damage costs a record or invents one.
  @Test(arguments: 1...4) func noDamageCostsARecord(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 100)
    for round in 0..<60 {
      let (sheet, _) = Self.damaged(&random)
      let wanted = sheet.rows.compactMap { row in
        row.first.flatMap { $0.hasPrefix("A-") ? $0 : nil }
      }
      for file in [sheet.workbook, sheet.csv, sheet.word] {
        let reading = try Reading(file)
        #expect(reading.records == wanted, "seed \(seed), round \(round): \(sheet.rows)")
        #expect(
          Set(reading.fields.compactMap { $0 }).isSuperset(of: ["id", "description", "due_on"]))
      }
    }
  }

  /// Nothing that can be written into cells makes recognising trap or lose its place.
  @Test(arguments: 1...4) func anythingIsAnswered(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 200)
    let cells =
      RowTests.head + Self.words + [
        "", "", "", "Total", "*", "12", "2026-01-01", "\n", "/", ":", "(", "الأجل", "P",
      ]
    for _ in 0..<60 {
      let rows = (0..<random.below(12)).map { _ in
        (0..<random.below(10)).map { _ in cells[random.below(cells.count)] }
      }
      let merged = (0..<random.below(4)).map { _ -> String in
        let (row, column) = (1 + random.below(8), random.below(6))
        let letters = Array("ABCDEFGHIJ")
        return
          "\(letters[column])\(row):\(letters[column + random.below(4)])\(row + random.below(3))"
      }
      let sheet = Sheet(rows, merged: merged)
      for file in [sheet.workbook, sheet.csv, sheet.word] {
        for type in [nil, "action", "risk"] {
          let reading = try Reading(file, type: type)
          for (grid, register) in reading.found {
            let known = Set(grid.rows.map(\.number))
            #expect(register.records.allSatisfy { known.contains($0) || grid.isReached($0) })
            #expect(register.records.allSatisfy { $0 > register.headingRows.upperBound })
            #expect(register.columns.map(\.number) == register.columns.map(\.number).sorted())
            let held = register.columns.compactMap(\.slots)
            #expect(Set(held).count == held.count)
          }
          #expect(
            reading.store.records.count <= reading.registers.map(\.records.count).reduce(0, +))
        }
      }
    }
  }
}
