/// Turns a document's bytes into UTF-8 that holds only characters of XML 1.0.
///
/// libxml2 2.9.14 decodes UTF-7 and EBCDIC and reads on after a NUL, so the encoding is decided here and
/// libxml2 is handed UTF-8 only. Bytes may come in pieces; a character that is cut in two waits for its rest.
struct Decoder {
  /// A fault at an offset of the output, found before anything behind it was put out.
  typealias Problem = (kind: Fault.Kind, range: SourceRange)

  var encoding = SourceEncoding.utf8
  /// Scalars put out so far.
  private(set) var characters = 0
  private var pending: [UInt8] = []

  /// Appends the decoded form of `input` to `output`; `origin` is the offset of `output[0]`.
  mutating func decode(_ input: ArraySlice<UInt8>, origin: Int, into output: inout [UInt8]) -> Problem? {
    guard !pending.isEmpty else { return decodeWhole(input, origin: origin, into: &output) }
    let joined = pending + input
    pending = []
    return decodeWhole(joined[...], origin: origin, into: &output)
  }

  /// Says whether the input ended inside a character.
  func finish(origin: Int, output: [UInt8]) -> Problem? {
    let end = origin + output.count
    return pending.isEmpty ? nil : (.undecodableBytes(encoding), SourceRange(end, end))
  }

  private mutating func decodeWhole(_ input: ArraySlice<UInt8>, origin: Int, into output: inout [UInt8]) -> Problem? {
    switch encoding {
    case .utf8: decodeUTF8(input, origin: origin, into: &output)
    case .latin1: decodeLatin1(input, origin: origin, into: &output)
    case .utf16LittleEndian, .utf16BigEndian: decodeUTF16(input, origin: origin, into: &output)
    }
  }

  // MARK: UTF-8

  private mutating func decodeUTF8(_ input: ArraySlice<UInt8>, origin: Int, into output: inout [UInt8]) -> Problem? {
    let bytes = input.span
    var position = 0
    var continuations = 0
    let base = origin + output.count
    var problem: Problem?
    scan: while true {
      position = bytes.placeOfSpecial(from: position)
      guard position < bytes.count else { break }
      if bytes[position] < 0x20 {
        problem = (.illegalCharacter(UInt32(bytes[position])), SourceRange(base + position, base + position + 1))
        break
      }
      switch Decoder.sequence(bytes, at: position) {
      case .scalar(let length):
        continuations += length - 1
        position += length
      case .incomplete:
        pending = Array(input.dropFirst(position))
        break scan
      case .illegal(let scalar, let length):
        problem = (.illegalCharacter(scalar), SourceRange(base + position, base + position + length))
        break scan
      case .malformed:
        problem = (.undecodableBytes(.utf8), SourceRange(base + position, base + position + 1))
        break scan
      }
    }
    output += input.prefix(position)
    characters += position - continuations
    return problem
  }

  private enum Sequence {
    case scalar(length: Int)
    case incomplete
    case illegal(UInt32, length: Int)
    case malformed
  }

  /// Reads one multi-byte sequence by the table of well-formed sequences (Unicode 15, table 3-7).
  private static func sequence(_ bytes: Span<UInt8>, at start: Int) -> Sequence {
    let first = bytes[start]
    let length: Int
    var range: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, range) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: length = 3
    case 0xED: (length, range) = (3, 0x80...0x9F)
    case 0xF0: (length, range) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, range) = (4, 0x80...0x8F)
    default: return .malformed
    }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for step in 1..<length {
      guard start + step < bytes.count else { return .incomplete }
      let byte = bytes[start + step]
      guard range.contains(byte) else { return .malformed }
      range = 0x80...0xBF
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return scalar == 0xFFFE || scalar == 0xFFFF ? .illegal(scalar, length: length) : .scalar(length: length)
  }

  // MARK: Other encodings

  private mutating func decodeLatin1(_ input: ArraySlice<UInt8>, origin: Int, into output: inout [UInt8]) -> Problem? {
    for byte in input {
      if let problem = put(UInt32(byte), origin: origin, into: &output) { return problem }
    }
    return nil
  }

  private mutating func decodeUTF16(_ input: ArraySlice<UInt8>, origin: Int, into output: inout [UInt8]) -> Problem? {
    func unit(at position: Int) -> UInt32? {
      guard position + 1 < input.endIndex else { return nil }
      let (low, high) =
        encoding == .utf16LittleEndian
        ? (input[position], input[position + 1]) : (input[position + 1], input[position])
      return UInt32(high) << 8 | UInt32(low)
    }
    var position = input.startIndex
    while position < input.endIndex {
      guard var scalar = unit(at: position) else { break }
      var length = 2
      if scalar & 0xFC00 == 0xD800 {
        guard let trail = unit(at: position + 2) else { break }
        length = 4
        scalar = trail & 0xFC00 == 0xDC00 ? 0x10000 + ((scalar & 0x3FF) << 10 | trail & 0x3FF) : 0xD800
      }
      if let problem = put(scalar, origin: origin, into: &output) { return problem }
      position += length
    }
    pending = Array(input[position...])
    return nil
  }

  /// Appends a scalar, or says why it may not stand in a document.
  private mutating func put(_ scalar: UInt32, origin: Int, into output: inout [UInt8]) -> Problem? {
    let offset = origin + output.count
    guard let legal = Unicode.Scalar(scalar) else {
      return (.undecodableBytes(encoding), SourceRange(offset, offset))
    }
    if scalar < 0x20 && scalar != 0x09 && scalar != 0x0A && scalar != 0x0D || scalar == 0xFFFE || scalar == 0xFFFF {
      return (.illegalCharacter(scalar), SourceRange(offset, offset))
    }
    output.append(contentsOf: String(Character(legal)).utf8)
    characters += 1
    return nil
  }
}
