/// What may be a secret in the web addresses of a text: what stands before the `@` of an address, and the value of a
/// parameter that is called a token, a secret, a password, a signature or an access key.
///
/// It is for showing, not for judging: whatever begins with `://` counts as an address.
public enum AddressSecrets {
  /// What stands in the place of something that is not shown.
  public static let cover = "••••"

  /// The text with what may be a secret covered.
  public static func covering(_ text: String) -> String {
    guard text.holds("://") else { return text }
    let scalars = Array(text.unicodeScalars)
    var covered = ""
    var index = 0
    // One by one: a view of scalars copies everything that it holds when many are appended at once.
    for place in places(in: scalars) {
      for scalar in scalars[index..<place.lowerBound] { covered.unicodeScalars.append(scalar) }
      covered += cover
      index = place.upperBound
    }
    for scalar in scalars[index...] { covered.unicodeScalars.append(scalar) }
    return covered
  }

  /// Where in a text it stands, in reading order; no two places overlap, and none is empty.
  public static func places(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index + 2 < text.count {
      guard text[index] == ":", text[index + 1] == "/", text[index + 2] == "/" else {
        index += 1
        continue
      }
      let start = index + 3
      let end = text[start...].firstIndex(where: endsAddress) ?? text.count
      let authority = start..<(text[start..<end].firstIndex { "/?#\\".unicodeScalars.contains($0) } ?? end)
      if let at = text[authority].lastIndex(of: "@"), at > start { places.append(start..<at) }
      places += parameters(in: text, authority.upperBound..<end)
      index = max(end, start)
    }
    return places
  }

  private static func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.isWhitespace || "\"'<>`".unicodeScalars.contains(scalar)
  }

  private static func parameters(in text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    guard let query = text[range].firstIndex(where: { $0 == "?" || $0 == "#" }) else { return [] }
    return text[(query + 1)..<range.upperBound].split { "&;#".unicodeScalars.contains($0) }.compactMap { parameter in
      guard let sign = parameter.firstIndex(of: "="), sign + 1 < parameter.endIndex else { return nil }
      let name = String(String.UnicodeScalarView(parameter[..<sign])).lowercased()
      return names.contains(where: name.hasSuffix) ? (sign + 1)..<parameter.endIndex : nil
    }
  }

  private static let names = [
    "token", "secret", "signature", "password", "samlresponse", "apikey", "api_key", "api-key", "accesskey",
    "access_key",
  ]
}
