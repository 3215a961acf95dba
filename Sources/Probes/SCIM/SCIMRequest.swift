/// The questions that are asked of a SCIM service. All of them only read.
enum SCIMRequest: Sendable, Equatable {
  /// What the service can do.
  case configuration
  /// One user, whoever it is.
  case anyUser
  /// The user of that name.
  case user(String)
  /// The group of that name.
  case group(String)
  /// A page of the groups; the first one where there is no cursor.
  case groups(cursor: String?)

  /// What follows the address of the service.
  var path: String {
    switch self {
    case .configuration: "/ServiceProviderConfig"
    case .anyUser: "/Users?count=1"
    case .user(let name): "/Users?filter=" + Self.filter("userName", name)
    case .group(let name): "/Groups?filter=" + Self.filter("displayName", name)
    case .groups(let cursor): "/Groups?count=100&cursor=" + Self.encoded(cursor ?? "")
    }
  }

  /// `userName eq "ada@example.com"` as it stands in an address. The value is that of a JSON string (RFC 7644, section
  /// 3.4.2.2).
  private static func filter(_ attribute: String, _ value: String) -> String {
    let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return encoded("\(attribute) eq \"\(quoted)\"")
  }

  /// A text as it stands in the query of an address: all but the unreserved characters of RFC 3986 become `%XX`.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
