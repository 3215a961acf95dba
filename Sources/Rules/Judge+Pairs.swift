import Markup
import Parties
import SAML

// What several documents show together, and beside what consoles show.

extension Judge {
  /// Judges an identity provider and a service provider together; what each shows alone is not said again.
  ///
  /// Nothing where one of the documents does not hold exactly one entity of its role.
  public func pair(identityProvider idp: Verdict, serviceProvider sp: Verdict) -> [Finding] {
    guard let subject = pairSubject(idp, sp) else { return [] }
    return findings(
      entityID: idp.entityID, provider: idp.guess.provider, file: idp.path, files: paths(of: [sp])
    ) { rule, findings in
      if case .pair(let check) = rule.check { check(subject, &findings) }
    }
  }

  /// What an identity provider and AWS agree on; nil where the two cannot be an agreement, or where one of the documents
  /// does not hold exactly one entity of its role.
  public func contract(identityProvider idp: Verdict, serviceProvider sp: Verdict) -> Contract? {
    pairSubject(idp, sp).flatMap {
      Contract($0.identityProvider, in: idp.path, $0.serviceProvider, in: sp.path)
    }
  }

  /// Says that a partner has to be chosen, where an identity provider's file was given with several of AWS; nothing for
  /// fewer than two.
  public func choice(of serviceProviders: [Verdict], for identityProvider: Verdict) -> [Finding] {
    guard let first = serviceProviders.first, serviceProviders.count > 1 else { return [] }
    let subject = ChoiceSubject(serviceProviders: serviceProviders)
    return findings(
      entityID: identityProvider.entityID, provider: identityProvider.provider, file: first.path,
      files: paths(of: serviceProviders)
    ) { rule, findings in
      if case .choice(let check) = rule.check { check(subject, &findings) }
    }
  }

  /// Compares what consoles show with the files, character by character.
  ///
  /// What the identity provider's console shows is compared with AWS's file, and the sign-in URL and the certificates of
  /// AWS's console with the identity provider's. A value whose file is missing, or holds not exactly one entity of its role, is not
  /// compared.
  public func compare(
    _ typed: TypedValues, identityProvider idp: Verdict?, serviceProvider sp: Verdict?
  ) -> [Finding] {
    guard !typed.isEmpty else { return [] }
    var (atProvider, atAWS) = (typed, TypedValues())
    (atProvider.signOnURL, atProvider.trusted) = (nil, nil)
    (atAWS.signOnURL, atAWS.trusted) = (typed.signOnURL, typed.trusted)
    let idpRole = idp.flatMap(identityProvider(of:))
    let spRole = sp.flatMap(serviceProvider(of:))
    let verdicts = [sp, idp].compactMap(\.self)
    return [(atProvider, sp ?? idp), (atAWS, idp)].flatMap { values, concerned -> [Finding] in
      guard !values.isEmpty, let concerned else { return [] }
      let subject = TypedSubject(values: values, identityProvider: idpRole, serviceProvider: spRole)
      return findings(
        entityID: concerned.entityID, provider: idp?.provider, file: concerned.path, files: paths(of: verdicts)
      ) { rule, findings in
        if case .typed(_, let check) = rule.check { check(subject, &findings) }
      }
    }
  }

  // MARK: The sides

  func pairSubject(_ idp: Verdict, _ sp: Verdict) -> PairSubject? {
    guard let idpRole = identityProvider(of: idp), let spRole = serviceProvider(of: sp) else { return nil }
    return PairSubject(identityProvider: idpRole, serviceProvider: spRole)
  }

  func identityProvider(of verdict: Verdict) -> RoleSubject<IDPSSODescriptor>? {
    guard let entity = verdict.onlyEntity else { return nil }
    return EntitySubject(entity, settings: settings).identityProviders.first
  }

  func serviceProvider(of verdict: Verdict) -> RoleSubject<SPSSODescriptor>? {
    guard let entity = verdict.onlyEntity else { return nil }
    return EntitySubject(entity, settings: settings).serviceProviders.first
  }

  /// Whose tree is whose file.
  private func paths(of verdicts: [Verdict]) -> [ObjectIdentifier: String] {
    var paths: [ObjectIdentifier: String] = [:]
    for verdict in verdicts {
      if let entity = verdict.onlyEntity { paths[ObjectIdentifier(entity.element.tree)] = verdict.path }
    }
    return paths
  }
}
