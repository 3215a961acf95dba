/// Something a prompt can be told instead of being answered. Which commands a prompt offers is the caller's choice.
public struct PromptCommand: Sendable, Hashable {
  /// The one character that stands for it: `b` where only Enter is expected, `:b` where text is.
  public let key: Character
  /// What it does, in a word or two, for the list of commands.
  public let meaning: String

  /// Creates a command.
  public init(key: Character, meaning: String) {
    self.key = key
    self.meaning = meaning
  }

  /// One step back.
  public static let back = PromptCommand(key: "b", meaning: "back")
  /// Leave this step out, with a reason.
  public static let skip = PromptCommand(key: "s", meaning: "skip")
  /// Why it is asked, and where the answer is found.
  public static let help = PromptCommand(key: "?", meaning: "why")
  /// Leave; what was done is kept.
  public static let quit = PromptCommand(key: "q", meaning: "leave")
  /// To the next step, leaving this one as it is.
  public static let next = PromptCommand(key: "n", meaning: "next step")
  /// To the step before, in the list's order.
  public static let previous = PromptCommand(key: "p", meaning: "previous step")
  /// Copy the value that is shown.
  public static let copy = PromptCommand(key: "c", meaning: "copy")
  /// Open the page that is shown.
  public static let open = PromptCommand(key: "o", meaning: "open")
  /// To another step, picked from a list.
  public static let jump = PromptCommand(key: "j", meaning: "jump")
  /// Take the last answer back.
  public static let undo = PromptCommand(key: "u", meaning: "undo")
}
