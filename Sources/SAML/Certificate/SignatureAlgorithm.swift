/// How a certificate was signed.
public struct SignatureAlgorithm: Hashable, Sendable, CustomStringConvertible {
  /// A hash function, from the weakest on.
  public enum Hash: String, Hashable, Sendable {
    case md2 = "MD2"
    case md4 = "MD4"
    case md5 = "MD5"
    case sha1 = "SHA-1"
    case ripemd160 = "RIPEMD-160"
    case sha224 = "SHA-224"
    case sha256 = "SHA-256"
    case sha384 = "SHA-384"
    case sha512 = "SHA-512"
    case sha3 = "SHA-3"
  }

  /// The algorithm's identifier.
  public let oid: OID
  /// The hash function that is signed; nil where the algorithm has none of its own (Ed25519) or is not known here.
  public let hash: Hash?

  /// The name that OpenSSL prints, such as `sha256WithRSAEncryption`; the dotted identifier where it is not known here.
  public var description: String {
    oid == Self.pss ? "rsassaPss" : Self.known[oid]?.name ?? oid.description
  }

  /// Reads the content of an AlgorithmIdentifier.
  init(_ bytes: Span<UInt8>, at content: Range<Int>) {
    var reader = DERReader(content)
    guard let name = try? reader.next(DERTag.oid, in: bytes) else {
      oid = OID(encoded: [])
      hash = nil
      return
    }
    oid = OID(encoded: bytes.copy(name.content))
    hash = oid == Self.pss ? Self.hash(ofPSS: bytes, in: reader) : Self.known[oid]?.hash
  }

  private static let pss = OID.rsaPSS

  /// RSASSA-PSS-params (RFC 4055, section 3.1): `[0]` names the hash function, and its absence means SHA-1.
  private static func hash(ofPSS bytes: Span<UInt8>, in algorithm: DERReader) -> Hash? {
    var algorithm = algorithm
    guard let parameters = try? algorithm.next(DERTag.sequence, in: bytes) else { return nil }
    var fields = parameters.reader
    guard fields.peek(in: bytes) == DERTag.context(0) else { return .sha1 }
    guard var explicit = try? fields.next(in: bytes).reader,
      var identifier = try? explicit.next(DERTag.sequence, in: bytes).reader,
      let name = try? identifier.next(DERTag.oid, in: bytes)
    else { return nil }
    return hashes[OID(encoded: bytes.copy(name.content))]
  }

  private static let hashes: [OID: Hash] = [
    OID(1, 2, 840, 113549, 2, 5): .md5,
    OID(1, 3, 14, 3, 2, 26): .sha1,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 4): .sha224,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 1): .sha256,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 2): .sha384,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 3): .sha512,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 7): .sha3,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 8): .sha3,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 9): .sha3,
    OID(2, 16, 840, 1, 101, 3, 4, 2, 10): .sha3,
  ]

  /// RFC 3279, RFC 4055, RFC 5758, RFC 8410, and the older ones that certificates still carry.
  private static let known: [OID: (name: String, hash: Hash?)] = [
    OID(1, 2, 840, 113549, 1, 1, 2): ("md2WithRSAEncryption", .md2),
    OID(1, 2, 840, 113549, 1, 1, 3): ("md4WithRSAEncryption", .md4),
    OID(1, 2, 840, 113549, 1, 1, 4): ("md5WithRSAEncryption", .md5),
    OID(1, 2, 840, 113549, 1, 1, 5): ("sha1WithRSAEncryption", .sha1),
    OID(1, 3, 14, 3, 2, 29): ("sha1WithRSA", .sha1),
    OID(1, 3, 36, 3, 3, 1, 2): ("ripemd160WithRSA", .ripemd160),
    OID(1, 2, 840, 113549, 1, 1, 14): ("sha224WithRSAEncryption", .sha224),
    OID(1, 2, 840, 113549, 1, 1, 11): ("sha256WithRSAEncryption", .sha256),
    OID(1, 2, 840, 113549, 1, 1, 12): ("sha384WithRSAEncryption", .sha384),
    OID(1, 2, 840, 113549, 1, 1, 13): ("sha512WithRSAEncryption", .sha512),
    OID(2, 16, 840, 1, 101, 3, 4, 3, 14): ("RSA-SHA3-256", .sha3),
    OID(1, 2, 840, 10040, 4, 3): ("dsaWithSHA1", .sha1),
    OID(1, 3, 14, 3, 2, 27): ("dsaWithSHA1-old", .sha1),
    OID(2, 16, 840, 1, 101, 3, 4, 3, 1): ("dsa_with_SHA224", .sha224),
    OID(2, 16, 840, 1, 101, 3, 4, 3, 2): ("dsa_with_SHA256", .sha256),
    OID(1, 2, 840, 10045, 4, 1): ("ecdsa-with-SHA1", .sha1),
    OID(1, 2, 840, 10045, 4, 3, 1): ("ecdsa-with-SHA224", .sha224),
    OID(1, 2, 840, 10045, 4, 3, 2): ("ecdsa-with-SHA256", .sha256),
    OID(1, 2, 840, 10045, 4, 3, 3): ("ecdsa-with-SHA384", .sha384),
    OID(1, 2, 840, 10045, 4, 3, 4): ("ecdsa-with-SHA512", .sha512),
    OID(1, 3, 101, 112): ("ED25519", nil),
    OID(1, 3, 101, 113): ("ED448", nil),
  ]
}
