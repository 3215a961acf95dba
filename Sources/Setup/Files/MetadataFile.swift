import Parties
public import Playbook
public import Rules
import SAML

/// A metadata file that was read and judged, before it is decided whether a set-up takes it.
public struct MetadataFile: Sendable {
  /// The path as it was given.
  public let path: String
  /// The size in bytes.
  public let byteCount: Int
  /// The SHA-256 of the bytes, in lower-case hexadecimal digits.
  public let digest: String
  /// What the rules say of it.
  public let verdict: Verdict
  let judge: Judge

  /// Judges a file's bytes.
  public init(_ bytes: [UInt8], path: String, judge: Judge) {
    self.path = path
    self.judge = judge
    byteCount = bytes.count
    digest = Digest.sha256(bytes.span).description
    verdict = judge.judge(bytes, path: path)
  }

  /// What came of handing a file to a set-up.
  public enum Filing: Sendable {
    /// The file is taken.
    case taken(Taken)
    /// The file is not taken, and nothing is to be recorded.
    case refused(Refusal)
  }

  /// A file that is taken.
  public struct Taken: Sendable {
    /// What is recorded of it.
    public let evidence: FileEvidence
    /// What the file alone shows; no error among it.
    public let findings: [Finding]
    /// What the pair shows, where the other side's file was given; an error among it keeps the upload from being
    /// closed.
    public let pairFindings: [Finding]
    /// What is worth knowing besides.
    public let remarks: [Remark]
  }

  /// A file that is not taken.
  public struct Refusal: Error, Sendable {
    /// What is wrong, in words.
    public let rejection: Rejection
    /// What the rules found; empty where the file is fine and only belongs elsewhere.
    public let findings: [Finding]
  }

  /// Decides whether a set-up takes the file for a role.
  ///
  /// - Parameters:
  ///   - provider: the set-up's identity provider, by the name that the command line uses.
  ///   - other: the other side's file, where there is one: the two are judged as a pair.
  public func filing(as role: MetadataRole, of provider: String, beside other: MetadataFile? = nil) -> Filing {
    if let refusal = refusal(as: role, of: provider) { return .refused(refusal) }
    var pairFindings: [Finding] = []
    if let other {
      pairFindings =
        role == .identityProvider
        ? judge.pair(identityProvider: verdict, serviceProvider: other.verdict)
        : judge.pair(identityProvider: other.verdict, serviceProvider: verdict)
    }
    let evidence = FileEvidence(
      path: path, byteCount: byteCount, digest: digest, role: role, provider: verdict.guess.provider,
      entityID: verdict.entityID, complaints: FileEvidence.complaints(verdict.findings), passed: passed(as: role),
      validUntil: verdict.onlyEntity?.validity.validUntil?.reading.instant?.description,
      facts: facts(as: role, of: provider),
      pairing: other.map { .init(counterpart: $0.digest, complaints: FileEvidence.complaints(pairFindings)) })
    return .taken(
      Taken(
        evidence: evidence, findings: verdict.findings, pairFindings: pairFindings,
        remarks: remarks(as: role, of: provider)))
  }

  // MARK: Reasons to refuse

  private func refusal(as role: MetadataRole, of provider: String) -> Refusal? {
    let key = role.fact
    let expected = role.noun
    func refused(
      _ problem: String, expecting other: String? = nil, cause: String?, action: String, findings: [Finding] = []
    ) -> Refusal {
      Refusal(
        rejection: Rejection(key, read: path, problem, expected: other ?? expected, cause: cause, action: action),
        findings: findings)
    }
    if verdict.entities > 1 {
      return refused(
        "holds \(verdict.entities) entities", cause: "it is the metadata of a federation, not of one party",
        action: "give the file of the one party alone")
    }
    if let found = verdict.role.only, found != role {
      return refused(
        "is \(found.noun)", cause: "the two files were swapped, or the wrong one was chosen",
        action: "give it where \(found.fact.definition.title) is asked for, and here \(expected)")
    }
    let errors = verdict.findings.filter { $0.severity == .error }
    if let first = errors.first {
      let more = errors.count == 1 ? "" : " (and \(errors.count - 1) more of that gravity)"
      return refused(
        "breaks rule \(first.rule.id): \(first.message)\(more)",
        // A file of neither role is told what it should have been.
        expecting: verdict.role.only.map { _ in "\(key.definition.title) in which no rule finds an error" }, cause: nil,
        action: "\(first.remedy) Then save the metadata again, and give that file", findings: errors)
    }
    if verdict.role == .unknown {
      return refused(
        "is no metadata of a party to sign-in", cause: "another file was chosen", action: "give \(expected)")
    }
    if role == .serviceProvider, !verdict.isAWS {
      return refused(
        "is the file of a service provider other than IAM Identity Center",
        cause: "metadata of another application was chosen",
        action: "download the file from Service provider metadata in the console of IAM Identity Center")
    }
    return nil
  }

  /// How many rules looked at a file of that role and found nothing: all but those for pairs and for the other role.
  private func passed(as role: MetadataRole) -> Int {
    let silent: Set<String> = ["PAIR", role == .identityProvider ? "SP" : "IDP"]
    let settings = judge.settings
    let asked = Catalogue.rules.filter { rule in
      // Nobody verifies a signature here, so that no signature has passed.
      !silent.contains(rule.family) && rule.id != Rule.signatureBroken.id
        && settings.selected?.contains(rule.id) != false
        && !settings.ignored.contains(rule.id)
    }
    return asked.count - Set(verdict.findings.map(\.rule.id)).intersection(asked.map(\.id)).count
  }

  private func remarks(as role: MetadataRole, of provider: String) -> [Remark] {
    guard role == .identityProvider, let found = verdict.guess.provider, let wanted = Provider.named(provider),
      wanted != .generic, found != wanted
    else { return [] }
    return [.strange(found, insteadOf: wanted)]
  }
}

extension FileEvidence {
  /// The rules that spoke, each once, in the order of their ids.
  static func complaints(_ findings: [Finding]) -> [Complaint] {
    let groups = Dictionary(grouping: findings, by: \.rule.id)
    return groups.keys.sorted().compactMap { id in
      guard let group = groups[id], let gravest = group.map(\.severity).max() else { return nil }
      return Complaint(rule: id, severity: gravest, count: group.count)
    }
  }
}

extension MetadataRole {
  /// The fact that holds the file of this role.
  public var fact: FactKey { self == .identityProvider ? .idpMetadata : .awsMetadata }

  /// What the file is, with its article.
  var noun: String {
    switch self {
    case .identityProvider: "the identity provider's metadata, with an IDPSSODescriptor"
    case .serviceProvider: "the service provider metadata of IAM Identity Center, with an SPSSODescriptor"
    }
  }
}

extension Verdict.Role {
  /// The role, where a document has exactly one.
  fileprivate var only: MetadataRole? {
    switch self {
    case .identityProvider: .identityProvider
    case .serviceProvider: .serviceProvider
    case .both, .aggregate, .unknown: nil
    }
  }
}
