/// What the first bytes of a document say about the rest.
struct Prolog {
  var encoding = SourceEncoding.utf8
  /// Bytes of the byte-order mark in the original encoding.
  var markLength = 0

  /// It is UTF-32, which XML processors need not read and this one does not.
  var isUTF32 = false

  /// Bytes after which a decision is always possible.
  static let reach = 1024

  /// Reads a byte-order mark, or guesses UTF-16 from the zero beside the first `<`.
  init(firstBytes bytes: [UInt8]) {
    let four = bytes.prefix(4)
    let marks: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C]]
    isUTF32 = marks.contains { four.elementsEqual($0) }
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xEF, 0xBB) where bytes.dropFirst(2).first == 0xBF: markLength = 3
    case (0xFF, 0xFE): (encoding, markLength) = (.utf16LittleEndian, 2)
    case (0xFE, 0xFF): (encoding, markLength) = (.utf16BigEndian, 2)
    case (UInt8(ascii: "<"), 0): encoding = .utf16LittleEndian
    case (0, UInt8(ascii: "<")): encoding = .utf16BigEndian
    default: break
    }
  }
}

/// The XML declaration at the start of a document, read from text that is ASCII up to its end.
struct Declaration: Equatable {
  var version: String?
  var encoding: String?
  /// Bytes from `<?xml` to `?>`.
  var length = 0
  /// It does not read as a declaration.
  var isMalformed = false

  /// Whether bytes begin with `<?xml` and a white space.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "<?xml".utf8) && bytes.dropFirst(5).first.map(isWhitespace) == true
  }

  /// Reads the declaration that `bytes` begin with; nil where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard Declaration.begins(bytes) else { return nil }
    guard let close = bytes.firstIndex(of: UInt8(ascii: ">")), bytes[close - 1] == UInt8(ascii: "?") else {
      isMalformed = true
      return
    }
    length = close + 1 - bytes.startIndex
    var rest = bytes[(bytes.startIndex + 5)..<(close - 1)]
    while let (name, value) = Declaration.pair(&rest) {
      switch name {
      case "version": version = value
      case "encoding": encoding = value
      case "standalone" where value == "yes" || value == "no": break
      default: isMalformed = true
      }
    }
    if version == nil || !rest.isEmpty { isMalformed = true }
  }

  /// Takes one `name="value"` off the front; nil where there is none left, or none that reads so.
  private static func pair(_ rest: inout ArraySlice<UInt8>) -> (name: String, value: String)? {
    rest = rest.drop(while: isWhitespace)
    guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = rest[..<equals].filter { !isWhitespace($0) }
    let quoted = rest[(equals + 1)...].drop(while: isWhitespace)
    guard let quote = quoted.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = quoted.dropFirst().firstIndex(of: quote)
    else { return nil }
    rest = quoted[(end + 1)...]
    return (
      String(decoding: name, as: UTF8.self), String(decoding: quoted[(quoted.startIndex + 1)..<end], as: UTF8.self)
    )
  }
}

extension ForeignContent {
  /// Recognises content that is no XML document from its first bytes, white space and byte-order mark dropped.
  ///
  /// Nil where the bytes begin like markup, or where there are too few to tell.
  init?(firstBytes bytes: ArraySlice<UInt8>) {
    let text = bytes.drop(while: isWhitespace)
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "<") {
      guard let page = Self.markup(in: text)?.prefix(256).map({ $0 | 0x20 }) else { return nil }
      guard page.starts(with: "<!doctype html".utf8) || page.starts(with: "<html".utf8) else { return nil }
      self = .html
      return
    }
    let signatures: [(ForeignContent, [UInt8])] = [
      (.pdf, Array("%PDF-".utf8)), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.gzip, [0x1F, 0x8B]),
      (.pem, Array("-----BEGIN ".utf8)), (.image, [0x89, 0x50, 0x4E, 0x47]), (.image, [0xFF, 0xD8, 0xFF]),
      (.image, Array("GIF8".utf8)), (.der, [0x30, 0x82]), (.der, [0x30, 0x81]), (.der, [0x30, 0x80]),
    ]
    if let match = signatures.first(where: { text.starts(with: $0.1) }) {
      self = match.0
    } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"") {
      self = .json
    } else if text.prefix(512).contains(where: { $0 < 0x20 && !isWhitespace($0) && $0 != 0x1B }) {
      self = .binary
    } else if text.count >= 40, text.allSatisfy({ ForeignContent.isBase64($0) || isWhitespace($0) }) {
      self = .base64
    } else if !text.contains(UInt8(ascii: "<")) {
      self = .text
    } else {
      return nil
    }
  }

  /// What follows the declaration, instructions, comments and white space; nil where it is too far away.
  private static func markup(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = bytes
    while true {
      let end: [UInt8]
      if rest.starts(with: "<?".utf8) {
        end = Array("?>".utf8)
      } else if rest.starts(with: "<!--".utf8) {
        end = Array("-->".utf8)
      } else {
        return rest
      }
      guard let place = rest.indices.first(where: { rest[$0...].starts(with: end) }) else { return nil }
      rest = rest[place...].dropFirst(end.count).drop(while: isWhitespace)
    }
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
