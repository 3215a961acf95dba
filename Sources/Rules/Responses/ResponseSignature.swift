import Markup
public import SAML

/// One signature of a response: what is needed to verify it.
public struct ResponseSignature: Sendable {
  /// What a signature covers, and stands in.
  public enum Part: Hashable, Sendable {
    /// The whole response.
    case response
    /// The assertion at this place among those of the response, from 0.
    case assertion(Int)
  }

  /// What it covers.
  public let part: Part
  /// The certificates of the identity provider's metadata, the one that the signature names first. Those that it brings
  /// along are none of them: anybody can sign with a key of their own.
  public let candidates: [Certificate]

  init(_ part: SignedPart, trusted: [Certificate]) {
    self.part = part.part
    let named = Set(part.signature.certificates.compactMap { $0.certificate?.publicKeySHA256 })
    var seen: Set<Digest> = []
    let once = trusted.filter { seen.insert($0.publicKeySHA256).inserted }
    candidates =
      once.filter { named.contains($0.publicKeySHA256) } + once.filter { !named.contains($0.publicKeySHA256) }
  }
}

/// A part of a response with a signature in it.
struct SignedPart {
  let part: ResponseSignature.Part
  /// The element that the signature stands in.
  let holder: Element
  let signature: Signature
  /// Another signature stands before it in the same element.
  let isSurplus: Bool
  /// The outermost element, in which no other may have the ID that is signed.
  let root: Element

  /// Why the signature does not cover exactly the element that it is in, and the place that shows it.
  var misfit: (message: String, spot: Spot)? {
    let name = holder.localName
    if isSurplus {
      return ("a second signature in the same \(name); which one counts is not defined", signature.element.tag)
    }
    guard let reference = signature.references.first else {
      return ("the signature signs nothing", signature.element.tag)
    }
    if signature.references.count > 1 {
      return (
        "the signature has \(signature.references.count) references instead of one",
        signature.references[1].element.tag
      )
    }
    guard let uri = reference.uri else { return ("the signature's reference has no URI", reference.element.tag) }
    let isWhole = uri.value.isEmpty && part == .response
    if !isWhole, reference.id == nil || reference.id != holder.attribute("ID")?.value {
      return ("the signature covers \(uri.value.quoted), not the \(name) that it is in", uri.spot)
    }
    if let transform = reference.transforms.first(where: { !Signature.faithfulTransforms.contains($0.value.collapsed) })
    {
      return ("the transform \(transform.value.quoted) may leave out parts of what is signed", transform.spot)
    }
    guard let id = reference.id else { return nil }
    let owners = root.identifiers(equalTo: id)
    guard owners.count > 1 else { return nil }
    return ("the ID \(id.quoted), which is signed, belongs to \(owners.count) elements", owners[1].spot)
  }

  /// Why no key of a certificate can have made the signature, in words that follow it, and the place that shows it.
  var emptiness: (message: String, spot: Spot)? {
    // One that signs nothing is a misfit already.
    guard let reference = signature.references.first else { return nil }
    guard let method = signature.method else { return ("names no algorithm", signature.element.tag) }
    if XMLAlgorithm.isKeyedHash(method.value) {
      return ("is by a shared secret, \(method.value.quoted), and AWS has certificates only", method.spot)
    }
    for (value, parent) in [(signature.value, signature.element), (reference.digestValue, reference.element)] {
      let name = parent.isNamed(.reference) ? "DigestValue" : "SignatureValue"
      guard let value else { return ("has no \(name)", parent.tag) }
      if value.text.collapsed.isEmpty { return ("has an empty \(name)", value.tag) }
      if let fault = value.base64Fault { return ("has a \(name) that is no base64: \(fault)", value.content) }
    }
    return nil
  }

  /// Whether verifying it says something about the element that it is in.
  var isVerifiable: Bool {
    misfit == nil && holder.children.count { Signature($0) != nil } == 1
  }

  /// Whether it brings certificates along, and none of them has a trusted key.
  func namesUntrustedKey(_ trusted: [Certificate]) -> Bool {
    let keys = Set(trusted.map(\.publicKeySHA256))
    let carried = signature.certificates.compactMap(\.certificate)
    return !carried.isEmpty && !carried.contains { keys.contains($0.publicKeySHA256) }
  }
}

extension SAMLResponse {
  /// The response and its assertions, once for each signature over them.
  var signedParts: [SignedPart] {
    var holders: [(ResponseSignature.Part, Element, [Signature])] = [(.response, element, signatures)]
    holders += assertions.enumerated().map { (.assertion($0), $1.element, $1.signatures) }
    return holders.flatMap { part, holder, signatures in
      signatures.enumerated().map { index, signature in
        SignedPart(part: part, holder: holder, signature: signature, isSurplus: index > 0, root: element)
      }
    }
  }
}

extension Element {
  /// Why the text is no base64 for anybody; what only padding lacks, some software reads.
  fileprivate var base64Fault: Base64.Fault? {
    do throws(Base64.Fault) {
      _ = try Base64.decode(textBytes.span)
      return nil
    } catch {
      return switch error.reason {
      case .leftoverBits, .incomplete(missing: 1), .incomplete(missing: 2): nil
      default: error
      }
    }
  }
}
