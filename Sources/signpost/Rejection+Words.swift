import Console
import Setup

extension Rejection {
  /// What is wrong, what was expected, the likely cause and what to do, each on a line of its own.
  var lines: [StyledText] { ["\(.danger("not accepted")): the answer \(untrusted: problem)"] + advice }

  /// What was expected, the likely cause and what to do.
  var advice: [StyledText] {
    let parts: [(StyledText, String?)] = [("expected", expected), ("likely cause", cause), ("what to do", action)]
    return parts.compactMap { label, text in text.map { "\(.quiet(label)): \(untrusted: $0)" } }
  }
}
