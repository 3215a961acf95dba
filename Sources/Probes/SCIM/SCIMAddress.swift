public import Parties

/// Where a SCIM service is asked: the endpoint of an Identity Center, or a server on this very machine.
public struct SCIMAddress: Sendable, Equatable {
  /// Why an address is not asked.
  public enum Refusal: Error, Sendable, Equatable {
    /// It is no SCIM endpoint of AWS; what it is, in words that follow "it is".
    case foreign(String)
    /// It is not `https`.
    case notProtected
    /// `/scim/v2` is missing; the endpoint as it should be.
    case lacksPath(corrected: String)
    /// The address that was allowed is none of this machine.
    case notLocal
  }

  /// The address without a slash at its end.
  public let text: String
  /// Whether it is a server on this machine, for tests.
  public let isLocal: Bool
  /// Whether the text that was given had a slash at its end, which several identity providers refuse.
  public let hadTrailingSlash: Bool
  /// The endpoint as AWS gives it out; nil for a local one.
  public let endpoint: SCIMEndpoint?

  /// The host, with its port.
  public var host: String {
    let address = WebAddress(text)
    return (address.host?.text ?? "") + (address.port.map { ":\($0.text)" } ?? "")
  }

  /// Takes an address.
  ///
  /// - Parameter allowed: an address on this machine that may be asked as well, by its number: `127.0.0.1` or `[::1]`.
  public init(_ text: String, allowing allowed: String? = nil) throws(Refusal) {
    if let allowed {
      guard Self.isLocal(allowed) else { throw .notLocal }
      if Self.cut(text) == Self.cut(allowed) {
        self.text = Self.cut(text)
        isLocal = true
        hadTrailingSlash = text.hasSuffix("/")
        endpoint = nil
        return
      }
    }
    if WebAddress(text).schemeName == "http" { throw .notProtected }
    guard case .scim(let endpoint) = AWSAddress.recognise(text) else {
      let other = AWSAddress.recognise(text)
      guard case .unusual(_, let reason) = other else { throw .foreign(other.description) }
      throw .foreign("\(other) and \(reason)")
    }
    let address = WebAddress(text)
    guard address.schemeName == "https", address.userInfo == nil, address.port == nil, address.query == nil,
      address.fragment == nil
    else { throw .foreign("an address with more in it than the console of AWS shows") }
    guard !endpoint.lacksPath else { throw .lacksPath(corrected: endpoint.canonicalText) }
    self.text = endpoint.canonicalText
    isLocal = false
    hadTrailingSlash = endpoint.hasTrailingSlash
    self.endpoint = endpoint
  }

  private static func cut(_ text: String) -> String { text.hasSuffix("/") ? String(text.dropLast()) : text }

  /// Names do not count, for a name can lead anywhere.
  private static func isLocal(_ text: String) -> Bool {
    let address = WebAddress(text)
    guard ["http", "https"].contains(address.schemeName), address.userInfo == nil, address.query == nil,
      address.fragment == nil, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return false }
    return address.host?.text == "127.0.0.1" || address.host?.text == "[::1]"
  }
}
