/// The stages that go the same way whoever the provider is, from its own steps and the shared ones.
extension IdentityCenterSpine {
  /// What follows when people and groups have reached AWS: access, the proof that it works, and what comes back later.
  @PlaybookBuilder var accessToUpkeep: [Stage] {
    Stage(.authorise) {
      createPermissionSet
      assignAccountAccess
    }
    Stage(.test) {
      testPortalSignIn
      seeNameIDSent
      testApplicationTile
      testCommandLine
      lookIntoCloudTrail
    }
    Stage(.maintain) {
      remindOfTokenRenewal()
      remindOfCertificate()
    }
  }

  /// Another certificate: AWS trusts it before the provider signs with it.
  ///
  /// - Parameters:
  ///   - make: the steps that bring the new certificate about; of several one applies.
  ///   - use: the steps after which the provider signs with it.
  ///   - remove: the steps that take the old one away at the provider.
  @PlaybookBuilder func certificateRotation(
    @StageBuilder making make: () -> [Step], @StageBuilder using use: () -> [Step],
    @StageBuilder removing remove: () -> [Step] = { [] }
  ) -> [Stage] {
    let (made, used, removed) = (make(), use(), remove())
    let last = used.last?.id ?? .importNewCertificate
    Stage(.prepare) { made }
    Stage(.connect) {
      importNewCertificate(after: made.map(\.id))
      used
    }
    Stage(.test) { testNewCertificate(after: last) }
    Stage(.maintain) {
      deleteOldCertificate
      removed
      remindOfCertificate(.remindOfNextCertificate, after: removed.last?.id ?? last)
    }
  }

  /// Another token: it is entered and seen to work before the old one goes.
  ///
  /// - Parameters:
  ///   - isTried: whether the provider tries the token when it is entered; else a change has to be seen to arrive.
  ///   - enter: the steps that enter the new token; of several one applies.
  ///   - begin: the steps by which the provider lets go of the old token, where it must before it takes another.
  @PlaybookBuilder func tokenRenewal(
    isTried: Bool = false, @StageBuilder entering enter: () -> [Step],
    @StageBuilder beginning begin: () -> [Step] = { [] }
  ) -> [Stage] {
    let (begun, entered) = (begin(), enter())
    let tried = isTried ? entered.last?.id : nil
    Stage(.prepare) {
      begun
      createSecondToken(after: begun.map(\.id))
    }
    Stage(.provision) {
      entered
      if tried == nil { seeChangeArrive(after: entered.map(\.id)) }
    }
    Stage(.maintain) {
      deleteOldToken(after: tried ?? .seeChangeArrive)
      remindOfTokenRenewal(.remindOfNextRenewal, after: .createSecondToken)
    }
  }
}
