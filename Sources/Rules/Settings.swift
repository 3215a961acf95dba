public import SAML

/// What every judgement is made against: the clock and the horizon, and nothing of the machine.
public struct Settings: Sendable {
  /// The instant that counts as now.
  public var now: Instant
  /// Days before the end of a certificate from which it is reported; AWS turns yellow at 90.
  public var expiryWindow: Int64 = 90
  /// Days before the end of a certificate from which it is an error that no later one is there; nil: never.
  public var urgentWindow: Int64?
  /// What the files are to say.
  public var expected = ExpectedValues()
  /// Rules to judge by, by id; nil for all.
  public var selected: Set<String>?
  /// Rules to leave out, by id.
  public var ignored: Set<String> = []
  /// Severities that replace the rules' own, by id.
  public var severities: [String: Severity] = [:]
  /// The entityID of the only entity to judge in a document of several; nil for all.
  public var entityID: String?

  /// Makes the default settings for an instant.
  public init(now: Instant) { self.now = now }

  func applies(_ rule: Rule) -> Bool {
    selected?.contains(rule.id) != false && !ignored.contains(rule.id) && expected.concerns(rule)
  }
}
