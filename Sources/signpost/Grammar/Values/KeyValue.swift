import Console

/// `KEY=VALUE`; the value may itself hold `=`.
struct KeyValue: ArgumentValue, Hashable {
  let key: String
  let value: String

  static let expectation = "KEY=VALUE"

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "=") else { return nil }
    key = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
    guard !key.isEmpty, !value.isEmpty else { return nil }
  }

  var argument: String { "\(key)=\(value)" }

  /// The text may be a value that should not appear in a log, so it is described and not repeated.
  static func found(_ text: String) -> StyledText {
    guard let equals = text.firstIndex(of: "=") else { return "text without \"=\"" }
    return equals == text.startIndex ? "no key before \"=\"" : "no value after \"=\""
  }
}
