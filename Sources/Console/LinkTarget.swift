/// The address of a link that may be handed to a terminal: `http` or `https`, with a host, in printable ASCII.
public struct LinkTarget: Sendable, Hashable {
  /// The address, percent-encoded: no blank, no control character, nothing outside ASCII.
  public let uri: String

  /// Nil where the text is no web address, hides its host behind user information (`https://bank.example@evil.example/`),
  /// or is longer than the 2,000 bytes that terminals keep.
  public init?(_ url: String) {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    guard rest.starts(with: "://".utf8) else { return nil }
    let authority = rest.dropFirst(3).prefix { byte in !"/?#".utf8.contains(byte) }
    // A backslash ends the host for some readers and not for others: such an address has two meanings.
    guard !authority.isEmpty, !authority.contains(where: { "@\\".utf8.contains($0) }) else { return nil }

    var encoded = ""
    for byte in url.utf8 {
      if byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    guard encoded.utf8.count <= 2000 else { return nil }
    uri = encoded
  }
}
