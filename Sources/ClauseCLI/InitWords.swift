import ClauseSource

/// What `clauselint init` says when it is done.
struct InitWords {
  var written: String
  var exists: String
  var configured: String
  var started: String
  var proposed: (_ sources: Int, _ questions: Int) -> String

  static func of(_ language: Language) -> InitWords {
    switch language {
    case .english:
      InitWords(
        written: "written", exists: "exists, left as it is",
        configured: "This folder is configured already. See what is read with: clauselint sources",
        started: "Fill in the registers, then run: clauselint check",
        proposed: { sources, questions in
          "\(sources) registers recognised, \(questions) questions. Read clauselint.yaml, then run:"
            + " clauselint check"
        })
    case .french:
      InitWords(
        written: "écrit", exists: "existe, laissé tel quel",
        configured: "Ce dossier est déjà configuré. Pour voir ce qui est lu :"
          + " clauselint sources --lang fr",
        started: "Remplissez les registres, puis lancez : clauselint check --lang fr",
        proposed: { sources, questions in
          "\(sources) registres reconnus, \(questions) questions. Lisez clauselint.yaml, puis"
            + " lancez : clauselint check --lang fr"
        })
    case .arabic:
      InitWords(
        written: "كتب", exists: "موجود، ترك كما هو",
        configured: "هذا المجلد مهيأ من قبل. لمعرفة ما يقرأ: clauselint sources --lang ar",
        started: "املأ السجلات ثم شغل: clauselint check --lang ar",
        proposed: { sources, questions in
          "السجلات المتعرف عليها: \(sources)، الأسئلة: \(questions). اقرأ clauselint.yaml ثم شغل:"
            + " clauselint check --lang ar"
        })
    }
  }
}
