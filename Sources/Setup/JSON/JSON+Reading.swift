extension JSON {
  /// Why a text is no JSON, and where.
  public struct ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in words that follow the place.
    public let reason: String
    /// The line, from 1.
    public let line: Int
    /// The column in the line, in UTF-8 bytes from 1.
    public let column: Int

    /// `line 3, column 7: a comma or } is expected`.
    public var description: String { "line \(line), column \(column): \(reason)" }
  }

  /// Reads one JSON text (RFC 8259, UTF-8).
  ///
  /// Stricter than most readers where leniency hides mistakes: a name may stand once in an object, and there are at
  /// most 64 levels. The reasons of errors never quote the text, which may hold anything.
  public init(reading bytes: [UInt8]) throws(ReadingError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

/// A recursive-descent reader. It exists because a message about a file that somebody wrote by hand needs the line, and
/// because `JSONDecoder` keeps silent about names that stand twice.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private static let deepest = 64

  /// Where everything stands, where somebody wants to know.
  private(set) var places: JSONPlaces?

  init(_ bytes: [UInt8], places: JSONPlaces? = nil) {
    self.bytes = bytes
    self.places = places
  }

  mutating func document() throws(JSON.ReadingError) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let value = try value(depth: 0)
    skipWhiteSpace()
    if index < bytes.count { throw error("the text goes on behind its end") }
    return value
  }

  private mutating func value(depth: Int) throws(JSON.ReadingError) -> JSON {
    guard depth <= Self.deepest else { throw error("more than \(Self.deepest) levels") }
    skipWhiteSpace()
    if let path = places?.path { places?.values[path] = index }
    switch peek {
    case nil: throw error("the text ends where a value is expected")
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSON.ReadingError) -> JSON {
    var members: [String: JSON] = [:]
    index += 1
    if skips(UInt8(ascii: "}")) { return .object([:]) }
    repeat {
      skipWhiteSpace()
      let start = index
      guard peek == UInt8(ascii: "\"") else { throw error("a name in double quotes is expected") }
      let name = try string()
      guard skips(UInt8(ascii: ":")) else { throw error("a colon is expected behind the name") }
      places?.path.append(name)
      if let path = places?.path { places?.names[path] = start }
      let value = try value(depth: depth + 1)
      places?.path.removeLast()
      guard members.updateValue(value, forKey: name) == nil else {
        throw error("this name stands a second time in its object", at: start)
      }
    } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "}")) else { throw error("a comma or } is expected") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSON.ReadingError) -> JSON {
    var entries: [JSON] = []
    index += 1
    if skips(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      places?.path.append(String(entries.count))
      entries.append(try value(depth: depth + 1))
      places?.path.removeLast()
    } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "]")) else { throw error("a comma or ] is expected") }
    return .array(entries)
  }

  private mutating func string() throws(JSON.ReadingError) -> String {
    let start = index
    index += 1
    var content: [UInt8] = []
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw error("bytes that are no UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"): content += try escape()
      case ..<0x20: throw error("a control character that is not escaped", at: index - 1)
      default: content.append(byte)
      }
    }
    throw error("the quotes are never closed", at: start)
  }

  private mutating func escape() throws(JSON.ReadingError) -> [UInt8] {
    let start = index - 1
    guard let byte = peek else { throw error("the text ends within an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try codeUnit()
      if (0xD800...0xDBFF).contains(code), bytes[index...].starts(with: [0x5C, 0x75]) {
        index += 2
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low) else { throw error("half of a pair of surrogates", at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half of a pair of surrogates", at: start) }
      return Array(String(scalar).utf8)
    default: throw error("there is no such escape", at: start)
    }
  }

  private mutating func codeUnit() throws(JSON.ReadingError) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    let isHexadecimal = digits.allSatisfy { digit in
      (0x30...0x39).contains(digit) || (0x61...0x66).contains(digit | 0x20)
    }
    guard digits.count == 4, isHexadecimal, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw error("four hexadecimal digits are expected behind \\u")
    }
    index += 4
    return code
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private mutating func number() throws(JSON.ReadingError) -> JSON {
    let start = index
    var isWhole = true
    if peek == UInt8(ascii: "-") { index += 1 }
    let leading = peek
    let digits = skipDigits()
    guard digits > 0 else { throw error("a value is expected", at: start) }
    if leading == UInt8(ascii: "0"), digits > 1 { throw error("a number that begins with 0", at: start) }
    if peek == UInt8(ascii: ".") {
      index += 1
      isWhole = false
      guard skipDigits() > 0 else { throw error("digits are expected behind the point") }
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      isWhole = false
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      guard skipDigits() > 0 else { throw error("digits are expected in the exponent") }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, text != "-0", let number = Int(text) { return .int(number) }
    return .number(JSON.Numeral(checked: text))
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    return index - start
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.ReadingError) -> JSON {
    guard bytes[index...].starts(with: word.utf8) else { throw error("a value is expected") }
    index += word.utf8.count
    return value
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipWhiteSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  /// Passes over white space and the byte, where it follows.
  private mutating func skips(_ byte: UInt8) -> Bool {
    skipWhiteSpace()
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private func error(_ reason: String, at place: Int? = nil) -> JSON.ReadingError {
    JSON.ReadingError(reason, at: place ?? index, in: bytes)
  }
}
