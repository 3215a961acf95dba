/// The name of a subject or an issuer (RFC 5280, section 4.1.2.4): attributes from the general to the particular.
public struct DistinguishedName: Hashable, Sendable, CustomStringConvertible {
  /// One attribute, such as `CN` with `idp.example`.
  public struct Attribute: Hashable, Sendable {
    /// What it is, by identifier.
    public let type: OID
    /// What it says. Untrusted text; bytes that are no text of the declared kind are U+FFFD, and what is declared to be
    /// no text at all is `#` and its DER in hexadecimal.
    public let value: String
    /// The DER of the value.
    fileprivate let der: [UInt8]

    /// `#` and the DER of the value, with which RFC 4514 writes types that have no short name.
    var encoding: String { "#" + hexadecimal(der) }

    /// Whether the value is no text, so that its encoding stands for it.
    fileprivate var isNoText: Bool { value.utf8.first == UInt8(ascii: "#") && value == encoding }

    /// The short name of the type (`CN`, `O`, `emailAddress` …), or its dotted identifier.
    public var name: String { DistinguishedName.shortName(of: type) ?? type.description }
  }

  /// The attributes in the certificate's order. Nearly always each group holds one; more of them stand side by side.
  public let relativeNames: [[Attribute]]

  /// The last common name, which is the most particular one.
  public var commonName: String? {
    relativeNames.joined().last { $0.type.directoryAttribute == 3 }?.value
  }

  /// Whether there is no attribute at all.
  public var isEmpty: Bool { relativeNames.isEmpty }

  /// `CN=idp.example,O=Example,C=US`: RFC 4514, the particular first, as OpenSSL prints it with
  /// `-nameopt RFC2253,utf8,-esc_msb`.
  ///
  /// Separators, quotes and the control characters of ASCII in values are escaped; others are not.
  public var description: String {
    relativeNames.reversed().map { group in
      // OpenSSL turns the whole list around, attributes that stand side by side included.
      group.reversed().map { attribute in
        guard let name = Self.shortName(of: attribute.type), !attribute.isNoText else {
          return "\(attribute.name)=\(attribute.encoding)"
        }
        return "\(name)=\(Self.escaped(attribute.value))"
      }.joined(separator: "+")
    }.joined(separator: ",")
  }

  /// RFC 4514, section 2.4.
  private static func escaped(_ value: String) -> String {
    // Most names are made of letters, digits and what stands between them.
    if value.utf8.allSatisfy({ $0 >= 0x2D && $0 != 0x7F && !";<>\\".utf8.contains($0) }) { return value }
    var text = ""
    let scalars = value.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      let isFirst = index == scalars.startIndex
      let isLast = scalars.index(after: index) == scalars.endIndex
      switch scalar {
      case ",", "+", "\"", "\\", "<", ">", ";": text += "\\\(scalar)"
      case "#" where isFirst, " " where isFirst || isLast: text += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        text += "\\" + hexadecimal([UInt8(truncatingIfNeeded: scalar.value)])
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Reads a Name at these places, tag included; it ends early where the bytes are damaged.
  init(_ bytes: Span<UInt8>, at range: Range<Int>) {
    var groups: [[Attribute]] = []
    var outside = DERReader(range)
    if var sets = try? outside.next(DERTag.sequence, in: bytes).reader {
      while !sets.isAtEnd, var set = try? sets.next(DERTag.set, in: bytes).reader {
        var group: [Attribute] = []
        while !set.isAtEnd, var pair = try? set.next(DERTag.sequence, in: bytes).reader {
          guard let type = try? pair.next(DERTag.oid, in: bytes), let value = try? pair.next(in: bytes) else { break }
          let der = bytes.copy(value.whole)
          group.append(
            Attribute(
              type: OID(encoded: bytes.copy(type.content)), value: Self.text(bytes, value) ?? "#" + hexadecimal(der),
              der: der))
        }
        if !group.isEmpty { groups.append(group) }
      }
    }
    relativeNames = groups
  }

  /// The text of a value by its tag; nil where the tag is no string's.
  ///
  /// T61String is read as Latin-1, which is what everybody wrote into it.
  private static func text(_ bytes: Span<UInt8>, _ element: DERElement) -> String? {
    let content = bytes.copy(element.content)
    switch element.tag {
    case 0x0C:
      return String(decoding: content, as: UTF8.self)
    // NumericString, PrintableString, T61String, VideotexString, IA5String, GraphicString, VisibleString, GeneralString
    case 0x12, 0x13, 0x14, 0x15, 0x16, 0x19, 0x1A, 0x1B:
      if content.allSatisfy({ $0 < 0x80 }) { return String(decoding: content, as: UTF8.self) }
      return String(decoding: content.map { UInt16($0) }, as: UTF16.self)
    // BMPString: two bytes for each character.
    case 0x1E:
      let units = stride(from: 0, to: content.count, by: 2).map { index in
        index + 1 < content.count ? UInt16(content[index]) << 8 | UInt16(content[index + 1]) : 0xFFFD
      }
      return String(decoding: units, as: UTF16.self)
    // UniversalString: four bytes for each character.
    case 0x1C:
      let units = stride(from: 0, to: content.count, by: 4).map { index in
        let value = content[index..<min(index + 4, content.count)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return index + 3 < content.count ? value : 0xFFFD
      }
      return String(decoding: units, as: UTF32.self)
    default: return nil
    }
  }

  /// RFC 4519, RFC 4524, RFC 2985, and OpenSSL's names for the rest; nil for what has none.
  private static func shortName(of type: OID) -> String? {
    guard let number = type.directoryAttribute else { return otherNames.first { $0.type == type }?.name }
    return switch number {
    case 3: "CN"
    case 4: "SN"
    case 5: "serialNumber"
    case 6: "C"
    case 7: "L"
    case 8: "ST"
    case 9: "street"
    case 10: "O"
    case 11: "OU"
    case 12: "title"
    case 13: "description"
    case 15: "businessCategory"
    case 16: "postalAddress"
    case 17: "postalCode"
    case 20: "telephoneNumber"
    case 41: "name"
    case 42: "GN"
    case 43: "initials"
    case 44: "generationQualifier"
    case 46: "dnQualifier"
    case 65: "pseudonym"
    case 97: "organizationIdentifier"
    default: nil
    }
  }

  private static let otherNames: [(type: OID, name: String)] = [
    (OID(1, 2, 840, 113549, 1, 9, 1), "emailAddress"),
    (OID(1, 2, 840, 113549, 1, 9, 2), "unstructuredName"),
    (OID(1, 2, 840, 113549, 1, 9, 8), "unstructuredAddress"),
    (OID(0, 9, 2342, 19_200_300, 100, 1, 1), "UID"),
    (OID(0, 9, 2342, 19_200_300, 100, 1, 25), "DC"),
    (OID(1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 1), "jurisdictionL"),
    (OID(1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 2), "jurisdictionST"),
    (OID(1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 3), "jurisdictionC"),
  ]
}
