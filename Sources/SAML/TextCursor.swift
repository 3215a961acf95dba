/// A cursor over the ASCII text of one of XML Schema's simple types, surrounding white space skipped.
struct TextCursor {
  private let bytes: [UInt8]
  private let end: Int
  /// Where the next byte is, counted from the start of the text with its white space.
  private(set) var position: Int

  init(_ text: String) {
    bytes = Array(text.utf8)
    position = bytes.firstIndex { !XMLSpace.contains($0) } ?? bytes.count
    end = (bytes.lastIndex { !XMLSpace.contains($0) } ?? -1) + 1
  }

  var isAtEnd: Bool { position >= end }

  /// Whether this ASCII character is at the place.
  func byte(at place: Int, is character: Unicode.Scalar) -> Bool {
    place < end && UInt32(bytes[place]) == character.value
  }

  /// Steps over this ASCII character; false, and no step, where another one is next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard byte(at: position, is: character) else { return false }
    position += 1
    return true
  }

  /// Steps over the next character, whatever it is, and returns it if it is ASCII.
  mutating func next() -> Unicode.Scalar? {
    guard !isAtEnd, bytes[position] < 0x80 else { return nil }
    position += 1
    return Unicode.Scalar(bytes[position - 1])
  }

  /// Steps over decimal digits: their value, nil where there is none or where it does not fit, and how many there were.
  mutating func digits() -> (value: Int64?, count: Int) {
    let start = position
    var value: Int64? = 0
    while position < end, 0x30...0x39 ~= bytes[position] {
      let (product, tooLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(Int64(bytes[position] &- 0x30))
      value = value == nil || tooLarge || overflow ? nil : sum
      position += 1
    }
    return (position == start ? nil : value, position - start)
  }

  /// Steps over the digits of a fraction of a second, which is cut after nine; nil where there is no digit.
  mutating func nanoseconds() -> Int32? {
    let start = position
    var value: Int32 = 0
    var unit: Int32 = 100_000_000
    while position < end, 0x30...0x39 ~= bytes[position] {
      value += unit * Int32(bytes[position] &- 0x30)
      unit /= 10
      position += 1
    }
    return position == start ? nil : value
  }
}
