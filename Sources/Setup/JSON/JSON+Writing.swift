import Parties

extension JSON {
  /// The value on one line, without any white space and without a line feed at its end.
  public var compact: String {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value with two blanks for each level, one member or entry a line, and a line feed at its end.
  public var indented: String {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}

/// Writes JSON as UTF-8, the same bytes for the same value at all times.
private struct JSONWriter {
  let isIndented: Bool
  var bytes: [UInt8] = []

  init(isIndented: Bool) { self.isIndented = isIndented }

  mutating func write(_ value: JSON, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let number): append(String(number))
    case .number(let numeral): append(numeral.text)
    case .string(let text): write(text)
    case .array(let entries):
      enclose("[", "]", count: entries.count, depth: depth) { writer, index in
        writer.write(entries[index], depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      enclose("{", "}", count: sorted.count, depth: depth) { writer, index in
        writer.write(sorted[index].key)
        writer.append(writer.isIndented ? ": " : ":")
        writer.write(sorted[index].value, depth: depth + 1)
      }
    }
  }

  private mutating func enclose(
    _ open: String, _ close: String, count: Int, depth: Int, _ element: (inout JSONWriter, Int) -> Void
  ) {
    append(open)
    for index in 0..<count {
      if index > 0 { append(",") }
      breakLine(depth: depth + 1)
      element(&self, index)
    }
    if count > 0 { breakLine(depth: depth) }
    append(close)
  }

  private mutating func breakLine(depth: Int) {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// A text in quotes. What cannot be seen, or changes how its neighbours are read, is written as an escape: the bytes
  /// then say the same on a terminal, in a log and in an editor.
  ///
  /// A document may be printed to the log of a build server that obeys `##[error]` wherever it stands in a line.
  private mutating func write(_ text: String) {
    bytes.append(0x22)
    if isIndented, text.contains("##") {
      write(breakingMarkersOf: text)
    } else if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      let suspicious = Set(SuspiciousCharacter.all(in: text).map(\.scalar))
      for scalar in text.unicodeScalars { write(scalar, isSuspicious: suspicious.contains(scalar)) }
    }
    bytes.append(0x22)
  }

  /// Writes a text in which the bracket behind `##` or `##word` is an escape.
  private mutating func write(breakingMarkersOf text: String) {
    let suspicious = Set(SuspiciousCharacter.all(in: text).map(\.scalar))
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "[", Self.isMarker(scalars[..<index]) {
        escape(0x5B)
      } else {
        write(scalar, isSuspicious: suspicious.contains(scalar))
      }
    }
  }

  /// Whether a bracket would complete a marker here: the longest word that a server knows has fewer letters than sixteen.
  private static func isMarker(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = before.suffix(18).reversed().prefix { $0.isASCII && $0.properties.isAlphabetic }.count
    return before.dropLast(letters).suffix(2).elementsEqual("##".unicodeScalars)
  }

  private mutating func write(_ scalar: Unicode.Scalar, isSuspicious: Bool) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    default:
      if isSuspicious || Self.isUnknown(scalar) {
        for unit in String(scalar).utf16 { escape(unit) }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether every font shows something else for it, or nothing.
  private static func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return switch scalar.properties.generalCategory {
    case .privateUse, .unassigned: true
    default: false
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
