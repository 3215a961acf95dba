import Parties
public import Playbook

extension Paste.Form {
  /// The value of a fact as it is pasted in this form.
  ///
  /// - Parameter facts: every fact that is known.
  /// - Returns: one text, or the entries of a list; nil as long as the fact has no value.
  public func applied(to key: FactKey, in facts: [FactKey: [String]]) -> [String]? {
    guard let values = facts[key] else { return nil }
    switch self {
    case .asIs: return values
    case .withoutTrailingSlash: return values.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    case .singleACSURL: return Self.singleACSURL(of: values, in: facts).map { [$0] } ?? []
    }
  }

  /// The alternative IPv4 address where the instance has one, else the IPv4 one of the primary Region, else whatever
  /// comes nearest to that.
  private static func singleACSURL(of urls: [String], in facts: [FactKey: [String]]) -> String? {
    if let alternative = facts[.alternativeACSURL]?.first { return alternative }
    let primary = facts[.region]?.first
    let inPrimary = urls.filter { AWSAddress.recognise($0).region?.code == primary }
    let isSingleStack: (String) -> Bool = { url in
      if case .assertionConsumerService(let address) = AWSAddress.recognise(url) {
        address.family != .dualStack
      } else {
        false
      }
    }
    return inPrimary.first(where: isSingleStack) ?? inPrimary.first ?? urls.first(where: isSingleStack) ?? urls.first
  }
}
