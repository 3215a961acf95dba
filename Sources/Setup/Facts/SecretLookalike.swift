import Parties

/// What a text has in it that should be in a secret store and nowhere else.
///
/// A guess by shape, made before a text is read, kept or shown. It is wide on purpose: to be asked again costs a
/// moment, a token in a journal costs its renewal.
public enum SecretLookalike: Equatable, Sendable {
  /// `Bearer` and something behind it.
  case bearer
  /// A PEM block that calls itself a private key.
  case privateKey
  /// A JSON Web Token.
  case webToken
  /// An address with a user name or password in it.
  case addressWithPassword
  /// An address whose query carries a token or a signature.
  case addressWithToken
  /// A token or a key of a form that its maker has published, so that it can be told wherever it stands.
  case token
  /// A long word in which letters and digits alternate as they do when nobody chose them.
  case opaque

  /// The first such thing in a text; nil where there is none.
  public static func found(in text: String) -> SecretLookalike? {
    let lower = text.lowercased()
    if lower.hasPrefix("bearer ") || lower.contains(" bearer ") { return .bearer }
    if lower.contains("-----begin"), lower.contains("private key") { return .privateKey }
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "\"" || $0 == "'" }) {
      if let kind = kind(of: String(word)) { return kind }
    }
    return nil
  }

  /// The same of a text that could also be the name of a file or of a thing, which have dots, slashes or colons where a
  /// token has none.
  public static func bare(in text: String) -> SecretLookalike? {
    let kind = found(in: text)
    let isName = text.utf8.contains { $0 == 0x2E || $0 == 0x2F || $0 == 0x3A }
    return kind == .opaque && isName || kind == .addressWithToken || kind == .addressWithPassword ? nil : kind
  }

  /// The same of what a path ends in: a word that was typed in the place of a path may stand behind a directory by now,
  /// and a secret behind the name of whose it is and a colon.
  public static func bare(atEndOf path: String) -> SecretLookalike? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let end = name.split(separator: UInt8(ascii: ":")).last ?? name
    return bare(in: String(Substring(name))) ?? bare(in: String(Substring(end)))
  }

  /// The same of what was typed where a path is asked for. Tokens in base64 have slashes; none has a point, and nearly
  /// every path to a metadata file does.
  public static func inPlaceOfPath(_ typed: String) -> SecretLookalike? {
    if let kind = found(in: typed), kind != .opaque || !typed.utf8.contains(UInt8(ascii: ".")) { return kind }
    return bare(atEndOf: typed)
  }

  /// What it seems to be, with its article.
  public var words: String {
    switch self {
    case .bearer, .token, .opaque: "a token or a password"
    case .privateKey: "a private key"
    case .webToken: "a JSON Web Token"
    case .addressWithPassword: "an address with a password in it"
    case .addressWithToken: "an address with a token in it"
    }
  }

  /// A text as a message may repeat it: as it is, or words in its place where it looks like a secret. Untrusted text.
  public static func repeated(_ text: String) -> String {
    found(in: text)?.placeholder ?? text
  }

  /// A text that can name things as a listing may show it, with what may be a secret covered. Untrusted text.
  public static func covered(_ text: String) -> String { bare(in: text)?.placeholder ?? AddressSecrets.covering(text) }

  /// What stands in the place of something that looks like this.
  public var placeholder: String { "[not repeated: it looks like \(words)]" }

  private static func kind(of word: String) -> SecretLookalike? {
    if PublishedToken.isIn(word) { return .token }
    if word.contains("://") {
      let address = WebAddress(word)
      if address.userInfo != nil { return .addressWithPassword }
      let query = ((address.query?.text ?? "") + "&" + (address.fragment?.text ?? "")).lowercased()
      return ["token=", "secret=", "signature=", "password=", "samlresponse=", "key="].contains(where: query.contains)
        ? .addressWithToken : nil
    }
    if word.hasPrefix("eyJ"), word.count(where: { $0 == "." }) >= 2 { return .webToken }
    let isKnown = ["arn:", "AWSReservedSSO_"].contains(where: word.hasPrefix)
    if isKnown || word.contains("@") || isUUID(word) || isFingerprint(word) { return nil }
    guard isOpaque(word) else { return nil }
    return isAddressOfAWS("https://" + word) ? kind(of: "https://" + word) : .opaque
  }

  /// Whether a text is, from its host to its path, an address that AWS gives out, with an id of AWS's own form: without
  /// its scheme it is still one.
  private static func isAddressOfAWS(_ text: String) -> Bool {
    switch AWSAddress.recognise(text) {
    case .accessPortal(let url): if case .alias = url.identifier { false } else { true }
    case .scim(let endpoint): endpoint.hasUsualTenant && !endpoint.lacksPath
    default: false
    }
  }

  private static func isOpaque(_ word: String) -> Bool {
    guard word.utf8.count >= 24 else { return false }
    var alternations = 0
    var previous: UInt8?
    for byte in word.utf8 {
      let (isDigit, isLetter) = (byte >= 0x30 && byte <= 0x39, (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
      if let before = previous, isDigit || isLetter, before != (isDigit ? 0 : 1) { alternations += 1 }
      previous = isDigit ? 0 : isLetter ? 1 : nil
    }
    return alternations >= 4
  }

  private static func isUUID(_ word: String) -> Bool {
    let groups = word.split(separator: "-", omittingEmptySubsequences: false)
    // The ids of users and groups in an identity store can have another group of ten before.
    let lengths = groups.map(\.utf8.count)
    let isOne = [[8, 4, 4, 4, 12], [10, 8, 4, 4, 4, 12]].contains(lengths)
    return isOne && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }

  /// `AB:CD:…`, as certificates are told apart.
  private static func isFingerprint(_ word: String) -> Bool {
    let pairs = word.split(separator: ":", omittingEmptySubsequences: false)
    return pairs.count >= 16 && pairs.allSatisfy { $0.utf8.count == 2 && $0.allSatisfy(\.isHexDigit) }
  }
}
