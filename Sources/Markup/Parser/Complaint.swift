import CLibXML2

/// What libxml2 said first.
struct Complaint {
  /// Its code.
  let code: CInt
  /// Where it stood then.
  let offset: Int

  /// libxml2 only complains that the document ended too early.
  var isOfEnd: Bool { xmlParserErrors(UInt32(bitPattern: code)) == XML_ERR_DOCUMENT_END }
}

/// From libxml2's codes to faults of ours, with places that do not depend on the library's version.
extension TreeBuilder {
  /// Explains a complaint.
  func explain(_ complaint: Complaint) -> (kind: Fault.Kind, range: SourceRange) {
    let (code, offset) = (complaint.code, complaint.offset)
    let tag = scanner.next
    let reached = min(max(offset, origin), end)
    let index = reached - origin
    let here = tag.map { SourceRange($0.start, $0.end) } ?? SourceRange(reached, reached)
    // What stands before the next tag is not the tag's fault, whether the tag has come already or not.
    let isBefore = reached <= tag?.start ?? .max
    let place = isBefore ? SourceRange(reached, reached) : here
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_LTSLASH_REQUIRED:
      return (.mismatchedEndTag(expected: innermostName ?? "", found: tag.map(name) ?? ""), here)
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return undeclaredPrefix(in: tag, here)
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return repeatedAttribute(in: tag, here)
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return (.undeclaredEntity, reference(before: offset, in: tag))
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_NO_NAME, XML_ERR_INVALID_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_CHARREF_AT_EOF, XML_ERR_INVALID_CHAR,
      XML_ERR_NAME_REQUIRED where isBefore || bytes(here).contains(UInt8(ascii: "&")):
      return (.malformedReference, reference(before: offset, in: tag))
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
      XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_SPACE_REQUIRED, XML_ERR_GT_REQUIRED, XML_ERR_NAME_REQUIRED, XML_ERR_LT_REQUIRED,
      XML_NS_ERR_QNAME, XML_NS_ERR_COLON, XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_EMPTY:
      return isBefore ? (.notWellFormed(code: code), place) : (.malformedTag, here)
    case XML_ERR_RESERVED_XML_NAME:
      return (.notWellFormed(code: code), self.place(of: "<?", among: window[..<index].indices.reversed(), at: reached))
    case XML_ERR_MISPLACED_CDATA_END:
      // The parser stands at the start of the text.
      return (.notWellFormed(code: code), self.place(of: "]]>", among: window[index...].indices, at: reached))
    default:
      return (.notWellFormed(code: code), place)
    }
  }

  /// The offset behind the last byte that has come.
  var end: Int { origin + window.count }

  private func bytes(_ range: SourceRange) -> ArraySlice<UInt8> {
    let lower = min(max(range.lowerBound - origin, 0), window.count)
    return window[lower..<min(max(range.upperBound - origin, lower), window.count)]
  }

  private func name(of tag: MarkupScanner.Tag) -> String {
    if tag.isEnd {
      let name = bytes(SourceRange(tag.start + 2, tag.end - 1)).prefix { !isWhitespace($0) }
      return String(decoding: name, as: UTF8.self)
    }
    return String(decoding: bytes(SourceRange(tag.start + 1, tag.start + 1 + tag.nameLength)), as: UTF8.self)
  }

  private func text(of attribute: MarkupScanner.Attribute) -> String {
    let range = SourceRange(attribute.nameStart, attribute.nameStart + attribute.nameLength)
    return String(decoding: bytes(range), as: UTF8.self)
  }

  private func attributes(of tag: MarkupScanner.Tag) -> ArraySlice<MarkupScanner.Attribute> {
    scanner.attributes[tag.firstAttribute..<(tag.firstAttribute + tag.attributeCount)]
  }

  /// The prefix that nothing declares: the element's own, or that of the first attribute that has one.
  private func undeclaredPrefix(
    in tag: MarkupScanner.Tag?, _ here: SourceRange
  ) -> (kind: Fault.Kind, range: SourceRange) {
    guard let tag else { return (.undeclaredPrefix(""), here) }
    if tag.prefixLength > 0 {
      let range = SourceRange(tag.start + 1, tag.start + 1 + tag.nameLength)
      return (.undeclaredPrefix(String(name(of: tag).prefix { $0 != ":" })), range)
    }
    guard let attribute = attributes(of: tag).first(where: { $0.prefixLength > 0 && !$0.isNamespaceDeclaration })
    else { return (.undeclaredPrefix(""), here) }
    let range = SourceRange(attribute.nameStart, attribute.nameStart + attribute.nameLength)
    return (.undeclaredPrefix(String(text(of: attribute).prefix { $0 != ":" })), range)
  }

  private func repeatedAttribute(
    in tag: MarkupScanner.Tag?, _ here: SourceRange
  ) -> (kind: Fault.Kind, range: SourceRange) {
    guard let tag else { return (.repeatedAttribute(""), here) }
    var seen: Set<String> = []
    for attribute in attributes(of: tag) {
      let name = text(of: attribute)
      if !seen.insert(name).inserted {
        return (
          .repeatedAttribute(name), SourceRange(attribute.nameStart, attribute.nameStart + attribute.nameLength)
        )
      }
    }
    return (.repeatedAttribute(""), here)
  }

  /// The first place that holds a mark among those where it may stand, or the place where the parser stood.
  private func place(of mark: String, among places: some Collection<Int>, at offset: Int) -> SourceRange {
    let start = places.first { window[$0...].starts(with: mark.utf8) }
    return start.map { SourceRange(origin + $0, origin + $0 + mark.utf8.count) } ?? SourceRange(offset, offset)
  }

  /// The reference that the parser was reading, from `&` to where it stood.
  private func reference(before offset: Int, in tag: MarkupScanner.Tag?) -> SourceRange {
    let reached = min(max(offset, origin), end)
    guard let start = window[..<(reached - origin)].lastIndex(of: UInt8(ascii: "&")) else {
      return SourceRange(reached, reached)
    }
    let name = window[start...].prefix(64).dropFirst().prefix { byte in
      byte >= 0x80 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    let closes = name.endIndex < window.count && window[name.endIndex] == UInt8(ascii: ";")
    return SourceRange(origin + start, origin + name.endIndex + (closes ? 1 : 0))
  }
}
