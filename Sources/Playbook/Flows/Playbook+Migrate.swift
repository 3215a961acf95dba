extension Playbook {
  /// A set-up in which people sign in already, moved over to another identity provider.
  ///
  /// The steps of the set-up stay, with what a working instance adds: a snapshot, what the change destroys, a second
  /// way in that is open, and one group that goes first, all of it before the change; what the change took is put back
  /// after it. What a working instance has already is not made anew.
  static func migrating(_ setUp: Playbook, idp: ProviderWords) -> Playbook {
    let spine = IdentityCenterSpine(idp: idp)
    let standIns: [StepID: StepID] = [
      .enableIdentityCenter: .snapshotIdentityCenter, .createPermissionSet: .namePermissionSets,
    ]
    /// A step of the set-up as it stands in a working instance: others before, after and in the place of it.
    func moved(_ step: Step) -> [Step] {
      let step = step.needing(step.needs.filter { $0 != .choosePortalAlias }.map { standIns[$0] ?? $0 })
      switch step.id {
      case .choosePortalAlias: return []
      case .enableIdentityCenter:
        return [
          spine.snapshotIdentityCenter, spine.weighDirectory, spine.weighActiveDirectory, spine.weighOtherProvider,
        ]
      case .changeIdentitySource:
        let before = [spine.choosePilotGroup, spine.stopFormerProvisioning, spine.openSecondSession]
        let weighed: [StepID] = [
          .snapshotIdentityCenter, .weighDirectory, .weighActiveDirectory, .weighOtherProvider,
        ]
        return before + [step.needing(step.needs + weighed + before.map(\.id)), spine.renewAWSMetadata]
      case .createPermissionSet: return [spine.namePermissionSets.needing([.snapshotIdentityCenter])]
      case .assignAccountAccess: return [step, spine.restoreAssignments]
      case .lookIntoCloudTrail:
        return [step, spine.letPilotGroupIn, spine.admitEverybody, spine.compareWithSnapshot]
      default: return [step]
      }
    }
    let stages = setUp.stages.map { stage in Stage(stage.purpose) { stage.steps.flatMap(moved) } }
    return Playbook(
      provider: setUp.provider, flow: .migrate,
      title: "Move AWS IAM Identity Center over to \(idp.name)",
      summary: [
        "People sign in to AWS already; from the change on they sign in at \(text: idp.name), all of them at once.",
        """
        Before the change: a snapshot, what is lost by it, a second way in that is open, and one group that goes first. \
        Nothing changes for anybody until `ACCEPT` is typed.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(.awsAdmin, "AWS CLI version 2, and a place for a snapshot that holds names and addresses"),
        Prerequisite(.awsAdmin, "a way in that needs neither the present nor the new identity source"),
        Prerequisite(.awsAdmin, "a time at which people can do without AWS, announced to them"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
      ] + setUp.providerPrerequisites,
      wishes: setUp.wishes(for: stages), requiredGroups: setUp.requiredGroups
    ) { stages }
  }
}
