import Console
import Platform
import Rules
import Setup

/// Why a command could not do what was asked: what to say, and how to end.
enum Failure: Error {
  /// What was given was read, and something is wrong with it.
  case findings(StyledText)
  /// The words were understood, their values cannot be used.
  case usage(StyledText)
  /// The machine, a file or the network stood in the way.
  case couldNot(StyledText)
  /// An answer is needed and nobody can be asked; the command that goes on, where something was begun.
  case inputNeeded(StyledText, continueWith: StyledText? = nil)
  /// The operator interrupted; the command that goes on, where something was begun.
  case interrupted(StyledText, continueWith: StyledText? = nil)

  /// The status with which the program ends.
  var status: ExitStatus {
    switch self {
    case .findings: .findings
    case .usage: .badUsage
    case .couldNot: .couldNot
    case .inputNeeded: .inputNeeded
    case .interrupted: .interrupted
    }
  }

  /// What is said on standard error.
  var message: StyledText {
    if case .interrupted = self { words } else { "\(.danger("error")): \(words)" }
  }

  /// The same, for places that say themselves that it is a failure.
  var words: StyledText {
    switch self {
    case .findings(let text), .usage(let text), .couldNot(let text), .inputNeeded(let text, _),
      .interrupted(let text, _):
      text
    }
  }

  /// The command that goes on: on a line of its own, to be copied.
  var command: StyledText? {
    switch self {
    case .inputNeeded(_, let command), .interrupted(_, let command): command
    case .findings, .usage, .couldNot: nil
    }
  }

  /// A call of the operating system that failed.
  init(_ error: PlatformError) { self = .couldNot("\(untrusted: error.words)") }

  /// A rule that does not exist, with the nearest that does.
  ///
  /// - Parameter place: the flag, or the variable, that names it.
  static func unknownRule(_ word: String, at place: String) -> Failure {
    let hint = StyledText.suggestion(for: word, among: Catalogue.names)
    return .usage("\(ours: place) names no rule or family: \(given: word)\(hint) (signpost rules lists them)")
  }
}

extension StyledText {
  /// `; did you mean x?`, where one of the words is near enough.
  static func suggestion(for word: String, among words: [String]) -> StyledText {
    Nearest.suggestion(for: word, among: words).map { "; did you mean \(ours: $0)?" } ?? .empty
  }
}

extension PlatformError {
  /// What was being done, to what, and why it did not work. The path is untrusted text.
  var words: String {
    guard let path else { return description }
    let isAddress = ["https://", "http://"].contains { path.lowercased().hasPrefix($0) }
    let remark =
      isMissing && isAddress ? "; nothing is fetched: save it first, as with curl -fsSL -o metadata.xml ADDRESS" : ""
    return "cannot \(operation.rawValue) \(shown(path)): \(meaning)\(remark)"
  }

  /// A token that stands where a file is expected is not repeated.
  private func shown(_ path: String) -> String {
    // That there is a file proves that it was one.
    let kind = isMissing ? SecretLookalike.bare(atEndOf: path) : SecretLookalike.bare(in: path)
    return kind?.placeholder ?? path
  }
}
