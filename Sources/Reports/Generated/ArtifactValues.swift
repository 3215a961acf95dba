import Playbook
public import Setup

/// What a set-up knows that goes into files for other tools.
public struct ArtifactValues: Sendable {
  /// The name of the set-up.
  public let name: SetupName
  /// The identity provider, by the name that the command line uses.
  public let provider: String
  let facts: [FactKey: [String]]

  /// The values of a set-up as it stands.
  public init(_ progress: Progress, name: SetupName) {
    self.init(name: name, provider: progress.playbook.provider, facts: progress.facts.mapValues(\.values))
  }

  init(name: SetupName, provider: String, facts: [FactKey: [String]]) {
    self.name = name
    self.provider = provider
    self.facts = facts
  }

  /// The artifact as text, with a line feed at its end.
  public func text(of artifact: Artifact) throws(ArtifactProblem) -> String {
    let missing = artifact.needs.filter { key in
      // An empty list is an answer for groups; no other value can be empty.
      guard let values = facts[key] else { return true }
      return values.isEmpty && key != .requiredGroups
    }
    if !missing.isEmpty { throw .missing(missing) }
    return switch artifact {
    case .awsConfig: try AWSConfigFile(self).text
    case .cloudFormation: try CloudFormationTemplate(self).text
    case .awsSSOStack: try AWSSSOStack(self).text
    case .ssosync: try SSOSyncSettings(self).text
    }
  }

  /// The only value of a fact.
  func value(_ key: FactKey) throws(ArtifactProblem) -> String {
    guard let value = facts[key]?.first else { throw .missing([key]) }
    return value
  }

  /// The values of a list, each once, in their order.
  func list(_ key: FactKey) -> [String] {
    var seen: Set<[UInt8]> = []
    return (facts[key] ?? []).filter { seen.insert(Array($0.utf8)).inserted }
  }
}
