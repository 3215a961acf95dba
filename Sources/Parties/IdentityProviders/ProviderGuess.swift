/// Which product wrote a metadata file, by the evidence in it, and how sure that is.
///
/// The sign-on URLs decide, since they can hardly be edited; then the entityID; then, weakly, the subject of the
/// certificate, where no sign-on URL and no entityID points elsewhere. How the file is built is reported and decides
/// nothing: too many products build it alike.
public struct ProviderGuess: Sendable, Hashable {
  /// How much weight a vote has, or how sure the guess is.
  public enum Strength: String, Sendable, Hashable {
    case weak
    case strong
  }

  /// One piece of evidence that speaks for a provider.
  public struct Vote: Sendable, Hashable {
    /// What the vote is about.
    public enum Subject: String, Sendable, Hashable {
      case signOnURL = "sign-on URL"
      case entityID
      case certificate = "certificate subject"
      case structure
    }

    /// For whom the evidence speaks.
    public let provider: Provider
    /// What the evidence is.
    public let subject: Subject
    /// The evidence itself: the URL, the entityID or the subject as written, or the structure in words.
    public let evidence: String
    /// How much it weighs.
    public let strength: Strength
  }

  /// The provider; nil where the evidence does not tell ("generic").
  public let provider: Provider?
  /// How sure the guess is; nil where there is none.
  public let strength: Strength?
  /// All the evidence that speaks for some provider, the one that weighs most first. Votes for another provider than
  /// the guess contradict it.
  public let votes: [Vote]
  /// What names the customer: Okta's, AD FS's, Shibboleth's, OneLogin's and CyberArk's host; the tenant id of Entra
  /// ID; Google's `idpid`; PingOne's environment; the Keycloak realm; Auth0's host or tenant; Duo's integration key.
  public let tenant: String?
  /// For Okta, the kind of application that the file was exported from.
  public let oktaApplication: OktaApplication?
  /// For Ping Identity, the product.
  public let pingProduct: PingProduct?

  /// Weighs the evidence.
  public init(_ evidence: ProviderEvidence) {
    let urlMarks = evidence.signOnURLs.map { ProviderMark(signOnURL: $0) }
    let entityMark = ProviderMark(entityID: evidence.entityID)
    let subjects = evidence.certificateSubjects.map { (text: $0, provider: CertificateMark.provider(of: $0)) }

    votes =
      Self.distinct(
        zip(evidence.signOnURLs, urlMarks).compactMap { url, mark in mark.map { (url.text, $0.provider) } }, .signOnURL,
        .strong)
      + Self.distinct(entityMark.map { [(evidence.entityID.text, $0.provider)] } ?? [], .entityID, .strong)
      + Self.distinct(
        subjects.compactMap { pair in pair.provider.map { (pair.text, $0) } }, .certificate, .weak)
      + (evidence.structureMark.map { [Vote(provider: $0.0, subject: .structure, evidence: $0.1, strength: .weak)] }
        ?? [])

    let decision = Self.decide(
      evidence.signOnURLs, marked: urlMarks.map(\.?.provider), entity: { entityMark?.provider },
      certificates: { subjects.compactMap(\.provider) }, entityID: evidence.entityID)
    provider = decision?.provider
    strength = decision?.strength

    let marks = (urlMarks + [entityMark]).compactMap(\.self).filter { $0.provider == decision?.provider }
    tenant = marks.compactMap(\.tenant).first
    oktaApplication = marks.compactMap(\.oktaApplication).first
    pingProduct = marks.compactMap(\.pingProduct).first ?? Self.pingProduct(subjects.map(\.text), decision?.provider)
  }

  // MARK: The decision

  /// What a guess comes to.
  public struct Decision: Sendable, Hashable {
    /// The provider that the evidence speaks for.
    public let provider: Provider
    /// How sure that is.
    public let strength: Strength
  }

  /// What a guess would come to, where the evidence is not asked: certificates are looked at only where no address can be
  /// anybody's.
  public static func decision(
    entityID: WebAddress, signOnURLs: [WebAddress], certificateSubjects: () -> [String]
  ) -> Decision? {
    decide(
      signOnURLs, marked: signOnURLs.map { ProviderMark(signOnURL: $0)?.provider },
      entity: { ProviderMark(entityID: entityID)?.provider },
      certificates: { certificateSubjects().compactMap(CertificateMark.provider) }, entityID: entityID)
  }

  /// - Parameters:
  ///   - marks: the provider that each of the URLs names, if any.
  ///   - entity: the provider that the entityID names.
  private static func decide(
    _ urls: [WebAddress], marked marks: [Provider?], entity: () -> Provider?, certificates: () -> [Provider],
    entityID: WebAddress
  ) -> Decision? {
    let byURL = marks.compactMap(\.self)
    if let provider = byURL.first {
      if byURL.allSatisfy({ $0 == provider }) { return Decision(provider: provider, strength: .strong) }
      // Sign-on URLs of several products: the entityID decides between them, or nobody does.
      return entity().flatMap { byURL.contains($0) ? Decision(provider: $0, strength: .weak) : nil }
    }
    let pointsElsewhere = urls.contains(where: isReadable)
    if let entity = entity() { return Decision(provider: entity, strength: pointsElsewhere ? .weak : .strong) }
    if pointsElsewhere || isReadable(entityID) { return nil }
    let certificates = certificates()
    guard let first = certificates.first, certificates.allSatisfy({ $0 == first }) else { return nil }
    return Decision(provider: first, strength: .weak)
  }

  /// Whether it is an address with a host that could be somebody's, as opposed to a gap or a template.
  private static func isReadable(_ address: WebAddress) -> Bool {
    address.host != nil && !address.problems.contains { $0.kind == .malformedHost || $0.kind == .noScheme }
  }

  private static func distinct(
    _ found: [(String, Provider)], _ subject: Vote.Subject, _ strength: Strength
  ) -> [Vote] {
    var votes: [Vote] = []
    for (evidence, provider) in found where !votes.contains(where: { $0.provider == provider }) {
      votes.append(Vote(provider: provider, subject: subject, evidence: evidence, strength: strength))
    }
    return votes
  }

  /// PingOne's certificates name the product.
  private static func pingProduct(_ subjects: [String], _ provider: Provider?) -> PingProduct? {
    provider == .ping && subjects.contains { $0.holds("PingOne SSO Certificate") } ? .pingOne : nil
  }
}

/// The subjects of the certificates that products make for themselves. Customers can replace them, and copy them.
enum CertificateMark {
  /// What a subject holds, all of it, for each provider.
  private static let marks: [(Provider, [String])] = [
    (.okta, ["O=Okta", "OU=SSOProvider"]),
    (.entraID, ["CN=Microsoft Azure Federated SSO Certificate"]),
    (.entraID, ["CN=accounts.accesscontrol.windows.net"]),
    (.googleWorkspace, ["O=Google Inc.", "OU=Google For Work"]),
    (.jumpCloud, ["OU=JumpCloudSAMLIdP"]),
    (.oneLogin, ["OU=OneLogin IdP"]),
    (.ping, ["O=Ping Identity"]),
    (.ping, ["CN=PingOne SSO Certificate for "]),
    (.adFS, ["CN=ADFS Signing - "]),
  ]

  /// One of these is in every mark.
  private static let words = ShortWords(
    "okta", "microsof", "accounts", "google", "jumpclou", "onelogin", "ping", "adfs", ".auth0.c")

  static func provider(of subject: String) -> Provider? {
    guard words.occur(in: subject) else { return nil }
    let text = withoutSpacesAtEqualsSigns(subject)
    if let mark = marks.first(where: { $0.1.allSatisfy(text.holds) }) { return mark.0 }
    return isAuth0(text) ? .auth0 : nil
  }

  /// Tools write `O = Okta` as well as `O=Okta`.
  private static func withoutSpacesAtEqualsSigns(_ subject: String) -> String {
    var bytes: [UInt8] = []
    for byte in subject.utf8 {
      if byte == 0x20, bytes.last == 0x3D { continue }
      if byte == 0x3D { while bytes.last == 0x20 { bytes.removeLast() } }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `CN=<tenant>.auth0.com`, with or without a Region in between.
  private static func isAuth0(_ subject: String) -> Bool {
    subject.utf8.split(whereSeparator: { $0 == 0x2C || $0 == 0x2F || $0 == 0x2B })
      .contains { part in
        let text = String(decoding: part, as: UTF8.self).drop { $0 == " " }
        return text.hasPrefix("CN=") && text.hasSuffix(".auth0.com")
      }
  }
}

extension ProviderEvidence {
  /// The product that builds its files like this one, and the reason in words.
  fileprivate var structureMark: (Provider, String)? {
    if isSigned, hasRoleDescriptors {
      return hasServiceProviderRole
        ? (.adFS, "signed, with WS-Federation roles and a service provider role")
        : (.entraID, "signed, with WS-Federation roles")
    }
    guard !bindings.isEmpty, wantsSignedRequests != nil else { return nil }
    var names: Set<String> { Set(bindings.map { $0.split(separator: ":").last.map(String.init) ?? $0 }) }
    if wantsSignedRequests == true, nameIDFormats.count == 4,
      names.isSuperset(of: ["HTTP-POST", "HTTP-Redirect", "SOAP", "HTTP-Artifact"])
    {
      return (.keycloak, "four bindings, four NameID formats, signed requests wanted")
    }
    let isEmailOnly = nameIDFormats.count == 1 && nameIDFormats[0].hasSuffix(":emailAddress")
    if hasValidUntil, isEmailOnly, wantsSignedRequests == false, !isSigned, names == ["HTTP-POST", "HTTP-Redirect"] {
      return (.googleWorkspace, "validUntil, one NameID format (emailAddress), not signed")
    }
    return nil
  }
}
