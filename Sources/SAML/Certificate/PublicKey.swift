/// The kind and the size of a certificate's public key. No arithmetic is done with it: identifiers and lengths only.
public enum PublicKey: Hashable, Sendable {
  /// RSA by the length of its modulus; the exponent is nil where it has more than 64 bits.
  case rsa(bits: Int, exponent: UInt64?)
  /// RSA that may be used with RSASSA-PSS only (RFC 4055).
  case rsaPSS(bits: Int)
  /// An elliptic curve, and the size of its field.
  case ec(curve: Curve, bits: Int)
  case ed25519
  case ed448
  /// DSA by the length of its prime; nil where the certificate leaves the parameters to its issuer's.
  case dsa(bits: Int?)
  /// A kind not listed here.
  case other(OID)
  /// A SubjectPublicKeyInfo that cannot be read, with the identifier of the kind where that much is readable.
  case unreadable(OID?)

  /// An elliptic curve for ECDSA and ECDH.
  public enum Curve: Hashable, Sendable, CustomStringConvertible {
    case p256
    case p384
    case p521
    /// Another curve that has a name.
    case other(OID)
    /// No name but a field, an equation and a point, which RFC 5480 forbids and most software refuses.
    case explicit

    /// `P-256`, `secp256k1` …, the dotted identifier of a curve not known here, or `explicit parameters`.
    public var description: String {
      switch self {
      case .p256: "P-256"
      case .p384: "P-384"
      case .p521: "P-521"
      case .other(let oid): Self.known[oid]?.name ?? oid.description
      case .explicit: "explicit parameters"
      }
    }
  }
}

extension PublicKey: CustomStringConvertible {
  /// `RSA 2048`, `EC P-256`, `Ed25519` …
  public var description: String {
    switch self {
    case .rsa(let bits, _): "RSA \(bits)"
    case .rsaPSS(let bits): "RSA-PSS \(bits)"
    case .ec(let curve, _): "EC \(curve)"
    case .ed25519: "Ed25519"
    case .ed448: "Ed448"
    case .dsa(let bits): bits.map { "DSA \($0)" } ?? "DSA"
    case .other(let oid): "key of kind \(oid)"
    case .unreadable(let oid): oid.map { "unreadable key of kind \($0)" } ?? "unreadable key"
    }
  }
}

extension PublicKey.Curve {
  /// SEC 2, FIPS 186 and RFC 5639: what occurs besides the three that have a case.
  fileprivate static let known: [OID: (name: String, bits: Int)] = [
    OID(1, 2, 840, 10045, 3, 1, 1): ("P-192", 192),
    OID(1, 3, 132, 0, 33): ("P-224", 224),
    OID(1, 3, 132, 0, 10): ("secp256k1", 256),
    OID(1, 3, 132, 0, 26): ("K-233", 233),
    OID(1, 3, 132, 0, 27): ("B-233", 233),
    OID(1, 3, 132, 0, 16): ("K-283", 283),
    OID(1, 3, 132, 0, 17): ("B-283", 283),
    OID(1, 3, 132, 0, 36): ("K-409", 409),
    OID(1, 3, 132, 0, 37): ("B-409", 409),
    OID(1, 3, 132, 0, 38): ("K-571", 571),
    OID(1, 3, 132, 0, 39): ("B-571", 571),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 1): ("brainpoolP160r1", 160),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 3): ("brainpoolP192r1", 192),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 5): ("brainpoolP224r1", 224),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 7): ("brainpoolP256r1", 256),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 9): ("brainpoolP320r1", 320),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 11): ("brainpoolP384r1", 384),
    OID(1, 3, 36, 3, 3, 2, 8, 1, 1, 13): ("brainpoolP512r1", 512),
  ]
  private static let p256Name = OID(1, 2, 840, 10045, 3, 1, 7)
  private static let p384Name = OID(1, 3, 132, 0, 34)
  private static let p521Name = OID(1, 3, 132, 0, 35)

  /// The curve of this name, with its bits where they are known.
  fileprivate static func named(_ oid: OID) -> (Self, bits: Int?) {
    switch oid {
    case p256Name: (.p256, 256)
    case p384Name: (.p384, 384)
    case p521Name: (.p521, 521)
    default: (.other(oid), known[oid]?.bits)
    }
  }
}

extension PublicKey {
  /// Reads a SubjectPublicKeyInfo (RFC 5280, section 4.1) at these places, tag included.
  init(_ bytes: Span<UInt8>, at range: Range<Int>) {
    var kind: OID?
    do throws(DERFault) {
      var outside = DERReader(range)
      var parts = try outside.next(DERTag.sequence, in: bytes).reader
      var algorithm = try parts.next(DERTag.sequence, in: bytes).reader
      let name = try algorithm.next(DERTag.oid, in: bytes).content
      let key = try parts.next(DERTag.bitString, in: bytes).content
      // RSA comes first and by its bytes, because nearly every key is one.
      if bytes.holds(OID.rsaEncryption.encoded, at: name) {
        kind = .rsaEncryption
        try parts.expectEnd()
        let (bits, exponent) = try Self.rsa(bytes, in: key)
        self = .rsa(bits: bits, exponent: exponent)
        return
      }
      let oid = OID(encoded: bytes.copy(name))
      kind = oid
      try parts.expectEnd()
      switch oid {
      case .rsaPSS: self = .rsaPSS(bits: try Self.rsa(bytes, in: key).bits)
      case .ecPublicKey: self = try Self.curve(bytes, in: algorithm, key: key)
      case .dsa: self = .dsa(bits: try Self.prime(bytes, in: algorithm))
      case .ed25519 where key.count == 33: self = .ed25519
      case .ed448 where key.count == 58: self = .ed448
      case .ed25519, .ed448: self = .unreadable(oid)
      default: self = .other(oid)
      }
    } catch {
      self = .unreadable(kind)
    }
  }

  /// RSAPublicKey (RFC 8017, appendix A.1.1) inside of a BIT STRING.
  private static func rsa(
    _ bytes: Span<UInt8>, in key: Range<Int>
  ) throws(DERFault) -> (bits: Int, exponent: UInt64?) {
    let fault = DERFault(reason: .unexpected, offset: key.lowerBound)
    // The first byte counts unused bits.
    guard let unused = key.first, bytes[unused] == 0 else { throw fault }
    var outside = DERReader(key.dropFirst())
    var numbers = try outside.next(DERTag.sequence, in: bytes).reader
    let modulus = try numbers.next(DERTag.integer, in: bytes).content
    let exponent = try numbers.next(DERTag.integer, in: bytes).content
    guard let bits = bytes.bitCount(ofInteger: modulus), bytes.bitCount(ofInteger: exponent) != nil else {
      throw fault
    }
    return (bits, bytes.number(ofInteger: exponent))
  }

  /// Dss-Parms (RFC 3279, section 2.3.2), of which the first number is the prime.
  private static func prime(_ bytes: Span<UInt8>, in algorithm: DERReader) throws(DERFault) -> Int? {
    var algorithm = algorithm
    guard let parameters = try algorithm.nextIfPresent(DERTag.sequence, in: bytes) else { return nil }
    var numbers = parameters.reader
    let prime = try numbers.next(DERTag.integer, in: bytes)
    guard let bits = bytes.bitCount(ofInteger: prime.content) else {
      throw DERFault(reason: .unexpected, offset: prime.start)
    }
    return bits
  }

  /// ECParameters (RFC 5480, section 2.1.1; X9.62 for the explicit ones).
  private static func curve(
    _ bytes: Span<UInt8>, in algorithm: DERReader, key: Range<Int>
  ) throws(DERFault) -> PublicKey {
    var algorithm = algorithm
    let parameters = try algorithm.next(in: bytes)
    // 04 and two coordinates, or 02 or 03 and one; before it the count of unused bits.
    guard key.count >= 2 else { throw DERFault(reason: .ended, offset: key.lowerBound) }
    let isCompressed = bytes[key.lowerBound + 1] & 0xFE == 2
    let pointBits = (key.count - 2) * (isCompressed ? 8 : 4)
    switch parameters.tag {
    case DERTag.oid:
      let (curve, bits) = Curve.named(OID(encoded: bytes.copy(parameters.content)))
      return .ec(curve: curve, bits: bits ?? pointBits)
    case DERTag.sequence:
      var fields = parameters.reader
      _ = try fields.next(DERTag.integer, in: bytes)
      var field = try fields.next(DERTag.sequence, in: bytes).reader
      let kind = OID(encoded: bytes.copy(try field.next(DERTag.oid, in: bytes).content))
      switch kind {
      case .primeField:
        let prime = try field.next(DERTag.integer, in: bytes).content
        return .ec(curve: .explicit, bits: bytes.bitCount(ofInteger: prime) ?? pointBits)
      case .characteristicTwoField:
        var reader = try field.next(DERTag.sequence, in: bytes).reader
        let degree = bytes.number(ofInteger: try reader.next(DERTag.integer, in: bytes).content)
        return .ec(curve: .explicit, bits: degree.flatMap { Int(exactly: $0) } ?? pointBits)
      default: return .ec(curve: .explicit, bits: pointBits)
      }
    default: throw DERFault(reason: .unexpected, offset: parameters.start)
    }
  }
}
