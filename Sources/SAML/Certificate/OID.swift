/// An ASN.1 object identifier, the name that certificates have for algorithms, curves and attributes (X.660).
public struct OID: Hashable, Sendable, CustomStringConvertible {
  /// The content of its DER encoding, without tag and length.
  let encoded: [UInt8]

  init(encoded: [UInt8]) {
    self.encoded = encoded
  }

  /// `OID(2, 5, 4, 3)`; for names that the source spells out.
  init(_ arcs: UInt64...) {
    var bytes: [UInt8] = []
    let rest = arcs.dropFirst(2)
    let first = (arcs.first ?? 0) * 40 + (arcs.dropFirst().first ?? 0)
    for arc in [first] + rest {
      var group = [UInt8(arc & 0x7F)]
      var left = arc >> 7
      while left > 0 {
        group.append(UInt8(left & 0x7F) | 0x80)
        left >>= 7
      }
      bytes += group.reversed()
    }
    encoded = bytes
  }

  /// The last number of an attribute of X.520 that stands directly below 2.5.4; nil for any other identifier.
  var directoryAttribute: UInt8? {
    guard encoded.count == 3, encoded[0] == 0x55, encoded[1] == 0x04, encoded[2] < 0x80 else { return nil }
    return encoded[2]
  }

  /// Dotted text such as `2.5.4.3`; where the bytes are no identifier, or one with a number of more than 128 bits,
  /// `#` and the bytes in hexadecimal.
  public var description: String {
    var text = ""
    var arc: UInt128 = 0
    var isOpen = false
    for byte in encoded {
      guard arc >> 121 == 0, isOpen || byte != 0x80 else { return "#" + hexadecimal(encoded) }
      arc = arc << 7 | UInt128(byte & 0x7F)
      isOpen = byte & 0x80 != 0
      if isOpen { continue }
      if text.isEmpty {
        let root = min(arc / 40, 2)
        text = "\(root).\(arc - root * 40)"
      } else {
        text += ".\(arc)"
      }
      arc = 0
    }
    return isOpen || text.isEmpty ? "#" + hexadecimal(encoded) : text
  }
}

extension OID {
  // Public keys: RFC 3279, RFC 4055, RFC 5480, RFC 8410.
  static let rsaEncryption = OID(1, 2, 840, 113549, 1, 1, 1)
  static let rsaPSS = OID(1, 2, 840, 113549, 1, 1, 10)
  static let dsa = OID(1, 2, 840, 10040, 4, 1)
  static let ecPublicKey = OID(1, 2, 840, 10045, 2, 1)
  static let ed25519 = OID(1, 3, 101, 112)
  static let ed448 = OID(1, 3, 101, 113)

  // Fields of explicit curves: X9.62.
  static let primeField = OID(1, 2, 840, 10045, 1, 1)
  static let characteristicTwoField = OID(1, 2, 840, 10045, 1, 2)

  // Extensions: RFC 5280.
  static let keyUsage = OID(2, 5, 29, 15)
}
