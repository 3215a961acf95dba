#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The texts of X509Certificate elements, found without any code of the product's.
enum CertificateText {
  /// The texts in a document, whether or not it is well-formed; in what a message in base64 stands for, where it is one.
  static func all(in bytes: [UInt8]) -> [String] {
    let text = decoded(bytes)
    if let message = der(of: text) { return texts(in: String(decoding: message, as: UTF8.self)) }
    return texts(in: text)
  }

  /// The bytes that a text is base64 of, white space aside; nil for anything else.
  static func der(of text: String) -> [UInt8]? {
    let letters = String(text.unicodeScalars.filter { !" \t\r\n".unicodeScalars.contains($0) }.map(Character.init))
    return Data(base64Encoded: letters).map(Array.init)
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func texts(in document: String) -> [String] {
    var texts: [String] = []
    var rest = document.utf8[...]
    while let name = rest.firstRange(of: Array("X509Certificate".utf8)) {
      // Of the tag, what stands before the name: nothing, or a prefix.
      let tag = rest[..<name.lowerBound].lastIndex(of: UInt8(ascii: "<")) ?? rest.startIndex
      let prefix = rest[tag..<name.lowerBound].dropFirst()
      rest = rest[name.upperBound...]
      guard prefix.isEmpty || prefix.last == UInt8(ascii: ":"), !prefix.contains(UInt8(ascii: "/")),
        let next = rest.first, " \t\r\n>".utf8.contains(next), let open = rest.firstIndex(of: UInt8(ascii: ">")),
        rest[..<open].last != UInt8(ascii: "/"), let end = rest[open...].firstIndex(of: UInt8(ascii: "<"))
      else { continue }
      let isEndTag = rest[end...].dropFirst().first == UInt8(ascii: "/")
      if isEndTag, let text = String(rest[open..<end].dropFirst()) { texts.append(resolved(text)) }
      rest = rest[end...]
    }
    return texts
  }

  /// The text with the references resolved that occur in base64: line ends, and the characters that XML reserves.
  private static func resolved(_ text: String) -> String {
    let references = [
      ("&#13;", "\r"), ("&#xD;", "\r"), ("&#xd;", "\r"), ("&#10;", "\n"), ("&#xA;", "\n"), ("&#xa;", "\n"),
      ("&#9;", "\t"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ]
    return references.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
