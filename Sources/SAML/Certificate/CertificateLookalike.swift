extension Certificate.Lookalike {
  /// Recognises what is not a certificate by the shape of its beginning; nil for a certificate and for what is unknown.
  ///
  /// Damaged and cut bytes are recognised too as far as their beginning is there: half a private key is still a secret.
  init?(_ bytes: Span<UInt8>, from start: Int) {
    if bytes.begins(with: "openssh-key-v1", at: start) {
      self = .privateKey
      return
    }
    var outside = DERReader(start..<bytes.count)
    guard outside.peek(in: bytes) == DERTag.sequence,
      var parts = try? outside.next(in: bytes, clipped: true).reader,
      let first = try? parts.next(in: bytes, clipped: true)
    else { return nil }
    let second = try? parts.next(in: bytes, clipped: true)
    let found: Self? =
      switch first.tag {
      case DERTag.integer: Self.numbered(bytes, first, second, isLast: parts.isAtEnd)
      // ContentInfo: 1.2.840.113549.1.7.x.
      case DERTag.oid where bytes.begins(withOID: Self.pkcs7Types, at: first.content): .pkcs7
      case DERTag.sequence: Self.nested(bytes, first, second)
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  /// What begins with a number: a version, or the modulus of a public key.
  private static func numbered(
    _ bytes: Span<UInt8>, _ first: DERElement, _ second: DERElement?, isLast: Bool
  ) -> Self? {
    guard let second else { return nil }
    let number = bytes.number(ofInteger: first.content)
    let isKeyVersion = number == 0 || number == 1
    switch second.tag {
    // PKCS#1 and DSA keys are lists of numbers that begin with a version; an RSA public key is two numbers.
    case DERTag.integer: return isKeyVersion ? .privateKey : isLast ? .publicKey : nil
    // SEC 1.
    case DERTag.octetString: return isKeyVersion ? .privateKey : nil
    // PKCS#8 and PKCS#12.
    case DERTag.sequence:
      var content = second.reader
      guard let name = try? content.next(in: bytes, clipped: true), name.tag == DERTag.oid else { return nil }
      return isKeyVersion
        ? .privateKey : number == 3 && bytes.begins(withOID: pkcs7Types, at: name.content) ? .pkcs12 : nil
    default: return nil
    }
  }

  /// What begins with a SEQUENCE, as a certificate does.
  private static func nested(_ bytes: Span<UInt8>, _ first: DERElement, _ second: DERElement?) -> Self? {
    var content = first.reader
    guard let head = try? content.next(in: bytes, clipped: true) else { return nil }
    if head.tag == DERTag.oid, let second {
      switch second.tag {
      case DERTag.bitString: return .publicKey
      // An encrypted PKCS#8 key begins with the way of encryption: PKCS#5 or PKCS#12.
      case DERTag.octetString:
        return bytes.begins(withOID: pkcs5Schemes, at: head.content)
          || bytes.begins(withOID: pkcs12Schemes, at: head.content) ? .privateKey : nil
      default: return nil
      }
    }
    // A request: version, name, key. A list: version, algorithm, name, time; a certificate has its times in a SEQUENCE.
    guard head.tag == DERTag.integer || head.tag == DERTag.sequence else { return nil }
    var tags: [UInt8] = [head.tag]
    var inner: [UInt8?] = []
    var element = head
    for _ in 0..<4 {
      var reader = element.reader
      inner.append(element.tag == DERTag.sequence ? (try? reader.next(in: bytes, clipped: true))?.tag : nil)
      guard let next = try? content.next(in: bytes, clipped: true) else { break }
      tags.append(next.tag)
      element = next
    }
    if tags.starts(with: [DERTag.integer, DERTag.sequence, DERTag.sequence]), inner.count >= 3,
      inner[1] != DERTag.oid, inner[2] == DERTag.sequence
    {
      return .certificateRequest
    }
    let afterVersion = tags.drop { $0 == DERTag.integer }
    let isTime = afterVersion.dropFirst(2).first.map { $0 == DERTag.utcTime || $0 == DERTag.generalizedTime }
    return afterVersion.starts(with: [DERTag.sequence, DERTag.sequence]) && isTime == true ? .revocationList : nil
  }

  private static let pkcs7Types = OID(1, 2, 840, 113549, 1, 7)
  private static let pkcs5Schemes = OID(1, 2, 840, 113549, 1, 5)
  private static let pkcs12Schemes = OID(1, 2, 840, 113549, 1, 12, 1)
}

extension Span<UInt8> {
  /// Whether the identifier at these places is this one or one below it.
  fileprivate func begins(withOID prefix: OID, at range: Range<Int>) -> Bool {
    let length = prefix.encoded.count
    guard range.count >= length else { return false }
    return holds(prefix.encoded, at: range.lowerBound..<range.lowerBound + length)
  }

  /// Whether this ASCII text is at the place.
  func begins(with text: StaticString, at start: Int) -> Bool {
    let expected = Array(text.description.utf8)
    guard start >= 0, expected.count <= count - start else { return false }
    return holds(expected, at: start..<start + expected.count)
  }
}
