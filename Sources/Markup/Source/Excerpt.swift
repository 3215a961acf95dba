/// One line of a document around a range, kept for showing after the document is gone.
public struct Excerpt: Hashable, Sendable {
  /// The line, or the part of it around the range; untrusted text without its line end.
  public let text: String
  /// Unicode scalars of `text` before the range.
  public let lead: Int
  /// Unicode scalars of the range on this line.
  public let count: Int
  /// Something was cut before `text`.
  public let isCutBefore: Bool
  /// Something was cut after `text`.
  public let isCutAfter: Bool

  /// Bytes kept before and after the start of a range; longer lines are cut there. The builder keeps as many of what was
  /// read, so that an excerpt can still be cut out of them.
  static let reach = 160

  /// Cuts the excerpt out of bytes in which the range lies at `lower ..< upper`.
  init(of bytes: ArraySlice<UInt8>, around lower: Int, _ upper: Int) {
    let lower = min(max(lower, bytes.startIndex), bytes.endIndex)
    var start = lower
    while start > bytes.startIndex, lower - start < Excerpt.reach, !Excerpt.endsLine(bytes[start - 1]) { start -= 1 }
    while start < lower, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = lower
    let limit = min(bytes.endIndex, max(min(upper, lower + Excerpt.reach), lower) + Excerpt.reach)
    while end < limit, !Excerpt.endsLine(bytes[end]) { end += 1 }
    while end > lower, end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    isCutBefore = start > bytes.startIndex && !Excerpt.endsLine(bytes[start - 1])
    isCutAfter = end < bytes.endIndex && !Excerpt.endsLine(bytes[end])
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    lead = Excerpt.scalars(in: bytes[start..<lower])
    count = Excerpt.scalars(in: bytes[lower..<max(lower, min(upper, end))])
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
