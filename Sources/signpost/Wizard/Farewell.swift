import Console
import Parties
import Playbook
import Reports
import SAML
import Setup

/// The last lines of a walk: what was set up, which dates are ahead, and what to do when it breaks; or what the rest
/// waits for.
struct Farewell {
  let progress: Progress
  let program: Program
  let name: SetupName
  /// What stands beside this flow.
  let beside: [StyledText]
  /// Where the answers were written; nil where they could not be.
  let answers: String?

  var paragraphs: [Paragraph] { (progress.isComplete ? whole : part) + beside.map { Paragraph($0, hanging: 2) } }

  // MARK: Everything is done

  private var whole: [Paragraph] {
    [Paragraph(.success("Everything is done.")), Paragraph(.empty)]
      + section("What was set up", facts.map { ($0, $1) })
      + section("Worth another look", progress.closedRemarks.map { ($0.title, $0.remark) })
      + section("Dates ahead", dates) + section("When something breaks", remedies) + section("Hand it over", exports)
      + again
  }

  private func section(_ title: StyledText, _ rows: [(StyledText, StyledText)]) -> [Paragraph] {
    guard !rows.isEmpty else { return [] }
    return [Paragraph(.strong(title))] + rows.map { Paragraph("\($0): \($1)", indent: 2, hanging: 4) } + [
      Paragraph(.empty)
    ]
  }

  /// The values by which the connection is known, as far as it has them.
  private var facts: [(StyledText, StyledText)] {
    let keys: [FactKey] = [
      .idpEntityID, .idpSignInURL, .issuerURL, .region, .portalURL, .scimEndpoint, .requiredGroups, .permissionSets,
    ]
    return keys.compactMap { key in
      guard let values = progress.facts[key]?.values, !values.isEmpty else { return nil }
      return ("\(ours: key.definition.title)", values.map { .code("\(untrusted: $0)") }.joined(separator: ", "))
    }
  }

  private var dates: [(StyledText, StyledText)] {
    progress.datesAhead.map { date in
      let how = date.flow.map { flow -> StyledText in
        "; \(program.command("setup", for: name, flow: flow)) leads through it"
      }
      return ("\(ours: date.day)", "\(ours: date.title), \(ours: date.distance)\(how ?? .empty)")
    }
  }

  private var remedies: [(StyledText, StyledText)] {
    var rows: [(StyledText, StyledText)] = [
      (program.command("status", for: name), "what stands, what went stale, what expires"),
      (
        program.command("explain \"WORDS OF A MESSAGE\"", for: name),
        "what an error message comes from, and what to do"
      ),
      (
        program.command("diagnose FILE", for: name),
        "why a sign-in fails: its SAML response, its event of CloudTrail, or a text with its messages"
      ),
    ]
    let wayIn = progress.steps.first { $0.id == "keep-emergency-access" && $0.state != .notApplicable }
    if let wayIn {
      rows.append((program.command("explain \(wayIn.id.rawValue)", for: name), "the way in while nobody can sign in"))
    }
    return rows
  }

  private var exports: [(StyledText, StyledText)] {
    [
      (program.command("export", for: name) + .command(" --output FILE.md"), "the checklist with its evidence"),
      (program.command("export", for: name) + .command(" --format ics --output FILE.ics"), "the dates, for a calendar"),
    ]
  }

  private var again: [Paragraph] {
    guard let answers else { return [] }
    let playbook = progress.playbook
    let overlay = playbook.overlay.map { " --overlay \(ShellText.word($0))" } ?? ""
    let command =
      program.command("setup \(playbook.provider)", for: name, flow: playbook.flow == .setUp ? nil : playbook.flow)
      + .command("\(untrusted: overlay) --no-input --answers \(untrusted: ShellText.word(answers))")
    return [Paragraph("The same without questions: \(command)", hanging: 2)]
  }

  // MARK: Something is left

  private var part: [Paragraph] {
    let waits = progress.steps.compactMap { entry -> StyledText? in
      if let postponed = entry.postponed, !entry.state.isSettled {
        return "\(ours: entry.step.title): comes back \(ours: postponed.until.distance(from: progress.now))"
      }
      guard case .waiting(let needs) = entry.state else { return nil }
      let names = needs.compactMap { progress[$0]?.step.title }.joined(separator: "; ")
      return "\(ours: entry.step.title): comes after \(ours: names)"
    }
    return [Paragraph("Nothing more can be done now:")]
      + waits.map { Paragraph("\(mark: .waiting) \($0)", indent: 2, hanging: 4) }
      + [Paragraph("Go on with: \(program.command("setup", for: name))", hanging: 2)]
  }
}
