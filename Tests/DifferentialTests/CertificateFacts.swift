#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is said of a certificate, by field, in one spelling for both sides; empty where it was not read.
struct CertificateFacts: Equatable, Sendable {
  var fields: [String: String] = [:]
  /// What Signpost finds wrong with the text.
  var problems: [String] = []
}

extension CertificateFacts {
  /// What `signpost inspect` says of certificates' texts, in their order, which it reads from one metadata file.
  static func ofSignpost(_ texts: [String], by signpost: Tool) throws -> [CertificateFacts] {
    struct Inspection: Decodable {
      struct Entity: Decodable { let roles: [Role] }
      struct Role: Decodable { let keys: [Key] }
      struct Key: Decodable { let certificates: [Certificate] }
      struct Certificate: Decodable {
        let subject, issuer, notBefore, notAfter, serialNumber, publicKey, signatureAlgorithm, sha1, sha256: String?
        let problems: [String]
      }
      let entity: Entity
    }
    let answer = try signpost.run(["inspect", "--format", "json", "-"], input: Array(metadata(with: texts).utf8))
    let inspection = try JSONDecoder().decode(Inspection.self, from: Data(answer.output.utf8))
    let certificates = inspection.entity.roles.flatMap(\.keys).flatMap(\.certificates)
    guard certificates.count == texts.count else {
      throw ToolFailure(description: "signpost inspect lists \(certificates.count) of \(texts.count) certificates")
    }
    return certificates.map { certificate in
      guard let subject = certificate.subject else { return CertificateFacts(problems: certificate.problems) }
      let fields = [
        "subject": subject, "issuer": certificate.issuer ?? subject, "notBefore": certificate.notBefore,
        "notAfter": certificate.notAfter, "serial number": certificate.serialNumber, "key": certificate.publicKey,
        "signature": certificate.signatureAlgorithm, "SHA-1": certificate.sha1, "SHA-256": certificate.sha256,
      ]
      return CertificateFacts(fields: fields.mapValues { $0 ?? "none" }, problems: certificate.problems)
    }
  }

  private static func metadata(with texts: [String]) -> String {
    let keys = texts.map { text in
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\r", with: "&#13;")
      return """
        <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>\
        <X509Certificate>\(escaped)</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
        """
    }
    return """
      <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">\
      <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\(keys.joined())\
      </IDPSSODescriptor></EntityDescriptor>
      """
  }

  /// What `openssl x509` says of a file of DER.
  ///
  /// - Parameter sha1: the digest of the file, which is the fingerprint where nothing follows the certificate.
  static func ofOpenSSL(_ path: String, sha1: String, by openssl: Tool) throws -> CertificateFacts {
    let answer = try openssl.run([
      "x509", "-inform", "DER", "-in", path, "-noout", "-subject", "-issuer", "-dates", "-dateopt", "iso_8601",
      "-serial", "-fingerprint", "-sha256", "-nameopt", "RFC2253,utf8,-esc_msb", "-text", "-certopt",
      "no_header,no_version,no_extensions,no_sigdump,no_validity,no_issuer,no_subject,no_serial",
    ])
    guard answer.status == 0 else { return CertificateFacts() }
    // A long number goes on in the next line.
    let lines = answer.output.replacing("\\\n", with: "").split(separator: "\n")
    func value(_ name: String) -> String? {
      for line in lines {
        let line = line.drop { $0 == " " }
        if line.hasPrefix(name) { return String(line.dropFirst(name.count)) }
      }
      return nil
    }
    func time(_ name: String) -> String? { value(name)?.replacing(" ", with: "T") }
    let bits = value("Public-Key: (")?.prefix { $0.isNumber } ?? "?"
    let key =
      switch value("Public Key Algorithm: ") {
      case "rsaEncryption": "RSA \(bits)"
      case "rsassaPss": "RSA-PSS \(bits)"
      case "dsaEncryption": "DSA \(bits)"
      case "id-ecPublicKey": "EC \(value("NIST CURVE: ") ?? value("ASN1 OID: ") ?? "explicit parameters")"
      case let other: other ?? "none"
      }
    let fields = [
      "subject": value("subject="), "issuer": value("issuer="), "notBefore": time("notBefore="),
      "notAfter": time("notAfter="), "serial number": value("serial="), "key": key,
      "signature": value("Signature Algorithm: "), "SHA-1": sha1, "SHA-256": value("sha256 Fingerprint="),
    ]
    return CertificateFacts(fields: fields.mapValues { $0 ?? "none" })
  }

  /// What the two sides do not say alike.
  static func differences(openssl: CertificateFacts, signpost: CertificateFacts) -> [Difference] {
    func difference(_ text: String, _ theirs: String, _ ours: String) -> Difference {
      Difference(oracle: .certificate, subject: "certificate", text: text, theirs: theirs, ours: ours)
    }
    let problems = signpost.problems.joined(separator: "; ")
    switch (openssl.fields.isEmpty, signpost.fields.isEmpty) {
    case (true, true):
      // Not read by either, but a reader has to be told so.
      guard problems.isEmpty else { return [] }
      return [difference("openssl reads nothing; Signpost says nothing of it", "unreadable", "-")]
    case (true, false):
      let but = problems.isEmpty ? "" : ", and says: \(problems)"
      return [difference("openssl reads nothing; Signpost reads it\(but)", "unreadable", "read")]
    case (false, true): return [difference("openssl reads it; Signpost says: \(problems)", "read", "unreadable")]
    case (false, false):
      return openssl.fields.keys.sorted().compactMap { name in
        let (theirs, ours) = (openssl.fields[name] ?? "", signpost.fields[name] ?? "")
        guard theirs != ours else { return nil }
        return difference("\(name): openssl says '\(theirs)', Signpost '\(ours)'", "\(name) \(theirs)", ours)
      }
    }
  }
}
