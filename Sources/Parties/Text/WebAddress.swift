/// A web address as somebody typed, pasted or exported it: read for judging, never for fetching.
///
/// Reading never fails. What is there is in the parts, what is wrong with it in ``problems``; which problem is an
/// error is for the rules to say. Where readers of URLs disagree, this one reads as a browser does (WHATWG URL),
/// because a browser will follow the address, and reports the place: a backslash ends the host, missing or surplus
/// slashes after `https:` are passed over.
public struct WebAddress: Sendable, Hashable {
  /// One part of the address, as written, and where it starts.
  public struct Part: Sendable, Hashable {
    /// The part as written, without its delimiters.
    public let text: String
    /// The start of the part, in UTF-8 bytes from the start of the whole text.
    public let offset: Int
  }

  /// The text as it was given.
  public let text: String
  /// The scheme without its colon.
  public internal(set) var scheme: Part?
  /// What stands before the `@` of the authority.
  public internal(set) var userInfo: Part?
  /// The host as written; an IPv6 literal with its brackets. Nil where the address has none.
  public internal(set) var host: Part?
  /// The port's text after the colon, possibly empty or no number.
  public internal(set) var port: Part?
  /// The path, starting with its slash; empty where there is none. For a scheme without `//` all that follows it.
  public internal(set) var path = Part(text: "", offset: 0)
  /// What follows the `?`.
  public internal(set) var query: Part?
  /// What follows the `#`.
  public internal(set) var fragment: Part?
  /// What is wrong with the address, in reading order.
  public internal(set) var problems: [Problem] = []

  /// Reads an address. Any text will do.
  public init(_ text: String) {
    self.text = text
    var reader = WebAddressReader(text)
    reader.read(into: &self)
  }

  /// The scheme in lower case, to compare.
  public var schemeName: String? { scheme?.text.asciiLowercased }

  /// The host in the form to compare: ASCII letters in lower case, one dot at the end removed. Not converted to or
  /// from punycode.
  public var hostName: String? {
    guard var name = host?.text.asciiLowercased else { return nil }
    if name.utf8.last == 0x2E { name.removeLast() }
    return name
  }

  /// The port as a number, nil where none is written or it is not between 1 and 65535.
  public var portNumber: Int? {
    guard let text = port?.text, text.consists(of: \.isASCIIDigit), text.utf8.count <= 5 else { return nil }
    return Int(text).flatMap { (1...65535).contains($0) ? $0 : nil }
  }

  /// Whether the host is a domain or lies below it, by whole labels: `x.awsapps.com` is under `awsapps.com`,
  /// `xawsapps.com` and `awsapps.com.evil.example` are not.
  public func isHost(under domain: String) -> Bool { hostName?.isHostName(under: domain) == true }

  /// The labels to the left of a domain, nil where the host is not below it.
  func labels(before domain: String) -> [String]? {
    guard let name = hostName, name.utf8.count > domain.utf8.count, name.isHostName(under: domain) else { return nil }
    return name.utf8.dropLast(domain.utf8.count + 1).split(separator: 0x2E, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts of the path between its slashes, the empty ones kept: `/a/b/` gives `a`, `b` and an empty one.
  var pathSegments: [String] {
    let bytes = Array(path.text.utf8)
    guard bytes.first == 0x2F else { return [] }
    var segments: [String] = []
    var start = 1
    for end in 1...bytes.count where end == bytes.count || bytes[end] == 0x2F {
      segments.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + 1
    }
    return segments
  }
}

extension String {
  /// Whether a host in the form to compare is a domain or lies below it, by whole labels.
  func isHostName(under domain: String) -> Bool {
    let left = utf8.count - domain.utf8.count
    guard left == 0 || left > 1, utf8.suffix(domain.utf8.count).elementsEqual(domain.utf8) else { return false }
    return left == 0 || utf8.prefix(left).last == 0x2E
  }
}
