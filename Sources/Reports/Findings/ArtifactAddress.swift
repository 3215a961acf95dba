/// The address of a file as formats for other programs write it: relative to where the program ran, if the path is.
struct ArtifactAddress: Hashable {
  /// The path without parts that lead nowhere, so that `./idp.xml` and `idp.xml` are one file.
  let path: String
  /// The path as a URI reference (RFC 3986): everything but letters, digits, `-._~` and `/` is percent-encoded.
  let uri: String
  /// Whether the file lies below the directory in which the program ran, as far as the path tells.
  let isBelowRoot: Bool

  /// The address of a path as it was given.
  init(_ given: String) {
    let isAbsolute = given.hasPrefix("/")
    let parts = given.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    path = isAbsolute ? "/" + joined : joined.isEmpty ? given : joined
    uri = (isAbsolute ? "file://" : "") + path.percentEncoded
    isBelowRoot = !isAbsolute && !parts.contains("..")
  }
}

extension String {
  fileprivate var percentEncoded: String {
    var encoded = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default: encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
