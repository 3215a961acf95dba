/// One element of DER: its tag, and where it and its content are in the bytes that it was read from.
struct DERElement: Equatable {
  let tag: UInt8
  /// Where its tag is.
  let start: Int
  /// Where its content is; the element ends where the content does.
  let content: Range<Int>

  /// From the tag to the end of the content.
  var whole: Range<Int> { start..<content.upperBound }
  /// Reads what is inside.
  var reader: DERReader { DERReader(content) }
}

/// Why bytes are no DER, and where.
struct DERFault: Error, Equatable {
  enum Reason {
    /// The bytes end inside of a tag or a length.
    case ended
    /// The length says more than there is.
    case tooLong
    /// A length to be found out by an end mark, which is BER but not DER.
    case indefiniteLength
    /// A tag of several bytes; nothing that a certificate has.
    case longTag
    /// Another tag than the one that has to be here, or something where there has to be nothing.
    case unexpected
  }

  let reason: Reason
  let offset: Int
}

/// The tags that certificates use (X.690, section 8.1.2).
enum DERTag {
  static let boolean: UInt8 = 0x01
  static let integer: UInt8 = 0x02
  static let bitString: UInt8 = 0x03
  static let octetString: UInt8 = 0x04
  static let null: UInt8 = 0x05
  static let oid: UInt8 = 0x06
  static let utcTime: UInt8 = 0x17
  static let generalizedTime: UInt8 = 0x18
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31

  /// `[0]`, `[1]` … around something else.
  static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }
}

/// Reads elements one after the other between two places of some bytes.
///
/// It holds places only and is given the bytes again at each step, so it costs nothing to make one for the inside of an
/// element. Nothing is allocated and nothing recurs: how deep a reader goes is decided by the code that asks, never by
/// the bytes. Lengths in more bytes than needed are read too, as OpenSSL does.
struct DERReader {
  private(set) var position: Int
  let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position >= end }

  /// The tag that comes next, if there is one.
  func peek(in bytes: Span<UInt8>) -> UInt8? {
    position < end ? bytes[position] : nil
  }

  /// Reads the next element, whatever it is.
  ///
  /// With `clipped`, an element that says to be longer than what is left ends there: for a look at damaged bytes.
  mutating func next(in bytes: Span<UInt8>, clipped: Bool = false) throws(DERFault) -> DERElement {
    let start = position
    guard start &+ 2 <= end else { throw DERFault(reason: .ended, offset: start) }
    let tag = bytes[start]
    guard tag & 0x1F != 0x1F else { throw DERFault(reason: .longTag, offset: start) }
    var length = Int(bytes[start &+ 1])
    var content = start &+ 2
    if length >= 0x80 {
      let size = length & 0x7F
      guard size > 0 || clipped else { throw DERFault(reason: .indefiniteLength, offset: start &+ 1) }
      guard size <= end &- content else { throw DERFault(reason: .ended, offset: start &+ 1) }
      length = size == 0 ? end &- content : 0
      for _ in 0..<size {
        length = length &<< 8 | Int(bytes[content])
        content &+= 1
        // Far beyond what any caller takes, and far from overflow.
        if length > 0xFF_FFFF {
          guard clipped else { throw DERFault(reason: .tooLong, offset: start &+ 1) }
          length = 0xFF_FFFF
        }
      }
    }
    if length > end &- content {
      guard clipped else { throw DERFault(reason: .tooLong, offset: start &+ 1) }
      length = end &- content
    }
    position = content &+ length
    return DERElement(tag: tag, start: start, content: content..<position)
  }

  /// Reads the next element, which has to have this tag.
  mutating func next(_ tag: UInt8, in bytes: Span<UInt8>) throws(DERFault) -> DERElement {
    let element = try next(in: bytes)
    guard element.tag == tag else { throw DERFault(reason: .unexpected, offset: element.start) }
    return element
  }

  /// Reads the next element if it has this tag.
  mutating func nextIfPresent(_ tag: UInt8, in bytes: Span<UInt8>) throws(DERFault) -> DERElement? {
    guard peek(in: bytes) == tag else { return nil }
    return try next(in: bytes)
  }

  /// Makes sure that nothing is left.
  func expectEnd() throws(DERFault) {
    guard isAtEnd else { throw DERFault(reason: .unexpected, offset: position) }
  }
}

extension Span<UInt8> {
  /// Whether the bytes at these places are these.
  func holds(_ expected: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count == expected.count else { return false }
    let other = expected.span
    for index in 0..<other.count where self[range.lowerBound &+ index] != other[index] { return false }
    return true
  }

  /// A copy of the bytes at these places.
  func copy(_ range: Range<Int>) -> [UInt8] {
    range.map { self[$0] }
  }

  /// How many bits the number of an INTEGER has, without its sign; nil for an empty, a negative one or zero.
  func bitCount(ofInteger range: Range<Int>) -> Int? {
    var start = range.lowerBound
    guard start < range.upperBound, self[start] < 0x80 else { return nil }
    while start < range.upperBound, self[start] == 0 { start &+= 1 }
    guard start < range.upperBound else { return nil }
    return (range.upperBound &- start) &* 8 &- self[start].leadingZeroBitCount
  }

  /// The number of an INTEGER; nil for an empty, a negative one, and one that does not fit.
  func number(ofInteger range: Range<Int>) -> UInt64? {
    guard let first = range.first, self[first] < 0x80 else { return nil }
    var value: UInt64 = 0
    for index in range {
      guard value >> 56 == 0 else { return nil }
      value = value << 8 | UInt64(self[index])
    }
    return value
  }
}
