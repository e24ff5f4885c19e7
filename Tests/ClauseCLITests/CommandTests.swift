import Foundation
import Testing

/// Every command, from its arguments to what it prints.
@Suite struct CommandTests {
  @Test func helpAndVersionAreResults() throws {
    let folder = try Folder()
    let help = try folder.run("--help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    for command in ["check", "clauses", "explain", "rules", "test"] {
      #expect(help.output.contains("  \(command) "), "\(command) is not listed")
      let own = try folder.run(command, "--help")
      #expect(own.status == 0)
      #expect(own.output.contains("USAGE: clauselint \(command)"))
    }
    let version = try folder.run("--version")
    #expect(version.status == 0)
    #expect(version.errors == "")
    let parts = version.output.trimmingCharacters(in: .newlines).split(separator: ".")
    #expect(parts.count == 3 && parts.allSatisfy { Int($0) != nil })
    #expect(try folder.run().status == 0)
  }

  @Test func clausesShowTheMatrix() throws {
    let folder = try Sample.folder(Sample.unowned)
    let text = try folder.run("clauses", "--as-of", "2026-11-23")
    #expect(text.status == 0)
    #expect(text.output.contains("7.5"))
    let outcome = try folder.run("clauses", "--format", "json", "--as-of", "2026-11-23")
    let result = try #require(
      JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    let standards = try #require(result["standards"] as? [[String: Any]])
    let clauses = try #require(standards.first?["clauses"] as? [[String: Any]])
    let states = clauses.map { "\($0["id"] ?? "") \($0["state"] ?? "")" }
    #expect(states == ["iso9001:2015/7 nonconform", "iso9001:2015/7.5 nonconform"])
  }

  @Test func pathsCanBeCountedFromAbove() throws {
    let folder = try Sample.folder(Sample.unowned)
    let own = try folder.run("check", "--as-of", "2026-11-23", "--format", "rdjsonl")
    let moved = try folder.run(
      "check", "--as-of", "2026-11-23", "--format", "rdjsonl", "--path-prefix", "quality/docs/")
    #expect(own.status == 1 && moved.status == 1)
    let path = "\"path\": \""
    #expect(own.output.contains(path))
    // The last line is about the run as a whole, at no file of the organisation.
    func findings(_ output: String) -> [Substring] { output.split(separator: "\n").dropLast() }
    #expect(
      findings(moved.output)
        == findings(own.output.replacing(path, with: path + "quality/docs/")))
    #expect(findings(own.output).count == 1)
    let outside = try folder.run("check", "--path-prefix", "../x")
    #expect(outside.status == 2)
    #expect(outside.errors.contains("--path-prefix"))
  }

  @Test func rulesListsThemWithoutARecord() throws {
    let folder = try Folder([
      "clauselint.yaml": Sample.configuration, "pack/pack.yaml": Sample.pack,
    ])
    let text = try folder.run("rules")
    #expect(text.status == 0)
    #expect(text.output.contains("sheet-owned"))
    let outcome = try folder.run("rules", "--format", "json")
    let result = try #require(
      JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    let rules = try #require(result["rules"] as? [[String: Any]])
    let owned = try #require(rules.first { $0["id"] as? String == "sheet-owned" })
    #expect(owned["severity"] as? String == "minor")
    #expect(owned["basis"] as? String == "normative")
    #expect(owned["for"] as? String == "sheet")
    #expect(owned["clauses"] as? [String] == ["iso9001:2015/7.5"])
    // What the standard asks of practice is never more than an observation.
    let coded = try #require(rules.first { $0["id"] as? String == "sheet-coded" })
    #expect(coded["severity"] as? String == "observation")
  }

  @Test func explainShowsTheExpressionAndTheFindings() throws {
    let folder = try Sample.folder(Sample.unowned)
    let outcome = try folder.run("explain", "sheet-owned", "--as-of", "2026-11-23")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("has(sheet.owner)"))
    #expect(outcome.output.contains("sheets.yaml:2:9"))
    let json = try folder.run("check", "--format", "json", "--as-of", "2026-11-23")
    let result = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
    let findings = try #require(result["findings"] as? [[String: Any]])
    let fingerprint = try #require(findings.first?["fingerprint"] as? String)
    let one = try folder.run("explain", fingerprint, "--as-of", "2026-11-23")
    #expect(one.status == 0)
    #expect(one.output == outcome.output)
  }

  @Test func testRunsTheExamplesBesideRules() throws {
    // Without the shipped packs, which declare the standard as well.
    let alone = ["CLAUSELINT_PACKS": "/nonexistent"]
    let folder = try Sample.folder(Sample.clean)
    let good = try folder.run("test", "pack", environment: alone)
    #expect(good.status == 0, "\(good.output) \(good.errors)")
    #expect(good.output.contains("2 tests of 1 rule: 2 passed, 0 failed"))
    let wrong = Sample.pack.replacingOccurrences(of: "finds: [owner]", with: "finds: [code]")
    let other = try Sample.folder(Sample.clean, more: ["pack/pack.yaml": wrong])
    let bad = try other.run("test", "pack", environment: alone)
    #expect(bad.status == 1)
    #expect(bad.output.contains("expected findings at code, found them at owner"))
    #expect(bad.output.contains("pack/pack.yaml:31:9"), "\(bad.output)")
    let broken = Sample.pack.replacingOccurrences(of: "severity: minor", with: "severity: minr")
    let third = try Sample.folder(Sample.clean, more: ["pack/pack.yaml": broken])
    #expect(try third.run("test", "pack", environment: alone).status == 2)
  }

  @Test func theShippedPacksAreFoundBesideTheBinary() throws {
    let outcome = try Folder().run("test")
    #expect(outcome.status == 0, "\(outcome.output.suffix(600))")
    #expect(outcome.output.hasSuffix(" 0 failed\n"))
  }

  @Test func aShippedPackIsTestedByItsName() throws {
    let folder = try Folder()
    let one = try folder.run("test", "iso14001-2015")
    #expect(one.status == 0, "\(one.output.suffix(600))")
    let all = try folder.run("test")
    #expect(one.output != all.output)
    let misspelt = try folder.run("test", "iso14001-2051")
    #expect(misspelt.status == 2)
    #expect(misspelt.output.contains("Did you mean `iso14001-2015`?"), "\(misspelt.output)")
  }

  @Test func singleFilesAreCheckedInTheirOrganisation() throws {
    let folder = try Sample.folder(
      Sample.unowned, more: ["more/sheets.yaml": "sheets: [{ id: S-9, code: A-9 }]\n"])
    let one = try folder.run("check", "more/sheets.yaml", "--as-of", "2026-11-23")
    #expect(one.status == 1)
    #expect(one.output.contains("more/sheets.yaml:1:16"))
    #expect(!one.output.contains("A-1 has no owner"))
    let all = try folder.run("check", "--as-of", "2026-11-23")
    #expect(all.output.contains("A-1 has no owner"))
    #expect(all.output.contains("A-9 has no owner"))
  }

  // MARK: Languages and surroundings

  @Test(arguments: [
    ("en", "A-1 has no owner"), ("fr", "A-1 sans pilote"), ("ar", "دون مسؤول"),
  ])
  func messagesSpeakTheLanguageAskedFor(_ language: String, _ words: String) throws {
    let folder = try Sample.folder(Sample.unowned)
    for format in ["text", "json", "sarif"] {
      let outcome = try folder.run(
        "check", "--lang", language, "--format", format, "--as-of", "2026-11-23")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains(words), "\(format)")
    }
    let clauses = try folder.run("clauses", "--lang", language)
    #expect(clauses.output.contains(language == "ar" ? "الوثائق" : "Documents"))
  }

  /// `--lang` decides, else the configuration, else the first variable of the environment that is
  /// set, whatever it names.
  @Test(
    arguments: [
      ("ar", ["--lang", "fr"], ["LANG": "ar_MA.UTF-8"], "fr"),
      ("[ar, fr]", [], ["LC_ALL": "fr_FR.UTF-8"], "ar"),
      (nil, [], ["LC_ALL": "fr_FR.UTF-8", "LANG": "ar_MA.UTF-8"], "fr"),
      (nil, [], ["LC_MESSAGES": "ar", "LANG": "fr_MA"], "ar"),
      (nil, [], ["LANG": "fr@euro"], "fr"), (nil, [], ["LC_ALL": "", "LANG": "ar_MA"], "ar"),
      (nil, [], ["LC_ALL": "C", "LANG": "fr_FR.UTF-8"], "en"), (nil, [], ["LANG": "de_DE"], "en"),
      (nil, [], [:], "en"),
    ] as [(String?, [String], [String: String], String)])
  func theLanguageIsChosen(
    _ configured: String?, _ options: [String], _ environment: [String: String],
    _ expected: String
  ) throws {
    let words = ["en": "A-1 has no owner", "fr": "A-1 sans pilote", "ar": "دون مسؤول"]
    let usage = ["en": "is not a gate", "fr": "n'est pas un seuil", "ar": "ليس عتبة"]
    let folder = try Sample.folder(
      Sample.unowned,
      more: configured.map {
        ["clauselint.yaml": Sample.configuration + "languages: \($0)\n"]
      } ?? [:])
    let found = try Tool.run(
      ["check", "--as-of", "2026-11-23"] + options, in: folder.path, environment: environment)
    #expect(found.output.contains(try #require(words[expected])), "\(found.output)")
    let refused = try Tool.run(
      ["check", "--fail-on-data", "x"] + options, in: folder.path, environment: environment)
    #expect(refused.status == 2)
    #expect(refused.errors.contains(try #require(usage[expected])), "\(refused.errors)")
  }

  @Test func surroundingsChangeNoByte() throws {
    let many =
      "sheets:\n"
      + (1...700).map { "  - { id: S-\($0), code: É-\($0) }\n" }.joined()
    let folder = try Sample.folder(
      many, more: ["more/b.yaml": Sample.unowned.replacingOccurrences(of: "S-1", with: "T-1")])
    let surroundings: [[String: String]] = [
      ["LANG": "C", "TZ": "UTC"], ["LANG": "ar_MA.UTF-8", "LC_ALL": "ar_MA.UTF-8"],
      ["LANG": "tr_TR.UTF-8", "TZ": "Pacific/Auckland"], ["TZ": "America/Los_Angeles"],
      ["HOME": "/nonexistent", "COLUMNS": "40", "TERM": "dumb"],
    ]
    for format in ["text", "json", "sarif"] {
      let expected = try folder.run(
        "check", "--lang", "en", "--format", format, "--as-of", "2026-11-23")
      #expect(expected.status == 1)
      for environment in surroundings {
        let other = try folder.run(
          "check", "--lang", "en", "--format", format, "--as-of", "2026-11-23",
          environment: environment)
        #expect(other.bytes == expected.bytes, "\(format) \(environment)")
      }
      for jobs in ["1", "2", "8"] {
        let other = try folder.run(
          "check", "--lang", "en", "--format", format, "--as-of", "2026-11-23", "--jobs", jobs)
        #expect(other.bytes == expected.bytes, "\(format) with \(jobs) threads")
      }
    }
  }

  /// Without --as-of the date is today's in the organisation's time zone, wherever the machine is.
  @Test func todayIsThatOfTheOrganisation() throws {
    for zone in ["Pacific/Kiritimati", "Pacific/Niue"] {
      let folder = try Sample.folder(
        Sample.clean, more: ["clauselint.yaml": Sample.configuration + "time_zone: \(zone)\n"])
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = try #require(TimeZone(identifier: zone))
      func today() -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return [parts.year, parts.month, parts.day].map { part in
          let text = String(part ?? 0)
          return text.count < 2 ? "0" + text : text
        }.joined(separator: "-")
      }
      let before = today()
      let outcome = try folder.run("check", "--format", "json", environment: ["TZ": "UTC"])
      let result = try #require(
        JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
      let day = result["as_of"] as? String
      #expect(day == before || day == today(), "\(zone)")
    }
  }

  @Test func mutantsDecideByTheThreshold() throws {
    // Without the shipped packs, which declare the standard as well.
    let alone = ["CLAUSELINT_PACKS": "/nonexistent"]
    let folder = try Folder(["pack/pack.yaml": Sample.pack])
    let half = try folder.run(
      "test", "--mutate", "pack", "--threshold", "50", environment: alone)
    #expect(half.status == 0, "\(half.output) \(half.errors)")
    // The second rule has no test.
    #expect(
      half.output == """
        pack/pack.yaml:38:25  survived  sheet-coded  require: `has(sheet.code)` dropped
        own  2 mutants: 1 killed  1 survived  0 accepted  50.0%

        """)
    let more = try folder.run("test", "--mutate", "pack", environment: alone)
    #expect(more.status == 1)
    #expect(more.output.hasSuffix("  50.0%  below 95%\n"))
    let all = try folder.run(
      "test", "--mutate", "pack", "--threshold", "50", "--verbose", environment: alone)
    #expect(all.output.contains("killed  sheet-owned  require: `has(sheet.owner)` dropped\n"))
    let usage = try folder.run("test", "--mutate", "pack", "--threshold", "101")
    #expect(usage.status == 2)
    #expect(usage.errors.contains("--threshold is a whole number from 0 to 100"))
  }
}
