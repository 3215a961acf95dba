import Console
import SAML

extension FactSheet {
  /// The facts of a role.
  mutating func add(_ role: RoleFacts) {
    var last = ""
    for endpoint in role.endpoints {
      let name = endpoint.displayName
      add(endpoint, named: name == last ? "" : name)
      last = name
    }
    for (index, format) in role.nameIDFormats.enumerated() {
      fact(index == 0 ? "NameID format" : "", Self.format(format))
    }
    if role.nameIDFormats.isEmpty { fact("NameID format", "none listed") }
    for (index, flag) in role.flags.enumerated() {
      fact(index == 0 ? "signatures" : "", "\(ours: flag.name) \(quoted: flag.value)")
    }
    add(role.validity)
    for key in role.keys { add(key) }
    if role.keys.isEmpty { fact("keys", "none") }
  }

  private mutating func add(_ endpoint: EndpointFacts, named name: String) {
    let binding: StyledText =
      endpoint.bindingName.map { StyledText(ours: $0) }
      ?? endpoint.binding.map { "\(quoted: $0, limit: 80)" } ?? "no binding"
    let index: StyledText = endpoint.index.map { ", index \(untrusted: $0, limit: 12)" } ?? .empty
    let standard: StyledText = endpoint.isDefault ? ", default" : .empty
    fact(name, "\(binding)\(index)\(standard)")
    fact("", endpoint.location.map { "\(.code("\(untrusted: $0)"))" } ?? "no Location")
    if let elsewhere = endpoint.responseLocation { fact("", "responses to \(.code("\(untrusted: elsewhere)"))") }
    if let address = endpoint.address { fact("", StyledText(ours: address)) }
  }

  /// The last part of a format of the standard's; anything else as it is written.
  private static func format(_ uri: String) -> StyledText {
    guard let name = NameIDFormat.Name(rawValue: uri) else { return "\(quoted: uri, limit: 120)" }
    let last = name.rawValue.split(separator: ":").last.map(String.init) ?? ""
    return "\(ours: last) \(.quiet("(\(ours: name.rawValue))"))"
  }

  private mutating func add(_ key: KeyFacts) {
    let use: StyledText = key.use.map { "\(untrusted: $0, limit: 30)" } ?? "signing and encryption"
    for certificate in key.certificates { add(certificate, use: use) }
    if key.certificates.isEmpty {
      let bare = key.keyValues > 0 ? "a bare key, no certificate" : "no certificate"
      fact("key for", "\(use): \(ours: key.keyNames > 0 ? bare + ", a key name" : bare)")
    }
  }

  private mutating func add(_ certificate: CertificateFacts, use: StyledText) {
    fact("key for", use)
    for problem in certificate.problems { fact("problem", "\(untrusted: problem)", indent: 4) }
    guard let content = certificate.content else { return }
    fact("key", StyledText(ours: content.publicKey), indent: 4)
    fact("subject", "\(.code("\(untrusted: content.subject)"))", indent: 4)
    if let issuer = content.issuer { fact("issuer", "\(.code("\(untrusted: issuer)"))", indent: 4) }
    fact("valid from", content.notBefore.map { StyledText(ours: $0.description) } ?? "cannot be read", indent: 4)
    fact("valid until", end(content.notAfter, content.daysLeft) ?? "cannot be read", indent: 4)
    fact("signed by", StyledText(ours: content.signatureAlgorithm), indent: 4)
    fact("SHA-1", "\(.code("\(ours: content.sha1)"))", indent: 4)
    fact("SHA-256", "\(.code("\(ours: content.sha256)"))", indent: 4)
  }

  /// How long something may be used.
  mutating func add(_ validity: ValidityFacts) {
    if let written = validity.validUntil {
      fact("valid until", end(validity.instant, validity.daysLeft) ?? "\(quoted: written)")
      if let problem = validity.validUntilProblem { fact("", "\(untrusted: problem)") }
    }
    if let written = validity.cacheDuration {
      fact("cache duration", "\(.code("\(untrusted: written, limit: 60)"))")
      if let problem = validity.cacheDurationProblem { fact("", "\(untrusted: problem)") }
    }
  }

  private func end(_ instant: Instant?, _ daysLeft: Int64?) -> StyledText? {
    guard let instant, let daysLeft else { return nil }
    let days: StyledText = counted(Int(daysLeft.magnitude), "day")
    return "\(ours: instant.description) (\(instant < now ? "\(days) ago" : "\(days) left"))"
  }
}

extension EndpointFacts {
  /// What people call the endpoint.
  fileprivate var displayName: String {
    switch service {
    case "SingleSignOnService": "sign-on"
    case "AssertionConsumerService": "ACS URL"
    default: "logout"
    }
  }
}
