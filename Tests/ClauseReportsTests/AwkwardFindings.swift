import ClauseAssessment
import ClauseCalendar
import ClauseSource

extension AwkwardAssessment {
  static func findings(_ language: Language) -> [Finding] {
    [
      forgedPath, nothingButAttack, reviewLate(language), accepted(30, "b0"), accepted(31, "b1"),
      baselined, arabicRecord(language), plain(language), organisation(language),
    ]
  }

  private static func plain(_ language: Language) -> Finding {
    let words: (message: String, absent: String, remedy: String) =
      switch language {
      case .english:
        (
          " is in force without an approval", " is absent",
          "Have it approved, or set its lifecycle back to draft."
        )
      case .french:
        (
          " est en vigueur sans approbation", " est absent",
          "Le faire approuver, ou le remettre en projet."
        )
      case .arabic:
        (" سارية دون مصادقة", " غير مملوء", "المصادقة عليها، أو إرجاعها إلى مشروع.")
      }
    return Finding(
      rule: "doc-approved", severity: .major, basis: .normative,
      message: Message([.value(Untrusted("P-012")), .text(Untrusted(words.message))]),
      because: [
        Message([
          .text(Untrusted("lifecycle = ")), .value(Untrusted("approved")),
        ]),
        Message([.value(Untrusted("approved_by")), .text(Untrusted(words.absent))]),
      ],
      remedy: Message(text: words.remedy),
      clauses: ["iso9001:2015/7.5.2", "iso14001:2015/7.5.2", "iso45001:2018/7.5.2"],
      record: RecordReference(type: "document", id: "P-012"), field: Untrusted("approved_by"),
      location: location("procedures/p-012.md", 7, 1, end: 9),
      related: [
        RelatedLocation(
          message: Message(text: "lifecycle: approved"),
          location: location("procedures/p-012.md", 5, 1, end: 10))
      ],
      fingerprint: "c0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")
  }

  private static func arabicRecord(_ language: Language) -> Finding {
    let words: String =
      switch language {
      case .english: "the owner of %@ has left"
      case .french: "le pilote de %@ est parti"
      case .arabic: "غادر المسؤول عن %@ منصبه"
      }
    let pieces = words.split(separator: "%@").map(String.init)
    return Finding(
      rule: "doc-approved", severity: .minor, basis: .normative,
      message: Message([
        .text(Untrusted(pieces[0])), .value(Untrusted("مسطرة\u{200C}-٠١\u{200F}")),
        .text(Untrusted(pieces[1])),
      ]),
      remedy: Message([]), clauses: ["iso9001:2015/7.5.2"],
      record: RecordReference(type: "document", id: "مسطرة\u{200C}-٠١\u{200F}"),
      field: Untrusted("owner"), location: location("procedures/مسطرة 1%.md", 12, 30, end: 45),
      fingerprint: "d0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")
  }

  private static func reviewLate(_ language: Language) -> Finding {
    let words: String =
      switch language {
      case .english: "review was due on "
      case .french: "la revue était due le "
      case .arabic: "كان أجل المراجعة هو "
      }
    return Finding(
      rule: "own-interval", severity: .observation, basis: .practice,
      message: Message([.text(Untrusted(words)), .value(Untrusted("2026-03-01"))]),
      clauses: ["iso9001:2015/7.5.3.1"],
      record: RecordReference(type: "document", id: "P\u{200B}-1"),
      location: location("clauselint.yaml", 3, 1, end: 1),
      fingerprint: "a2ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")
  }

  /// A path that looks like a command of a CI runner, a value that moves the cursor.
  private static let forgedPath = Finding(
    rule: "doc-approved", severity: .major, basis: .normative,
    message: Message([
      .value(Untrusted("\u{1B}]8;;http://x\u{7}P-1\u{9B}2J\u{7F}\r\nprocedures/ok.md:1:1  minor")),
      .text(Untrusted(" is in force\n  without an approval  ")),
    ]),
    because: [
      Message([.value(Untrusted("::error::forged"))]),
      Message([.value(Untrusted("##vso[task.setvariable]#")), .value(Untrusted("#[add-mask]x"))]),
      Message([.value(Untrusted(String(repeating: "very long ", count: 100)))]),
    ],
    remedy: Message(text: "See {0}, [here](http://x) and \\[100%0A].\n"),
    clauses: ["iso9001:2015/7.5.2"],
    record: RecordReference(type: "document", id: "P-1\"\\\u{2028}\u{0}"),
    field: Untrusted("criteria[1].weight"),
    location: location("::error file=x::forged.yaml", 1, 1, end: 5),
    fingerprint: "a0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")

  /// Bidirectional controls and invisible characters, next to the same fingerprint.
  private static let nothingButAttack = Finding(
    rule: "doc-approved", severity: .minor, basis: .normative,
    message: Message([
      .value(Untrusted("a\u{202E}b\u{2066}c\u{2069}d\u{200F}e\u{061C}f\u{FEFF}g\u{E0041}h\u{AD}i"))
    ]),
    location: location("::error file=x::forged.yaml", 2, 1, end: 5),
    fingerprint: "a0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")

  private static func accepted(_ days: Int, _ start: String) -> Finding {
    Finding(
      rule: "own-interval", severity: .minor, basis: .own, state: .derogated,
      message: Message(text: "accepted for \(days) days"), clauses: ["iso9001:2015/7.5.3.1"],
      record: RecordReference(type: "document", id: "P-\(days)"),
      location: location("clauselint.yaml", 9, 1, end: 4),
      fingerprint: start + "ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc",
      acceptedUntil: asOf.adding(days: days))
  }

  private static let baselined = Finding(
    rule: "doc-approved", severity: .major, basis: .normative, state: .baseline,
    message: Message(text: "known at adoption"), clauses: ["iso9001:2015/7.5.2"],
    record: RecordReference(type: "document", id: "P-77"),
    location: location("clauselint.yaml", 10, 1, end: 4),
    fingerprint: "b2ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")

  /// No record, no clauses, a rule the table does not know.
  private static func organisation(_ language: Language) -> Finding {
    let words: String =
      switch language {
      case .english: "no scope is declared"
      case .french: "aucun domaine d'application n'est déclaré"
      case .arabic: "لم يصرح بأي مجال للتطبيق"
      }
    return Finding(
      rule: "scope-unknown", severity: .observation, basis: .practice,
      message: Message(text: words), location: location("zz.yaml", 1, 1, end: 1),
      fingerprint: "e0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")
  }
}
