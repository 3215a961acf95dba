import Console
import Setup

/// The name of a person, as it is recorded beside what they did.
struct PersonName: ArgumentValue, Hashable {
  let argument: String

  static let expectation = "a name of at most 100 characters, on one line"

  init?(argument: String) {
    // What is no statement is empty or looks like a secret.
    guard argument.unicodeScalars.count <= 100, !argument.contains(where: \.isNewline),
      let name = try? Statement(argument)
    else { return nil }
    self.argument = name.text
  }

  static func found(_ text: String) -> StyledText { "something else" }
}
