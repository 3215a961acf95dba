/// What a run of text is.
public enum Role: Sendable, Equatable, CaseIterable {
  /// Running text.
  case plain
  /// What matters most in a line.
  case strong
  /// What may be overlooked.
  case quiet
  /// A file or directory.
  case path
  /// A command to type; wrapping never divides it.
  case command
  /// A link's text.
  case link
  /// A failure. The text must say so in words.
  case danger
  /// A warning. The text must say so in words.
  case caution
  /// A remark of no urgency. The text must say so in words.
  case notice
  /// Something that went well. The text must say so in words.
  case success
  /// A value, an attribute, an identifier.
  case code
  /// The wording of a console: a button, a menu, a field.
  case label

  /// The SGR parameters, from the sixteen colours that every terminal's user has set to be readable.
  var sgr: String? {
    switch self {
    case .plain: nil
    case .strong, .label: "1"
    case .quiet: "2"
    case .path, .code, .notice: "36"
    case .command: "1;36"
    case .link: "4"
    case .danger: "1;31"
    case .caution: "1;33"
    case .success: "32"
    }
  }
}

extension StyledText {
  /// What matters most in a line.
  public static func strong(_ text: StyledText) -> StyledText { text.styled(.strong) }
  /// What may be overlooked.
  public static func quiet(_ text: StyledText) -> StyledText { text.styled(.quiet) }
  /// A file or directory.
  public static func path(_ text: StyledText) -> StyledText { text.styled(.path) }
  /// A command to type; wrapping never divides it.
  public static func command(_ text: StyledText) -> StyledText { text.styled(.command) }
  /// A failure; the text says so in words.
  public static func danger(_ text: StyledText) -> StyledText { text.styled(.danger) }
  /// A warning; the text says so in words.
  public static func caution(_ text: StyledText) -> StyledText { text.styled(.caution) }
  /// A remark of no urgency; the text says so in words.
  public static func notice(_ text: StyledText) -> StyledText { text.styled(.notice) }
  /// Something that went well; the text says so in words.
  public static func success(_ text: StyledText) -> StyledText { text.styled(.success) }
  /// A value, an attribute, an identifier.
  public static func code(_ text: StyledText) -> StyledText { text.styled(.code) }
  /// The wording of a console: a button, a menu, a field.
  public static func label(_ text: StyledText) -> StyledText { text.styled(.label) }

  /// A link that shows its own address.
  public static func link(_ target: LinkTarget) -> StyledText {
    StyledText(runs: [Run(content: .foreign(target.uri), role: .link, link: target)])
  }

  /// Text that leads to an address.
  ///
  /// - Parameters:
  ///   - text: what is shown.
  ///   - target: where it leads.
  ///   - spelledOut: whether ` (address)` follows the text where the appearance shows no links; false where the text
  ///     is enough without it.
  public static func link(_ text: StyledText, to target: LinkTarget, spelledOut: Bool = true) -> StyledText {
    var linked = text.styled(.link)
    for index in linked.runs.indices { linked.runs[index].link = target }
    if let last = linked.runs.indices.last { linked.runs[last].spellsLink = spelledOut }
    return linked
  }
}
