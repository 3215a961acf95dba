import Parties

/// Why a request brought no answer.
public struct NetworkFault: Error, Sendable, Equatable {
  /// Where on the way it failed.
  public enum Kind: String, Sendable, CaseIterable {
    /// The name of the server is not known.
    case name
    /// The name of the proxy is not known, or the proxy refused.
    case proxy
    /// Nobody could be reached there.
    case connection
    /// No protection could be agreed on.
    case tls
    /// The certificate of the server is not trusted.
    case certificate
    /// It was not done in time.
    case time
    /// The answer was larger than any of this kind.
    case size
    /// The answer broke off, or is no HTTP.
    case answer
    /// Somebody asked us to stop.
    case interrupted
    /// Something else.
    case other
  }

  /// Where it failed.
  public let kind: Kind
  /// What the program said about it: untrusted text; empty where it said nothing.
  public let message: String

  init(_ kind: Kind, _ message: String = "") {
    self.kind = kind
    self.message = message
  }

  /// Reads how `curl` ended, by its table of exit codes (https://curl.se/docs/manpage.html, EXIT CODES).
  ///
  /// - Parameter url: what it was asked for. Whom it could not connect to where that is another host is the proxy.
  init(curlStatus status: Int32, message: String, asking url: String) {
    let host = (WebAddress(url).host?.text ?? "").filter { !"[]".contains($0) }
    let connection = "Failed to connect to "
    let isElsewhere = message.hasPrefix(connection) && !message.hasPrefix(connection + host + " ")
    let kind: Kind =
      switch status {
      case 7 where isElsewhere, 28 where isElsewhere: .proxy
      case 5, 97: .proxy
      case 6: .name
      case 7: .connection
      case 56 where message.contains("CONNECT") || message.contains("proxy"): .proxy
      case 56 where message.contains("Too large"): .size
      case 35, 53, 54, 58, 59, 64, 66, 80, 83, 91: .tls
      case 51, 60, 77, 90: .certificate
      case 28: .time
      case 63, 100: .size
      case 1, 8, 16, 18, 47, 52, 55, 56, 61, 92, 95: .answer
      default: .other
      }
    self.init(kind, message)
  }

  /// The likely cause.
  public var cause: String {
    switch kind {
    case .name: "the name of the server could not be resolved: no network, another DNS, or a Region that is mistyped"
    case .proxy: "the proxy that the environment names could not be reached, or refused"
    case .connection: "nobody answers at that address from here: no network, or a firewall"
    case .tls: "no protected connection could be agreed on; something between here and AWS may break it open"
    case .certificate: "the certificate of the server is not trusted here: something on the way breaks connections open"
    case .time: "the answer did not come in time"
    case .size: "the answer is larger than any that AWS gives"
    case .answer: "the answer broke off, or is none of HTTP"
    case .interrupted: "it was interrupted"
    case .other: "curl could not do it"
    }
  }

  /// What to do.
  public var remedy: String {
    switch kind {
    case .name, .connection: "try it again with the network on; where there is a proxy, set HTTPS_PROXY"
    case .proxy: "look at HTTPS_PROXY, ALL_PROXY and NO_PROXY"
    case .tls, .certificate:
      """
      where your organisation opens connections on purpose, name its CA file in CURL_CA_BUNDLE; else do not go on: the \
      token would be read on the way
      """
    case .time: "try it again later, and look at the proxy and the firewall"
    case .size, .answer: "see whether the address is that of AWS, and what stands between here and there"
    case .interrupted, .other: "try it again"
    }
  }
}
