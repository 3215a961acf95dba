public import SAML

/// A decision not to count the findings of a rule until a day has passed, with the reason.
///
/// A class only because every finding that it covers carries it; it never changes.
public final class Suppression: Sendable {
  /// The rule's id.
  public let rule: String
  /// The entity whose findings are meant, by its entityID; nil: whichever.
  public let entityID: String?
  /// Why, in the words of whoever decided; untrusted text.
  public let reason: String
  /// Midnight in UTC at which the last day of its validity begins.
  public let until: Instant
  /// Where it is written, such as `.signpost.json:7:5`; untrusted text.
  public let place: String

  /// Records a decision.
  public init(rule: String, entityID: String?, reason: String, until: Instant, place: String) {
    self.rule = rule
    self.entityID = entityID
    self.reason = reason
    self.until = until
    self.place = place
  }

  /// What it speaks of: the rule, and whose findings are meant. The entityID is untrusted text.
  public var subject: String { rule + (entityID.map { " of \($0)" } ?? "") }

  /// Whether its last day has passed.
  public func isOver(at now: Instant) -> Bool { now >= until.adding(days: 1) }

  /// Whether it speaks of a finding, over or not.
  public func covers(_ finding: Finding) -> Bool {
    rule == finding.rule.id && (entityID == nil || entityID == finding.entityID)
  }
}

extension Finding {
  /// What was agreed about a finding before it was made.
  public enum Standing: Sendable {
    /// Nothing: it counts.
    case counted
    /// It was known when the baseline was written, and does not count.
    case baselined
    /// It does not count until the suppression ends.
    case suppressed(Suppression)
    /// It counts again: the suppression has ended.
    case suppressionEnded(Suppression)
  }

  /// Whether it decides what the validation comes to.
  public var counts: Bool {
    switch standing {
    case .counted, .suppressionEnded: true
    case .baselined, .suppressed: false
    }
  }
}
