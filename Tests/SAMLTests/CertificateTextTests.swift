import Testing

@testable import SAML

/// What people put into an X509Certificate element.
@Suite struct CertificateTextTests {
  static let der = CertificateSample.p256.der
  static let text = Encoding.base64(der)
  static let wrapped = lines(text)
  static let pem = "-----BEGIN CERTIFICATE-----\n\(wrapped)\n-----END CERTIFICATE-----\n"

  static func lines(_ text: String) -> String {
    var left = Substring(text)
    var lines: [Substring] = []
    while !left.isEmpty {
      lines.append(left.prefix(64))
      left = left.dropFirst(64)
    }
    return lines.joined(separator: "\n")
  }

  /// What was read, where it is the whole certificate; the problems.
  static func read(_ text: String) -> (isWhole: Bool, problems: [Certificate.Problem]) {
    let reading = Certificate.read(text: text)
    return (reading.certificate?.der == der, reading.problems)
  }

  @Test(arguments: [
    text, wrapped, "\n    " + wrapped.replacing("\n", with: "\r\n      ") + "\n  ", "\t" + text + "\r\n",
  ])
  func `wrapped and indented text is fine`(text: String) {
    #expect(Self.read(text) == (true, []))
  }

  @Test(arguments: ["", " \n\t\r\n "])
  func `an empty element is empty`(text: String) {
    #expect(Self.read(text) == (false, [.empty]))
  }

  @Test(arguments: [
    pem, pem.replacing("\n", with: "\r\n"), "\n  " + pem, pem.replacing("\n", with: ""), pem.replacing("\n", with: " "),
    "Bag Attributes\n    localKeyID: 01\nsubject=CN = p256\n" + pem,
    "-----BEGIN CERTIFICATE-----\n" + wrapped, wrapped + "\n-----END CERTIFICATE-----",
    pem.replacing("BEGIN CERTIFICATE", with: "BEGINCERTIFICATE"),
  ])
  func `armour is read without and reported`(text: String) {
    #expect(Self.read(text) == (true, [.armoured]))
  }

  @Test func `several certificates in armour are counted`() {
    #expect(Self.read(Self.pem + Self.pem + Self.pem) == (true, [.armoured, .several(count: 3)]))
  }

  @Test func `a fault inside of armour has its place in the text`() throws {
    let text = "\n" + Self.pem.replacing("\nMII", with: "\nM!II")
    let place = try #require(Array(text.utf8).firstIndex(of: UInt8(ascii: "!")))
    let fault = Base64.Fault(reason: .character("!"), offset: place)
    #expect(Self.read(text) == (false, [.armoured, .notBase64(fault)]))
  }

  @Test(arguments: [pem, text, wrapped, "\n" + pem])
  func `base64 of what is base64 already is read and reported`(inner: String) {
    let outer = Encoding.base64(Array(inner.utf8))
    #expect(Self.read(outer) == (true, [.doubleEncoded]))
    #expect(Self.read(Self.lines(outer)) == (true, [.doubleEncoded]))
  }

  @Test func `base64 of base64 of base64 is not followed`() {
    let twice = Encoding.base64(Array(Encoding.base64(Array(Self.pem.utf8)).utf8))
    #expect(Self.read(twice) == (false, [.notDER(offset: 0)]))
  }

  @Test func `the URL-safe alphabet is read and reported`() throws {
    let text = Encoding.base64(Self.der, alphabet: "-_", padding: false)
    let place = try #require(text.utf8.firstIndex { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: place)
    #expect(Self.read(text) == (true, [.urlSafeAlphabet(offset: offset)]))
  }

  @Test(arguments: ["", " ", ":"])
  func `hexadecimal digits are read and reported`(separator: String) {
    let digits = Self.der.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    #expect(Self.read(digits.joined(separator: separator)) == (true, [.hexadecimal]))
    #expect(Self.read(digits.joined(separator: separator).uppercased()) == (true, [.hexadecimal]))
  }

  @Test(arguments: ["REPLACE_ME", "$CERT", "{{certificate}}", "your-certificate-here", "...", "MIIC...", "%%CERT%%"])
  func `a placeholder is no base64`(text: String) {
    let problems = Self.read(text).problems
    guard case .notBase64(let fault) = problems.first, case .character = fault.reason else {
      Issue.record("\(problems)")
      return
    }
    #expect(problems.count == 1)
  }

  @Test func `lost padding leaves the certificate readable`() {
    // 375 bytes need no padding; one more byte in the name does.
    let der = Encoding.certificate(name: Encoding.sequence())
    let padded = [der, Encoding.certificate(serial: Encoding.integer(1, 2))].map { Encoding.base64($0) }
    for text in padded where text.hasSuffix("=") {
      let bare = text.replacing("=", with: "")
      let reading = Certificate.read(text: bare)
      #expect(reading.certificate != nil)
      let missing = text.utf8.count - bare.utf8.count
      let fault = Base64.Fault(reason: .incomplete(missing: missing), offset: bare.utf8.count)
      #expect(reading.problems == [.notBase64(fault)])
      #expect(Certificate.read(text: text + "=").certificate != nil)
      #expect(Certificate.read(text: text + "QUJD").certificate == nil)
    }
    #expect(padded.contains { $0.hasSuffix("=") })
  }

  @Test func `bytes after the certificate are counted and left out`() {
    #expect(Self.read(Encoding.base64(Self.der + [1, 2, 3])) == (true, [.trailingBytes(count: 3)]))
    #expect(Self.read(Encoding.base64(Self.der + Self.der)) == (true, [.trailingBytes(count: Self.der.count)]))
  }

  @Test(arguments: [(1, "1 byte is", "1 byte follows"), (2, "2 bytes are", "2 bytes follow")])
  func `one byte too few or too many is said as one`(count: Int, missing: String, follow: String) {
    let lost = Certificate.Problem.truncated(missing: count).description
    #expect(lost == "cut off: at least \(missing) missing at the end")
    #expect(Certificate.Problem.trailingBytes(count: count).description == "\(follow) the certificate")
  }

  @Test func `text that only looks like base64 is no DER`() {
    #expect(Self.read("SomeCertificate1").problems == [.notDER(offset: 0)])
    #expect(
      Self.read(Encoding.base64(Array("<html><body>Sign in</body></html>".utf8))).problems == [.notDER(offset: 0)])
  }

  @Test func `a large text is not read`() {
    let large = Encoding.certificate(name: Encoding.sequence(Encoding.der(0x0C, [UInt8](repeating: 65, count: 9_000))))
    #expect(large.count > Certificate.maximumLength)
    #expect(Self.read(Encoding.base64(large)).problems == [.tooLarge(bytes: large.count)])
    #expect(Certificate.read(text: Encoding.base64(large)).certificate == nil)
  }

  /// Each of these made some reader quadratic, which would take hours here, or recursive.
  @Test(
    .timeLimit(.minutes(30)),
    arguments: ["-BEGIN", "-END", "-", "30", "0", " ", "=", "A", "-BEGIN-END", "LS1CRUdJTi0t", "PRIVATE KE"])
  func `a repeated text comes to its end`(part: String) {
    let text = String(repeating: part, count: 1_000_000 / part.utf8.count)
    #expect(!Certificate.read(text: text).problems.isEmpty)
  }
}
