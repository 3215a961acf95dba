extension Rule {
  /// Whether the rule is out of a policy's reach: no policy may suppress it, leave it out, lower its severity or take its
  /// findings into a baseline.
  ///
  /// A policy is written once and then believed for years. It must not be able to hide
  ///
  /// 1. that a file was not understood: no other rule has looked at it then, so that a green run would mean nothing
  ///    (every rule about a fault of the document, `MD001`, `MD002`);
  /// 2. that nobody can sign in, whatever else is right: the file has no entityID, no role, no place to sign in or to send
  ///    the assertion to, no key that is valid and readable, or is the other side's file (`MD003`, `MD008`, `IDP001`,
  ///    `SP001`, `KEY001`–`KEY003`, `KEY005`, `KEY008`, `KEY014`, `AWS010`, `PAIR001`, `PAIR003`, `PAIR017`);
  /// 3. that somebody else could sign in: a private key in the file, a key whose private half is published, a signature
  ///    that does not fit, assertions or passwords sent without encryption (`KEY013`, `KEY018`, `ALG002`, `IDP003`,
  ///    `SP003`);
  /// 4. that the files are not the ones agreed (`IDP011`, `AWS015`, `AWS016`, `KEY023`): where another value is right, the
  ///    expectation is to be changed, in the open.
  ///
  /// Whoever types a command still decides what it looks at: `--ignore` and `--severity` on the command line are not held to
  /// this, for they last for one run and are seen in its log.
  public var isEnduring: Bool { saysNotUnderstood || Self.enduring.contains(id) }

  /// Whether its failure means that no other rule had anything to look at. No selection leaves it out: a nightly check of
  /// the certificates alone would go on to pass when the file has become a sign-in page.
  public var saysNotUnderstood: Bool {
    if case .fault = check { return true }
    return id == Rule.notMetadata.id || id == Rule.noEntity.id
  }

  /// Whether it compares a file with what was agreed.
  public var saysNotAgreed: Bool { Self.comparing.contains(id) }

  /// Whether a baseline may know the rule's findings. A baseline has no end, and a finding about a day that comes nearer
  /// must not wait in one until the day has passed; a suppression, which ends, is for those.
  public var canBeKnown: Bool { !isEnduring && id != Rule.certificateExpiresSoon.id && id != Rule.validUntilSoon.id }

  static let enduring = Set(
    ([
      .missingEntityID, .noSingleSignOnRole, .noSignOnService, .noConsumer, .noSigningKey, .keyWithoutCertificate,
      .unreadableCertificate, .everyCertificateExpired, .brokenKey, .noCertificateValidYet, .wrongDirection,
      .sameEntity, .otherSidesFile, .noTrustedKey,
      .privateKey, .publishedKey, .signatureBroken, .insecureSignOnURL, .insecureConsumer,
    ] as [Rule]).map(\.id)
  ).union(comparing)

  private static let comparing = Set(
    ([.unexpectedEntityID, .unexpectedIssuer, .unexpectedConsumer, .unexpectedCertificate] as [Rule]).map(\.id))
}

extension Catalogue {
  /// The rules that a word names: one by id or name, or all of a family; nil where it names none.
  public static func rules(named word: String) -> [Rule]? {
    if let rule = rule(named: word) { return [rule] }
    let family = rules.filter { $0.family == word.uppercased() }
    return family.isEmpty ? nil : family
  }
}
