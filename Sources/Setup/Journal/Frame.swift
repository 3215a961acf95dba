extension Journal {
  /// One line of a journal.
  public struct Frame: Equatable, Sendable {
    /// The version of the format that the frame was written in.
    public let version: Int
    /// Which frame it is, counted from 1 without a gap.
    public let number: Int
    /// When it happened, as the writer said.
    public let at: String
    /// The event: one JSON value.
    public let payload: [UInt8]
    /// The 16 hexadecimal digits that cover this frame and all before it.
    public let sum: String
    /// The byte of the file that its line begins at.
    public let offset: Int
  }

  /// What keeps an event from being written.
  public enum Unfit: Equatable, Sendable {
    /// There is no payload.
    case empty
    /// The payload has a control character, which JSON writes as an escape or, between tokens, as a space.
    case controlCharacter(offset: Int)
    /// The payload is not UTF-8.
    case notUTF8
    /// The line would be longer than `lineLimit`.
    case tooLong
    /// The time is empty, longer than 64 characters, or has one that JSON would escape.
    case time
  }

  /// Why a line is not the frame that belongs there.
  public enum Fault: Equatable, Sendable {
    /// It does not have the shape of a frame.
    case shape
    /// Its content and its sum, or the frame before it, do not belong together.
    case sum
    /// It has this number, and not the next one.
    case number(Int)
    /// It is longer than `lineLimit`.
    case tooLong
  }
}

extension Journal.Frame {
  static let sumBeforeFirst = "0000000000000000"
  static let opening = Array(#"{"sum":""#.utf8)
  private static let sumEnd = Array(#"","#.utf8)
  private static let sumLength = 16

  static func fault(ofPayload payload: [UInt8], at: String) -> Journal.Unfit? {
    guard !payload.isEmpty else { return .empty }
    guard payload.count < Journal.lineLimit else { return .tooLong }
    if let offset = payload.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) { return .controlCharacter(offset: offset) }
    guard String(validating: payload, as: UTF8.self) != nil else { return .notUTF8 }
    guard (1...64).contains(at.utf8.count), at.utf8.allSatisfy(isPlain) else { return .time }
    return nil
  }

  /// The frame, and its line with the line feed.
  static func encode(
    number: Int, at: String, payload: [UInt8], after previous: String, offset: Int, digest: Journal.Digest
  ) -> (frame: Journal.Frame, line: [UInt8]) {
    var covered = Array(#""v":\#(Journal.version),"n":\#(number),"at":"\#(at)","event":"#.utf8)
    covered += payload
    covered.append(UInt8(ascii: "}"))
    let sum = Self.sum(of: covered[...], after: previous, digest: digest)
    let frame = Journal.Frame(
      version: Journal.version, number: number, at: at, payload: payload, sum: sum, offset: offset)
    return (frame, opening + Array(sum.utf8) + sumEnd + covered + [UInt8(ascii: "\n")])
  }

  /// What a line turns out to be.
  enum Parsed {
    case frame(Journal.Frame)
    /// The sum is right, but this version writes frames that we cannot take apart.
    case newer(version: Int)
    case fault(Journal.Fault)
  }

  /// Reads a line, without its line feed, that begins at the offset and should be the frame of that number.
  static func parse(
    _ line: ArraySlice<UInt8>, number: Int, after previous: String, offset: Int, digest: Journal.Digest
  ) -> Parsed {
    var scanner = LineScanner(line)
    guard scanner.take(opening), let sum = scanner.takeText(count: sumLength, where: isHexadecimal),
      scanner.take(sumEnd)
    else { return .fault(.shape) }
    // Before anything else is believed: only what the sum covers can tell a later version from a damaged digit.
    guard Self.sum(of: scanner.rest, after: previous, digest: digest) == sum else { return .fault(.sum) }
    guard scanner.take(Array(#""v":"#.utf8)), let version = scanner.takeNumber(), version >= 1 else {
      return .fault(.shape)
    }
    guard scanner.take(Array(#","n":"#.utf8)), let found = scanner.takeNumber(), scanner.take(Array(#","at":""#.utf8)),
      let at = scanner.takeText(count: nil, where: isPlain), scanner.take(Array(#"","event":"#.utf8)),
      scanner.rest.count > 1, scanner.rest.last == UInt8(ascii: "}")
    else { return version > Journal.version ? .newer(version: version) : .fault(.shape) }
    guard found == number else { return .fault(.number(found)) }
    return .frame(
      Journal.Frame(
        version: version, number: number, at: at, payload: Array(scanner.rest.dropLast()), sum: sum, offset: offset))
  }

  private static func sum(of covered: ArraySlice<UInt8>, after previous: String, digest: Journal.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = digest(Array(previous.utf8) + covered).prefix(sumLength / 2)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// Printable ASCII that JSON writes as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}

/// Takes a line apart from front to back.
private struct LineScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line
  }

  mutating func take(_ expected: [UInt8]) -> Bool {
    guard rest.starts(with: expected) else { return false }
    rest.removeFirst(expected.count)
    return true
  }

  /// The bytes that qualify, as text: exactly so many, or all there are.
  mutating func takeText(count: Int?, where qualifies: (UInt8) -> Bool) -> String? {
    let text = rest.prefix(count ?? rest.count).prefix(while: qualifies)
    guard !text.isEmpty, count == nil || text.count == count else { return nil }
    rest.removeFirst(text.count)
    return String(decoding: text, as: UTF8.self)
  }

  /// A number as JSON writes it: digits, without a zero in front.
  mutating func takeNumber() -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard digits.first != UInt8(ascii: "0") || digits.count == 1,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    rest.removeFirst(digits.count)
    return number
  }
}
