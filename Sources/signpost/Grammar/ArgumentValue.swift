import Console
import Setup

/// A type whose values can stand on a command line.
protocol ArgumentValue: Sendable {
  /// What is expected, to complete "expects …".
  static var expectation: String { get }
  /// The words that may stand there; empty where the set is open.
  static var allowed: [String] { get }
  /// What a shell may offer.
  static var completion: Completion { get }

  /// Nil where the text is not as expected.
  init?(argument: String)
  /// The value as it would be typed.
  var argument: String { get }

  /// What one of the allowed words stands for, where a list of them says it; nil where the word says enough.
  var meaning: String? { get }

  /// What is said to have been found; a type whose text may be a secret does not repeat it.
  static func found(_ text: String) -> StyledText
  /// What else helps somebody who typed this.
  static func remark(on text: String) -> StyledText?
}

/// What a shell may offer in a place.
enum Completion: Sendable, Equatable {
  case nothing
  case files
  case directories
  case words([String])
  /// Not even the flag, for its value is always refused.
  case never
}

extension ArgumentValue {
  static var allowed: [String] { [] }
  static var completion: Completion { allowed.isEmpty ? .nothing : .words(allowed) }
  var meaning: String? { nil }
  static func found(_ text: String) -> StyledText { "\(given: text)" }
  static func remark(on text: String) -> StyledText? { nil }

  /// The value, or the whole message about what stands there instead.
  ///
  /// - Parameter place: the flag or argument, as it is written.
  static func read(_ text: String, at place: String) throws(Misuse) -> Self {
    if let value = Self(argument: text) { return value }
    var message: StyledText = "\(ours: place) expects \(ours: expectation); found \(found(text))"
    if let remark = remark(on: text) {
      message += "; \(remark)"
    } else if let near = Nearest.suggestion(for: text, among: allowed) {
      message += "; did you mean \(ours: near)?"
    }
    throw Misuse(message)
  }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable<String> {
  static var allowed: [String] { allCases.map(\.rawValue) }
  static var expectation: String { allowed.count == 1 ? listed(allowed) : "one of " + allowed.joined(separator: ", ") }
  init?(argument: String) { self.init(rawValue: argument) }
  var argument: String { rawValue }
}

extension String: ArgumentValue {
  static var expectation: String { "text that is not empty" }
  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = argument
  }
  var argument: String { self }
}

extension ColourChoice: ArgumentValue {}
