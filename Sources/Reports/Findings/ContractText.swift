import Console
import Parties
import Rules
import SAML

/// What two files agree on, in about ten lines: who trusts whom, which value goes into which field, which key signs.
struct ContractText {
  private let contract: Contract
  private let appearance: Appearance
  /// Where values begin.
  private static let column = 15
  /// However many keys a file lists, so many are shown.
  private static let mostKeys = 3

  init(_ contract: Contract, appearance: Appearance) {
    self.contract = contract
    self.appearance = appearance
  }

  /// The block, without a line feed at its end.
  var text: StyledText {
    let entries: [(StyledText, [StyledText])] = [
      ("trust", [trust]), ("in \(provider)", consumerLines + issuerLines + upload), ("in AWS", awsLines),
      ("NameID", [format]), ("signed by", keyLines), ("ACS URLs", [consumers]), ("not reached", lost),
    ]
    let lines = entries.filter { !$0.1.isEmpty }.flatMap { term, meanings in
      meanings.enumerated().map { index, meaning in
        StyledText.entry(
          index == 0 ? .quiet(term) : .empty, meaning, for: appearance, indent: 2, column: Self.column)
      }
    }
    return (["\(.strong("What goes where"))"] + lines).joined(separator: "\n")
  }

  // MARK: The lines

  private var trust: StyledText {
    let region = contract.serviceProvider.issuer.region
    let entityID = StyledText.code("\(untrusted: contract.identityProvider.entityID, limit: 120)")
    return "AWS in \(ours: region.code) trusts \(entityID)"
  }

  private var provider: StyledText {
    switch contract.identityProvider.provider {
    case .entraID: "Entra ID"
    case .googleWorkspace: "Google"
    case .cyberArk: "CyberArk"
    case .ping: "Ping"
    case .duo: "Duo"
    case .shibboleth: "Shibboleth"
    case .generic, nil: "the IdP"
    case let provider?: "\(ours: provider.displayName)"
    }
  }

  private var consumerLines: [StyledText] {
    let held = contract.consumers.filter(\.isHeld)
    let note: StyledText =
      switch contract.capacity {
      case .one: ", which takes one:"
      case .oneField: ", one field:"
      case .several, .unknown: held.count == 1 ? ":" : ", each of:"
      }
    return [label(.acsURL, else: "the ACS URL") + note] + held.map { value($0.text) }
  }

  private var issuerLines: [StyledText] {
    [label(.issuer, else: "the audience (SP entity ID)") + ":", value(contract.serviceProvider.entityID)]
  }

  /// Consoles that read AWS's file fill the fields by themselves.
  private var upload: [StyledText] {
    guard contract.identityProvider.fieldNames[.serviceProviderMetadata] != nil,
      contract.identityProvider.provider != nil
    else { return [] }
    let file = StyledText.path("\(untrusted: contract.serviceProvider.file)")
    return ["or all of it from \(file): \(label(.serviceProviderMetadata, else: "the file"))"]
  }

  private var awsLines: [StyledText] {
    let file = StyledText.path("\(untrusted: contract.identityProvider.file)")
    return ["\(words(FieldNames.aws[.identityProviderMetadata], else: "the metadata")): \(file)"]
  }

  private var format: StyledText {
    let idp = contract.identityProvider
    let whole = StyledText.code("\(ours: contract.nameIDFormat.rawValue)")
    // Okta's catalogue application has the format built in, and no field for it.
    let hasField = idp.provider != nil && (idp.provider != .okta || idp.isCustomApplication)
    guard hasField, idp.fieldNames[.nameIDFormat] != nil else { return whole }
    let name = contract.nameIDFormat.rawValue.split(separator: ":").last.map(String.init) ?? ""
    return "\(label(.nameIDFormat, else: whole)): \(.code("\(ours: name)"))"
  }

  private var keyLines: [StyledText] {
    let shown = contract.keys.prefix(Self.mostKeys).map { key -> StyledText in
      let digest = key.sha256.hexadecimal(uppercase: false).prefix(12)
      let end = key.notAfter.map(\.date) ?? "?"
      let until: StyledText =
        switch key.standing {
        case .valid: "until \(ours: end)"
        case .expired: "\(.danger("expired")) on \(ours: end)"
        case .notYetValid: "\(.caution("not yet valid")), from \(ours: key.notBefore?.date ?? "?") until \(ours: end)"
        case .unknown: "\(.caution("without dates"))"
        }
      return "certificate SHA-256 \(.code("\(ours: String(digest))\(mark: .ellipsis)")), \(until)"
    }
    let more = contract.keys.count - shown.count
    return more > 0 ? shown + ["and \(more) more"] : shown
  }

  private var consumers: StyledText {
    contract.regions.map { region -> StyledText in
      let families = contract.consumers.filter { $0.url.region == region }.map { Self.word(for: $0.url.family) }
      return "\(ours: region.code) (\(ours: families.joined(separator: ", ")))"
    }.joined(separator: ", ")
  }

  private var lost: [StyledText] {
    let lost = contract.lostRegions.map(\.code)
    guard !lost.isEmpty else { return [] }
    let reason: StyledText =
      contract.capacity == .one
      ? "the application holds one ACS URL" : "as far as is known, the application has one field for an ACS URL"
    return ["\(.caution("sign-in in \(ours: lost.joined(separator: ", "))")): \(reason)"]
  }

  // MARK: Words

  private static func word(for family: AssertionConsumerServiceURL.Family) -> String {
    switch family {
    case .ipv4: "IPv4"
    case .legacy: "IPv4 on signin.aws.amazon.com"
    case .dualStack: "dual-stack"
    case .govCloud: "GovCloud"
    case .china: "China"
    }
  }

  /// What is pasted stands alone in its line, so that it can be copied.
  private func value(_ text: String) -> StyledText { "  \(.code("\(untrusted: text)"))" }

  private func label(_ concept: FieldConcept, else other: StyledText) -> StyledText {
    words(contract.identityProvider.fieldNames[concept], else: other)
  }

  /// A field as its console calls it: its older name in parentheses, and a mark where nobody of ours has seen it.
  private func words(_ label: FieldLabel?, else other: StyledText) -> StyledText {
    guard let label, contract.identityProvider.provider != nil || label.isConfirmed else { return other }
    if contract.identityProvider.isCustomApplication, let custom = label.inCustomApplication {
      return "\(.label("\(ours: custom)"))"
    }
    let older: StyledText = label.older.map { " (older: \(ours: $0))" } ?? ""
    return "\(.label("\(ours: label.text)"))\(older)\(label.isConfirmed ? "" : " (name not confirmed)")"
  }
}
