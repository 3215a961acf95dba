import Markup
public import Parties
import SAML

/// One thing that can be wrong, as a value that reads like its own manual page.
///
/// A class only because every finding carries its rule, and there may be very many findings; it never changes.
public final class Rule: Sendable, Identifiable {
  /// Family and number, such as `KEY009`; never used again for another rule.
  public let id: String
  /// The problem's name in kebab case, such as `certificate-expires-soon`.
  public let name: String
  /// What a finding means unless the caller decides otherwise.
  public let severity: Severity
  /// The first version that has the rule.
  public let since: String
  /// The problem in one sentence.
  public let summary: String
  /// Why it matters between this identity provider and IAM Identity Center.
  public let why: String
  /// What to do, whatever the identity provider.
  public let remedy: String
  private let makeRemedies: @Sendable () -> ProviderRemedies
  private let makeReferences: @Sendable () -> [Reference]
  private let makeExamples: @Sendable () -> (failing: [Example], passing: [Example])
  let check: Check

  /// Makes a rule; what only a reader of its page needs is only evaluated when somebody reads them.
  init(
    _ id: String, _ name: String, _ severity: Severity, since: String = "0.1.0", summary: String, why: String,
    remedy: String, remedies: @autoclosure @escaping @Sendable () -> ProviderRemedies = [:],
    references: @autoclosure @escaping @Sendable () -> [Reference],
    failing: @autoclosure @escaping @Sendable () -> [Example],
    passing: @autoclosure @escaping @Sendable () -> [Example], check: Check
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.since = since
    self.summary = summary
    self.why = why
    self.remedy = remedy
    makeRemedies = remedies
    makeReferences = references
    makeExamples = { (failing(), passing()) }
    self.check = check
  }

  /// What to do in a particular provider's console, where it differs.
  public var remedies: [Provider: String] { makeRemedies().texts }
  /// Where the rule's claim comes from.
  public var references: [Reference] { makeReferences() }
  /// Documents that break the rule, the reported ranges marked.
  public var failing: [Example] { makeExamples().failing }
  /// Documents that come close and keep the rule.
  public var passing: [Example] { makeExamples().passing }

  /// The letters of the id: what is judged.
  public var family: String { String(id.prefix { $0.isLetter }) }

  /// The remedy for a provider's console, or the general one.
  public func remedy(for provider: @autoclosure () -> Provider?) -> String {
    let texts = makeRemedies().texts
    return texts.isEmpty ? remedy : provider().flatMap { texts[$0] } ?? remedy
  }

  /// What a rule looks at; each closure reports what it finds.
  enum Check: Sendable {
    /// A document that cannot be read.
    case fault(@Sendable (Fault, inout Findings) -> Void)
    /// The document as a whole, once it has been read.
    case document(@Sendable (DocumentSubject, inout Findings) -> Void)
    /// An element that stands where an entity should.
    case stranger(@Sendable (StrangerSubject, inout Findings) -> Void)
    /// An entity, whatever its roles.
    case entity(@Sendable (EntitySubject, inout Findings) -> Void)
    /// How long a group, or an entity, says that it may be used.
    case validity(@Sendable (ValiditySubject, inout Findings) -> Void)
    /// A signature over an entity, one of its roles, or a group.
    case signature(@Sendable (SignatureSubject, inout Findings) -> Void)
    /// An identity provider's role.
    case identityProvider(@Sendable (RoleSubject<IDPSSODescriptor>, inout Findings) -> Void)
    /// A service provider's role.
    case serviceProvider(@Sendable (RoleSubject<SPSSODescriptor>, inout Findings) -> Void)
    /// A document that was said to be one side's file.
    case claimedSide(@Sendable (ClaimedSideSubject, inout Findings) -> Void)
    /// An identity provider and the service provider that is to trust it.
    case pair(@Sendable (PairSubject, inout Findings) -> Void)
    /// A value that a console shows, beside the files.
    case typed(TypedValues.Part, @Sendable (TypedSubject, inout Findings) -> Void)
    /// Several service providers of AWS where one is to be the partner.
    case choice(@Sendable (ChoiceSubject, inout Findings) -> Void)
  }
}
