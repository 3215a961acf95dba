/// A SAML message as it was copied from a browser, and the XML that is left once its wrappings are taken off (SAML
/// Bindings 3.4.4.1 and 3.5.4).
public struct WrappedMessage: Sendable {
  /// The wrappings, the outermost first.
  public let layers: [Layer]
  /// The message itself. Nothing has read it yet.
  public let xml: [UInt8]

  /// Something that a message is wrapped in.
  public enum Layer: String, Sendable, CaseIterable {
    /// A web page with a form that posts the message.
    case page
    /// A form, or the query of an address: `SAMLResponse=…`.
    case form
    /// `%2B` for `+`.
    case percentEncoding = "percent-encoding"
    /// Base64.
    case base64
    /// DEFLATE.
    case deflate
  }

  /// Why there is no message.
  public enum Failure: Error, Hashable, Sendable {
    /// Nothing suggests that it is one.
    case notAMessage
    /// It is one, and this wrapping does not come off.
    case damaged(Layer, reason: String)
  }

  /// The most bytes that are inflated: twenty times what AWS takes.
  public static let limit = 1 << 20

  /// Takes off the wrappings.
  public static func unwrap(_ bytes: [UInt8]) throws(Failure) -> WrappedMessage {
    if Self.isMarkup(bytes[...]), let field = PostedField(inPage: bytes) {
      return try unwrap(field.bytes, behind: [.page], isCertain: true)
    }
    if Self.isMarkup(bytes[...]) { return WrappedMessage(layers: [], xml: bytes) }
    if let field = PostedField(inText: bytes) { return try unwrap(field.bytes, behind: [.form], isCertain: true) }
    return try unwrap(bytes, behind: [], isCertain: false)
  }

  private static func unwrap(_ bytes: [UInt8], behind layers: [Layer], isCertain: Bool) throws(Failure)
    -> WrappedMessage
  {
    var (layers, bytes) = (layers, bytes)
    if bytes.contains(UInt8(ascii: "%")), let plain = percentDecoded(bytes) {
      layers.append(.percentEncoding)
      bytes = plain
      if isMarkup(bytes[...]) { return WrappedMessage(layers: layers, xml: bytes) }
    }
    // Some tools encode what is encoded already.
    for _ in 0..<2 {
      // `<` comes out as P, UTF-16's mark as / and DEFLATE as anything: whoever says nothing else must be long.
      guard let text = Base64Text(bytes), isCertain || layers.contains(.base64) || text.looksMeant else { break }
      do throws(Base64.Fault) {
        bytes = try text.decoded()
      } catch {
        throw .damaged(.base64, reason: "it is cut short, or a character of it is lost: \(error)")
      }
      layers.append(.base64)
      if isMarkup(bytes[...]) { return WrappedMessage(layers: layers, xml: bytes) }
    }
    guard layers.contains(.base64) else {
      if isCertain { throw .damaged(.base64, reason: "the text behind SAMLResponse= is no base64") }
      throw .notAMessage
    }
    let isZlib = bytes.count > 2 && bytes[0] == 0x78 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    do throws(Inflate.Fault) {
      bytes = try Inflate.decompress(bytes[(isZlib ? 2 : 0)...], limit: limit)
    } catch {
      let hasForm = isCertain || layers.count > 1
      switch error {
      case .tooLong(let limit):
        throw .damaged(.deflate, reason: "it inflates to more than \(limit) bytes, and a response has a few thousand")
      case .truncated where hasForm: throw .damaged(.deflate, reason: "the compressed bytes are cut short")
      case .malformed where hasForm:
        throw .damaged(.deflate, reason: "the decoded bytes are neither XML nor compressed XML")
      case .truncated, .malformed: throw .notAMessage
      }
    }
    layers.append(.deflate)
    guard isMarkup(bytes[...]) else {
      throw .damaged(.deflate, reason: "the inflated bytes are no XML")
    }
    return WrappedMessage(layers: layers, xml: bytes)
  }

  /// Whether the first thing is a `<`, in UTF-8 or UTF-16, white space and marks left aside.
  private static func isMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first { !XMLSpace.contains($0) && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0].contains($0) } == UInt8(ascii: "<")
  }

  /// The bytes that `%XX` stands for; nil where a `%` stands for none. `+` stays: base64 has it more often than forms
  /// have blanks.
  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8]? {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.count, let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2]) else {
        return nil
      }
      plain.append(high << 4 | low)
      index += 3
    }
    return plain
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}

/// A text that may be base64, in either alphabet, with or without its padding.
private struct Base64Text {
  private let characters: [UInt8]
  /// How many pieces white space makes of it.
  private let pieces: Int

  /// nil where a character belongs to no alphabet.
  init?(_ bytes: [UInt8]) {
    let pieces = bytes.split(whereSeparator: XMLSpace.contains)
    var restored = bytes
    for index in Self.lostPluses(of: bytes, in: pieces) { restored[index] = UInt8(ascii: "+") }
    var characters: [UInt8] = []
    for byte in restored where !XMLSpace.contains(byte) {
      switch byte {
      case UInt8(ascii: "-"): characters.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): characters.append(UInt8(ascii: "/"))
      case UInt8(ascii: "="): characters.append(byte)
      default:
        guard Base64.tolerantValue(of: byte) != nil else { return nil }
        characters.append(byte)
      }
    }
    guard !characters.isEmpty else { return nil }
    self.characters = characters
    self.pieces = pieces.count
  }

  /// Where a blank stands for a `+`: a form that is decoded twice makes one of each. Blanks between lines of one length
  /// were line breaks.
  private static func lostPluses(of bytes: [UInt8], in pieces: [ArraySlice<UInt8>]) -> [Int] {
    // Such a form leaves no `+`, and the alphabet of addresses has none.
    guard !bytes.contains(where: { "+-_".utf8.contains($0) }) else { return [] }
    let kept = pieces.reduce(0) { $0 + $1.count }
    var blanks = zip(pieces, pieces.dropFirst()).filter { $1.startIndex - $0.endIndex == 1 }.map { $0.0.endIndex }
      .filter { bytes[$0] == 0x20 }
    // XML that ends with a group of four ends in `+`.
    if (kept + blanks.count) % 4 == 3, let end = pieces.last?.endIndex, bytes[end...].first == 0x20 {
      blanks.append(end)
    }
    let (isWhole, wouldBeWhole) = (kept % 4 == 0, (kept + blanks.count) % 4 == 0)
    if isWhole != wouldBeWhole { return wouldBeWhole ? blanks : [] }
    return areLines(pieces) ? [] : blanks
  }

  /// Whether all pieces are of one length, but for the last one, which may be shorter.
  private static func areLines(_ pieces: [ArraySlice<UInt8>]) -> Bool {
    guard let width = pieces.first?.count, let last = pieces.last?.count else { return true }
    return last <= width && pieces.dropLast().allSatisfy { $0.count == width }
  }

  /// Whether prose is unlikely: it is long, and its pieces are the lines of a terminal rather than the words of a
  /// sentence.
  var looksMeant: Bool { characters.count >= max(64, 24 * pieces) }

  func decoded() throws(Base64.Fault) -> [UInt8] {
    let missing = characters.contains(UInt8(ascii: "=")) ? 0 : (4 - characters.count % 4) % 4
    let padded = characters + repeatElement(UInt8(ascii: "="), count: missing == 3 ? 0 : missing)
    return try Base64.decode(padded.span)
  }
}

/// The value of the field in which a browser posts a message.
private struct PostedField {
  let bytes: [UInt8]

  private static let names = ["SAMLResponse", "SAMLRequest"]

  /// In a form's body, an address, a line of a network log: `SAMLResponse=…`, `SAMLResponse: …`, `"SAMLResponse": "…"`.
  init?(inText text: [UInt8]) {
    for name in Self.names {
      guard let end = text.firstRange(of: Array(name.utf8))?.upperBound else { continue }
      var index = end
      var hasSeparator = false
      while index < text.count, " \t\"':=".utf8.contains(text[index]) {
        if text[index] == UInt8(ascii: "=") || text[index] == UInt8(ascii: ":") { hasSeparator = true }
        index += 1
      }
      guard hasSeparator else { continue }
      let value = text[index...].prefix { !"&\"';,".utf8.contains($0) }
      // A sentence about a response is none, and none begins like `<?xml `, whose end may be a `+` that was lost.
      let start = value.prefix(32)
      guard
        start.starts(with: "PD94bWwg".utf8)
          || (start.count == 32 && start.allSatisfy { $0 == 0x25 || Base64.tolerantValue(of: $0) != nil })
      else { continue }
      bytes = Array(value)
      return
    }
    return nil
  }

  /// In the page that posts it: `<input name="SAMLResponse" value="…">`.
  init?(inPage page: [UInt8]) {
    for name in Self.names {
      guard let place = page.firstRange(of: Array("\"\(name)\"".utf8)),
        let open = page[..<place.lowerBound].lastIndex(of: UInt8(ascii: "<")),
        let close = page[place.upperBound...].firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      let tag = page[open..<close]
      guard let start = tag.firstRange(of: Array("value=\"".utf8))?.upperBound,
        let end = tag[start...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      var value = String(decoding: page[start..<end], as: UTF8.self)
      for (reference, character) in [
        ("&#43;", "+"), ("&#x2b;", "+"), ("&#x2B;", "+"), ("&#61;", "="), ("&#x3d;", "="),
        ("&#x3D;", "="), ("&#47;", "/"), ("&#x2f;", "/"), ("&#x2F;", "/"), ("&#13;", ""), ("&#10;", ""), ("&#xd;", ""),
        ("&#xa;", ""),
      ] {
        value = value.replacing(reference, with: character)
      }
      bytes = Array(value.utf8)
      return
    }
    return nil
  }
}
