/// Something that goes wrong at a step, found by what people see of it.
public struct Pitfall: Sendable, Equatable {
  /// What is seen; where a console shows a message, the message word for word.
  public let symptom: String
  /// Where the symptom comes from.
  public let cause: Phrase
  /// What to do.
  public let remedy: Phrase
  /// Whether cause and remedy stand in a source.
  public let certainty: Certainty

  /// A pitfall.
  public init(_ symptom: String, cause: Phrase, remedy: Phrase, certainty: Certainty = .confirmed) {
    self.symptom = symptom
    self.cause = cause
    self.remedy = remedy
    self.certainty = certainty
  }
}

/// A page on which a step rests.
public struct SourceReference: Sendable, Equatable {
  /// The page's title.
  public let title: String
  /// Its address.
  public let url: String
  /// The state of the page that was read: `YYYY-MM` or `YYYY-MM-DD`.
  public let checked: String

  /// A page and the day on which it was read.
  public init(_ title: String, _ url: String, checked: String) {
    self.title = title
    self.url = url
    self.checked = checked
  }
}
