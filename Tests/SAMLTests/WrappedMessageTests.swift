import Testing

@testable import SAML

@Suite("Wrapped messages")
struct WrappedMessageTests {
  static let xml = """
    <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_12"><a>???>>>~~~</a></samlp:Response>
    """
  static let base64 = Base64.encode(Array(xml.utf8))
  static let escaped = base64.replacing("+", with: "%2B").replacing("/", with: "%2f").replacing("=", with: "%3D")

  private func unwrap(_ text: String) throws(WrappedMessage.Failure) -> WrappedMessage {
    try WrappedMessage.unwrap(Array(text.utf8))
  }

  static let forms: [(String, [WrappedMessage.Layer])] = [
    (xml, []), ("\u{FEFF}\n" + xml, []), (base64, [.base64]), ("  \(base64)\r\n", [.base64]),
    (base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""), [.base64]),
    (escaped, [.percentEncoding, .base64]),
    ("SAMLResponse=\(escaped)&RelayState=x", [.form, .percentEncoding, .base64]),
    ("RelayState=x&SAMLResponse=\(base64)", [.form, .base64]), ("SAMLResponse: \(base64)", [.form, .base64]),
    ("curl 'https://x' --data-raw 'SAMLResponse=\(escaped)&RelayState='", [.form, .percentEncoding, .base64]),
    (Base64.encode(Array(base64.utf8)), [.base64, .base64]),
    (
      "<html><form><input type=\"hidden\" name=\"SAMLResponse\" value=\"\(base64.replacing("+", with: "&#43;"))\"/></form>",
      [.page, .base64]
    ),
    (base64.replacing("+", with: " "), [.base64]),
  ]

  @Test("what a browser's tools show becomes the XML again", arguments: forms)
  func unwrapped(text: String, layers: [WrappedMessage.Layer]) throws {
    let message = try unwrap(text)
    #expect(message.layers == layers)
    #expect(String(decoding: message.xml, as: UTF8.self).contains(Self.xml))
  }

  @Test("lines as base64 -w 64 writes them, and as narrower windows break them", arguments: [64, 40])
  func lines(width: Int) throws {
    var text = ""
    for (index, character) in Self.base64.enumerated() {
      if index > 0, index.isMultiple(of: width) { text.append("\n  ") }
      text.append(character)
    }
    #expect(try unwrap(text).layers == [.base64])
  }

  /// Messages of every length modulo three, which hold one to seven `+` in base64 and end in one or not.
  private static let various = (0..<48).map { index in
    "<?xml version=\"1.0\"?><samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"><a>"
      + String(repeating: "value ", count: 20) + String(repeating: ">", count: index / 3)
      + String(repeating: " b", count: index % 3) + "</a></samlp:Response>"
  }

  @Test("each + that a form made a blank of, be it the last character", arguments: various)
  func lostPluses(xml: String) throws {
    let base64 = Base64.encode(Array(xml.utf8))
    let blanks = base64.replacing("+", with: " ")
    for text in [base64, blanks, blanks + "\n", "SAMLResponse=\(blanks)&RelayState=x"] {
      #expect(try String(decoding: unwrap(text).xml, as: UTF8.self) == xml, "\(text)")
    }
  }

  @Test("blanks in the place of line breaks, at either end and before each line", arguments: various)
  func blanksOfLines(xml: String) throws {
    let base64 = Base64.encode(Array(xml.utf8))
    let forAddresses = base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    for (text, width) in [(base64, 40), (base64, 64), (base64, 76), (forAddresses, 64)] {
      let characters = Array(text)
      let lines = stride(from: 0, to: characters.count, by: width).map { String(characters[$0...].prefix(width)) }
      for separator in [" ", "  ", "\n", " \n", "\r\n  "] {
        let text = lines.joined(separator: separator)
        for padded in [text, text + " ", "  \(text)  \n"] {
          #expect(try String(decoding: unwrap(padded).xml, as: UTF8.self) == xml, "\(padded)")
        }
      }
    }
  }

  @Test("blanks in the place of line breaks, where base64 has no +", arguments: [40, 64, 96])
  func linesWithoutPlus(width: Int) throws {
    let xml = "<message \(String(repeating: "value='b' ", count: 30))/>"
    let characters = Array(Base64.encode(Array(xml.utf8)))
    #expect(!characters.contains("+"))
    let lines = stride(from: 0, to: characters.count, by: width).map { String(characters[$0...].prefix(width)) }
    for separator in [" ", "  ", "\n"] {
      let text = lines.joined(separator: separator)
      #expect(try String(decoding: unwrap(text).xml, as: UTF8.self) == xml, "\(text)")
    }
  }

  @Test("compressed, with and without zlib's frame")
  func deflated() throws {
    // <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>, made by zlib.
    let raw = "sylOzM0psPLJT88vLQlKLSxNLS5RqMjNySu2AsvYKpUW5VnlJxZnFlvlJeamFluVJFsFO/r6WBnpGVgVFOWX5Cfn5yjp2wEA"
    let framed =
      "eNqzKU7MzSmw8slPzy8tCUotLE0tLlGoyM3JK7YCy9gqlRblWeUnFmcWW+Ul5qYWW5UkWwU7+vpYGekZWBUU5ZfkJ+fnKOnbAQD9vRp4"
    for text in [raw, framed, "SAMLRequest=" + raw.replacing("+", with: "%2B").replacing("/", with: "%2F")] {
      let message = try unwrap(text)
      #expect(message.layers.last == .deflate)
      #expect(String(decoding: message.xml, as: UTF8.self).hasPrefix("<samlp:LogoutRequest "))
    }
  }

  @Test(
    "what is no message",
    arguments: [
      "", "An unexpected error has occurred", "hello", "SAMLResponse is missing", "AADSTS50011",
      "Invalid SAMLResponse: the signature could not be verified by the service", "{\"Records\": []}",
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      "Unable to build attributes from provided metadata object as url validation failed",
      "Unable to build attributes from\nprovided metadata object as url\nvalidation failed",
      "You cannot delete/modify/remove/assign access to permission sets provisioned in the management account",
    ])
  func others(text: String) {
    #expect(throws: WrappedMessage.Failure.notAMessage) { try unwrap(text) }
  }

  @Test("what was one, and is damaged")
  func damaged() {
    let cut = "SAMLResponse=" + Self.base64.dropLast(3)
    guard case .damaged(.base64, _) = #expect(throws: WrappedMessage.Failure.self, performing: { try unwrap(cut) })
    else {
      Issue.record("not damaged")
      return
    }
  }

  @Test("a bomb is refused by its size")
  func bomb() {
    guard
      case .damaged(.deflate, let reason) = #expect(
        throws: WrappedMessage.Failure.self, performing: { try unwrap("SAMLResponse=" + Self.bomb + "") })
    else {
      Issue.record("not refused")
      return
    }
    #expect(reason.contains("1048576"))
  }

  /// Three million times `a`, by zlib at level 9.
  private static let bomb =
    "7cGBAAAAAAIgsWX2lxjkKgU" + String(repeating: "A", count: 3874) + "G4M"
}
