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

  /// Every text that a field may show which takes the value in this form: where any of several is as good as the one
  /// that is proposed, all of them, the proposed one first. An instance that has the alternative ACS URL takes no other
  /// (https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-workforce-access.html).
  func accepted(for key: FactKey, in facts: [FactKey: [String]]) -> [String]? {
    guard let proposed = applied(to: key, in: facts), self == .singleACSURL else { return nil }
    let alternatives = facts[.alternativeACSURL] ?? []
    guard alternatives.isEmpty else { return alternatives }
    let primary = facts[.region]?.first
    return (proposed + (facts[key] ?? []).filter { AWSAddress.recognise($0).region?.code == primary }).withoutRepetition
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
