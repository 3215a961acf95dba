import Console
import Markup
import Platform
import Probes
import Rules
import SAML

/// Verifies the signatures that one command meets with `xmlsec1`, which only a file with a signature needs.
final class SignatureVerifier {
  private let program: Program
  /// Somebody asked us to stop.
  private(set) var isInterrupted = false

  /// The largest file whose signature is verified; `xmlsec1` holds it all in memory.
  private static let limit = 64 << 20
  /// Certificates that are tried for one signature.
  private static let mostCandidates = 4

  init(program: Program) { self.program = program }

  /// Judges a file and verifies the signature over the whole of it; the bytes that are judged are those that are
  /// verified.
  func judge(_ input: InputFile, by judge: Judge) throws(PlatformError) -> Verdict {
    var file = try input.open()
    var document = judge.document(path: input.argument)
    var bytes: [UInt8] = []
    var buffer: [UInt8] = []
    do throws(PlatformError) {
      while document.wantsMore, try file.read(into: &buffer, atMost: 1 << 16) > 0 {
        document.feed(buffer[...])
        if bytes.count <= Self.limit { bytes += buffer }
        buffer.removeAll(keepingCapacity: true)
      }
    } catch {
      isInterrupted = Interrupt.take() != nil
      throw error
    }
    isInterrupted = Interrupt.take() != nil
    let kept = bytes
    return document.finish { [self] in isInterrupted ? .notAsked : verify($0, in: kept) }
  }

  private func verify(_ signature: DocumentSignature, in bytes: [UInt8]) -> SignatureVerification {
    guard bytes.count <= Self.limit else {
      return .undecided("the file is larger than \(Self.limit >> 20) MiB")
    }
    if signature.candidates.isEmpty {
      return .undecided("neither the signature nor the role has a certificate to verify it with")
    }
    return ask(about: bytes, in: .metadata, with: signature.candidates)
  }

  /// Verifies one signature of a response with the certificates of the identity provider's metadata: one that the
  /// response brings along proves nothing.
  func verify(_ signature: ResponseSignature, in xml: [UInt8]) -> SignatureVerification {
    if isInterrupted { return .notAsked }
    if signature.candidates.isEmpty {
      return .undecided("no certificate of the identity provider is known; give its metadata")
    }
    let holder: XMLSec.Holder =
      switch signature.part {
      case .response: .response
      case .assertion(let index): .assertion(index)
      }
    return ask(about: xml, in: holder, with: signature.candidates)
  }

  private func ask(
    about bytes: [UInt8], in holder: XMLSec.Holder, with all: [Certificate]
  ) -> SignatureVerification {
    let candidates = all.prefix(Self.mostCandidates)
    let tool: Tool
    do throws(Tool.Absence) {
      tool = try Tool.find(.xmlsec1, environment: program.environment)
    } catch { return .undecided(error.description) }
    let command = XMLSec(executable: tool.path, temporaryDirectory: program.temporaryDirectory)
    do throws(PlatformError) {
      // Else Ctrl-C would leave the command's files behind.
      try Interrupt.install()
      switch try command.verify(bytes, in: holder, with: candidates.map(\.der)) {
      case .verified(let index): return .verified(by: candidates[index].sha256)
      case .documentDiffers: return .broken(.document)
      case .keyDiffers where all.count > candidates.count, .broken where all.count > candidates.count:
        return .undecided("it fits none of the first \(candidates.count) of \(all.count) certificates")
      case .keyDiffers: return .broken(.key)
      case .broken: return .broken(.unspecified)
      case .undecided(let reason): return .undecided(reason)
      case .interrupted:
        isInterrupted = true
        return .notAsked
      }
    } catch { return .undecided(error.words) }
  }
}

extension Verdict {
  /// Why the proof that `--verify-signature` asks for is not there; nil where it is, or where nothing is signed.
  var signatureFailure: Failure? {
    guard outcome.fault == nil else { return nil }
    let name: StyledText = .path("\(untrusted: path)")
    guard let signature else {
      guard partialSignatures > 0 else { return nil }
      return .couldNot(
        "\(name): only parts of the document are signed, and only a signature over the whole of it can be verified")
    }
    if let obstacle = signature.obstacle {
      return .findings("\(name): its signature was not verified, for that would prove nothing: \(untrusted: obstacle)")
    }
    switch signature.verification {
    case .verified: return nil
    case .broken: return .findings("\(name): its signature does not verify")
    case .undecided(let reason): return .couldNot("\(name): its signature was not verified: \(untrusted: reason)")
    case .notAsked: return .couldNot("\(name): its signature was not verified")
    }
  }
}
