/// Text that is put into the clipboard by the terminal itself (OSC 52), which works across SSH as well.
///
/// The terminal does not answer, and may be set not to listen: whoever copies shows the text too. Nothing is ever asked
/// of the clipboard. Secrets have no business here.
public struct ClipboardText: Sendable, Equatable {
  /// What stands between us and the terminal, and has to be told to pass the sequence on.
  public enum Multiplexer: Sendable, Equatable {
    /// `tmux`.
    case tmux
    /// GNU `screen`.
    case screen

    /// Nil where nothing stands between.
    public init?(environment: [String: String]) {
      func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
      let term = environment["TERM"] ?? ""
      // Over SSH only TERM comes along, and tmux may call itself either.
      if isSet("TMUX") || term.hasPrefix("tmux") {
        self = .tmux
      } else if isSet("STY") || term.hasPrefix("screen") {
        self = .screen
      } else {
        return nil
      }
    }
  }

  /// How text reaches the terminal's clipboard.
  public enum Route: Sendable, Equatable {
    /// The terminal itself is at the other end.
    case direct
    /// Something stands between.
    case through(Multiplexer)

    /// The route from where the process runs.
    public init(environment: [String: String]) {
      self = Multiplexer(environment: environment).map { .through($0) } ?? .direct
    }

    var multiplexer: Multiplexer? {
      switch self {
      case .direct: nil
      case .through(let multiplexer): multiplexer
      }
    }
  }

  /// The most bytes of text; more than any value of ours has, and less than any terminal refuses.
  public static let limit = 8 << 10

  private let encoded: String

  /// Nil where the text is empty or longer than the limit.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= Self.limit else { return nil }
    encoded = Self.base64(Array(text.utf8))
  }

  /// What is written to the terminal.
  public func sequence(through multiplexer: Multiplexer?) -> String {
    let plain = "\u{1B}]52;c;\(encoded)\u{1B}\\"
    switch multiplexer {
    case nil: return plain
    // The first form is for a tmux that keeps the clipboard itself, the second for one that passes sequences through.
    case .tmux: return plain + "\u{1B}Ptmux;" + plain.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    case .screen: return Self.divided("\u{1B}]52;c;\(encoded)\u{7}")
    }
  }

  /// Written out here because Foundation's would bring all of Foundation into the executable, whose every start would pay.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << ((3 - group.count) * 8)
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - place * 6) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// GNU screen passes strings through, but only short ones; the terminal puts them together again.
  private static func divided(_ sequence: String) -> String {
    var rest = sequence[...]
    var result = ""
    while !rest.isEmpty {
      result += "\u{1B}P" + rest.prefix(200) + "\u{1B}\\"
      rest = rest.dropFirst(200)
    }
    return result
  }
}
