@testable import Parties
import Playbook
import SAML
import Setup
@testable import signpost

/// Addresses, ids and times, one a line.
enum AddressRun {
  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    // Every key for every line takes too long.
    let key = FactKey.allCases[Int(digest(bytes)) % FactKey.allCases.count]
    for line in lines { try read(line, as: key) }
    let guess = ProviderGuess(
      ProviderEvidence(
        entityID: lines[0], signOnURLs: Array(lines.dropFirst().prefix(1)),
        certificateSubjects: Array(lines.dropFirst(2))))
    _ = (guess.provider, guess.strength)
    if lines.count > 1 {
      let difference = TextDifference(expected: lines[0], found: lines[1])
      try Claim.holds(
        (difference == nil) == lines[0].utf8.elementsEqual(lines[1].utf8), "texts are the same where no difference is")
      _ = (difference?.description, difference?.position)
    }
  }

  private static func read(_ text: String, as key: FactKey) throws(Claim.Broken) {
    let address = WebAddress(text)
    let parts = [address.scheme, address.userInfo, address.host, address.port, address.query, address.fragment]
    for part in parts.compactMap(\.self) + [address.path] {
      let there = text.utf8.dropFirst(part.offset).prefix(part.text.utf8.count)
      try Claim.holds(there.elementsEqual(part.text.utf8), "the part '\(part.text)' stands at \(part.offset)")
    }
    _ = (
      address.problems.map(\.description), address.portNumber, address.hostName.map { HostKind(Array($0.utf8)[...]) }
    )
    let recognised = AWSAddress.recognise(text)
    _ = (recognised.description, recognised.region, recognised.partition, recognised.placeholder)
    switch recognised {
    case .assertionConsumerService(let url): _ = url.hint
    case .scim(let endpoint):
      try Claim.holds(
        AWSAddress.recognise(endpoint.canonicalText).region == endpoint.region, "the canonical form is one")
      _ = endpoint.hasUsualTenant
    case .missingSignIn(let corrected): _ = AWSAddress.recognise(corrected)
    default: break
    }
    _ = SuspiciousCharacter.all(in: text).map(\.description)
    _ = (Instant(text)?.description, XMLDuration.read(text), try? SetupName(text))
    _ = (PointInTime(argument: text), TimeSpan(argument: text), SeverityOverride(argument: text))
    if let reading = try? key.read(text, in: Circumstances(wishes: []), now: Claim.now) {
      // Of a path the quotes of a shell are taken off, which a second time would be others.
      if case .metadataFile = key.definition.kind { return }
      let again = try? key.read(entries: reading.values, in: Circumstances(wishes: []), now: Claim.now)
      try Claim.holds(again?.values == reading.values, "what is kept of \(key.rawValue) is read as itself")
    }
  }
}
