import Console
import Parties
import Playbook
import Reports
import Setup

/// Draws a step and the things in it; what others wrote enters as untrusted text.
struct StepScreen {
  let step: Step
  /// Place in the playbook, from 1, as documents number it too, and how many steps there are.
  let number: Int
  let count: Int
  /// The values of facts, as far as they are known.
  let facts: [FactKey: [String]]

  /// A value that is pasted into a field of a console.
  struct Value: Equatable {
    let field: Label
    let text: String
  }

  /// Every value of a step that can be copied, in the order in which they are shown.
  static func values(of step: Step, facts: [FactKey: [String]]) -> [Value] {
    let pasted = step.pastes.flatMap { paste -> [Value] in
      guard let key = paste.fact else { return [] }
      return (paste.form.applied(to: key, in: facts) ?? []).map { Value(field: paste.field, text: $0) }
    }
    return pasted + step.instructions.flatMap(\.commands).map { Value(field: "command", text: $0) }
  }

  /// The page on which the step is done, or the portal where it is done there; nil where it has no address of its own.
  var page: LinkTarget? {
    let isAtPortal = step.instructions.flatMap(\.references).contains(.portalURL)
    return (step.place.url ?? (isAtPortal ? facts[.portalURL]?.first : nil)).flatMap(LinkTarget.init)
  }

  // MARK: Parts

  /// Number, title and who does it, in the words of a playbook.
  func heading(in playbook: Playbook) -> StyledText {
    let actor = step.actor.title(in: playbook)
    return "\(mark: .current) \(number) of \(count)  \(.strong("\(ours: step.title)"))  \(.quiet("\(ours: actor)"))"
  }

  /// Where in which console.
  var place: StyledText {
    let crumbs = ([step.place.console] + step.place.path.map(\.text)).map { StyledText.label("\(ours: $0)") }
    var place = crumbs.joined(separator: " \(mark: .crumb) ")
    if let target = step.place.url.flatMap(LinkTarget.init) { place += "  \(.link(target))" }
    return place
  }

  /// What must be known before, what to do, and what to paste where.
  var body: [StyledText] {
    let warnings = step.warnings.map { "\(.caution("caution")): \(text(of: $0))" as StyledText }
    let instructions = step.instructions.enumerated().map {
      "\($0.offset + 1). \(instruction($0.element))" as StyledText
    }
    return warnings + instructions + step.pastes.flatMap(paste)
  }

  /// What `?` says: why, other menus, how to undo it, where it is written.
  var explanation: [StyledText] {
    var lines = step.why.map { text(of: $0) }
    lines += step.place.alternatives.map { alternative in
      let path = alternative.path.map { StyledText.label("\(ours: $0.text)") }.joined(separator: " \(mark: .crumb) ")
      return "in \(ours: alternative.edition): \(path)"
    }
    if let wait = step.wait { lines.append("takes a while: \(text(of: wait.words))") }
    if let undo = step.undo { lines.append("to undo it: \(text(of: undo))") }
    lines += step.sources.map { source in
      let link = LinkTarget(source.url).map { StyledText.link($0) } ?? "\(untrusted: source.url)"
      return "\(.quiet("source")): \(ours: source.title) (\(ours: source.checked)) \(link)"
    }
    if hasBelievedLabel { lines.append(.quiet("(?) marks a label that is not confirmed for the current console")) }
    return lines
  }

  /// What `p` says: what can go wrong, and what then.
  var pitfalls: [StyledText] { step.pitfalls.map(pitfall) }

  // MARK: Pieces

  /// A phrase with its values filled in.
  func text(of phrase: Phrase) -> StyledText { phrase.segments.map(text).joined() }

  private func text(of segment: Phrase.Segment) -> StyledText {
    switch segment {
    case .text(let text): "\(ours: text)"
    case .label(let label, .confirmed): .label("\(ours: label)")
    case .label(let label, .believed): "\(.label("\(ours: label)")) (?)"
    case .code(let code): .code("\(ours: code)")
    case .value(let key):
      if let values = facts[key], !values.isEmpty {
        values.map { StyledText.code("\(untrusted: $0)") }.joined(separator: ", ")
      } else {
        .quiet("<\(ours: key.definition.title)>")
      }
    }
  }

  /// What to do. A command that is there to be copied has a line of its own, which nothing divides and nothing follows.
  private func instruction(_ phrase: Phrase) -> StyledText {
    var instruction = StyledText.empty
    var isBehindCommand = false
    for segment in phrase.segments {
      if let command = segment.command {
        instruction += "\n\(.command("\(ours: command)"))"
        isBehindCommand = true
        continue
      }
      guard isBehindCommand, case .text(let words) = segment else {
        instruction += (isBehindCommand ? "\n" : "") + text(of: segment)
        isBehindCommand = false
        continue
      }
      let rest = words.drop { " .,;:".contains($0) }
      if rest.isEmpty { continue }
      instruction += "\n\(ours: String(rest))"
      isBehindCommand = false
    }
    return instruction
  }

  /// What a fact is called in the console of this step.
  func name(of key: FactKey) -> StyledText {
    if let field = (step.pastes + step.compares).first(where: { $0.fact == key })?.field {
      return .label("\(ours: field.text)")
    }
    let concept: FieldConcept? =
      switch key {
      case .idpEntityID: .identityProviderEntityID
      case .idpSignInURL: .signOnURL
      default: nil
      }
    guard step.actor == .awsAdmin, let label = concept.flatMap({ FieldNames.aws[$0] }) else {
      return "\(ours: key.definition.title)"
    }
    return .label("\(ours: label.text)")
  }

  private func paste(_ paste: Paste) -> [StyledText] {
    let older = paste.field.formerly.isEmpty ? "" : " (formerly \(paste.field.formerly.joined(separator: ", ")))"
    let field: StyledText = "into \(.label("\(ours: paste.field.text)"))\(.quiet("\(ours: older)"))"
    switch paste.value {
    case .secret(let secret):
      return ["\(mark: .arrow) the \(ours: secret.title) \(field): \(text(of: secret.entering))"]
    case .fact(let key):
      let values = paste.form.applied(to: key, in: facts) ?? []
      if values.isEmpty { return ["\(mark: .arrow) \(.quiet("<\(ours: key.definition.title)>")) \(field)"] }
      return values.map { "\(mark: .arrow) \(field):  \(.code("\(untrusted: $0)"))" }
    }
  }

  private func pitfall(_ pitfall: Pitfall) -> StyledText {
    """
    if you see \(quoted: pitfall.symptom, limit: nil): \(text(of: pitfall.cause)) \(text(of: pitfall.remedy))\
    \(ours: pitfall.certainty == .believed ? " (not confirmed by the vendor)" : "")
    """
  }

  private var hasBelievedLabel: Bool {
    step.phrases.flatMap(\.labels).contains { $0.certainty == .believed }
  }
}

extension Phrase {
  /// What is to be run.
  fileprivate var commands: [String] { segments.compactMap(\.command) }
}

extension Phrase.Segment {
  /// Code of several words that is too long to be read among others; nil for anything else.
  fileprivate var command: String? {
    if case .code(let code) = self, code.contains(" "), code.utf8.count > 40 { code } else { nil }
  }
}
