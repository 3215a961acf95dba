import Parties
import Playbook

extension FactReader {
  func readPortalURL(_ text: String) throws(Rejection) -> (String, [Remark]) {
    var text = text
    var remarks: [Remark] = []
    // A portal page that is open remembers where one is behind a #, and browsers copy that along.
    if let fragment = WebAddress(text).fragment, case .accessPortal = AWSAddress.recognise(text.cut(at: fragment)) {
      text = text.cut(at: fragment)
      remarks.append(Remark(key, "the part after # was left out: it names a page of the portal, not the portal itself"))
    }
    let address = AWSAddress.recognise(text)
    guard case .accessPortal(let url) = address else { throw otherAddress(text, address, .accessPortal) }
    try checkPlace(text, address)
    switch url.identifier {
    case .directory(let id):
      if let store = known(.identityStoreID), store.isDirectory, id != store {
        throw rejection(
          text, "belongs to \(id); the AWS metadata belongs to \(store)",
          cause: "the file and the address come from different instances",
          action: "copy both from the same page of the console")
      }
      if circumstances.wishes.contains(.portalAlias) {
        remarks.append(
          Remark(
            key,
            "it has the id that AWS gave the portal, and the portal was to have a name of your own; where the name is set, "
              + "copy the address with it"))
      }
    case .instance, .alias: break
    }
    // AWS shows its address without one, and other fields are compared with it.
    if text.hasSuffix("/") {
      text.removeLast()
      remarks.append(Remark(key, "the slash at its end was removed: AWS shows the address without it"))
    }
    return (text, remarks)
  }

  func readSCIMEndpoint(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let address = AWSAddress.recognise(text)
    guard case .scim(let endpoint) = address else { throw otherAddress(text, address, .scim) }
    if endpoint.lacksPath {
      throw rejection(
        text, "ends before /scim/v2", cause: "its end was not copied",
        action: "copy it again; it should read \(endpoint.canonicalText)")
    }
    try checkPlace(text, address)
    var remarks: [Remark] = []
    if endpoint.hasTrailingSlash {
      remarks.append(
        Remark(key, "the slash at its end was removed: some identity providers, such as Okta, refuse it")
      )
    }
    return (endpoint.canonicalText, remarks + oddity(of: address))
  }

  func readACSURL(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let address = AWSAddress.recognise(text)
    guard case .assertionConsumerService = address else { throw otherAddress(text, address, .assertionConsumerService) }
    try checkPlace(text, address, inAnyRegion: true)
    return (text, oddity(of: address))
  }

  func readIssuerURL(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let address = AWSAddress.recognise(text)
    guard case .issuer = address else { throw otherAddress(text, address, .issuer) }
    try checkPlace(text, address)
    return (text, oddity(of: address))
  }

  /// What to say of an id that was perhaps cut.
  private func oddity(of address: AWSAddress) -> [Remark] {
    address.idOddity == nil ? [] : [Remark(key, "its id has an unusual form; make sure that it was copied completely")]
  }

  func readURL(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let address = WebAddress(text)
    guard address.schemeName == "https", address.host != nil, address.problems.isEmpty else {
      let problem =
        address.host == nil
        ? "is not an address" : address.problems.first?.description ?? "does not begin with https"
      throw rejection(text, problem, cause: "it was not copied completely", action: Self.source(of: key))
    }
    return (text, [])
  }

  // MARK: What else it is

  /// Why an address is not the one that was asked for.
  private func otherAddress(_ text: String, _ address: AWSAddress, _ wanted: AWSAddress.Kind) -> Rejection {
    let action = Self.source(of: key)
    switch address {
    case .missingSignIn(let corrected):
      return rejection(
        text, "lacks signin. in its host", cause: "it was typed or shortened",
        action: "copy it again; it should be \(corrected)")
    case .unusual(let kind, let reason):
      return rejection(
        text, kind == wanted || kind == .console ? reason : "is \(address), and \(reason)",
        cause: kind == wanted ? "it was not copied completely, or was changed on the way" : "another field was copied",
        action: action)
    case .foreign(let imitated?):
      return rejection(
        text, "is outside AWS; its host only contains \(imitated)",
        cause: "it was mistyped, or somebody wants it to be mistaken for an address of AWS", action: action)
    case .foreign(nil):
      let hasHost = WebAddress(text).host != nil && WebAddress(text).scheme != nil
      return rejection(
        text, hasHost ? "is not an address of AWS" : "is not an address",
        cause: hasHost
          ? "a field of the identity provider's console was copied" : "something else was on the clipboard",
        action: action)
    case .otherService:
      return rejection(text, "is \(address)", cause: "it was copied from another application", action: action)
    case .iamFederation:
      return rejection(
        text, "is \(address)", cause: "it is for signing in to a single account, without IAM Identity Center",
        action: action)
    case .identityCenterAsIdentityProvider:
      return rejection(
        text, "is \(address)",
        cause: "it is for the opposite direction, in which AWS signs people in to other applications",
        action: action)
    case .assertionConsumerService, .issuer, .accessPortal, .scim, .oidcIssuer:
      let isSwap = wanted == .assertionConsumerService || wanted == .issuer
      return rejection(
        text, "is \(address)",
        cause: isSwap ? "the two addresses were swapped" : "another field of the same page was copied", action: action)
    }
  }

  /// Whether the address agrees with the AWS metadata, and is no example.
  private func checkPlace(_ text: String, _ address: AWSAddress, inAnyRegion: Bool = false) throws(Rejection) {
    if let placeholder = address.placeholder {
      throw rejection(
        text, "contains \(placeholder), a placeholder from documentation",
        cause: "it was copied from a guide", action: Self.source(of: key))
    }
    if let partition = address.partition, let known = known(.partition), partition.rawValue != known {
      throw rejection(
        text, "is in the partition \(partition.rawValue); the AWS metadata is in \(known)",
        cause: "the two come from different organizations", action: "copy both from the same console")
    }
    if !inAnyRegion, let region = address.region, let known = known(.region), region.code != known {
      throw rejection(
        text, "is in the Region \(region); the AWS metadata is in \(known)",
        cause: "the console showed another Region, or another instance",
        action: "select \(known) in the console, then \(Self.source(of: key))")
    }
  }
}

extension String {
  /// The text up to the `#` before a fragment.
  fileprivate func cut(at fragment: WebAddress.Part) -> String {
    String(decoding: utf8.prefix(fragment.offset - 1), as: UTF8.self)
  }

  /// Whether the id is one of those that a portal's address also carries.
  fileprivate var isDirectory: Bool { hasPrefix("d-") }
}
