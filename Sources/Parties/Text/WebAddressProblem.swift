extension WebAddress {
  /// One thing that is wrong with an address, or unusual, and where.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let kind: Kind
    /// Where, in UTF-8 bytes from the start of the text.
    public let offset: Int

    /// The problem in words, to follow "the address": `has no scheme`.
    public var description: String { kind.description }
  }

  /// Where white space stands.
  public enum Place: String, Sendable, Hashable {
    case start = "at the start"
    case inside = "inside"
    case end = "at the end"
  }

  /// What can be wrong with an address.
  public enum Kind: Sendable, Hashable {
    /// Nothing, or nothing but white space.
    case empty
    /// No `https:` in front.
    case noScheme
    /// Not two slashes after the scheme of a web address: how many there are.
    case slashesAfterScheme(Int)
    /// A scheme other than http and https, in lower case: `javascript`, `data`, `urn` …
    case otherScheme(String)
    /// No host.
    case noHost
    /// A name, a password or another host in front of an `@`.
    case userInfo
    /// A backslash: a browser takes it for a slash, other readers do not.
    case backslash
    /// White space: where, and its first character.
    case whiteSpace(Place, Unicode.Scalar)
    /// A control or another character that cannot be seen.
    case invisible(SuspiciousCharacter)
    /// A character that RFC 3986 does not allow in a URL, outside the host.
    case outsideSyntax(Unicode.Scalar)
    /// A percent sign without two hexadecimal digits behind it.
    case badPercentEncoding
    /// `&amp;` where an `&` is meant: it was escaped once more than the file needs.
    case escapedTwice
    /// A port that is empty, no number, out of range or written with a leading zero.
    case badPort(String)
    /// The port that the scheme has anyway, written out.
    case defaultPort(Int)
    /// Characters beyond ASCII in the host; `mixedScripts` names the writing systems where one label mixes them.
    case nonASCIIHost(mixedScripts: [String])
    /// A host that cannot be one: an empty or overlong label, a character that no host name has, a broken literal.
    case malformedHost
    /// A dot at the end of the host: the same host to DNS, another text to whoever compares.
    case dotAfterHost
    /// An IP address of the public range in place of a name, in whatever spelling.
    case ipAddressHost
    /// The machine itself: `localhost`, 127.0.0.0/8, `::1`, 0.0.0.0.
    case loopbackHost
    /// A private or link-local IP address.
    case privateHost
    /// A name without a dot.
    case singleLabelHost
    /// A name that exists in a local network only; the ending (`.local`).
    case localNameHost(String)
    /// A `#` and what follows: it never reaches the server.
    case fragment
  }
}

extension WebAddress.Kind: CustomStringConvertible {
  /// The problem in words, to follow "the address".
  public var description: String {
    switch self {
    case .empty: "is empty"
    case .noScheme: "has no scheme (https:// is missing in front)"
    case .slashesAfterScheme(let count):
      "has \(count == 0 ? "no slash" : count == 1 ? "one slash" : "\(count) slashes") after its scheme instead of two"
    case .otherScheme(let name): "has the scheme \(name), which is not https"
    case .noHost: "has no host"
    case .userInfo: "has a user name or another host in front of an @"
    case .backslash: "holds a backslash, which readers of URLs understand differently"
    case .whiteSpace(let place, let scalar): "has white space \(place.rawValue) (\(scalar.codePointAndName))"
    case .invisible(let character): "holds a character that cannot be seen (\(character))"
    case .outsideSyntax(let scalar): "holds a character that no URL may hold (\(scalar.codePointAndName))"
    case .badPercentEncoding: "holds a percent sign without two hexadecimal digits behind it"
    case .escapedTwice: "holds &amp; in place of &: it was escaped twice"
    case .badPort: "has a port that is not a number from 1 to 65535"
    case .defaultPort(let port): "names port \(port), which its scheme has anyway"
    case .nonASCIIHost(let scripts):
      scripts.isEmpty
        ? "has a host with letters beyond ASCII"
        : "has a host that mixes letters of \(scripts.joined(separator: " and ")) in one label"
    case .malformedHost: "has a host that cannot be one"
    case .dotAfterHost: "has a dot after its host"
    case .ipAddressHost: "has an IP address in place of a host name"
    case .loopbackHost: "points at the machine itself (loopback)"
    case .privateHost: "points at a private network address"
    case .singleLabelHost: "has a host name without a dot"
    case .localNameHost(let ending): "has a host name of a local network (\(ending))"
    case .fragment: "has a fragment (# and what follows)"
    }
  }
}
