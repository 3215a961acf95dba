/// A value for which a step asks, once, at the place where the operator sees it.
public struct Question: Sendable, Equatable {
  /// The fact that the answer gives a value to.
  public let fact: FactKey
  /// What the operator is asked.
  public let prompt: Phrase
  /// The field of the console that shows the value; nil where the value is a decision or a file.
  public let field: Label?
  /// Whether the step can be closed without an answer. A list that is left empty has a value: no entries.
  public let isOptional: Bool

  /// A question for a fact.
  public init(_ fact: FactKey, _ prompt: Phrase, field: Label? = nil, isOptional: Bool = false) {
    self.fact = fact
    self.prompt = prompt
    self.field = field
    self.isOptional = isOptional
  }
}

/// A value that is carried into a field of a console.
public struct Paste: Sendable, Equatable {
  /// What is pasted.
  public enum Value: Sendable, Equatable {
    /// The value of a fact.
    case fact(FactKey)
    /// Something that the operator fetches from the secret store; Signpost never sees it.
    case secret(Secret)
  }

  /// What is done to a value before it is pasted.
  public enum Form: String, Sendable, Equatable, CaseIterable {
    /// As it is.
    case asIs = "as-is"
    /// Without the slash at its end, where it has one.
    case withoutTrailingSlash = "without-trailing-slash"
    /// The one ACS URL for a field that takes only one: the alternative IPv4 one where the instance has it, else the
    /// IPv4 one of the primary Region. Where there is no alternative one, the field may as well show another ACS URL
    /// of the primary Region, such as the dual-stack one.
    case singleACSURL = "single-acs-url"
  }

  /// What is pasted.
  public let value: Value
  /// The field that takes it.
  public let field: Label
  /// What is done to the value first.
  public let form: Form

  /// The fact that is pasted; nil for a secret.
  public var fact: FactKey? {
    if case .fact(let key) = value { key } else { nil }
  }

  /// A fact's value for a field.
  public init(_ fact: FactKey, into field: Label, _ form: Form = .asIs) {
    value = .fact(fact)
    self.field = field
    self.form = form
  }

  /// A secret for a field.
  public init(_ secret: Secret, into field: Label) {
    value = .secret(secret)
    self.field = field
    form = .asIs
  }
}
