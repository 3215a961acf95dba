import Console

/// What somebody gave as a token on the command line. It is taken by nobody, and not repeated.
struct RefusedToken: ArgumentValue, Hashable {
  static let expectation = "nothing: a token does not belong on a command line"

  static let completion = Completion.never

  init?(argument: String) { return nil }

  var argument: String { "" }

  static func found(_ text: String) -> StyledText {
    "one, which others can see among the processes and which stands in the shell's history now"
  }

  static func remark(on text: String) -> StyledText? {
    "if it is a real one, generate another, delete this one, and give the new one by --token-file, by --token-command or at "
      + "the prompt"
  }
}
