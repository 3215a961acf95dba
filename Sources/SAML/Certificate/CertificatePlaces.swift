/// Where the parts of a certificate are (RFC 5280, section 4.1), found in one pass that allocates nothing.
struct CertificatePlaces: Sendable {
  /// The certificate itself, from its first tag.
  let whole: Range<Int>
  /// 1 to 3.
  let version: Int
  /// The content of the INTEGER.
  let serialNumber: Range<Int>
  /// The Name with its tag.
  let issuer: Range<Int>
  /// The content of the SEQUENCE.
  let validity: Range<Int>
  /// The Name with its tag.
  let subject: Range<Int>
  /// The SubjectPublicKeyInfo with its tag.
  let publicKey: Range<Int>
  /// The content of the SEQUENCE OF Extension; empty where there are none.
  let extensions: Range<Int>
  /// The content of the outer AlgorithmIdentifier.
  let signatureAlgorithm: Range<Int>

  /// Finds the parts of the certificate with which these bytes begin; what follows it is not looked at.
  init(_ bytes: Span<UInt8>) throws(DERFault) {
    var outside = DERReader(0..<bytes.count)
    let certificate = try outside.next(DERTag.sequence, in: bytes)
    whole = certificate.whole
    var parts = certificate.reader
    let signed = try parts.next(DERTag.sequence, in: bytes)
    signatureAlgorithm = try parts.next(DERTag.sequence, in: bytes).content
    let signature = try parts.next(DERTag.bitString, in: bytes)
    guard !signature.content.isEmpty else { throw DERFault(reason: .ended, offset: signature.start) }
    try parts.expectEnd()

    var fields = signed.reader
    if let explicit = try fields.nextIfPresent(DERTag.context(0), in: bytes) {
      var reader = explicit.reader
      let number = try reader.next(DERTag.integer, in: bytes)
      guard let value = bytes.number(ofInteger: number.content), value <= 2 else {
        throw DERFault(reason: .unexpected, offset: number.start)
      }
      try reader.expectEnd()
      version = Int(value) + 1
    } else {
      version = 1
    }
    let serial = try fields.next(DERTag.integer, in: bytes)
    guard !serial.content.isEmpty else { throw DERFault(reason: .ended, offset: serial.start) }
    serialNumber = serial.content
    _ = try fields.next(DERTag.sequence, in: bytes)
    issuer = try fields.nextName(in: bytes)
    validity = try fields.next(DERTag.sequence, in: bytes).content
    subject = try fields.nextName(in: bytes)
    publicKey = try fields.next(DERTag.sequence, in: bytes).whole
    // Unique identifiers of issuer and subject, [1] and [2] IMPLICIT BIT STRING: nobody uses them.
    _ = try fields.nextIfPresent(0x81, in: bytes)
    _ = try fields.nextIfPresent(0x82, in: bytes)
    if let explicit = try fields.nextIfPresent(DERTag.context(3), in: bytes) {
      var reader = explicit.reader
      extensions = try reader.nextExtensions(in: bytes)
      try reader.expectEnd()
    } else {
      extensions = publicKey.upperBound..<publicKey.upperBound
    }
    try fields.expectEnd()
  }

  /// The content of an extension's OCTET STRING; nil where there is no such extension, or damage before it.
  func extensionValue(of name: OID, in bytes: Span<UInt8>) -> Range<Int>? {
    do throws(DERFault) {
      var list = DERReader(extensions)
      while !list.isAtEnd {
        var fields = try list.next(DERTag.sequence, in: bytes).reader
        let identifier = try fields.next(DERTag.oid, in: bytes)
        guard bytes.holds(name.encoded, at: identifier.content) else { continue }
        // Whether it is critical is of no interest here.
        _ = try fields.nextIfPresent(DERTag.boolean, in: bytes)
        return try fields.next(DERTag.octetString, in: bytes).content
      }
    } catch {}
    return nil
  }
}

extension DERReader {
  /// Reads a Name (RFC 5280, section 4.1.2.4), and where it is.
  ///
  /// What it says is read when somebody asks, but that it is whole is made sure of at once: to other software a
  /// certificate with a damaged name is none.
  fileprivate mutating func nextName(in bytes: Span<UInt8>) throws(DERFault) -> Range<Int> {
    let name = try next(DERTag.sequence, in: bytes)
    var sets = name.reader
    while !sets.isAtEnd {
      var pairs = try sets.next(DERTag.set, in: bytes).reader
      while !pairs.isAtEnd {
        var pair = try pairs.next(DERTag.sequence, in: bytes).reader
        _ = try pair.next(DERTag.oid, in: bytes)
        _ = try pair.next(in: bytes)
        try pair.expectEnd()
      }
    }
    return name.whole
  }

  /// Reads Extensions (RFC 5280, section 4.1), and where their content is. They have to be whole, as names have to be.
  fileprivate mutating func nextExtensions(in bytes: Span<UInt8>) throws(DERFault) -> Range<Int> {
    let list = try next(DERTag.sequence, in: bytes)
    var reader = list.reader
    while !reader.isAtEnd {
      var fields = try reader.next(DERTag.sequence, in: bytes).reader
      _ = try fields.next(DERTag.oid, in: bytes)
      _ = try fields.nextIfPresent(DERTag.boolean, in: bytes)
      _ = try fields.next(DERTag.octetString, in: bytes)
      try fields.expectEnd()
    }
    return list.content
  }
}

extension Instant {
  /// Reads the time of a UTCTime or GeneralizedTime (RFC 5280, section 4.1.2.5); nil where it names none.
  ///
  /// Two-digit years are those from 1950 to 2049. What X.690 allows beyond RFC 5280 is read too, because OpenSSL does:
  /// no seconds, a fraction, an offset. A time of no known zone is none.
  init?(_ bytes: Span<UInt8>, _ element: DERElement) {
    var position = element.content.lowerBound
    let end = element.content.upperBound
    func pair(_ place: Int) -> Int64? {
      guard place &+ 2 <= end else { return nil }
      let (tens, ones) = (bytes[place] &- 0x30, bytes[place &+ 1] &- 0x30)
      return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : nil
    }
    var year: Int64
    switch element.tag {
    case DERTag.utcTime:
      guard let digits = pair(position) else { return nil }
      year = digits + (digits < 50 ? 2000 : 1900)
      position += 2
    case DERTag.generalizedTime:
      guard let century = pair(position), let digits = pair(position + 2) else { return nil }
      year = century * 100 + digits
      position += 4
    default: return nil
    }
    guard let month = pair(position), let day = pair(position + 2), let hour = pair(position + 4), hour < 24,
      let minute = pair(position + 6)
    else { return nil }
    position += 8
    let second = pair(position)
    if second != nil { position += 2 }
    if second != nil, element.tag == DERTag.generalizedTime, position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      while position < end, 0x30...0x39 ~= bytes[position] { position += 1 }
    }
    guard position < end,
      let local = Instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second ?? 0)
    else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "Z") where position + 1 == end:
      self = local
    case let sign where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
      guard position + 5 == end, let hours = pair(position + 1), hours < 24, let minutes = pair(position + 3),
        minutes < 60
      else { return nil }
      let offset = hours * 3_600 + minutes * 60
      self.init(seconds: local.seconds - (sign == UInt8(ascii: "+") ? offset : -offset))
    default: return nil
    }
  }
}
