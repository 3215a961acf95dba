import Console

/// A command line that was not understood: what is wrong, how it is written, and where help is.
struct UsageError: Error, Sendable, Equatable {
  /// What was found and what was expected.
  let message: StyledText
  /// The usage of the command it is about: `signpost validate [<flags>] <file>...`.
  let usage: String
  /// The command line that prints help: `signpost validate --help`.
  let help: String

  /// The error as it is shown, three lines.
  var styled: StyledText {
    """
    \(.danger("error")): \(message)
    usage: \(ours: usage)
    help:  \(.command("\(ours: help)"))
    """
  }
}
