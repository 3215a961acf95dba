/// Ways of which an input takes one: all of them for every input take too long. Among many inputs each way gets its share,
/// which is how often it stands among all cases, and the same input always takes the same.
protocol Turn: CaseIterable {}

extension Turn where AllCases == [Self] {
  static func of(_ bytes: [UInt8]) -> Self {
    allCases[Int(digest(bytes) % UInt64(allCases.count))]
  }
}

/// FNV-1a, of which the upper half is used, in which every byte counts.
func digest(_ bytes: [UInt8]) -> UInt64 {
  var digest: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return digest >> 32
}
