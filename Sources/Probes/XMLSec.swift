public import Platform

/// The command `xmlsec1`, asked whether a signature over a metadata document, a response or its assertion fits.
///
/// It is given the document, one key and nothing else: no key that the document carries is taken, nothing is fetched.
public struct XMLSec: Sendable {
  /// What came of asking.
  public enum Answer: Equatable, Sendable {
    /// The signature fits the document and the key of the certificate at this place among those given.
    case verified(certificate: Int)
    /// The document is not what was signed.
    case documentDiffers
    /// None of the keys made the signature.
    case keyDiffers
    /// It does not fit, and it was not said why.
    case broken
    /// There was no answer, for this reason; what the command wrote may be in it.
    case undecided(String)
    /// Somebody asked us to stop meanwhile.
    case interrupted
  }

  /// What a signature stands in, directly: there may be others in a document.
  public enum Holder: Equatable, Sendable {
    /// The outermost element of a metadata document.
    case metadata
    /// The `Response` that is all of the message.
    case response
    /// The assertion at this place, from 0, among those that stand directly in the response.
    case assertion(Int)
  }

  private let executable: String
  private let temporaryDirectory: String
  private let deadline: Duration

  /// - Parameters:
  ///   - executable: the path of the command.
  ///   - temporaryDirectory: where the document and the certificate lie while the command reads them.
  ///   - deadline: how long one run may take.
  public init(executable: String, temporaryDirectory: String, deadline: Duration = .seconds(60)) {
    self.executable = executable
    self.temporaryDirectory = temporaryDirectory
    self.deadline = deadline
  }

  /// Asks about the signature that stands directly in an element.
  ///
  /// The caller has made sure that the signature is the only one there and has one reference, to that element, whose ID
  /// no other element has, and transforms that leave nothing out: the command would verify anything else just as well.
  ///
  /// - Parameters:
  ///   - document: the bytes of the file as they are.
  ///   - holder: what the signature stands in.
  ///   - certificates: certificates (DER) whose keys are tried in this order.
  public func verify(
    _ document: [UInt8], in holder: Holder = .metadata, with certificates: [[UInt8]]
  ) throws(PlatformError) -> Answer {
    let asked = try run(["--version"])
    if case .interrupted = asked.ending { return .interrupted }
    guard case .exited(status: 0) = asked.ending, let version = XMLSecVersion(asked.lines) else {
      return .undecided("\(executable) --version does not answer as xmlsec1 does\(asked.remark)")
    }
    let flags = version.needsLaxSearch ? ["--lax-key-search"] : []
    var directory = try PrivateDirectory(in: temporaryDirectory)
    let file = try directory.write(document, as: "document.xml")
    var undecided: Answer?
    var last = Answer.undecided("there is no certificate to verify it with")
    for (index, certificate) in certificates.enumerated() {
      let key = try directory.write(certificate, as: "certificate-\(index).der")
      let arguments = holder.arguments + Self.arguments + flags + ["--pubkey-cert-der", key, file]
      let answer = answer(try run(arguments), about: index)
      switch answer {
      case .keyDiffers, .broken: last = answer
      case .undecided: undecided = undecided ?? answer
      case .verified, .documentDiffers, .interrupted: return answer
      }
    }
    return undecided ?? last
  }

  private static let arguments = [
    "--enabled-reference-uris", "empty,same-doc", "--ignore-manifests",
    // Keys that the document carries would be taken before ours.
    "--enabled-key-data", "key-name",
  ]

  private func run(_ arguments: [String]) throws(PlatformError) -> ChildProcess.Outcome {
    try ChildProcess.run(
      executable: executable, arguments: arguments, environment: ["LC_ALL": "C"], deadline: deadline,
      outputLimit: 1 << 18)
  }

  private func answer(_ outcome: ChildProcess.Outcome, about index: Int) -> Answer {
    let lines = outcome.lines
    func says(_ older: String, _ newer: String) -> Bool {
      lines.contains(older) || lines.contains("Verification status: \(newer)")
    }
    switch outcome.ending {
    case .interrupted: return .interrupted
    case .deadlinePassed: return .undecided("xmlsec1 was not done after \(deadline.components.seconds) seconds")
    case .tooMuchOutput: return .undecided("xmlsec1 wrote more than it has to say")
    case .signalled(let number): return .undecided("xmlsec1 was ended by signal \(number)")
    case .exited(status: 0):
      // One reference was asked for, one has to fit; a status alone is no proof.
      guard says("OK", "OK"), !says("FAIL", "FAILED"), lines.contains("SignedInfo References (ok/all): 1/1") else {
        return .undecided("xmlsec1 ended without an answer\(outcome.remark)")
      }
      return .verified(certificate: index)
    case .exited(let status):
      guard says("FAIL", "FAILED"), !lines.contains("Failure reason: KEY-NOT-FOUND") else {
        return .undecided("xmlsec1 could not process it (status \(status))\(outcome.remark)")
      }
      if lines.contains("SignedInfo References (ok/all): 0/1") { return .documentDiffers }
      return lines.contains("SignedInfo References (ok/all): 1/1") ? .keyDiffers : .broken
    }
  }
}

extension XMLSec.Holder {
  /// The command, the elements whose attribute `ID` a reference can name, and which signature is meant: else the first one
  /// of the document would be verified, wherever it stands.
  fileprivate var arguments: [String] {
    let saml = "urn:oasis:names:tc:SAML:2.0:"
    let (names, place) =
      switch self {
      case .metadata: (["metadata:EntityDescriptor", "metadata:EntitiesDescriptor"], "/*")
      case .response: (["protocol:Response"], "/*")
      case .assertion(let index):
        (
          ["assertion:Assertion"],
          "/*/*[local-name()='Assertion' and namespace-uri()='\(saml)assertion'][\(index + 1)]"
        )
      }
    let signature = "*[local-name()='Signature' and namespace-uri()='http://www.w3.org/2000/09/xmldsig#']"
    return ["--verify"] + names.flatMap { ["--id-attr:ID", saml + $0] } + ["--node-xpath", "\(place)/\(signature)"]
  }
}

extension ChildProcess.Outcome {
  /// The lines of both streams; which is used for what has changed between versions.
  fileprivate var lines: [String] {
    [output, errors].flatMap { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).map { line in
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      }
    }
  }

  /// The first thing that was complained about, cut; empty where nothing was.
  fileprivate var remark: String {
    let complaint = lines.first { $0.hasPrefix("func=") } ?? lines.first
    guard let complaint, !complaint.isEmpty else { return "" }
    // `func=…:file=…:line=…:obj=…:subj=…`: where in its source is of no use to anybody here.
    let start = complaint.firstRange(of: "subj=")?.upperBound ?? complaint.startIndex
    return ": " + String(complaint[start...].prefix(160))
  }
}
