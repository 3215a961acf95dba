public import Console
import Parties
import Rules
public import SAML
public import Setup

/// What is in a metadata file, in two to five short lines for whoever has just handed it in.
///
/// The document is not judged here. What stands in it is untrusted: it is cut and made safe.
public struct MetadataSummary: Sendable {
  /// Whose file it is, its entityID, where people or responses are sent, an identity provider's signing certificate, the
  /// file's own signature. For what is not the metadata of one party to sign-in: what it is instead, and why.
  public let lines: [StyledText]

  /// Sums a file up; days are counted from `now`.
  public init(_ file: MetadataFile, now: Instant) {
    let verdict = file.verdict
    guard let entity = verdict.onlyEntity.map({ EntityFacts($0, now: now) }), let role = entity.roles.first else {
      lines = Self.stranger(verdict)
      return
    }
    var lines: [StyledText] = []
    if verdict.isAWS {
      lines.append("service provider: IAM Identity Center\(Self.region(of: entity))")
    } else if role.kind == .serviceProvider {
      lines.append("service provider: not IAM Identity Center")
    } else {
      lines.append("identity provider: \(ours: Self.name(entity.guess))")
    }
    lines.append("entityID: \(entity.entityID.map(Self.value) ?? "none")")
    if verdict.isAWS || role.kind == .serviceProvider {
      let consumers = entity.roles.flatMap(\.endpoints).filter { $0.service == "AssertionConsumerService" }
      lines.append(Self.addresses("ACS URL", of: consumers))
    } else {
      let services = role.endpoints.filter { $0.service == "SingleSignOnService" }
      // The one that a set-up takes comes first.
      let posts = services.filter { $0.bindingName == "HTTP-POST" }
      lines.append(Self.addresses("sign-in URL", of: posts + services.filter { $0.bindingName != "HTTP-POST" }))
      lines.append(Self.certificates(of: role, now: now))
    }
    lines.append(Self.signature(entity.isSigned || verdict.signature != nil))
    self.lines = lines
  }

  // MARK: Parts

  private static func value(_ text: String) -> StyledText { .code("\(untrusted: text, limit: 160)") }

  private static func name(_ guess: ProviderGuess) -> String {
    guard let provider = guess.provider else { return "not recognised" }
    let name = provider.displayName + (guess.pingProduct.map { " (\($0.rawValue))" } ?? "")
    return guess.strength == .weak ? "perhaps \(name)" : name
  }

  private static func region(of entity: EntityFacts) -> StyledText {
    let addresses = [entity.entityID] + entity.roles.flatMap(\.endpoints).map(\.location)
    let region = addresses.lazy.compactMap { $0.flatMap { AWSAddress.recognise($0).region } }.first
    return region.map { " in \(untrusted: $0.code, limit: 40)" } ?? .empty
  }

  /// The first of several addresses, and how many more there are; one address of several bindings is one.
  private static func addresses(_ name: StyledText, of endpoints: [EndpointFacts]) -> StyledText {
    var seen: Set<String> = []
    let locations = endpoints.compactMap(\.location).filter { seen.insert($0).inserted }
    guard let first = locations.first else { return name + ": none" }
    let more: StyledText = locations.count > 1 ? " (and \(locations.count - 1) more)" : .empty
    return "\(name): \(value(first))\(more)"
  }

  /// The certificate that ends next, for that is the date that matters; those that have ended sign nothing any more.
  private static func certificates(of role: RoleFacts, now: Instant) -> StyledText {
    let listed = role.keys.filter { $0.use == nil || $0.use == "signing" }.flatMap(\.keyCertificates)
    guard !listed.isEmpty else { return "signing certificate: none" }
    let signing = Set(listed.compactMap(\.content))
    let ends = signing.compactMap(\.notAfter).sorted()
    guard let end = ends.first(where: { $0 > now }) ?? ends.last else { return "signing certificate: cannot be read" }
    let days = now.days(until: end)
    let count: StyledText = counted(Int(days.magnitude), "day")
    let several: StyledText = signing.count > 1 ? "\(signing.count), the next to end " : .empty
    if end <= now {
      let ended: StyledText = signing.count > 1 ? "all \(signing.count) have ended, the last on" : "ended on"
      return "signing certificate: \(.danger("\(ended) \(ours: end.date) (\(count) ago)"))"
    }
    return "signing certificate: \(several)until \(ours: end.date) (\(count) left)"
  }

  private static func signature(_ isThere: Bool) -> StyledText {
    isThere ? "signature: present, not verified" : "signature: none"
  }

  private static func stranger(_ verdict: Verdict) -> [StyledText] {
    if verdict.entities > 1 {
      return [
        "metadata of \(counted(verdict.entities, "entity", plural: "entities")), not of one party",
        signature(verdict.signature != nil),
      ]
    }
    let fault = verdict.findings.first { $0.severity == .error }
    return [
      "not the metadata of a party to sign-in",
      fault.map { "\(untrusted: $0.message, limit: 160)" } ?? "no role of single sign-on is in it",
    ]
  }
}
