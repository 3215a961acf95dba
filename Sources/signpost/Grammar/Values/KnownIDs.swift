import Playbook
import Rules

/// The ids that a shell offers, in the order in which they are presented. They are worked out when a shell asks for them.
enum KnownIDs {
  /// What `validate --select` takes: the families, and then the rules.
  static var judged: [String] {
    let rules = Catalogue.rules
    return distinct(rules.map(\.family)) + rules.map(\.id)
  }

  /// Every rule: of files, lists and responses.
  static var rules: [String] {
    Catalogue.rules.map(\.id) + ListRule.catalogue.map(\.id) + ResponseRule.catalogue.map(\.id)
  }

  /// The steps of every playbook, with and without an overlay.
  static var steps: [String] {
    let playbooks = Playbook.all + Overlay.all.flatMap { overlay in Playbook.all.map { $0.under(overlay) } }
    return distinct(playbooks.flatMap(\.steps).map(\.id.rawValue)).sorted()
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
