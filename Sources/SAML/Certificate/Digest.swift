/// The digest of some bytes by SHA-1 or SHA-256 (FIPS 180-4): 20 or 32 bytes.
///
/// For fingerprints, that is to recognise bytes again. SHA-1 is here because consoles and `openssl` show it.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest itself, 20 or 32 bytes.
  public var bytes: [UInt8] {
    let all = [first, second, third, fourth].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
    return isShort ? Array(all.prefix(20)) : all
  }

  // Stored inline: every finding carries a digest, and an array would allocate.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  private let isShort: Bool

  /// SHA-1: 20 bytes.
  public static func sha1(_ message: Span<UInt8>) -> Digest {
    var words = SHA1.start
    var schedule = [UInt32](repeating: 0, count: 80)
    eachBlock(of: message) { SHA1.absorb($0, at: $1, into: &words, &schedule) }
    return Digest(words: words)
  }

  /// SHA-256: 32 bytes.
  public static func sha256(_ message: Span<UInt8>) -> Digest {
    var words = SHA256.start
    var schedule = [UInt32](repeating: 0, count: 64)
    eachBlock(of: message) { SHA256.absorb($0, at: $1, into: &words, &schedule) }
    return Digest(words: words)
  }

  /// `AB:CD:EF` with the separator `:`, as consoles and `openssl x509 -fingerprint` write it, or `ABCDEF` without.
  public func hexadecimal(separator: String = "", uppercase: Bool = true) -> String {
    SAML.hexadecimal(bytes, separator: separator, uppercase: uppercase)
  }

  /// Two lower-case digits for each byte, as `sha256sum` prints them.
  public var description: String { hexadecimal(uppercase: false) }

  /// A digest by SHA-256, from its 32 bytes as four numbers.
  public init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    (self.first, self.second, self.third, self.fourth, isShort) = (first, second, third, fourth, false)
  }

  private init(words: [UInt32]) {
    isShort = words.count == 5
    func pair(_ index: Int) -> UInt64 {
      UInt64(index < words.count ? words[index] : 0) << 32 | UInt64(index + 1 < words.count ? words[index + 1] : 0)
    }
    (first, second, third, fourth) = (pair(0), pair(2), pair(4), pair(6))
  }

  /// Hands over the message in blocks of 64 bytes, and then the one or two blocks of its end and padding.
  private static func eachBlock(of message: Span<UInt8>, _ absorb: (Span<UInt8>, Int) -> Void) {
    let whole = message.count & ~63
    for start in stride(from: 0, to: whole, by: 64) { absorb(message, start) }
    var tail = [UInt8](repeating: 0, count: message.count - whole < 56 ? 64 : 128)
    for index in whole..<message.count { tail[index - whole] = message[index] }
    tail[message.count - whole] = 0x80
    let bits = UInt64(message.count) &* 8
    for place in 0..<8 {
      tail[tail.count - 1 - place] = UInt8(truncatingIfNeeded: bits >> UInt64(place * 8))
    }
    let span = tail.span
    for start in stride(from: 0, to: tail.count, by: 64) { absorb(span, start) }
  }
}

/// Two digits for each byte, with the separator between bytes.
func hexadecimal(_ bytes: some Sequence<UInt8>, separator: String = "", uppercase: Bool = true) -> String {
  let letters: UInt8 = uppercase ? 0x37 : 0x57
  func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? 0x30 : letters) }
  let separator = Array(separator.utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.underestimatedCount * (2 + separator.count))
  for byte in bytes {
    if !text.isEmpty { text += separator }
    text.append(digit(byte >> 4))
    text.append(digit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}

extension Span<UInt8> {
  /// Four bytes as one number, the most significant first.
  fileprivate func word(at start: Int) -> UInt32 {
    UInt32(self[start]) << 24 | UInt32(self[start &+ 1]) << 16 | UInt32(self[start &+ 2]) << 8
      | UInt32(self[start &+ 3])
  }
}

extension UInt32 {
  fileprivate func rotated(right count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}

/// FIPS 180-4, section 6.1.
private enum SHA1 {
  static let start: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]

  static func absorb(
    _ message: Span<UInt8>, at start: Int, into words: inout [UInt32], _ schedule: inout [UInt32]
  ) {
    var w = schedule.mutableSpan
    for t in 0..<16 { w[t] = message.word(at: start &+ t &* 4) }
    for t in 16..<80 { w[t] = (w[t &- 3] ^ w[t &- 8] ^ w[t &- 14] ^ w[t &- 16]).rotated(right: 31) }
    var (a, b, c, d, e) = (words[0], words[1], words[2], words[3], words[4])
    for t in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch t {
        case ..<20: (b & c | ~b & d, 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (a.rotated(right: 27) &+ f &+ e &+ k &+ w[t], a, b.rotated(right: 2), c, d)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { words[index] &+= word }
  }
}

/// FIPS 180-4, section 6.2.
private enum SHA256 {
  static let start: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]

  static func absorb(
    _ message: Span<UInt8>, at start: Int, into words: inout [UInt32], _ schedule: inout [UInt32]
  ) {
    var w = schedule.mutableSpan
    for t in 0..<16 { w[t] = message.word(at: start &+ t &* 4) }
    for t in 16..<64 {
      let (x, y) = (w[t &- 15], w[t &- 2])
      let small0 = x.rotated(right: 7) ^ x.rotated(right: 18) ^ x &>> 3
      let small1 = y.rotated(right: 17) ^ y.rotated(right: 19) ^ y &>> 10
      w[t] = small1 &+ w[t &- 7] &+ small0 &+ w[t &- 16]
    }
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])
    let k = constants.span
    // Eight rounds bring every variable back to its place, so that none is moved.
    for t in stride(from: 0, to: 64, by: 8) {
      round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
      round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
      round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
      round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
      round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
      round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
      round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
      round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
    }
    words[0] &+= a
    words[1] &+= b
    words[2] &+= c
    words[3] &+= d
    words[4] &+= e
    words[5] &+= f
    words[6] &+= g
    words[7] &+= h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ next: UInt32
  ) {
    let large1 = e.rotated(right: 6) ^ e.rotated(right: 11) ^ e.rotated(right: 25)
    let first = h &+ large1 &+ (g ^ e & (f ^ g)) &+ next
    let large0 = a.rotated(right: 2) ^ a.rotated(right: 13) ^ a.rotated(right: 22)
    d &+= first
    h = first &+ large0 &+ (a & b | c & (a | b))
  }

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
