import Console
import Reports
import Rules
import SAML

/// The files of one `validate`, each judged alone, and what they show together.
struct JudgedFiles {
  /// A file, and the side that it was said to be.
  struct Item {
    let verdict: Verdict
    let side: Side?
  }

  /// What the files are, in the order in which they were given.
  var verdicts: [Item] = []
  let judge: Judge
  let typed: TypedValues

  /// What the files show beside each other, and beside what consoles show.
  var findings: [Finding] {
    let claims = verdicts.flatMap { item in item.side.map { judge.findings(claiming: $0, of: item.verdict) } ?? [] }
    var together = pairs.flatMap { judge.pair(identityProvider: $0, serviceProvider: $1) }
    if let first = identityProviders.first, partner == nil {
      together += judge.choice(of: serviceProviders, for: first)
    }
    return claims + together
      + judge.compare(typed, identityProvider: onlyIdentityProvider, serviceProvider: partner)
  }

  /// The rules by which files were judged beside others, or beside what consoles show, by path.
  var rules: [String: [Rule]] {
    var rules: [String: [Rule]] = [:]
    for item in verdicts where item.side != nil {
      rules[item.verdict.path, default: []] += judge.rules(claimed: item.verdict)
    }
    for (idp, sp) in pairs {
      let applied = judge.rules(identityProvider: idp, serviceProvider: sp)
      for path in [idp.path, sp.path] { rules[path, default: []] += applied }
    }
    if partner == nil, !identityProviders.isEmpty {
      let applied = judge.rules(choosing: serviceProviders)
      for verdict in serviceProviders { rules[verdict.path, default: []] += applied }
    }
    let compared = judge.rules(comparing: typed, identityProvider: onlyIdentityProvider, serviceProvider: partner)
    for (path, rule) in compared { rules[path, default: []].append(rule) }
    return rules
  }

  /// What each pair agrees on.
  var contracts: [Contract] { pairs.compactMap { judge.contract(identityProvider: $0, serviceProvider: $1) } }

  /// Why a value that was typed could not be compared with a file; nil where all were.
  var uncompared: Failure? {
    if typed.isEmpty { return nil }
    let hasServiceProvider = partner?.onlyEntity?.serviceProviders.isEmpty == false
    let hasIdentityProvider = onlyIdentityProvider?.onlyEntity?.identityProviders.isEmpty == false
    let ofServiceProvider = [
      ("--acs-url", !typed.acsURLs.isEmpty && !hasServiceProvider),
      ("--entity-id", typed.entityID != nil && !hasServiceProvider),
      ("--name-id-format", typed.nameIDFormat != nil && !hasServiceProvider && !hasIdentityProvider),
      ("--scim-endpoint", typed.scimEndpoint != nil && !hasServiceProvider && !hasIdentityProvider),
    ]
    if let flag = ofServiceProvider.first(where: \.1)?.0 {
      return uncompared(flag, .serviceProvider, "AWS's file", among: serviceProviders, namedBy: "--aws")
    }
    let ofIdentityProvider = [
      ("--sign-on-url", typed.signOnURL != nil), ("--trusted-certificates", typed.trusted != nil),
    ]
    guard let flag = ofIdentityProvider.first(where: \.1)?.0, !hasIdentityProvider else { return nil }
    return uncompared(
      flag, .identityProvider, "the identity provider's file", among: identityProviders, namedBy: "--idp")
  }

  /// That a flag was not compared, for there is no file of that side. Where another one was said to be it, the fault is
  /// the file's.
  private func uncompared(
    _ flag: String, _ side: Side, _ file: String, among candidates: [Verdict], namedBy name: String
  ) -> Failure {
    let needs: StyledText = "\(ours: flag) was not compared: it needs \(ours: file), and"
    guard let claimed = verdicts.first(where: { $0.side == side })?.verdict else {
      let found: StyledText = candidates.count > 1 ? "there are \(candidates.count)" : "there is none"
      return .couldNot("\(needs) \(found) among the files that could be read; name it with \(ours: name)")
    }
    let found = claimed.findings + judge.findings(claiming: side, of: claimed)
    let words: StyledText = "\(needs) \(.path("\(untrusted: claimed.path)")), which \(ours: name) names, is not that"
    return found.contains { $0.severity == .error } ? .findings(words) : .couldNot(words)
  }

  // MARK: Who belongs to whom

  /// AWS's files; the same one given twice counts once.
  private var serviceProviders: [Verdict] {
    distinct(verdicts.filter { $0.side == .serviceProvider || ($0.side == nil && $0.verdict.isAWS) })
  }

  /// AWS's file: the one that was said to be it, else the only one.
  private var partner: Verdict? {
    if let claimed = verdicts.first(where: { $0.side == .serviceProvider }) { return claimed.verdict }
    return serviceProviders.count == 1 ? serviceProviders.first : nil
  }

  private var identityProviders: [Verdict] {
    distinct(verdicts.filter(\.verdict.isIdentityProvider))
  }

  private var onlyIdentityProvider: Verdict? {
    if let claimed = verdicts.first(where: { $0.side == .identityProvider }) { return claimed.verdict }
    return identityProviders.count == 1 ? identityProviders.first : nil
  }

  /// AWS's file with each identity provider's.
  private var pairs: [(Verdict, Verdict)] {
    guard let partner else { return [] }
    return identityProviders.filter { $0.path != partner.path }.map { ($0, partner) }
  }

  private func distinct(_ items: [Item]) -> [Verdict] {
    var seen: Set<String> = []
    return items.map(\.verdict).filter { seen.insert($0.path).inserted }
  }
}
