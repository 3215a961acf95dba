public import SAML

/// The identity provider's certificates that AWS trusts, as its page Manage SAML 2.0 certificates shows them: whole
/// certificates, or fingerprints of them.
public struct TrustedCertificates: Sendable, Hashable {
  /// Certificates that were given whole.
  public let certificates: [Certificate]
  /// Fingerprints by SHA-1 or SHA-256.
  public let fingerprints: Set<[UInt8]>

  /// Reads a text that somebody put together: PEM blocks and fingerprints (40 or 64 hexadecimal digits, in pairs with
  /// `:` or blanks between them or not), with anything else around them; nil where there is none of either.
  public init?(text: String) {
    var certificates: [Certificate] = []
    var fingerprints: Set<[UInt8]> = []
    var block: [Substring]?
    for line in text.split(whereSeparator: \.isNewline) {
      if line.contains(begin) {
        block = []
      } else if line.contains(end), let lines = block {
        if let certificate = Certificate.read(text: lines.joined()).certificate { certificates.append(certificate) }
        block = nil
      } else if block != nil {
        block?.append(line)
      } else if let fingerprint = Self.fingerprint(in: line) {
        fingerprints.insert(fingerprint)
      }
    }
    guard !certificates.isEmpty || !fingerprints.isEmpty else { return nil }
    self.certificates = certificates
    self.fingerprints = fingerprints
  }

  /// Whether AWS verifies signatures of the certificate's key.
  func trusts(_ certificate: Certificate) -> Bool {
    certificates.contains { $0.publicKeySHA256 == certificate.publicKeySHA256 }
      || fingerprints.contains(certificate.sha1.bytes) || fingerprints.contains(certificate.sha256.bytes)
  }

  /// How many were given.
  var count: Int { certificates.count + fingerprints.count }

  /// The last fingerprint of a line, labels and dates left out: `SHA-256: AB:CD…`, `AB CD… 2031-01-01`.
  private static func fingerprint(in line: Substring) -> [UInt8]? {
    let words = Words(line)
    guard let digits = words.evenFingerprints.last ?? words.unevenFingerprints.last else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// A line as words: some of hexadecimal digits only, with what stands between them.
  private struct Words {
    /// The digits of each word; nil where it has another letter.
    private var words: [[UInt8]?] = []
    /// What stands before each word.
    private var gaps: [String] = []

    init(_ line: Substring) {
      var gap: String? = ""
      for character in line {
        guard character.isLetter || character.isNumber else {
          gap = (gap ?? "") + String(character)
          continue
        }
        if let text = gap {
          words.append([])
          gaps.append(text)
          gap = nil
        }
        if let value = character.isASCII ? character.hexDigitValue : nil {
          words[words.count - 1]?.append(UInt8(truncatingIfNeeded: value))
        } else {
          words[words.count - 1] = nil
        }
      }
    }

    private static func isLength(_ count: Int) -> Bool { count == 40 || count == 64 }

    /// Fingerprints that are one word, or words of one length with the same between them all.
    var evenFingerprints: [[UInt8]] {
      words.indices.compactMap { start in
        guard let first = words[start], first.count.isMultiple(of: 2) else { return nil }
        if Self.isLength(first.count) { return first }
        var end = start + 1
        guard end < words.count else { return nil }
        if start > 0, words[start - 1]?.count == first.count, gaps[start] == gaps[end] { return nil }
        while end < words.count, words[end]?.count == first.count, isSeparator(end), gaps[end] == gaps[start + 1] {
          end += 1
        }
        guard end > start + 1 else { return nil }
        // A date that stands beside a fingerprint is held together by something else.
        var run = words[start..<end]
        if !Self.isLength(run.count * first.count), isTied(start) { run.removeFirst() }
        if !Self.isLength(run.count * first.count), isTied(end) { run.removeLast() }
        return Self.isLength(run.count * first.count) ? run.compactMap(\.self).flatMap(\.self) : nil
      }
    }

    /// Fingerprints in words of any length, which nothing but a line's other words ends.
    var unevenFingerprints: [[UInt8]] {
      var runs: [[UInt8]] = [[]]
      for index in words.indices {
        if let digits = words[index], isSeparator(index) {
          runs[runs.count - 1] += digits
        } else {
          runs.append(words[index] ?? [])
        }
      }
      return runs.filter { Self.isLength($0.count) }
    }

    /// Whether what stands before a word may stand inside a fingerprint.
    private func isSeparator(_ index: Int) -> Bool { gaps[index].allSatisfy { $0 == ":" || $0 == " " || $0 == "-" } }

    /// Whether a word is one with the word before it.
    private func isTied(_ index: Int) -> Bool {
      index > 0 && index < gaps.count && !gaps[index].contains(where: \.isWhitespace)
    }
  }
}

private let begin = "-----BEGIN CERTIFICATE-----"
private let end = "-----END CERTIFICATE-----"
