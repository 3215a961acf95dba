/// The text of an exported list, whatever encoding the exporting program chose.
enum ListText {
  /// The text as UTF-8, without a byte-order mark. UTF-16 is known by its mark or by its zeros.
  static func utf8(of bytes: [UInt8]) throws(ListError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try fromUTF16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try fromUTF16(bytes.dropFirst(2), isLittle: false) }
    if bytes.count > 3, bytes[1] == 0, bytes[3] == 0 { return try fromUTF16(bytes[...], isLittle: true) }
    if bytes.count > 3, bytes[0] == 0, bytes[2] == 0 { return try fromUTF16(bytes[...], isLittle: false) }
    return try checked(bytes)
  }

  private static func checked(_ bytes: [UInt8]) throws(ListError) -> [UInt8] {
    let packed: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a spreadsheet or another packed file"), ([0x1F, 0x8B], "packed with gzip"),
      (Array("%PDF".utf8), "a PDF"),
    ]
    if let (_, what) = packed.first(where: { bytes.starts(with: $0.0) }) { throw .foreign(what) }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
    let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let first else { throw .empty }
    if first == UInt8(ascii: "<") { throw .foreign("XML or HTML") }
    if let zero = bytes.firstIndex(of: 0) {
      throw .csv(line: bytes[..<zero].count { $0 == 0x0A } + 1, reason: "a NUL, which no text holds")
    }
    return bytes
  }

  private static func fromUTF16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) throws(ListError) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw .notText }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? two << 8 | one : one << 8 | two)
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .notText }
    return try checked(Array(text.utf8))
  }
}
