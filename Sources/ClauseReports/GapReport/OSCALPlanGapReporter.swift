public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// OSCAL 1.2.1 plan of action and milestones (NIST): nonconformities that count, findings accepted
/// until a day, and the actions of the organisation's plan with their dates.
public struct OSCALPlanGapReporter: GapReporter {
  /// `oscal-plan`.
  public let name = "oscal-plan"
  /// `.json`.
  public let endings = [".json"]

  /// Makes the reporter.
  public init() {}

  /// The document.
  public func report(_ report: GapReport) -> [UInt8] {
    var writer = JSONWriter()
    OSCALPlan(report).write(to: &writer)
    return writer.document
  }
}

private struct OSCALPlan {
  private let parts: OSCALParts
  private let report: GapReport
  private let assessment: Assessment
  private let words: ReporterStrings
  private let findings: [Int]

  init(_ report: GapReport) {
    self.report = report
    parts = OSCALParts(report)
    assessment = report.assessment
    words = ReporterStrings.of(assessment.language)
    let all = report.assessment.findings
    findings = all.indices.filter {
      all[$0].state == .derogated || (all[$0].state == .new && all[$0].severity > .observation)
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { document in
      document.objectMember("plan-of-action-and-milestones") { plan in
        plan.member("uuid", parts.uuid("plan-of-action", assessment.asOf.iso))
        parts.writeMetadata(title: words.matrixTitle, to: &plan)
        plan.objectMember("system-id") { system in
          system.member("identifier-type", "urn:clauselint:organization")
          system.member("id", OSCALText.value(OSCALParts.subject(report)))
        }
        plan.objectMember("local-definitions") { parts.writeComponents(to: &$0) }
        if !findings.isEmpty {
          plan.arrayMember("observations", findings) { parts.writeObservation($1, to: &$0) }
        }
        if !findings.isEmpty || !report.actions.isEmpty { writeRisks(to: &plan) }
        writeItems(to: &plan)
      }
    }
  }

  private func writeRisks(to plan: inout JSONWriter) {
    let count = findings.count
    plan.arrayMember("risks", 0..<(count + report.actions.count)) { writer, number in
      if number < count {
        parts.writeRisk(findings[number], to: &writer)
      } else {
        write(report.actions[number - count], to: &writer)
      }
    }
  }

  private func writeItems(to plan: inout JSONWriter) {
    let count = findings.count
    let total = count + report.actions.count
    plan.arrayMember("poam-items", 0..<Swift.max(total, 1)) { writer, number in
      writer.object { item in
        if number < count {
          let finding = assessment.findings[findings[number]]
          item.member("uuid", parts.uuid("item", parts.observations[findings[number]]))
          item.member("title", OSCALText.line(parts.title(of: finding)))
          item.member("description", OSCALText.line(FailureEntry.line(finding.message)))
          writeRelated(risk: parts.risk(findings[number]), to: &item)
        } else if number < total {
          let action = report.actions[number - count]
          item.member("uuid", uuid("item", action))
          item.member("title", OSCALText.line(title(action)))
          item.member("description", OSCALText.line(description(action)))
          writeRelated(risk: uuid("risk", action), to: &item)
        } else {
          // The form wants an item; this one says that there is none.
          item.member("uuid", parts.uuid("item", "none"))
          item.member("title", OSCALText.line(words.noFindings))
          item.member("description", OSCALText.line(words.limits))
        }
      }
    }
  }

  private func writeRelated(risk: String, to item: inout JSONWriter) {
    item.arrayMember("related-risks", [risk]) { writer, risk in
      writer.object { $0.member("risk-uuid", risk) }
    }
  }

  /// An action as a planned remediation with its last day as a milestone.
  private func write(_ action: ActionRow, to writer: inout JSONWriter) {
    writer.object { risk in
      risk.member("uuid", uuid("risk", action))
      risk.member("title", OSCALText.line(title(action)))
      risk.member("description", OSCALText.line(description(action)))
      risk.member("statement", OSCALText.line(action.origin?.reference.id.unescaped ?? ""))
      var properties = [
        OSCALProperty(name: "record-id", value: action.record.reference.id.unescaped),
        OSCALProperty(name: "overdue", value: action.isOverdue ? "yes" : "no"),
      ]
      if let status = action.status {
        properties.append(OSCALProperty(name: "status", value: status))
      }
      if let responsible = action.responsible {
        properties.append(
          OSCALProperty(name: "responsible", value: responsible.reference.id.unescaped))
      }
      OSCALProperty.write(properties, to: &risk)
      risk.member("status", action.isOpen ? "remediating" : "closed")
      if let due = action.dueOn { risk.member("deadline", OSCALText.endOfDay(due)) }
      risk.arrayMember("remediations", [action]) { writer, action in
        writer.object { response in
          response.member("uuid", uuid("remediation", action))
          response.member("lifecycle", action.isOpen ? "planned" : "completed")
          response.member("title", OSCALText.line(title(action)))
          response.member("description", OSCALText.line(description(action)))
          guard let day = action.doneOn ?? action.dueOn else { return }
          response.arrayMember("tasks", [day]) { writer, day in
            writer.object { task in
              task.member("uuid", uuid("task", action))
              task.member("type", "milestone")
              task.member("title", OSCALText.line(title(action)))
              task.objectMember("timing") { timing in
                timing.objectMember("on-date") { $0.member("date", OSCALText.time(day)) }
              }
            }
          }
        }
      }
    }
  }

  private func uuid(_ kind: String, _ action: ActionRow) -> String {
    parts.uuid(kind + "-action", action.record.reference.id.unescaped)
  }

  private func title(_ action: ActionRow) -> String {
    action.record.title(in: assessment.language)?.unescaped
      ?? action.record.reference.id.unescaped
  }

  private func description(_ action: ActionRow) -> String {
    action.description?.unescaped ?? title(action)
  }
}
