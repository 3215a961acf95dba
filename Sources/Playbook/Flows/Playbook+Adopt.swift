extension Playbook {
  /// A connection that works already, written down, so that its dates are watched and its keys can be replaced.
  ///
  /// No step changes anything: each reads, compares or asks.
  ///
  /// - Parameters:
  ///   - metadata: the step that saves the provider's metadata; that of the set-up where it suits a running application.
  ///   - comparing: steps of the set-up that enter AWS's addresses, besides the one that ``ProviderWords`` names, and
  ///     the ids of those that compare them instead.
  static func adopting(
    _ setUp: Playbook, idp: ProviderWords, metadata: Step? = nil, comparing others: [StepID: StepID] = [:]
  ) -> Playbook {
    let spine = IdentityCenterSpine(idp: idp)
    let ids = others.merging([idp.registersAWS: StepID(rawValue: "compare-values-in-\(setUp.provider)")]) { $1 }
    let saver = (metadata ?? setUp.step(idp.savesMetadata)).map { $0.needing([.recordInstance]) }
    let comparisons = setUp.steps.compactMap { step in ids[step.id].map { spine.compareValues(of: step, as: $0) } }
    let older = setUp.step(.keepAlternativeACSURL).map { $0.needing([.recordAWSMetadata]) }
    let stages = [
      Stage(.prepare) { spine.recordInstance },
      Stage(.connect) {
        spine.recordAWSMetadata
        if let saver {
          saver
          spine.checkBothFiles.needing([.recordAWSMetadata, saver.id])
          spine.compareValuesInAWS(after: saver.id)
        }
        comparisons
        if let older { older }
        if let saver { spine.recordTrustedCertificates(after: saver.id) }
      },
      Stage(.provision) {
        spine.recordSCIMToken
        spine.compareNameID.needing([])
        spine.recordUsers
        spine.recordGroups
      },
      Stage(.authorise) { spine.recordAccess },
      Stage(.test) {
        spine.testPortalSignIn.needing([.recordAccess, .compareNameID])
        spine.seeNameIDSent
        spine.lookIntoCloudTrail
      },
      Stage(.maintain) {
        spine.remindOfTokenRenewal(after: .recordSCIMToken)
        spine.remindOfCertificate(after: .recordTrustedCertificates)
      },
    ]
    return Playbook(
      provider: setUp.provider, flow: .adopt,
      title: "Write down the connection between \(idp.name) and AWS that works already",
      summary: [
        "Nothing is changed: each step reads what runs, and compares what the two sides hold of each other.",
        """
        Afterwards the dates of the certificate and of the token are watched, and the flows `rotate-certificate` and \
        `renew-scim-token` know what they begin with.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the right to read the settings of IAM Identity Center in the management account"),
        Prerequisite(.awsAdmin, "the day on which the SCIM token was made, which the console shows"),
        Prerequisite(.idpAdmin, "the right to read the application for AWS at \(text: idp.name)"),
        Prerequisite(.idpAdmin, "a person who may sign in to AWS, as \(text: idp.name) knows them"),
      ],
      wishes: setUp.wishes(for: stages)
    ) { stages }
  }
}
