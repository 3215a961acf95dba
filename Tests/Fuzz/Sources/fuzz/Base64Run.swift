@testable import SAML

/// Base64, and what is compressed within.
enum Base64Run {
  static func run(_ bytes: [UInt8]) {
    let encoded = Base64.encode(bytes)
    Claim.holds((try? Base64.decode(Array(encoded.utf8).span)) == bytes, "base64 reads as written")
    do throws(Base64.Fault) {
      let decoded = try Base64.decode(bytes.span)
      let text = bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      Claim.holds(Array(Base64.encode(decoded).utf8) == text, "what is taken is base64, to the last bit")
    } catch {
      Claim.holds((0...bytes.count).contains(error.offset), "a fault is inside of the text")
      _ = error.description
    }
    CertificateRun.ask(Certificate.read(text: bytes.span))
    let limit = 1 << 12
    if let inflated = try? Inflate.decompress(bytes[...], limit: limit) {
      Claim.holds(inflated.count <= limit, "no more is inflated than is allowed")
    }
  }
}
