public import Console
import Markup
import Playbook
import Rules
import SAML
import Setup

/// A diagnosis for people: what it is, what is wrong with it, the likely cause, what to do, and at which step.
public struct HumanDiagnosis: Sendable {
  private let diagnosis: Diagnosis
  private let appearance: Appearance
  private let flags: StyledText
  /// How many events are shown one by one.
  private static let mostShown = 20

  /// A document of the diagnosis for a stream that looks like this.
  ///
  /// - Parameter flags: the flags by which a command finds the set-up whose steps are named, with a blank before each.
  public init(_ diagnosis: Diagnosis, appearance: Appearance, flags: StyledText = .empty) {
    self.diagnosis = diagnosis
    self.appearance = appearance
    self.flags = flags
  }

  /// The document as it is written, with a line feed at its end.
  public var text: String { (blocks.joined(separator: "\n\n") + "\n").rendered(appearance) }

  private var blocks: [StyledText] {
    switch diagnosis.subject {
    case .response(let verdict, let layers, _):
      return [head(verdict, layers)] + verdict.findings.map(block) + diagnosis.messages.map(block) + [summary(verdict)]
    case .events(let events):
      return [head(events)] + events.events.prefix(Self.mostShown).map(block) + rest(events)
        + diagnosis.messages.map(block) + [summary(events)]
    case .messages(let messages):
      let count = messages.count
      let head: StyledText = "\(path): \(.strong("\(count == 1 ? "a known message" : "\(count) known messages")"))"
      return [wrapped(head)] + messages.map(block)
    }
  }

  // MARK: A response

  private func head(_ verdict: ResponseVerdict, _ layers: [WrappedMessage.Layer]) -> StyledText {
    var wrapping = StyledText.empty
    if !layers.isEmpty { wrapping = " (unwrapped: \(ours: layers.map(\.rawValue).joined(separator: ", ")))" }
    let kind: StyledText = verdict.response == nil ? "no response of SAML" : "a response of SAML"
    var lines = [wrapped("\(path): \(.strong(kind))\(wrapping)")]
    for line in ResponseFacts(verdict, now: diagnosis.now)?.lines ?? [] {
      let label: StyledText = .quiet("\(untrusted: line.label, limit: 60):")
      let value = shown(line.value)
      lines.append(wrapped("\(label) \(untrusted: value, limit: 300)", indent: 2, hanging: 4))
    }
    return lines.joined(separator: "\n")
  }

  private func block(_ finding: ResponseFinding) -> StyledText {
    let rule = finding.rule
    let title: StyledText = "\(rule.severity.header(rule.id)): \(.strong("\(ours: rule.summary)"))"
    let place: StyledText = "\(finding.start.line):\(finding.start.column)"
    return
      ([
        wrapped(title, hanging: 2),
        wrapped("\(.quiet(place)) \(untrusted: shown(finding.message))", indent: 2, hanging: 4),
        wrapped("\(.quiet("cause:")) \(ours: rule.cause)", indent: 2, hanging: 9),
        wrapped("\(.quiet("do:"))    \(ours: rule.remedy)", indent: 2, hanging: 9),
      ] + [step(diagnosis.playbook.step(about: rule.topic))].compactMap(\.self)).joined(separator: "\n")
  }

  private func summary(_ verdict: ResponseVerdict) -> StyledText {
    let counts = Severity.allCases.reversed().compactMap { severity -> StyledText? in
      let count = verdict.findings.count { $0.rule.severity == severity }
      return count > 0 ? counted(count, severity.rawValue).styled(severity.role) : nil
    }
    let found = counts.isEmpty ? .success("nothing to report") : counts.joined(separator: ", ")
    var lines = [wrapped("\(found); \(compared)")]
    if let reason = verdict.undecided {
      let words: StyledText = "the signature was compared by its certificate, not verified: \(untrusted: reason)"
      lines.append(wrapped(words, hanging: 2))
    }
    return lines.joined(separator: "\n")
  }

  /// With what it was compared, for whoever wonders why a difference was not found.
  private var compared: StyledText {
    let expectation = diagnosis.expectation
    let parts: [StyledText] = [
      expectation.issuer == nil ? nil : "the identity provider's metadata",
      expectation.audience == nil && expectation.consumers == nil ? nil : "AWS's metadata",
      expectation.user == nil ? nil : "the pilot user",
    ].compactMap(\.self)
    guard !parts.isEmpty else {
      return
        "compared with nothing: give \(.command("--idp FILE --aws FILE")), or name a set-up with \(.command("--name"))"
    }
    return "compared with " + parts.joined(separator: ", ")
  }

  // MARK: Events

  private func head(_ events: SignInEvents) -> StyledText {
    let others: StyledText = events.others > 0 ? "; \(counted(events.others, "other")) left out" : .empty
    let count: StyledText = counted(events.events.count, "event")
    return wrapped("\(path): \(.strong(count)) about a sign-in or a failure\(others)")
  }

  private func block(_ event: SignInEvent) -> StyledText {
    let outcome: StyledText =
      switch event.outcome {
      case .success: .success("success")
      case .failure: .danger("failure")
      case .unknown: .quiet("no outcome")
      }
    let time = event.time?.description ?? "at no time that can be read"
    var lines = [wrapped("\(outcome): \(.strong("\(untrusted: event.name, limit: 80)")), \(ours: time)", hanging: 2)]
    let details = EventFacts(event, expectation: diagnosis.expectation)
    lines += details.lines.map { line in
      wrapped("\(.quiet("\(ours: line.label):")) \(untrusted: shown(line.value), limit: 400)", indent: 2, hanging: 4)
    }
    return lines.joined(separator: "\n")
  }

  private func rest(_ events: SignInEvents) -> [StyledText] {
    let more = events.events.count - Self.mostShown
    return more > 0 ? ["and \(more) more"] : []
  }

  private func summary(_ events: SignInEvents) -> StyledText {
    let failed = events.events.count { $0.outcome == .failure }
    let succeeded = events.events.count { $0.outcome == .success }
    let failures: StyledText = failed > 0 ? .danger("\(failed) failed") : .success("none failed")
    var text: StyledText = "\(failures), \(succeeded) succeeded"
    if failed > 0, diagnosis.messages.isEmpty {
      text += "; none of the messages is known. Give the response of the sign-in to see what AWS was sent"
    }
    return wrapped(text)
  }

  // MARK: Messages

  private func block(_ message: KnownMessage) -> StyledText {
    let own = diagnosis.pitfall(showing: message)
    let title: StyledText = "\(.strong("\"\(ours: message.texts[0])\"")) (\(ours: message.origin.rawValue))"
    var lines = [wrapped(title, hanging: 2)]
    if message.certainty == .believed {
      lines.append(wrapped(.caution("unconfirmed: told by others than its maker"), indent: 2, hanging: 4))
    }
    let words = { (phrase: Phrase) in StyledText(ours: phrase.plain()) }
    lines.append(wrapped("\(.quiet("cause:")) \(words(message.cause))", indent: 2, hanging: 9))
    lines.append(wrapped("\(.quiet("do:"))    \(words(message.remedy))", indent: 2, hanging: 9))
    if let own {
      let mark: StyledText = own.pitfall.certainty == .believed ? " (unconfirmed)" : .empty
      lines.append(
        wrapped(
          "\(.quiet("here:"))  \(words(own.pitfall.cause)) \(words(own.pitfall.remedy))\(mark)", indent: 2, hanging: 9))
    }
    if let step = step(own?.step ?? diagnosis.playbook.step(about: message.topic)) { lines.append(step) }
    if let target = LinkTarget(message.source.url) {
      lines.append(
        wrapped("\(.quiet("from:"))  \(.link("\(ours: message.source.title)", to: target))", indent: 2, hanging: 9))
    }
    return lines.joined(separator: "\n")
  }

  // MARK: -

  private func step(_ step: Step?) -> StyledText? {
    guard let step else { return nil }
    let command: StyledText = .command("signpost explain \(ours: step.id.rawValue)") + flags
    return wrapped("\(.quiet("step:"))  \(ours: step.title) (\(command))", indent: 2, hanging: 9)
  }

  private var path: StyledText { .path("\(untrusted: diagnosis.path)") }

  private func shown(_ text: GuardedText) -> String { text.text(showingValues: diagnosis.showsValues) }

  private func wrapped(_ text: StyledText, indent: Int = 0, hanging: Int = 2) -> StyledText {
    text.wrapped(for: appearance, indent: indent, hanging: hanging)
  }
}
