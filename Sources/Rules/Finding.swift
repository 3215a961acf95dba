public import Markup
public import SAML

/// One judgement: a rule, a place and what was found there.
///
/// `message` and `related` messages quote what the document says: untrusted text, to be made safe where it is shown.
public struct Finding: Sendable {
  private let facts: Facts
  /// What was agreed about it beforehand.
  public var standing = Standing.counted

  /// What never changes. There may be very many findings, and they are sorted and sifted more than once: that moves
  /// references.
  private final class Facts: Sendable {
    let rule: Rule
    let severity: Severity
    let message: String
    let remedy: String
    let place: Place
    let entityID: String?
    let related: [Related]

    init(
      rule: Rule, severity: Severity, message: String, remedy: String, place: Place, entityID: String?,
      related: [Related]
    ) {
      self.rule = rule
      self.severity = severity
      self.message = message
      self.remedy = remedy
      self.place = place
      self.entityID = entityID
      self.related = related
    }
  }

  init(
    rule: Rule, severity: Severity, message: String, remedy: String, place: Place, entityID: String?,
    related: [Related]
  ) {
    facts = Facts(
      rule: rule, severity: severity, message: message, remedy: remedy, place: place, entityID: entityID,
      related: related)
  }

  /// The rule that speaks.
  public var rule: Rule { facts.rule }
  /// The rule's severity, or the one that the caller gave it.
  public var severity: Severity { facts.severity }
  /// What was found, in one sentence without a full stop.
  public var message: String { facts.message }
  /// What to do about it.
  public var remedy: String { facts.remedy }
  /// Where it is.
  public var place: Place { facts.place }
  /// The entity concerned, by its entityID.
  public var entityID: String? { facts.entityID }
  /// Other places that belong to it.
  public var related: [Related] { facts.related }

  /// A range of a file with its lines and columns.
  public struct Place: Sendable, Hashable {
    /// The file's path, as it was given.
    public let file: String
    /// The bytes, from the first one of the document's UTF-8 form.
    public let range: SourceRange
    /// Where the range begins.
    public let start: SourcePosition
    /// Where the range ends, exclusive.
    public let end: SourcePosition
    /// The line to show; nil where there is none.
    public let excerpt: Excerpt?
    /// SHA-256 of the beginning of the range without its white space, to recognise it elsewhere; nil where it is unknown.
    public let content: Digest?

    init(
      file: String, range: SourceRange, start: SourcePosition, end: SourcePosition, excerpt: Excerpt?,
      content: Digest? = nil
    ) {
      self.file = file
      self.range = range
      self.start = start
      self.end = end
      self.excerpt = excerpt
      self.content = content
    }
  }

  /// Another place that belongs to a finding.
  public struct Related: Sendable {
    /// Where it is.
    public let place: Place
    /// What is there.
    public let message: String
  }
}

extension Finding {
  /// The order of reports: by file, place, rule and message.
  public static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let (left, right) = (left.facts, right.facts)
    if left.place.file != right.place.file { return left.place.file < right.place.file }
    if left.place.range != right.place.range { return left.place.range < right.place.range }
    return (left.rule.id, left.message) < (right.rule.id, right.message)
  }
}
