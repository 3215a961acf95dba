import Markup
import SAML

/// One thing that can be wrong with the response of a sign-in, as a value that reads like its own manual page.
///
/// It is the sister of ``Rule`` for messages: it says the likely cause and at which kind of step the remedy lies, and its
/// messages guard what identifies a person.
public struct ResponseRule: Sendable, Identifiable {
  /// Family and number, such as `RESP010`.
  public let id: String
  /// The problem's name in kebab case.
  public let name: String
  /// What a finding means.
  public let severity: Severity
  /// The first version that has the rule.
  public let since: String
  /// The problem in one sentence.
  public let summary: String
  /// Where it comes from, as a rule.
  public let cause: String
  /// What to do.
  public let remedy: String
  /// Where a set-up has the step that puts it right.
  public let topic: SignInTopic
  /// Where the rule's claim comes from.
  public let references: [Reference]
  /// Responses that break the rule, the reported range marked.
  public let failing: [ResponseExample]
  /// Responses that come close and keep the rule.
  public let passing: [ResponseExample]
  let check: Check

  /// What a rule looks at.
  enum Check: Sendable {
    /// Bytes that are no readable XML.
    case unreadable
    /// Another message than a response.
    case stranger(@Sendable (Element, inout ResponseFindings) -> Void)
    /// A response as a whole.
    case response(@Sendable (ResponseSubject, inout ResponseFindings) -> Void)
    /// One assertion of a response.
    case assertion(@Sendable (Assertion, ResponseSubject, inout ResponseFindings) -> Void)
  }

  init(
    _ id: String, _ name: String, _ severity: Severity, since: String = "0.1.0", topic: SignInTopic, summary: String,
    cause: String, remedy: String, references: [Reference], failing: [ResponseExample], passing: [ResponseExample],
    check: Check
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.since = since
    self.topic = topic
    self.summary = summary
    self.cause = cause
    self.remedy = remedy
    self.references = references
    self.failing = failing
    self.passing = passing
    self.check = check
  }

  /// The rule of an id (any case) or a name.
  public static func named(_ text: String) -> ResponseRule? {
    catalogue.first { $0.id == text.uppercased() || $0.name == text.lowercased() }
  }
}
