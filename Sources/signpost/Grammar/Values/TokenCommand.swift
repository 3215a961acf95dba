import Console

/// A command that prints a token: a program and its arguments, as they would be typed. No shell sees it, so that nothing
/// but blanks and quotation marks means anything.
struct TokenCommand: ArgumentValue, Hashable {
  /// The program, and then its arguments.
  let words: [String]
  let argument: String

  static let expectation = "a program with its arguments, quotation marks closed"

  init?(argument: String) {
    var words: [String] = []
    var word: String?
    var mark: Character?
    for character in argument {
      if let open = mark {
        if character == open { mark = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        mark = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    guard mark == nil, words.first?.isEmpty == false, !argument.utf8.contains(0) else { return nil }
    self.words = words
    self.argument = argument
  }

  /// It may be the token itself, given in the wrong place.
  static func found(_ text: String) -> StyledText { "something else, which is not repeated" }
}
