import Markup
import SAML

// Which rules have something to look at where documents are judged beside others: what was checked is worth knowing
// even where nothing was found.

extension Judge {
  /// The rules for a document that was said to be one side's; nothing where it could not be read.
  public func rules(claimed verdict: Verdict) -> [Rule] {
    guard verdict.outcome.fault == nil, verdict.entities > 0 else { return [] }
    return rules { if case .claimedSide = $0.check { true } else { false } }
  }

  /// The rules for an identity provider and a service provider together; nothing where the documents are no pair.
  public func rules(identityProvider idp: Verdict, serviceProvider sp: Verdict) -> [Rule] {
    guard pairSubject(idp, sp) != nil else { return [] }
    return rules { if case .pair = $0.check { true } else { false } }
  }

  /// The rules for several files of AWS beside an identity provider's; nothing for fewer than two.
  public func rules(choosing serviceProviders: [Verdict]) -> [Rule] {
    guard serviceProviders.count > 1 else { return [] }
    return rules { if case .choice = $0.check { true } else { false } }
  }

  /// The rules that compare what consoles show with the files, each with the path of the file that it is about.
  public func rules(
    comparing typed: TypedValues, identityProvider idp: Verdict?, serviceProvider sp: Verdict?
  ) -> [(path: String, rule: Rule)] {
    let (idp, sp) = (
      idp.flatMap { hasIdentityProvider($0) ? $0.path : nil }, sp.flatMap { hasServiceProvider($0) ? $0.path : nil }
    )
    return rules.compactMap { rule in
      guard case .typed(let part, _) = rule.check, typed.has(part) else { return nil }
      let path =
        switch part {
        case .acsURLs, .entityID: sp
        case .nameIDFormat, .scimEndpoint: sp ?? idp
        case .signOnURL, .trusted: idp
        }
      return path.map { ($0, rule) }
    }
  }

  private func rules(_ isWanted: (Rule) -> Bool) -> [Rule] { rules.filter(isWanted) }

  private func hasIdentityProvider(_ verdict: Verdict) -> Bool { identityProvider(of: verdict) != nil }

  private func hasServiceProvider(_ verdict: Verdict) -> Bool { serviceProvider(of: verdict) != nil }
}
