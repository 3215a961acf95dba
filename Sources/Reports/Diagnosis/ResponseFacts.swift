import Markup
import Rules
import SAML

/// What a response says, line by line: a label, and a text in which what identifies a person is guarded.
struct ResponseFacts {
  /// A line: its name in JSON, its label for people, and what there is.
  struct Line {
    let key: String
    let label: String
    let value: GuardedText
    /// The same for programs.
    let bare: GuardedText
  }

  let lines: [Line]

  /// What a response says; nil where there is none.
  init?(_ verdict: ResponseVerdict, now: Instant) {
    guard let response = verdict.response else { return nil }
    let assertion = response.assertions.first
    var lines: [Line] = []
    func add(_ key: String, _ label: String, _ value: GuardedText?) {
      if let value { lines.append(Line(key: key, label: label, value: value, bare: value)) }
    }
    func addTime(_ key: String, _ label: String, _ attribute: Attribute?) {
      guard let text = attribute?.value.collapsed else { return }
      let words = Instant.read(text).instant.map { "\($0.description), \($0.distance(from: now))" } ?? text
      lines.append(Line(key: key, label: label, value: "\(words)", bare: "\(text)"))
    }
    func plain(_ text: String?) -> GuardedText? { text.map { "\($0)" } }
    add("issuer", "Issuer", plain((response.issuer ?? assertion?.issuer)?.text.collapsed))
    add("destination", "Destination", plain(response.destination?.value.collapsed))
    add("audience", "Audience", plain(assertion?.audiences.first?.text.collapsed))
    add("nameID", "NameID", assertion?.nameID.map { GuardedText(personal: $0.text.collapsed) })
    add("nameIDFormat", "Format", plain(assertion?.nameID?.attribute("Format")?.value.collapsed))
    let isAnswer = response.inResponseTo != nil
    add("startedAt", "Started at", isAnswer ? "AWS" : "the identity provider")
    addTime("issued", "Issued", response.issueInstant)
    addTime("usableFrom", "Usable from", assertion?.conditions?.attribute("NotBefore"))
    addTime("usableUntil", "Usable until", assertion?.conditions?.attribute("NotOnOrAfter"))
    addTime("sessionUntil", "Session until", assertion?.authnStatements.first?.attribute("SessionNotOnOrAfter"))
    let (signed, hint) = Self.signed(response, verdict)
    lines.append(Line(key: "signed", label: "Signed", value: "\(signed + hint)", bare: "\(signed)"))
    let signature = response.assertions.first?.signatures.first ?? response.signatures.first
    add("certificate", "Certificate", plain(signature?.certificates.first?.certificate.map(Self.words)))
    for attribute in (assertion?.attributes ?? []).prefix(50) {
      let name = attribute.attribute("Name")?.value.collapsed ?? ""
      let values = attribute.children(.attributeValue).map(\.text.collapsed).joined(separator: ", ")
      add("attribute:\(name)", name, GuardedText(personal: values))
    }
    self.lines = lines
  }

  /// What is signed, and whether that was verified; and how it can be, where nobody asked.
  private static func signed(_ response: SAMLResponse, _ verdict: ResponseVerdict) -> (text: String, hint: String) {
    let parts = [
      response.signatures.isEmpty ? nil : "response",
      response.assertions.contains { !$0.signatures.isEmpty } ? "assertion" : nil,
    ].compactMap(\.self)
    guard !parts.isEmpty else { return ("nothing", "") }
    let states = parts.map { part in
      part == "response"
        ? verdict.state(of: .response)
        : SignatureState(ofAll: response.assertions.indices.map { verdict.state(of: .assertion($0)) })
    }
    if let state = states.first, states.allSatisfy({ $0 == state }) {
      let mayBeAsked = verdict.verifications.contains { $0.verification == .notAsked }
      return (parts.joined(separator: ", ") + "; " + state.words, mayBeAsked ? " (--verify-signature does it)" : "")
    }
    return (zip(parts, states).map { "\($0) \($1.words)" }.joined(separator: ", "), "")
  }

  private static func words(_ certificate: Certificate) -> String {
    let end = certificate.notAfter.map { ", valid until \($0.date)" } ?? ""
    return "SHA-256 \(certificate.sha256.hexadecimal(separator: ":"))\(end)"
  }
}
