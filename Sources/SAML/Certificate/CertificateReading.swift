extension Certificate {
  /// What the text of an X509Certificate element turned out to be.
  public struct Reading: Hashable, Sendable {
    /// The certificate, where there is one without doubt; with problems of spelling it is there all the same.
    public let certificate: Certificate?
    /// What is wrong, causes first; empty for a certificate in proper base64, however wrapped or indented.
    public let problems: [Problem]

    /// Whether something secret was put where a certificate belongs. Then nothing of the text may be shown or kept.
    public var holdsPrivateKey: Bool {
      problems.contains { $0 == .notCertificate(.privateKey) || $0 == .notCertificate(.pkcs12) }
    }
  }

  /// What is wrong with the text of an X509Certificate element, or with the bytes that it stands for.
  ///
  /// No case carries anything of the text but a single character.
  public enum Problem: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// The lines `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----` around the base64; it is read without.
    case armoured
    /// Base64 of the text of a certificate file instead of base64 of the certificate; it is read all the same.
    case doubleEncoded
    /// The alphabet of RFC 4648, section 5, with `-` and `_`, of which the first is at this byte; read all the same.
    case urlSafeAlphabet(offset: Int)
    /// Hexadecimal digits instead of base64; read all the same.
    case hexadecimal
    /// So many certificates in armour one after the other; the first one is read.
    case several(count: Int)
    /// No base64; with faults of padding alone the certificate is read all the same.
    case notBase64(Base64.Fault)
    /// More than `Certificate.maximumLength` bytes; not read.
    case tooLarge(bytes: Int)
    /// The end was lost: at least so many bytes are missing.
    case truncated(missing: Int)
    /// So many bytes follow the certificate.
    case trailingBytes(count: Int)
    /// Base64 of something that is no DER, or stops to be at this byte.
    case notDER(offset: Int)
    /// DER, and no certificate.
    case notCertificate(Lookalike)
    /// It begins as a certificate does and then, at this byte of the DER, does not go on as one.
    case malformed(offset: Int)
    /// Start or end of validity name no time.
    case validityUnreadable
    /// The public key does not say its kind or its size.
    case keyUnreadable
  }

  /// What is sometimes taken for a certificate.
  public enum Lookalike: String, Hashable, Sendable {
    /// PKCS#1, PKCS#8 (encrypted or not), SEC 1, OpenSSH, or armour that says `PRIVATE KEY`.
    case privateKey = "a private key"
    /// A SubjectPublicKeyInfo or a PKCS#1 public key.
    case publicKey = "a public key"
    /// PKCS#10.
    case certificateRequest = "a certificate request"
    case revocationList = "a revocation list"
    /// A bundle of certificates (`.p7b`).
    case pkcs7 = "a PKCS#7 bundle"
    /// A key store (`.p12`, `.pfx`), which as a rule holds a private key.
    case pkcs12 = "a PKCS#12 key store"
    /// DER of no kind that is known here.
    case other = "DER of another kind"
  }

  /// Reads the text of an X509Certificate element: base64 of DER, white space anywhere.
  ///
  /// Takes time in proportion to the text, whatever it is, and never fails but by saying so in `problems`.
  public static func read(text: Span<UInt8>) -> Reading {
    do {
      let bytes = try Base64.decode(text)
      if bytes.first == DERTag.sequence { return read(der: bytes) }
    } catch {}
    return CertificateText.read(text)
  }

  /// Reads the text of an X509Certificate element; see `read(text:)` for bytes. Offsets are in UTF-8.
  public static func read(text: String) -> Reading {
    let bytes = Array(text.utf8)
    return read(text: bytes.span)
  }

  /// Reads the bytes of a certificate.
  static func read(der bytes: [UInt8]) -> Reading {
    let span = bytes.span
    guard bytes.count <= maximumLength else {
      let lookalike = Lookalike(span, from: 0)
      return Reading(
        certificate: nil,
        problems: [lookalike.map { .notCertificate($0) } ?? .tooLarge(bytes: bytes.count)])
    }
    do throws(DERFault) {
      let places = try CertificatePlaces(span)
      let length = places.whole.upperBound
      var problems: [Problem] = []
      if length < bytes.count {
        // A file of certificate and key, turned into base64 as a whole.
        if let lookalike = Lookalike(span, from: length), lookalike == .privateKey || lookalike == .pkcs12 {
          return Reading(certificate: nil, problems: [.notCertificate(lookalike)])
        }
        problems.append(.trailingBytes(count: bytes.count - length))
      }
      var validity = DERReader(places.validity)
      var notBefore: Instant?
      var notAfter: Instant?
      do throws(DERFault) {
        notBefore = Instant(span, try validity.next(in: span))
        notAfter = Instant(span, try validity.next(in: span))
      } catch {}
      if notBefore == nil || notAfter == nil { problems.append(.validityUnreadable) }
      let publicKey = PublicKey(span, at: places.publicKey)
      if case .unreadable = publicKey { problems.append(.keyUnreadable) }
      return Reading(
        certificate: Certificate(
          der: length == bytes.count ? bytes : Array(bytes[..<length]), version: places.version,
          notBefore: notBefore, notAfter: notAfter, publicKey: publicKey, places: places),
        problems: problems)
    } catch {
      return Reading(certificate: nil, problems: [diagnosis(of: span, error)])
    }
  }

  /// Why bytes are no certificate, given the first place where they are none.
  private static func diagnosis(of bytes: Span<UInt8>, _ fault: DERFault) -> Problem {
    if let lookalike = Lookalike(bytes, from: 0) { return .notCertificate(lookalike) }
    guard bytes.count > 0, bytes[0] == DERTag.sequence else { return .notDER(offset: 0) }
    var outside = DERReader(0..<bytes.count)
    do throws(DERFault) {
      let certificate = try outside.next(in: bytes)
      var parts = certificate.reader
      let first = try? parts.next(in: bytes)
      return first != nil && first?.tag != DERTag.sequence ? .notCertificate(.other) : .malformed(offset: fault.offset)
    } catch {
      switch error.reason {
      case .ended: return .truncated(missing: 1)
      case .tooLong:
        // How long it says to be; a length beyond every limit is damage rather than a lost end.
        let size = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
        var length = size == 0 ? Int(bytes[1]) : 0
        for index in 0..<size where length <= maximumLength { length = length << 8 | Int(bytes[2 + index]) }
        let missing = 2 + size + length - bytes.count
        return length <= maximumLength ? .truncated(missing: missing) : .notDER(offset: 1)
      case .indefiniteLength, .longTag, .unexpected: return .notDER(offset: error.offset)
      }
    }
  }
}

extension Certificate.Problem: CustomStringConvertible {
  /// One line, lower case first, of what was found.
  public var description: String {
    switch self {
    case .empty: "empty; expected the base64 text of a certificate"
    case .armoured: "the BEGIN and END lines of a PEM file are inside; only the base64 between them belongs here"
    case .doubleEncoded: "base64 of a PEM file, that is, encoded twice; only the file's own base64 belongs here"
    case .urlSafeAlphabet(let offset): "base64 in the URL-safe alphabet, from byte \(offset); expected + and /"
    case .hexadecimal: "hexadecimal digits; expected base64"
    case .several(let count): "\(count) certificates one after the other; each needs an element of its own"
    case .notBase64(let fault): fault.description
    case .tooLarge(let bytes): "\(bytes) bytes; a certificate of more than \(Certificate.maximumLength) is not read"
    case .truncated(let missing):
      "cut off: at least \(counted(missing, "byte is", plural: "bytes are")) missing at the end"
    case .trailingBytes(let count): "\(counted(count, "byte follows", plural: "bytes follow")) the certificate"
    case .notDER(let offset): "base64, but what it stands for is no DER from byte \(offset) on"
    case .notCertificate(let lookalike): "\(lookalike.rawValue), not a certificate"
    case .malformed(let offset): "damaged: no certificate goes on as this does at byte \(offset) of its DER"
    case .validityUnreadable: "the start or the end of validity cannot be read"
    case .keyUnreadable: "the public key's kind or size cannot be read"
    }
  }
}
