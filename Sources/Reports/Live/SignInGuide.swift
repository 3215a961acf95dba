public import Console
import Playbook
public import SAML
public import Setup

/// Where a person signs in, from either side, and what they should see then.
public struct SignInGuide: Sendable {
  /// One way in.
  private struct Way: Sendable {
    let id: String
    let title: String
    let step: Step
    /// The page where it begins; nil where it is not known.
    let page: String?
  }

  private let name: SetupName
  private let user: String?
  private let ways: [Way]
  private let progress: Progress
  private let flags: StyledText

  /// The address of the access portal; nil where the set-up does not know it yet.
  public var portal: String? { ways.first { $0.id == "portal" }?.page }

  /// The pages to open.
  public var pages: [String] { ways.compactMap(\.page) }

  /// The ways in of a set-up.
  ///
  /// - Parameter flags: by which a command finds the set-up, with a blank before each.
  public init(_ progress: Progress, name: SetupName, flags: StyledText) {
    self.name = name
    self.flags = flags
    self.progress = progress
    user = progress.facts[.pilotUser]?.values.first
    ways = [
      (
        "portal", "from the AWS access portal", "test-portal-sign-in" as StepID,
        progress.facts[.portalURL]?.values.first
      ),
      ("provider", "from the identity provider", "test-application-tile", Self.initiation(progress)),
    ].compactMap { id, title, step, page in
      progress.playbook.step(step).map { Way(id: id, title: title, step: $0, page: page) }
    }
  }

  /// The address by which the provider begins a sign-in by itself. Only of these two it is the sign-in URL of the
  /// metadata; elsewhere it is the tile in the person's own page.
  private static func initiation(_ progress: Progress) -> String? {
    guard ["okta", "jumpcloud"].contains(progress.playbook.provider) else { return nil }
    return progress.facts[.idpSignInURL]?.values.first
  }

  /// The guide for people.
  public func text(for appearance: Appearance) -> StyledText {
    let person = user.map { " as \(.code("\(untrusted: $0)"))" as StyledText } ?? ""
    var blocks: [StyledText] = [
      "Sign in by hand\(person), in a private window so that no other session answers."
    ]
    for way in ways {
      var lines: [StyledText] = [.strong("\(ours: way.title)")]
      lines.append("  open \(page(of: way))")
      if case .word(let see) = way.step.proof { lines.append("  see: \(untrusted: progress.words(of: see))") }
      lines.append(
        "  then \(.command("signpost step done \(ours: way.step.id.rawValue)"))\(flags)\(.command(" --reason \"...\""))"
      )
      blocks.append(lines.map { $0.wrapped(for: appearance, hanging: 7) }.joined(separator: "\n"))
    }
    blocks.append(
      """
      What the browser carried (the field SAMLResponse), or the event that CloudTrail has of it, is a better proof than a \
      word: \(.command("signpost verify sign-in"))\(flags)\(.command(" --from FILE"))
      """)
    blocks.append("Where something else is seen: the response, the event or the message says why to signpost diagnose.")
    return blocks.map { $0.wrapped(for: appearance) }.joined(separator: "\n\n")
  }

  private func page(of way: Way) -> StyledText {
    if let page = way.page { return .code("\(untrusted: page)") }
    return
      "\(ours: way.step.place.console)\(ours: way.step.place.path.isEmpty ? "" : ": " + way.step.place.path.map(\.text).joined(separator: ", "))"
  }

  /// The guide for programs: the schema `signpost.verify/v1`, with a line feed at its end.
  public func json(now: Instant) -> String {
    let ways = ways.map { way -> JSON in
      let seen: String? = if case .word(let see) = way.step.proof { progress.words(of: see) } else { nil }
      return [
        "id": .string(way.id), "title": .string(way.title), "step": .string(way.step.id.rawValue),
        "page": JSON(way.page), "see": JSON(seen),
      ]
    }
    let document: JSON = [
      "schema": "signpost.verify/v1", "check": "sign-in", "now": .string(now.description), "name": .string(name.text),
      "user": JSON(user), "ways": .array(ways),
    ]
    return document.indented
  }
}
