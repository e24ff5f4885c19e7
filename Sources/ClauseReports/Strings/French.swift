import ClauseAssessment
import ClauseSource

extension ReporterStrings {
  /// French, in the words of French-speaking auditors. Nought takes the singular.
  static let french = ReporterStrings(
    severity: { severity in
      switch severity {
      case .major: "majeur"
      case .minor: "mineur"
      case .observation: "observation"
      case .data: "donnée"
      }
    },
    basis: { basis in
      switch basis {
      case .normative: "norme"
      case .own: "règle interne"
      case .practice: "usage"
      case .legal: "loi"
      case .data: "données"
      }
    },
    diagnosticSeverity: { severity in
      switch severity {
      case .error: "erreur"
      case .warning: "avertissement"
      case .note: "information"
      }
    },
    clauseState: stateWord,
    undecided: "non tranché",
    asks: "demande",
    row: "ligne",
    because: "motif",
    clauses: "articles",
    remedy: "à faire",
    seeAlso: "voir",
    asOf: { "arrêté au \($0)" },
    severityCount: { severity, count in
      switch severity {
      case .major: plural(count, "majeur", "majeurs")
      case .minor: plural(count, "mineur", "mineurs")
      case .observation: plural(count, "observation", "observations")
      case .data: plural(count, "problème de données", "problèmes de données")
      }
    },
    nothingAssessed: "aucun enregistrement : rien n'a été évalué",
    noFindings: "aucun constat",
    noFindingsInAssessed: "aucun constat dans ce qui a été évalué",
    derogated: { count, lapsing, days in
      let lapses = lapsing < 2 ? "arrive" : "arrivent"
      return "\(count) sous dérogation"
        + (lapsing == 0 ? "" : ", dont \(lapsing) \(lapses) à échéance sous \(days) jours")
    },
    baseline: { "\($0) dans l'état de référence" },
    undecidedCases: { count in
      "non tranché dans \(count) cas : corriger d'abord les endroits indiqués ci-dessus"
    },
    passedOver: { count in
      count < 2
        ? "\(count) fichier sans enregistrement a été laissé de côté"
        : "\(count) fichiers sans enregistrement ont été laissés de côté"
    },
    incomplete: { files in
      switch files {
      case 0:
        "incomplet : une partie des données n'a pas pu être évaluée, voir les erreurs ci-dessus"
      case 1: "incomplet : 1 fichier n'a pas été évalué, voir les erreurs ci-dessus"
      default: "incomplet : \(files) fichiers n'ont pas été évalués, voir les erreurs ci-dessus"
      }
    },
    incompleteMatrix: { files in
      switch files {
      case 0: "incomplet : une partie des données n'a pas pu être évaluée, voir la commande check"
      case 1: "incomplet : 1 fichier n'a pas été évalué, voir la commande check"
      default: "incomplet : \(files) fichiers n'ont pas été évalués, voir la commande check"
      }
    },
    listSeparator: ", ",
    clauseCounts: { clauses, states in
      let counts = states.map { state, count in "\(count) \(agreeing(state, count))" }
      return "\(plural(clauses, "article", "articles")) : " + counts.joined(separator: ", ")
    },
    limits: "Seul ce que déclarent les enregistrements a été vérifié, non la réalité du terrain ;"
      + " ce n'est pas une décision de certification.",
    notAssessedInput: { "Donnée non évaluée : \($0)" },
    omissionTitle: "Résultats absents de ce fichier",
    omitted: { count in
      plural(count, "résultat ne figure", "résultats ne figurent")
        + " pas dans ce fichier, qui retient les plus graves ; le rapport JSON les contient tous"
    },
    acceptedUntil: { "accepté par dérogation jusqu'au \($0)" },
    accepted: "accepté par dérogation",
    inBaseline: "inscrit dans l'état de référence",
    rootDescription: "La racine du dépôt de l'organisme",
    matrixTitle: "Matrice des exigences",
    headings: Headings(
      clause: "article", state: "état", rules: "règles", records: "enregistrements",
      findings: "constats", title: "intitulé", rule: "règle", severity: "gravité",
      basis: "fondement", recordType: "porte sur"),
    attestedNote: { count in
      plural(count, "attesté", "attestés")
        + " : une déclaration signée en tient lieu, aucun enregistrement ne pouvant le prouver ;"
        + " non vérifié par l'outil"
    },
    notAssessedNote: { count in
      plural(count, "non évalué", "non évalués")
        + " : aucune règle n'a trouvé d'enregistrement propre à montrer la conformité ;"
        + " non évalué ne veut pas dire conforme"
    })

  private static func plural(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(count) \(count < 2 ? singular : plural)"
  }

  /// The state of `count` clauses (`articles`, masculine).
  private static func agreeing(_ state: ClauseState, _ count: Int) -> String {
    if count < 2 { return stateWord(state) }
    switch state {
    case .conform: return "conformes"
    case .nonconform: return "non conformes"
    case .derogated: return "sous dérogation"
    case .attested: return "attestés"
    case .notApplicable: return "non applicables"
    case .notAssessed: return "non évalués"
    }
  }

  @Sendable private static func stateWord(_ state: ClauseState) -> String {
    switch state {
    case .conform: "conforme"
    case .nonconform: "non conforme"
    case .derogated: "sous dérogation"
    case .attested: "attesté"
    case .notApplicable: "non applicable"
    case .notAssessed: "non évalué"
    }
  }
}
