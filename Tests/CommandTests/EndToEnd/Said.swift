/// The sentences of the wizard's own that several tests wait for, each at one place.
enum Said {
  static let saved = "Saved. Continue with: signpost setup --name okta"
  static let done = "Everything is done."
  static let interrupted = "continue with: signpost setup --name okta"
  static let whySkipped = "Why is the step skipped?: "
  static let note = "What should the note say?: "
  static let noted = "  noted\r\n"
  static let review = "Press Enter to continue: "
  static let onlyEnter = "only Enter is expected here, or one of: ? why"
  static let whichProvider = "Which identity provider, or its metadata file: "
  static let handOver = "[n]: "
  static let answerNeeded = "an answer is needed here"
  static let secret = "looks like a token or a password; it was neither kept nor shown"

  /// The question for what a console shows.
  static func shown(_ title: String, all several: String = "") -> String {
    "Paste what the console shows now as \(title)\(several): "
  }

  /// The question for a word, of a step that is proved by one.
  static func word(_ seen: String) -> String { "Press Enter when you see this: \(seen): " }
}
