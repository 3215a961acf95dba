import Console

/// Text in Markdown that no renderer takes for anything else: everything that goes into a Markdown document passes here.
enum Markdown {
  /// Where in a document text stands.
  enum Place {
    /// In running text or a list.
    case text
    /// In the cell of a table, where a `|` ends the cell even inside a code span.
    case cell
  }

  /// Text of our own as running text: whatever could be markup, a tag, a table's border or a bare address is escaped.
  ///
  /// Text of others belongs into `code(_:)`: a renderer that looks for mentions does so after it has taken the escapes
  /// away.
  static func text(_ text: String) -> String {
    let scalars = Array(SafeText(text).body.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isActive =
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "$", "&", "@": true
        // GitHub makes links of bare addresses, with a scheme or with www.
        case ":": scalars[(index + 1)...].starts(with: ["/", "/"])
        case ".": scalars[..<index].suffix(3).elementsEqual(["w", "w", "w"])
        // At the start of a line these begin a list or underline a heading.
        case "-", "+", "=": index == 0
        default: false
        }
      if isActive { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Any text as a code span: what is invisible becomes an escape, and the fence is longer than every run of backquotes
  /// inside.
  ///
  /// - Parameter place: where it will stand; what is fit for a cell is harmless in running text too, and shows a
  ///   backslash before each `|` there.
  static func code(_ text: String, in place: Place = .cell) -> String {
    let safe = SafeText(text).body
    let body = place == .cell ? safe.replacing("|", with: "\\|") : safe
    let fence = String(repeating: "`", count: longestRunOfBackquotes(body) + 1)
    let needsPadding = body.isEmpty || body.first == "`" || body.last == "`" || body.first == " " || body.last == " "
    return needsPadding ? "\(fence) \(body) \(fence)" : fence + body + fence
  }

  /// Lines that are safe to show already, as a fenced block.
  static func block(_ lines: [String], language: String) -> String {
    let longest = lines.map(longestRunOfBackquotes).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + language] + lines + [fence]).joined(separator: "\n")
  }

  private static func longestRunOfBackquotes(_ text: String) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}
