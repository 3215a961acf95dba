import Parties
import SAML

/// What a typed ACS URL turns out to be beside AWS's file. Each rule about typed ACS URLs speaks of one case, so that no
/// value is reported twice.
struct TypedConsumer {
  let text: String
  let kind: Kind
  /// The ACS URL of the file that comes nearest.
  let nearest: StatedAddress

  enum Kind {
    /// Character by character one of the file's.
    case listed
    /// Another address altogether: what it is.
    case anotherAddress(String)
    /// Of the same instance, but not in the file.
    case beyondFile(AssertionConsumerServiceURL)
    /// Something else: how it differs, to follow "the ACS URL".
    case different(String)
  }

  var isListed: Bool { if case .listed = kind { true } else { false } }
}

extension TypedSubject {
  /// The typed ACS URLs, each judged once; none where AWS's file has no ACS URL to compare with.
  var typedConsumers: [TypedConsumer] {
    let servesFile = values.acsURLs.contains(where: servesRegionOfFile)
    return values.acsURLs.compactMap { typed in
      guard let nearest = consumers.nearest(to: typed) else { return nil }
      return TypedConsumer(text: typed, kind: kind(of: typed, nearest, servesFile: servesFile), nearest: nearest)
    }
  }

  /// Whether a typed ACS URL is one of the file's, or may be another one of its instance in a Region of the file's: a file
  /// can be older than a host, or hold those for IPv4 alone. The older host is in the primary Region only.
  private func servesRegionOfFile(_ typed: String) -> Bool {
    if consumers.contains(where: { $0.isExactly(typed) }) { return true }
    let own = consumers.compactMap(\.consumer)
    guard let url = AWSAddress.recognise(typed).consumer, url.mayHaveJoined(own),
      own.contains(where: { $0.region == url.region })
    else { return false }
    if url.family == .legacy, case .issuer(let issuer)? = serviceProvider?.entityID?.aws {
      return issuer.region == url.region
    }
    return true
  }

  /// What a typed ACS URL is; `servesFile` where one of those that were typed serves a Region of the file's. Where none
  /// does, an ACS URL of another Region is no addition: nobody can sign in through the Regions of the file.
  private func kind(of typed: String, _ nearest: StatedAddress, servesFile: Bool) -> TypedConsumer.Kind {
    guard let difference = TextDifference(expected: nearest.text, found: typed) else { return .listed }
    if let other = otherAddress(typed.collapsed) { return .anotherAddress(other) }
    let address = AWSAddress.recognise(typed)
    guard let url = address.consumer, difference.kind != .letterCase else {
      if case .missingSignIn = address { return .different("lacks signin. in its host") }
      return .different(difference.description)
    }
    let own = consumers.compactMap(\.consumer)
    let regions = own.map(\.region.code).distinct
    let isOwn = own.contains { $0.isOfSameInstance(as: url) }
    if isOwn, servesFile, !own.contains(where: url.hasHost) { return .beyondFile(url) }
    let places = regions.joined(separator: ", ")
    if !own.isEmpty, !own.contains(where: { $0.region.partition == url.region.partition }) {
      return .different("is in \(url.region.partition.displayName) (\(url.region)), and the file's are in \(places)")
    }
    if !own.isEmpty, !regions.contains(url.region.code) {
      return .different("is of the Region \(url.region), and the file's are of \(places)")
    }
    // A value that was cut or that goes on is no other instance's.
    guard difference.kind == .other, !isOwn else { return .different(difference.description) }
    return .different("is of another instance of IAM Identity Center, or mistyped: it \(difference)")
  }

  /// What a text is, where it certainly is no ACS URL.
  private func otherAddress(_ text: String) -> String? {
    let address = AWSAddress.recognise(text)
    switch address {
    case .issuer, .accessPortal, .scim, .oidcIssuer, .iamFederation, .otherService, .identityCenterAsIdentityProvider:
      return address.description
    case .unusual(.accessPortal, _), .unusual(.scim, _), .unusual(.console, _): return address.description
    case .unusual(.issuer, _):
      // A cut ACS URL looks like an issuer URL too; what it has more in common with decides.
      guard let entityID = serviceProvider?.entityID,
        let difference = TextDifference(expected: entityID.text, found: text),
        !consumers.contains(where: { difference.offset <= text.offset(from: $0.text) })
      else { return nil }
      return address.description
    case .foreign: return ownAddress(text)
    case .assertionConsumerService, .missingSignIn, .unusual: return nil
    }
  }

  /// What a text is to the identity provider.
  func ownAddress(_ text: String) -> String? {
    guard let identityProvider else { return nil }
    if identityProvider.entityID?.isExactly(text) == true { return "the identity provider's own entityID" }
    let isSignOn = identityProvider.addresses.contains { $0.isExactly(text) }
    return isSignOn ? "the identity provider's own sign-on URL" : nil
  }
}

extension [StatedAddress] {
  /// The address that a typed text was most likely meant to be: one from which it differs in a nameable way, else one
  /// of the same family and Region, else the one with which it has the longest beginning in common.
  func nearest(to typed: String) -> StatedAddress? {
    let url = AWSAddress.recognise(typed.collapsed).consumer
    func distance(_ address: StatedAddress) -> (Int, Int, Int, Int) {
      guard let difference = TextDifference(expected: address.text, found: typed) else { return (0, 0, 0, 0) }
      let isNameable = difference.kind != .other
      return (
        isNameable ? 1 : 2, address.consumer?.family == url?.family ? 0 : 1,
        address.consumer?.region == url?.region ? 0 : 1, -difference.offset
      )
    }
    return self.min { distance($0) < distance($1) }
  }
}

extension String {
  /// How many bytes two texts have in common at their start.
  fileprivate func offset(from expected: String) -> Int {
    TextDifference(expected: expected, found: self)?.offset ?? utf8.count
  }
}
