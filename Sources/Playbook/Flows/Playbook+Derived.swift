/// Flows that follow from a provider's set-up and the shared steps, so that no provider has to write them down.
extension Playbook {
  /// The wishes on which one of these steps depends, in the order in which the set-up asks for them.
  func wishes(for stages: [Stage]) -> [Wish] {
    let used = Set(stages.flatMap(\.steps).flatMap { $0.when.wishes })
    return wishes.filter(used.contains)
  }

  /// What the provider's side needs in any flow that makes the connection anew.
  var providerPrerequisites: [Prerequisite] { prerequisites.filter { $0.actor == .idpAdmin } }
}

extension Step {
  /// The same step, after others.
  func needing(_ needs: [StepID]) -> Step {
    var step = self
    step.needs = needs
    return step
  }
}

extension Playbook {
  /// The flows of each provider that are derived from its set-up.
  static let derived: [Playbook] = [
    migrating(okta, idp: .okta),
    adopting(okta, idp: .okta),
    migrating(entra, idp: .entra),
    adopting(entra, idp: .entra),
    migrating(jumpCloud, idp: .jumpCloud),
    adopting(jumpCloud, idp: .jumpCloud),
    migrating(googleWorkspace, idp: .googleWorkspace),
    adopting(googleWorkspace, idp: .googleWorkspace, metadata: GoogleWorkspaceSteps.saveRunningMetadata),
    migrating(cyberArk, idp: .cyberArk),
    adopting(cyberArk, idp: .cyberArk),
    migrating(oneLogin, idp: .oneLogin),
    adopting(oneLogin, idp: .oneLogin),
    migrating(ping, idp: .ping),
    adopting(ping, idp: .ping, comparing: [.createPingFederateConnection: "compare-values-in-pingfederate"]),
    migrating(generic, idp: .generic),
    adopting(generic, idp: .generic),
  ]
}
