/// A change to a document that must not change what is found in it; the marks move along.
enum Rerun: String, CaseIterable {
  case asWritten, otherPrefix, defaultNamespace, carriageReturns, byteOrderMark, singleQuotes, wrapped, commented
  case otherAttributeOrder

  /// The changed document; nil where the change does not apply to it.
  func apply(to text: String) -> String? {
    let isMetadata = text.hasPrefix("<md:EntityDescriptor")
    switch self {
    case .asWritten: return text
    case .otherPrefix:
      return isMetadata ? text.replacing("md:", with: "saml2md:").replacing("xmlns:md=", with: "xmlns:saml2md=") : nil
    case .defaultNamespace:
      return isMetadata ? text.replacing("xmlns:md=", with: "xmlns=").replacing("md:", with: "") : nil
    case .carriageReturns: return isMetadata ? text.replacing("\n", with: "\r\n") : nil
    case .byteOrderMark: return isMetadata ? "\u{FEFF}" + text : nil
    case .singleQuotes: return isMetadata && !text.contains("'") ? text.replacing("\"", with: "'") : nil
    case .wrapped:
      guard isMetadata else { return nil }
      return "<w:EntitiesDescriptor xmlns:w=\"urn:oasis:names:tc:SAML:2.0:metadata\">\n" + text
        + "\n</w:EntitiesDescriptor>\n"
    case .commented: return isMetadata ? "<!-- Zoë 😀 -->" + text : nil
    case .otherAttributeOrder: return isMetadata ? Rerun.reversingAttributes(in: text) : nil
    }
  }

  /// Rules that speak about what a re-run changes.
  var exempt: Set<String> {
    switch self {
    case .byteOrderMark: ["XML011"]
    // A whole file is counted, and the wrapper makes it longer.
    // A signature in a group is not that of the whole document, which alone is verified.
    case .wrapped: ["AWS001", "ALG002"]
    case .commented, .carriageReturns: ["AWS001"]
    default: []
    }
  }

  /// Reverses the attributes of every start tag; marks stay inside or around what they mark.
  private static func reversingAttributes(in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      result += "<" + (tag.first == "/" || tag.first == "!" || tag.first == "?" ? String(tag) : reversed(tag)) + ">"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func reversed(_ tag: Substring) -> String {
    var attributes: [String] = []
    var current = ""
    var quote: Character?
    for character in tag {
      if let open = quote {
        current.append(character)
        if character == open { quote = nil }
      } else if character == " " || character == "\n" {
        if !current.isEmpty { attributes.append(current) }
        current = ""
      } else {
        if character == "\"" || character == "'" { quote = character }
        current.append(character)
      }
    }
    if !current.isEmpty { attributes.append(current) }
    guard attributes.count > 1 else { return String(tag) }
    var last = attributes[attributes.count - 1]
    let isEmpty = last.hasSuffix("/")
    if isEmpty { last.removeLast() }
    attributes[attributes.count - 1] = last
    return ([attributes[0]] + attributes.dropFirst().reversed().filter { !$0.isEmpty }).joined(separator: " ")
      + (isEmpty ? "/" : "")
  }
}
