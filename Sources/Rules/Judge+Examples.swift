import SAML

extension Judge {
  /// What a rule says of one of its examples.
  func messages(of rule: Rule, in example: Example) -> [String] {
    let second: String? =
      switch example.kind {
      case .document, .claimed, .verified, .expected: nil
      case .pair(let text), .choice(let text): text
      case .typed(_, let text): text
      }
    let findings = findings(in: example, example.text.unmarked, second?.unmarked)
    return findings.filter { $0.rule.id == rule.id }.map(\.message)
  }

  /// Everything that is found in an example: in its documents, named `first` and `second`, and between them.
  func findings(in example: Example, _ first: String, _ second: String?) -> [Finding] {
    if case .expected(let values) = example.kind, settings.expected != values {
      var settings = settings
      settings.expected = values
      return Judge(settings: settings).findings(in: example, first, second)
    }
    let one = judge(Array(first.utf8), path: "first", verification: example.verification)
    let two = second.map { judge(Array($0.utf8), path: "second") }
    let alone = one.findings + (two?.findings ?? [])
    switch example.kind {
    case .document, .verified, .expected: return alone
    case .claimed(let side): return alone + findings(claiming: side, of: one)
    case .pair: return alone + (two.map { pair(identityProvider: one, serviceProvider: $0) } ?? [])
    case .typed(let values, _):
      let (idp, sp) = one.role == .identityProvider ? (one, two) : (two, one)
      return alone + compare(values, identityProvider: idp, serviceProvider: sp)
    case .choice:
      let good = judge(Array(Example.identityProvider().text.utf8), path: "idp.xml")
      return alone + (two.map { choice(of: [one, $0], for: good) } ?? [])
    }
  }
}

extension Example {
  /// The instant that examples are judged at: 2026-11-21, when their good certificates are valid.
  static let now = Instant(seconds: 1_795_219_200)

  /// What verifying the document's signature came to.
  fileprivate var verification: SignatureVerification {
    if case .verified(let verification) = kind { verification } else { .notAsked }
  }
}

extension String {
  /// The text without the marks around what is reported.
  fileprivate var unmarked: String { String(UnicodeScalarView(unicodeScalars.filter { $0 != "«" && $0 != "»" })) }
}
