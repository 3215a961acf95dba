/// Untrusted text in a form that is safe and honest on a terminal and in a build log: the only way in which text that
/// others wrote reaches one.
///
/// Printable Unicode stays. Everything that a reader could not see, or that a terminal would obey, becomes a visible
/// `\u{XXXX}`: C0, C1 and DEL, bidirectional controls, zero-width and other ignorable characters, private use,
/// unassigned code points and noncharacters, tags, U+2028 and U+2029, blanks that only look like the space, and
/// combining marks without a base or in a flood. A line feed becomes `\n`. A backslash stays as it is, so the form is
/// made for reading and not for decoding. Markers that a build server would take for a command are broken by an escape.
public struct SafeText: Sendable, Equatable {
  /// What becomes of a horizontal tab.
  public enum Tab: Sendable {
    /// It is shown as `\t`.
    case escaped
    /// It becomes this many spaces, at least one.
    case spaces(Int)
  }

  /// The safe text, without the sign of a cut.
  public let body: String
  /// How many characters (Unicode scalars, or bytes that are not UTF-8) of the original were cut off.
  public let omitted: Int
  let countsOmitted: Bool

  /// The safe text; where it was cut it ends in `…`, and in ` (+N characters)` where a count was asked for.
  public var text: String {
    omitted == 0 ? body : body + "…" + (countsOmitted ? omission : "")
  }

  /// The count of what was left out, in words.
  var omission: String { " (+\(omitted) character\(omitted == 1 ? "" : "s"))" }

  /// Makes text safe.
  ///
  /// - Parameters:
  ///   - untrusted: any text.
  ///   - tab: what becomes of a tab.
  ///   - limit: the greatest width in display columns, the `…` included; nil does not cut. Escapes are never cut apart.
  ///   - countsOmitted: whether a cut also says how much was left out; the count stands outside the limit.
  public init(_ untrusted: String, tab: Tab = .escaped, limit: Int? = nil, countsOmitted: Bool = false) {
    var writer = SafeWriter(tab: tab, limit: limit)
    if !writer.takeWhole(untrusted) {
      for scalar in untrusted.unicodeScalars { writer.append(scalar) }
    }
    self.init(writer, countsOmitted: countsOmitted)
  }

  /// Makes bytes safe that should be UTF-8 but need not be, such as a file's name: a byte that does not belong to a
  /// UTF-8 sequence becomes `\xNN`.
  public init(bytes: [UInt8], tab: Tab = .escaped, limit: Int? = nil, countsOmitted: Bool = false) {
    var writer = SafeWriter(tab: tab, limit: limit)
    var parser = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var position = 0
    decoding: while true {
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded):
        writer.append(Unicode.UTF8.decode(encoded))
        position += encoded.count
      case .error(let length):
        for byte in bytes[position..<position + length] { writer.append(invalid: byte) }
        position += length
      case .emptyInput:
        break decoding
      }
    }
    self.init(writer, countsOmitted: countsOmitted)
  }

  private init(_ writer: SafeWriter, countsOmitted: Bool) {
    (body, omitted) = writer.finished
    self.countsOmitted = countsOmitted
  }

  /// The visible form of one character, with at least four digits: `\u{001B}`.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u{" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "}"
  }
}

/// Writes safe text scalar by scalar, and remembers the last place where a cut would still fit.
private struct SafeWriter {
  /// More marks on one base than any orthography stacks; the rest only paints over the neighbouring lines.
  private static let mostMarks = 4

  private let tab: SafeText.Tab
  private let limit: Int?
  private var markers = MarkerGuard(everyWord: true)
  private var body = ""
  private var columns = 0
  private var marksInARow: Int?
  /// How much of the body, in bytes, fits beside a `…`, and how many characters that stands for.
  private var fitting = (bytes: 0, count: 0)
  private var count = 0
  private var isOver = false

  init(tab: SafeText.Tab, limit: Int?) {
    self.tab = tab
    self.limit = limit.map { max($0, 1) }
  }

  var finished: (body: String, omitted: Int) {
    guard isOver else { return (body, 0) }
    return (String(decoding: body.utf8.prefix(fitting.bytes), as: UTF8.self), count - fitting.count)
  }

  /// Takes a text that comes out as it went in, if it is one: nearly every text is, and need not be looked at character by
  /// character.
  mutating func takeWhole(_ text: String) -> Bool {
    guard text.utf8.count <= limit ?? .max, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }),
      !MarkerGuard.mayCome(in: CollectionOfOne(text))
    else { return false }
    body = text
    return true
  }

  mutating func append(invalid byte: UInt8) {
    let digits = String(byte, radix: 16, uppercase: true)
    marksInARow = nil
    markers.reset()
    write("\\x" + (digits.count < 2 ? "0" : "") + digits)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if isOver {
      count += 1
      return
    }
    switch scalar {
    case "\n": escape("\\n")
    case "\t": appendTab()
    default:
      if isShown(scalar) { keep(scalar) } else { escape(SafeText.escape(scalar)) }
    }
  }

  private mutating func appendTab() {
    switch tab {
    case .escaped: escape("\\t")
    case .spaces(let number):
      _ = markers.allows(" ")
      marksInARow = nil
      write(String(repeating: " ", count: max(number, 1)))
    }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    guard markers.allows(scalar) else { return escape(SafeText.escape(scalar)) }
    if !scalar.isMark { marksInARow = scalar.properties.isWhitespace ? nil : 0 }
    write(String(scalar))
  }

  private mutating func escape(_ escape: String) {
    marksInARow = nil
    markers.reset()
    write(escape)
  }

  private mutating func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
    if scalar.isMark, !scalar.properties.isDefaultIgnorableCodePoint {
      guard let marks = marksInARow, marks < Self.mostMarks else { return false }
      marksInARow = marks + 1
      return true
    }
    return scalar.isVisible
  }

  private mutating func write(_ piece: String) {
    if isOver {
      count += 1
      return
    }
    count += 1
    body += piece
    guard let limit else { return }
    columns += DisplayWidth.columns(of: piece)
    if columns < limit {
      fitting = (body.utf8.count, count)
    } else if columns > limit {
      isOver = true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether a reader can see the character, and sees it as what it is.
  fileprivate var isVisible: Bool {
    if properties.isDefaultIgnorableCodePoint || self == "\u{2800}" { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
    // U+3000 is visibly wide and belongs to CJK text; the other blanks pass for a space and are not one.
    case .spaceSeparator: return self == "\u{3000}"
    default: return true
    }
  }
}
