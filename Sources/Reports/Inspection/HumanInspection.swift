public import Console
import Markup
import Parties
import Rules
import SAML

/// An inspection for people: one fact a line, the fact's name on the left.
public struct HumanInspection: Sendable {
  private let inspection: Inspection
  private let appearance: Appearance

  /// A document of the inspection for a stream that looks like this.
  public init(_ inspection: Inspection, appearance: Appearance) {
    self.inspection = inspection
    self.appearance = appearance
  }

  /// The document as it is written, with a line feed at its end.
  public var text: String { styled.rendered(appearance) }

  /// The document, to be rendered with the appearance that it was made for.
  public var styled: StyledText {
    var sheet = FactSheet(now: inspection.now, appearance: appearance)
    sheet.heading("\(.path("\(untrusted: inspection.path)"))")
    addDocument(to: &sheet)
    if let entity = inspection.entity { add(entity, to: &sheet) }
    if !inspection.lines.isEmpty {
      sheet.heading(counted(inspection.lines.count, "entity", plural: "entities"))
      for line in inspection.lines { sheet.line(text(of: line)) }
    }
    if inspection.outcome.fault != nil {
      sheet.gap()
      sheet.line("to read what is wrong: \(.command("signpost validate \(ours: typedPath)"))", indent: 0)
    }
    return sheet.text
  }

  /// The path where it can be typed as it is; a stand-in where a shell would take some of it for something else.
  private var typedPath: String {
    let isPlain = inspection.path.unicodeScalars.allSatisfy { $0.isBase64 || "._-".unicodeScalars.contains($0) }
    return isPlain ? inspection.path : "FILE"
  }

  private func addDocument(to sheet: inout FactSheet) {
    let outcome = inspection.outcome
    let mark = outcome.hasByteOrderMark ? ", with a byte-order mark" : ""
    sheet.fact("encoding", "\(ours: outcome.encoding.rawValue + mark)")
    sheet.fact("characters", "\(outcome.characters)")
    if let fault = outcome.fault {
      sheet.fact("readable", "up to line \(fault.start.line), column \(fault.start.column)")
    }
    if let root = inspection.strangerRoot {
      sheet.fact("root element", "\(.code("\(untrusted: root, limit: 80)")), which is not SAML 2.0 metadata")
    }
    if let group = inspection.group {
      if let name = group.name { sheet.fact("group", "\(.code("\(untrusted: name)"))") }
      if group.isSigned { sheet.fact("signature", "present, not verified") }
      sheet.add(group.validity)
    }
  }

  private func add(_ entity: EntityFacts, to sheet: inout FactSheet) {
    sheet.fact("entityID", entity.entityID.map { "\(.code("\(untrusted: $0)"))" } ?? "none")
    if let address = entity.address { sheet.fact("", StyledText(ours: address)) }
    if entity.roles.contains(where: { $0.kind == .identityProvider }) { add(entity.guess, to: &sheet) }
    sheet.add(entity.validity)
    sheet.fact("signature", entity.isSigned ? "present, not verified" : "none")
    if !entity.otherRoles.isEmpty {
      sheet.fact("other roles", entity.otherRoles.map { "\(untrusted: $0, limit: 60)" }.joined(separator: ", "))
    }
    for role in entity.roles {
      sheet.heading(StyledText(ours: role.kind.displayName))
      sheet.add(role)
    }
  }

  private func add(_ guess: ProviderGuess, to sheet: inout FactSheet) {
    if let provider = guess.provider {
      let product = guess.pingProduct.map { " (\($0.rawValue))" } ?? ""
      let doubt = guess.strength == .weak ? ", perhaps" : ""
      sheet.fact("provider", StyledText(ours: provider.displayName + product + doubt))
    } else {
      sheet.fact("provider", "not recognised")
    }
    for vote in guess.votes {
      let weight = vote.strength == .weak ? " (weak)" : ""
      sheet.fact(
        "",
        """
        \(ours: vote.subject.rawValue) speaks for \(ours: vote.provider.displayName + weight): \
        \(.code("\(untrusted: AddressSecrets.covering(vote.evidence), limit: 120)"))
        """)
    }
    if let tenant = guess.tenant { sheet.fact("tenant", "\(.code("\(untrusted: tenant, limit: 120)"))") }
  }

  private func text(of line: Inspection.Line) -> StyledText {
    let entityID: StyledText = line.entityID.map { "\(.code("\(untrusted: $0, limit: 120)"))" } ?? "no entityID"
    let roles = line.roles.isEmpty ? "no single sign-on role" : line.roles.map(\.displayName).joined(separator: ", ")
    let provider = line.provider.map { ", \($0.displayName)" } ?? ""
    return "\(entityID) \(.quiet("(\(ours: roles + provider))"))"
  }
}

/// A document of facts that grows line by line.
struct FactSheet {
  let now: Instant
  let appearance: Appearance
  private(set) var text = StyledText.empty
  private static let column = 21

  init(now: Instant, appearance: Appearance) {
    self.now = now
    self.appearance = appearance
  }

  /// A heading with a blank line before it, but for the first.
  mutating func heading(_ heading: StyledText) {
    gap()
    line(.strong(heading), indent: 0)
  }

  /// A blank line, but not at the beginning.
  mutating func gap() {
    if !text.isEmpty { text += "\n" }
  }

  /// A fact beside its name; without a name it goes on with the one above.
  mutating func fact(_ name: String, _ value: StyledText, indent: Int = 2) {
    text += .entry(.quiet("\(ours: name)"), value, for: appearance, indent: indent, column: Self.column) + "\n"
  }

  /// A line of its own.
  mutating func line(_ line: StyledText, indent: Int = 2) {
    text += StyledText(ours: String(repeating: " ", count: indent)) + line + "\n"
  }
}
