import Console

/// Text that is safe in an iCalendar property of the type TEXT (RFC 5545, section 3.3.11): the only way in which any
/// gets there.
///
/// Nothing in it can end the line, the property or the component: controls become a visible `\u{XXXX}` before the
/// characters that mean something to iCalendar are escaped. Calendars also show descriptions as HTML and turn what looks
/// like an address into a link, so that in text of others neither a tag nor an address stays whole.
struct CalendarText: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The text as it stands in the file, before lines are folded.
  let escaped: String

  private init(escaped: String) { self.escaped = escaped }

  /// Words of our own.
  init(stringLiteral text: String) { self.init(escaped: Self.escape(SafeText(text).body)) }

  init(stringInterpolation: StringInterpolation) { escaped = stringInterpolation.escaped }

  /// A sentence, each part by whose it is.
  init(_ wording: Wording) {
    escaped =
      wording.parts.map { part in
        switch part {
        case .text(let text), .label(let text, _), .code(let text): Self.escape(SafeText(text).body)
        case .value(let text): Self.foreign(text)
        case .missing(let title): Self.escape("‹\(title)›")
        }
      }.joined()
  }

  /// Several lines.
  init(lines: [CalendarText]) { escaped = lines.map(\.escaped).joined(separator: "\\n") }

  /// Text of others. It is cut where nobody reads on.
  private static func foreign(_ text: String) -> String {
    var body = SafeText(text, limit: 200).text
    for (mark, shown) in inert { body = body.replacing(mark, with: shown) }
    return escape(body)
  }

  /// What calendars bring to life, and what stands in its place.
  private static let inert = [
    ("<", #"\u{003C}"#), (">", #"\u{003E}"#), ("&", #"\u{0026}"#), ("://", #":\u{002F}/"#), ("www.", #"www\u{002E}"#),
    ("WWW.", #"WWW\u{002E}"#),
  ]

  /// Escapes what has a meaning in TEXT.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == ";" || scalar == "," { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var escaped = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { escaped += CalendarText(stringLiteral: literal).escaped }
    mutating func appendInterpolation(_ number: Int) { escaped += String(number) }
    mutating func appendInterpolation(_ wording: Wording) { escaped += CalendarText(wording).escaped }
    /// `\(ours: text)`: words of our own that are no literal.
    mutating func appendInterpolation(ours text: String) { escaped += CalendarText(stringLiteral: text).escaped }
  }
}

/// A file of the type `text/calendar`, line by line.
struct CalendarLines: Sendable {
  private(set) var text = ""

  /// The most octets of a line, its end not counted (RFC 5545, section 3.1).
  private static let longest = 75

  /// Adds a property of which the value is made here.
  mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Adds a property of which the value is text.
  mutating func add(_ name: String, _ value: CalendarText) { fold("\(name):\(value.escaped)") }

  /// Breaks a long line between two characters: a line that goes on begins with a blank, which counts.
  private mutating func fold(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > Self.longest {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += width
    }
    text += "\r\n"
  }
}
