public import Rules

extension Playbook {
  /// The step at which something about the sign-in is put right; nil where the playbook has none.
  public func step(about topic: SignInTopic) -> Step? {
    Self.steps(about: topic).lazy.compactMap(step).first
  }

  /// The steps of all playbooks that a topic is about, the nearest first.
  private static func steps(about topic: SignInTopic) -> [StepID] {
    switch topic {
    case .application:
      [
        .addOktaApplication, .addEntraApplication, .addJumpCloudApplication, .addGoogleApplication,
        .addCyberArkApplication, .addOneLoginApplication, .addPingApplication, .createSAMLApplication,
      ]
    case .registration:
      [
        .registerAWSInOkta, .registerAWSInEntra, .registerAWSInJumpCloud, .registerAWSInGoogle, .registerAWSInCyberArk,
        .registerAWSInOneLogin, .registerAWSInPing, .registerAWSAtProvider, .keepAlternativeACSURL,
      ]
    case .nameID:
      [
        .setOktaUsernameFormat, .setEntraNameID, .setJumpCloudNameID, .registerAWSInGoogle, .setCyberArkAccountMapping,
        .setOneLoginNameID, .mapPingSubject, .setProviderNameID, .compareNameID,
      ]
    case .trust: [.importNewCertificate, .uploadIdPMetadata, .recordTrustedCertificates, .checkBothFiles]
    case .assignment:
      [
        .assignOktaApplication, .assignEntraApplication, .bindJumpCloudGroups, .turnOnGoogleService,
        .permitCyberArkApplication, .assignOneLoginApplication, .allowPingPeople, .assignSAMLApplication,
      ]
    case .users: [.checkUsers, .createUsersByHand, .recordUsers]
    case .provisioning:
      [
        .connectOktaToSCIM, .startEntraProvisioning, .connectJumpCloudToSCIM, .configureGoogleProvisioning,
        .connectCyberArkToSCIM, .connectOneLoginToSCIM, .connectPingToSCIM, .connectProviderToSCIM, .enableSCIM,
      ]
    case .groups: [.checkGroups, .recordGroups]
    case .access: [.assignAccountAccess, .recordAccess]
    case .identitySource: [.changeIdentitySource, .openIdentitySource, .recordInstance]
    case .capture: [.seeNameIDSent, .testNewCertificate, .testPortalSignIn]
    }
  }
}
