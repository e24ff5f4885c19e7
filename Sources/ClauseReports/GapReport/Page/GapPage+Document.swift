import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The document around the sections.
extension GapPage {
  /// The whole document.
  static func document(_ report: GapReport) -> [UInt8] {
    var page = GapPage(report)
    let sheet = page.styleSheet()
    let attributes: [HTMLAttribute] = [
      .lang(page.language), .dir(page.language),
      .class((page.isBilingual ? "bilingual" : "single") + (page.isLong ? " long" : "")),
    ]
    page.html.open(.html, attributes)
    page.head(sheet)
    page.element(.body) { $0.body() }
    page.html.close(.html)
    page.html.lineBreak()
    return page.html.bytes
  }

  private func styleSheet() -> CSSText {
    var sheet = StyleSheet.text
    sheet.add("@page{@top-left{content:")
    sheet.addString(language.isRightToLeft ? runningDate : runningTitle)
    sheet.add("}@top-right{content:")
    sheet.addString(language.isRightToLeft ? runningTitle : runningDate)
    sheet.add("}@bottom-center{content:counter(page) \" / \" counter(pages)}}")
    return sheet
  }

  private var runningTitle: String {
    let name = organisationName?.unescaped ?? ""
    return Term.report[language].plain + (name.isEmpty ? "" : " · " + name)
  }

  private var runningDate: String {
    Term.asOf[language].plain + " " + DateWords.text(assessment.asOf, in: language)
  }

  /// The organisation's name in the leading language, else its id.
  var organisationName: Untrusted? {
    guard let organization = assessment.organization else { return nil }
    return organization.name[language] ?? organization.name[.english]
      ?? organization.name[.french] ?? organization.name[.arabic] ?? organization.id
  }

  private mutating func head(_ sheet: CSSText) {
    element(.head) { page in
      page.empty(.meta, .meta("charset", "utf-8"))
      page.empty(
        .meta, .meta("http-equiv", "Content-Security-Policy"),
        .meta("content", ContentPolicy.only(style: sheet, script: PageScript.text)))
      page.empty(
        .meta, .meta("name", "viewport"),
        .meta("content", "width=device-width, initial-scale=1"))
      page.empty(.meta, .meta("name", "color-scheme"), .meta("content", "light dark"))
      page.empty(
        .meta, .meta("name", "generator"),
        .meta("content", "clauselint " + page.assessment.toolVersion))
      page.element(.title) {
        $0.html.text(
          Untrusted($0.runningTitle + " · " + $0.assessment.asOf.iso), limit: 200)
      }
      page.html.style(sheet)
    }
    html.lineBreak()
  }

  private mutating func body() {
    icons()
    element(.a, .class("skip"), .href(.section("report")), saying: .skip)
    cover()
    element(.div, .class("frame")) { page in
      page.navigation()
      page.element(.main, .id(.section("report"))) { page in
        for part in page.parts() { part.write(&page) }
      }
    }
    element(.footer) { page in
      page.element(.p, .class("pair"), saying: Term.limits[Term.limits.count - 1])
    }
    html.script(PageScript.text)
  }

  /// A part of the report: its anchor, its title, and what writes it.
  struct Part {
    var name: StaticString
    var title: Term
    var write: (inout GapPage) -> Void
  }

  /// The parts this report has, in their order; those that have nothing to say are left out,
  /// except where nothing is what an auditor has to know.
  func parts() -> [Part] {
    var parts = [
      Part(name: "identification", title: .identification) { $0.identification() },
      Part(name: "summary", title: .summary) { $0.summary() },
      Part(name: "readiness", title: .readiness) { $0.readiness() },
      Part(name: "matrix", title: .matrix) { $0.matrix() },
    ]
    if !report.documents.isEmpty {
      parts.append(Part(name: "documents", title: .documents) { $0.documents() })
    }
    parts += [
      Part(name: "legal", title: .legal) { $0.legal() },
      Part(name: "nonconformities", title: .nonconformities) { $0.nonconformities() },
      Part(name: "observations", title: .observations) { $0.observations() },
      Part(name: "due", title: .comingDue) { $0.comingDue() },
      Part(name: "applicability", title: .applicability) { $0.applicability() },
      Part(name: "unproven", title: .unproven) { $0.unproven() },
      Part(name: "derogations", title: .derogations) { $0.derogations() },
    ]
    if !report.indicators.isEmpty {
      parts.append(Part(name: "indicators", title: .indicators) { $0.indicators() })
    }
    if !report.projects.isEmpty {
      parts.append(Part(name: "projects", title: .projects) { $0.projects() })
    }
    parts.append(Part(name: "plan", title: .actionPlan) { $0.actionPlan() })
    parts.append(Part(name: "inventory", title: .inventory) { $0.inventory() })
    if report.sample != nil {
      parts.append(Part(name: "sample", title: .sample) { $0.sample() })
    }
    parts.append(Part(name: "rules", title: .rules) { $0.ruleTable() })
    parts.append(Part(name: "method", title: .method) { $0.method() })
    return parts
  }

  private mutating func navigation() {
    element(.nav, .label(Term.contents[language].plain)) { page in
      page.element(.details, .class("toc"), .isOpen) { page in
        page.element(.summary, saying: .contents)
        page.element(.ol) { page in
          for part in page.parts() {
            page.element(.li) { page in
              page.element(.a, .href(.section(part.name)), saying: part.title)
            }
          }
        }
      }
    }
  }

  private mutating func cover() {
    element(.header, .class("cover")) { page in
      page.element(.p, .class("kind"), saying: .report)
      page.element(.h1) { page in
        if let name = page.organisationName {
          page.value(name)
        } else {
          page.say(.report)
        }
      }
      page.element(.p, .class("facts")) { page in
        page.element(.span) { page in
          page.say(.asOf)
          page.html.text(" ")
          page.date(page.assessment.asOf)
        }
        for standard in page.assessment.standards {
          page.element(.span) { page in page.standardName(standard) }
        }
      }
      if page.assessment.hasErrors {
        page.element(.p, .class("alarm pair"), saying: .incomplete)
      }
      for term in RunStatement(page.assessment).restrictions {
        page.element(.p, .class("alarm pair"), saying: term)
      }
    }
    html.lineBreak()
  }

  /// Writes `ISO 9001:2015`.
  mutating func standardName(_ standard: StandardResult) {
    let edition = ClauseCitations.edition(of: standard.id).map { ":" + $0 } ?? ""
    element(.bdi) { $0.html.text(Untrusted(standard.name + edition), limit: 60) }
  }

  /// The icons, once; shapes and not colours alone tell states apart.
  private mutating func icons() {
    let shapes: [(ClauseState, String)] = [
      (.conform, "M3 8.5l3.5 3.5L13 4.5"), (.nonconform, "M4 4l8 8M12 4l-8 8"),
      (.derogated, "M8 4v4l3 2M8 1.5a6.5 6.5 0 1 1-.01 0"),
      (.attested, "M3 13l1-4 7-7 3 3-7 7zM3 13h10"), (.notApplicable, "M3 8h10"),
      (.notAssessed, "M8 2.5a5.5 5.5 0 1 1-.01 0"),
    ]
    element(.svg, .class("defs"), .hiddenFromReaders, .number("width", 0), .number("height", 0)) {
      page in
      page.element(.defs) { page in
        for (state, path) in shapes {
          page.element(.symbol, .id(.icon(state)), .drawing("viewBox", "0 0 16 16")) {
            $0.empty(.path, .drawing("d", path))
          }
        }
      }
    }
  }

  // MARK: Identification

  private mutating func identification() {
    section("identification", .identification) { page in
      page.element(.dl, .class("facts-list")) { page in
        page.entry(.organisation) { page in
          if let name = page.organisationName { page.value(name) }
          if let id = page.assessment.organization?.id {
            page.html.text(" ")
            page.code(id)
          }
        }
        page.entry(.asOf) { $0.date($0.assessment.asOf) }
        page.entry(.standards) { page in
          page.element(.ul, .class("plain")) { page in
            for standard in page.assessment.standards {
              page.element(.li) { page in
                page.standardName(standard)
                page.html.text(" ")
                page.code(Untrusted(standard.id))
              }
            }
          }
        }
        page.scope()
        page.run()
        page.tool()
      }
      page.packTable()
      page.element(.div, .class("sign")) { page in
        for term in [Term.auditor, .signature] {
          page.element(.div) { page in
            page.element(.span, saying: term)
            page.element(.div, .class("blank")) { _ in }
          }
        }
      }
    }
  }

  private mutating func scope() {
    guard let scope = report.identification.scope else {
      entry(.scope) { $0.say(.noScope) }
      return
    }
    entry(.scope) { page in
      page.prose(scope.text)
      page.element(.p, .class("small")) { page in
        page.record(scope.record)
        if let by = scope.approvedBy {
          page.html.text(" · ")
          page.say(.approver)
          page.html.text(" ")
          page.record(by)
        }
        if let on = scope.approvedOn {
          page.html.text(" · ")
          page.date(on)
        }
        if let location = scope.record.location {
          page.html.text(" · ")
          page.place(location)
        }
      }
    }
    if let boundaries = scope.boundaries { entry(.boundaries) { $0.prose(boundaries) } }
    if !scope.sites.isEmpty { entry(.sites) { $0.records(scope.sites) } }
    if !scope.excludedSites.isEmpty {
      entry(.excludedSites) { page in
        page.element(.ul, .class("plain")) { page in
          for (site, reason) in scope.excludedSites {
            page.element(.li) { page in
              page.record(site)
              if let reason { page.prose(reason) }
            }
          }
        }
      }
    }
  }

  /// What the report rests on, and what is not as usual about it.
  private mutating func run() {
    let statement = RunStatement(assessment)
    entry(.runRestsOn) { page in
      page.element(.ul, .class("plain")) { page in
        for term in statement.denominator + statement.peculiarities {
          page.element(.li, .class("pair"), saying: term)
        }
      }
    }
  }

  private mutating func tool() {
    entry(.tool) { page in
      page.code(Untrusted("clauselint " + page.assessment.toolVersion))
    }
    entry(.commit) { page in
      if let commit = page.report.identification.commit {
        page.code(commit)
        page.element(.p, .class("small"), saying: .commitNote)
      } else {
        page.say(.noCommit)
      }
    }
  }

  /// Writes records as a list on one line.
  mutating func records(_ labels: [RecordLabel], most: Int = 12) {
    element(.ul, .class("inline")) { page in
      for label in labels.prefix(most) { page.element(.li) { $0.record(label) } }
      if labels.count > most {
        page.element(.li, saying: .moreCount(labels.count - most))
      }
    }
  }

  private mutating func packTable() {
    table(
      .packs, [Column(.packs), Column(.version), Column(.hash, "w")], sortable: false
    ) { page in
      for pack in page.assessment.packs {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { page in
            page.code(Untrusted(pack.id))
            if pack.status == "draft" {
              page.html.text(" ")
              page.element(.span, .class("mark m-note"), saying: .draft)
            }
          }
          page.element(.td) { $0.code(Untrusted(pack.version)) }
          page.element(.td, .class("hash")) { $0.code(Untrusted(pack.sha256)) }
        }
      }
    }
  }
}
