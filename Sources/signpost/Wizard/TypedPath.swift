/// A path as people give it: typed with `~`, or dropped onto the terminal, which quotes it, escapes it or makes it a URL.
struct TypedPath {
  /// The path as the operating system takes it.
  let path: String

  /// Reads a path; `home` is what `~` stands for.
  init(_ text: String, home: String?) {
    var rest = text[...]
    while let last = rest.last, last == " " { rest.removeLast() }
    while let first = rest.first, first == " " { rest.removeFirst() }
    var path: String
    if let quote = rest.first, quote == "'" || quote == "\"", rest.count > 1, rest.last == quote {
      path = String(rest.dropFirst().dropLast())
    } else if rest.hasPrefix("file://") {
      path = TypedPath.unescapingPercents(rest.dropFirst("file://".count))
    } else {
      path = TypedPath.unescapingBackslashes(rest)
    }
    if path == "~" || path.hasPrefix("~/"), let home { path = home + path.dropFirst() }
    self.path = path
  }

  private static func unescapingBackslashes(_ text: Substring) -> String {
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

  private static func unescapingPercents(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(rest.prefix(2)) ?? ""
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
