/// What a key may be used for (RFC 5280, section 4.2.1.3).
public struct KeyUsage: OptionSet, Hashable, Sendable, CustomStringConvertible {
  /// Bit 0 of the standard is the lowest bit here.
  public let rawValue: UInt16

  /// The uses whose bits are set, bit 0 of the standard being the lowest.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// To verify signatures: what an identity provider's key is for.
  public static let digitalSignature = KeyUsage(rawValue: 1 << 0)
  /// To verify signatures that commit their maker ("contentCommitment" in newer editions).
  public static let nonRepudiation = KeyUsage(rawValue: 1 << 1)
  /// To encrypt keys: what a service provider's RSA key for encrypted assertions is for.
  public static let keyEncipherment = KeyUsage(rawValue: 1 << 2)
  /// To encrypt data directly.
  public static let dataEncipherment = KeyUsage(rawValue: 1 << 3)
  /// To agree on keys, by ECDH for instance.
  public static let keyAgreement = KeyUsage(rawValue: 1 << 4)
  /// To verify signatures on certificates.
  public static let certificateSigning = KeyUsage(rawValue: 1 << 5)
  /// To verify signatures on revocation lists.
  public static let revocationListSigning = KeyUsage(rawValue: 1 << 6)
  /// Only to encrypt while agreeing on keys.
  public static let encipherOnly = KeyUsage(rawValue: 1 << 7)
  /// Only to decrypt while agreeing on keys.
  public static let decipherOnly = KeyUsage(rawValue: 1 << 8)

  /// The names of the standard in its order: `digitalSignature, keyEncipherment`.
  public var description: String {
    let names = [
      "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement", "keyCertSign",
      "cRLSign", "encipherOnly", "decipherOnly",
    ]
    return names.enumerated().filter { rawValue & 1 << $0.offset != 0 }.map(\.element).joined(separator: ", ")
  }

  /// From the content of a BIT STRING, whose first byte counts unused bits and whose bit 0 is the highest of the next.
  init(_ bytes: Span<UInt8>, at content: Range<Int>) {
    var value: UInt16 = 0
    for (place, index) in content.dropFirst().prefix(2).enumerated() {
      for bit in 0..<8 where bytes[index] & 0x80 >> UInt8(bit) != 0 && place * 8 + bit <= 8 {
        value |= 1 << UInt16(place * 8 + bit)
      }
    }
    rawValue = value
  }
}
