/// A path as people give it: typed with `~`, or dropped onto the terminal, which quotes it, escapes it or makes it a URL.
public struct TypedPath: Sendable, Equatable {
  /// The path as the operating system takes it.
  public let path: String

  /// Reads a path; `home` is what `~` stands for.
  public init(_ text: String, home: String?) {
    var rest = text[...]
    while let last = rest.last, last == " " { rest.removeLast() }
    while let first = rest.first, first == " " { rest.removeFirst() }
    if let quote = rest.first, quote == "'" || quote == "\"", rest.count > 1, rest.last == quote {
      rest.removeLast()
    } else if rest.first == "'" || rest.first == "\"" {
      // A quotation mark that nothing closes is the name's own.
      path = TypedPath.expanded(Quoting.bare.unquoted(rest), home: home)
      return
    }
    let (quoting, body) = Quoting.of(rest)
    path = TypedPath.expanded(quoting.unquoted(body), home: home)
  }

  /// The path with the home directory in the place of `~`.
  static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }
}

/// The ways in which a path is written so that blanks and marks in it survive.
enum Quoting: Sendable, Equatable {
  case bare
  case single
  case double
  case url

  /// How a text that may not be complete begins, and what follows the sign for that.
  static func of(_ text: Substring) -> (quoting: Quoting, body: Substring) {
    if text.first == "'" { return (.single, text.dropFirst()) }
    if text.first == "\"" { return (.double, text.dropFirst()) }
    if text.lowercased().hasPrefix("file://") {
      let rest = text.dropFirst("file://".count)
      // What stands before the path is a host, which can only be this one.
      return (.url, rest.firstIndex(of: "/").map { rest[$0...] } ?? rest)
    }
    return (.bare, text)
  }

  /// The sign that ends it.
  var end: String {
    switch self {
    case .single: "'"
    case .double: "\""
    case .bare, .url: ""
    }
  }

  func unquoted(_ text: Substring) -> String {
    switch self {
    case .bare: Quoting.withoutBackslashes(text)
    case .url: Quoting.withoutPercents(text)
    case .double: String(text)
    // A shell's way to put the mark itself between two of them.
    case .single: String(text).replacing("'\\''", with: "'")
    }
  }

  func quoted(_ name: String) -> String {
    switch self {
    case .bare: String(name.flatMap { " \\'\"".contains($0) ? ["\\", $0] : [$0] })
    case .single: name.replacing("'", with: "'\\''")
    case .double: name
    case .url: Quoting.withPercents(name)
    }
  }

  private static func withoutBackslashes(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return isEscaped ? result + "\\" : result
  }

  private static func withoutPercents(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(rest.prefix(2)) ?? ""
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func withPercents(_ name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80, scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
