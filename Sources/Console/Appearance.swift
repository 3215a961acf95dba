/// What the user asked for with `--color`.
public enum ColourChoice: String, Sendable, CaseIterable {
  /// The environment and the kind of stream decide.
  case auto
  /// Colour even into a pipe.
  case always
  /// No colour even on a terminal.
  case never
}

/// How text may look on one stream. It is a value, decided once for each stream and passed along: nothing below the
/// executable asks the environment again, and standard output and standard error may differ.
public struct Appearance: Sendable, Equatable {
  /// Whether SGR colour and weight are written.
  public var colour: Bool
  /// Whether links are written as OSC 8 hyperlinks; else their address is written out.
  public var hyperlinks: Bool
  /// The characters that decoration (`Mark`) may use.
  public var decoration: Repertoire
  /// The characters that text may use; whatever lies outside is shown as an escape, never as a question mark.
  public var text: Repertoire
  /// The width of the stream in columns, as it was told.
  public var columns: Int
  /// How text reaches the clipboard through the terminal; nil where there is no way.
  public var clipboard: ClipboardText.Route?

  /// The width to which running text is wrapped: `columns`, but never under 20 (nothing could be read) and never over
  /// 100 (the eye loses the line).
  public var textWidth: Int { min(max(columns, 20), 100) }

  /// No colour, no links, decoration in ASCII, 80 columns: for files, pipes and tests.
  public static let plain = Appearance(
    colour: false, hyperlinks: false, decoration: .ascii, text: .unicode, columns: 80)

  /// Creates an appearance from its parts.
  public init(
    colour: Bool, hyperlinks: Bool, decoration: Repertoire, text: Repertoire, columns: Int,
    clipboard: ClipboardText.Route? = nil
  ) {
    self.colour = colour
    self.hyperlinks = hyperlinks
    self.decoration = decoration
    self.text = text
    self.columns = columns
    self.clipboard = clipboard
  }

  /// The same appearance on a stream that is so wide.
  func with(columns: Int) -> Appearance {
    var appearance = self
    appearance.columns = columns
    return appearance
  }

  /// Decides the appearance of one stream. An empty variable counts as one that is not set.
  ///
  /// - Parameters:
  ///   - environment: the process's environment variables.
  ///   - isTerminal: whether this stream is a terminal.
  ///   - columns: the terminal's window width, where it is known.
  ///   - colour: the value of `--color`.
  public static func decide(
    environment: [String: String], isTerminal: Bool, columns: Int?, colour: ColourChoice
  ) -> Appearance {
    let facts = TerminalFacts(environment: environment, isTerminal: isTerminal)
    return Appearance(
      colour: facts.wantsColour(colour),
      hyperlinks: facts.wantsHyperlinks,
      decoration: isTerminal && !facts.isDumb && facts.hasUTF8Locale ? .unicode : .ascii,
      text: isTerminal && !facts.hasUTF8Locale ? .ascii : .unicode,
      columns: facts.columns ?? positive(columns) ?? 80,
      clipboard: facts.mayHaveClipboard ? ClipboardText.Route(environment: environment) : nil)
  }
}

/// What the environment says about the terminal, each question answered by the first rule that matches.
private struct TerminalFacts {
  let environment: [String: String]
  let isTerminal: Bool

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func isOn(_ name: String) -> Bool {
    value(name).map { $0 != "0" } ?? false
  }

  /// `TERM=dumb` or no `TERM` at all: nothing but text can be sent.
  var isDumb: Bool { (value("TERM") ?? "dumb") == "dumb" }

  func wantsColour(_ choice: ColourChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if value("NO_COLOR") != nil { return false }
    if isOn("CLICOLOR_FORCE") || isOn("FORCE_COLOR") { return true }
    if isDumb { return false }
    if value("CLICOLOR") == "0" { return false }
    return isTerminal
  }

  var wantsHyperlinks: Bool {
    if let forced = value("FORCE_HYPERLINK") { return forced != "0" }
    let runsInCI = isOn("CI") && value("CI") != "false"
    return isTerminal && !isDumb && !runsInCI && isKnownToLink
  }

  /// Terminals that are known to show OSC 8 links. Inside `screen` and `tmux` the outer terminal's variables are
  /// inherited although the multiplexer may not pass links on, so these two never count as known.
  private var isKnownToLink: Bool {
    let term = value("TERM") ?? ""
    if term.hasPrefix("screen") || term.hasPrefix("tmux") { return false }
    if ["xterm-kitty", "xterm-ghostty", "wezterm", "foot", "foot-extra", "alacritty", "contour"].contains(term) {
      return true
    }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "zed"]
    if let program = value("TERM_PROGRAM"), programs.contains(program) { return true }
    if value("WT_SESSION") != nil || value("KITTY_WINDOW_ID") != nil { return true }
    if let version = value("VTE_VERSION").flatMap({ Int($0) }), version >= 5000 { return true }
    if let version = value("KONSOLE_VERSION").flatMap({ Int($0) }), version >= 201200 { return true }
    return false
  }

  /// Whether the terminal may understand OSC 52, which none of them tells. Those are left out that have no clipboard, or
  /// show what they do not understand.
  var mayHaveClipboard: Bool {
    let term = value("TERM") ?? ""
    let has = !["linux", "unknown", "emacs", "vt52", "cons25"].contains(term) && !term.hasPrefix("eterm")
    return isTerminal && !isDumb && has
  }

  /// POSIX: the first of `LC_ALL`, `LC_CTYPE`, `LANG` that is set decides; the code set follows the dot.
  var hasUTF8Locale: Bool {
    guard let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") else { return false }
    let withoutModifier = locale.prefix { $0 != "@" }
    let codeset = withoutModifier.split(separator: ".", maxSplits: 1).last ?? ""
    return codeset.lowercased().filter { $0 != "-" } == "utf8"
  }

  var columns: Int? { positive(value("COLUMNS").flatMap { Int($0) }) }
}

/// Zero columns is how some terminals say that they do not know.
private func positive(_ columns: Int?) -> Int? {
  columns.flatMap { $0 > 0 ? $0 : nil }
}
