import Platform
import Support
import Testing

/// An identity provider's key, made for one test, that signs responses with the real `xmlsec1`.
struct ResponseSigner {
  /// Whether the programs that it takes are there.
  static let isHere = TestTool.isHere("xmlsec1") && TestTool.isHere("openssl")

  private let directory: TemporaryDirectory
  private let name: String
  /// The certificate in base64.
  let certificate: String

  init(_ name: String, in directory: TemporaryDirectory) throws {
    (self.directory, self.name) = (directory, name)
    let (key, file) = (directory.path("\(name).pem"), directory.path("\(name).crt"))
    let line = "req -x509 -newkey rsa:2048 -nodes -subj /CN=\(name) -days 2 -keyout \(key) -out \(file)"
    try Self.run("openssl", words(line))
    certificate = try TestFile.text(file).split(separator: "\n").filter { !$0.hasPrefix("---") }.joined(separator: "\n")
  }

  /// The Okta organisation's metadata with this key.
  func metadata() throws -> String {
    let text = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
    return Self.put(certificate, between: "<ds:X509Certificate>", and: "</ds:X509Certificate>", in: text)
  }

  /// What a signature is put into.
  enum Part: String { case response = "protocol:Response", assertion = "assertion:Assertion" }

  /// The response of the fixtures, signed over these parts, the first of them first.
  func sign(_ parts: [Part], change: (String) -> String = { $0 }) throws -> String {
    var text = change(try TestFile.text(Signpost.root + "/Fixtures/responses/okta.xml"))
    let signature = try #require(text.parts(between: "<ds:Signature ", and: "</ds:Signature>").first)
    var blank = "<ds:Signature " + signature + "</ds:Signature>"
    text = text.replacing(blank, with: "")
    for (start, end, value) in [
      ("<ds:DigestValue>", "</", ""), ("<ds:SignatureValue>", "</", ""), ("<ds:X509Certificate>", "</", certificate),
    ] {
      blank = Self.put(value, between: start, and: end, in: blank)
    }
    for part in parts {
      let issuer = "fixture01</saml2:Issuer>"
      let pieces = text.components(issuer)
      switch part {
      case .response:
        let own = blank.replacing("#id9273648501", with: "#id4817264859")
        text = pieces[0] + issuer + own + pieces[1...].joined(separator: issuer)
      case .assertion: text = pieces.dropLast().joined(separator: issuer) + issuer + blank + (pieces.last ?? "")
      }
      text = try signed(text, part)
    }
    return text
  }

  private func signed(_ text: String, _ part: Part) throws -> String {
    let (file, output) = (directory.path("unsigned.xml"), directory.path("signed.xml"))
    try TestFile.write(text, to: file)
    let place = part == .response ? "/*" : "/*/*[local-name()='Assertion']"
    try Self.run(
      "xmlsec1",
      [
        "--sign", "--privkey-pem", directory.path("\(name).pem"), "--id-attr:ID",
        "urn:oasis:names:tc:SAML:2.0:\(part.rawValue)", "--node-xpath", "\(place)/*[local-name()='Signature']",
        "--output", output, file,
      ])
    return try TestFile.text(output)
  }

  private static func put(_ value: String, between start: String, and end: String, in text: String) -> String {
    guard let first = text.firstRange(of: start), let last = text[first.upperBound...].firstRange(of: end) else {
      return text
    }
    return text[..<first.upperBound] + value + text[last.lowerBound...]
  }

  private static func run(_ name: String, _ arguments: [String]) throws {
    let outcome = try ChildProcess.run(
      executable: try #require(TestTool.path(of: name)), arguments: arguments, environment: ["PATH": "/usr/bin:/bin"],
      deadline: .seconds(120), outputLimit: 1 << 20)
    try #require(outcome.ending == .exited(status: 0), "\(String(decoding: outcome.errors, as: UTF8.self))")
  }
}
