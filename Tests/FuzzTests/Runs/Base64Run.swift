@testable import SAML

/// Base64, and what is compressed within.
enum Base64Run {
  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    let encoded = Base64.encode(bytes)
    try Claim.holds((try? Base64.decode(Array(encoded.utf8).span)) == bytes, "base64 reads as written")
    let reading = Result { () throws(Base64.Fault) in try Base64.decode(bytes.span) }
    switch reading {
    case .success(let decoded):
      let text = bytes.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      try Claim.holds(Base64.encode(decoded).utf8.elementsEqual(text), "what is taken is base64, to the last bit")
    case .failure(let fault):
      try Claim.holds((0...bytes.count).contains(fault.offset), "a fault is inside of the text")
      _ = fault.description
    }
    try CertificateRun.ask(Certificate.read(text: bytes.span))
    let limit = 1 << 12
    if let inflated = try? Inflate.decompress(bytes[...], limit: limit) {
      try Claim.holds(inflated.count <= limit, "no more is inflated than is allowed")
    }
  }
}
