import Markup
import SAML

/// A signature, and the element that it is meant to cover.
struct SignatureSubject {
  let signature: Signature
  /// The element that the signature is in.
  let parent: Element
  let cover: Cover
  /// The entity that the signature is in; nil for a group's.
  let entity: EntityDescriptor?
  /// It is the signature over the whole document, and the only one.
  let isOfDocument: Bool
  /// Another signature stands before it in the same element.
  let isSurplus: Bool
  var verification = SignatureVerification.notAsked

  /// What a signature is meant to cover.
  enum Cover: String {
    case entity, role, group
  }

  /// The ID of the element that the signature is in.
  var parentID: String? { parent.attribute("ID")?.value }

  /// Why the signature does not cover exactly the element that it is in, and the place that shows it.
  var misfit: (message: String, spot: Spot)? {
    if isSurplus {
      return ("a second signature in the same \(cover); which one counts is not defined", signature.element.tag)
    }
    guard let reference = signature.references.first else {
      return ("the signature signs nothing: it has no Reference", signature.element.tag)
    }
    if signature.references.count > 1 {
      return (
        "the signature has \(signature.references.count) references instead of one",
        signature.references[1].element.tag
      )
    }
    guard let uri = reference.uri else {
      return ("the signature's reference has no URI, so that it names nothing", reference.element.tag)
    }
    if !uri.value.isEmpty, reference.id == nil || reference.id != parentID {
      let own = parentID.map { "whose ID is \($0.quoted)" } ?? "which has no ID"
      return ("the signature covers \(uri.value.quoted), not the \(cover) that it is in, \(own)", uri.spot)
    }
    if let transform = reference.transforms.first(where: {
      !Signature.faithfulTransforms.contains($0.value.collapsed)
    }) {
      return ("the transform \(transform.value.quoted) may leave out parts of what is signed", transform.spot)
    }
    return nil
  }

  /// The places that give the ID which the signature names to an element, where it is that of the element it is in.
  var identifiers: [Attribute] {
    guard let id = signature.references.first?.id, id == parentID else { return [] }
    return (entity?.element ?? parent).identifiers(equalTo: id)
  }
}

extension SignatureSubject {
  /// The signatures of an entity and of its roles; the first over the root is over the document.
  static func all(of entity: EntityDescriptor, isRoot: Bool) -> [SignatureSubject] {
    var subjects = entity.signatures.enumerated().map { index, signature in
      SignatureSubject(
        signature: signature, parent: entity.element, cover: .entity, entity: entity,
        isOfDocument: isRoot && index == 0, isSurplus: index > 0)
    }
    var roles: [Int: Int] = [:]
    for (role, signature) in entity.roleSignatures {
      let number = roles[role.range.lowerBound, default: 0]
      roles[role.range.lowerBound] = number + 1
      subjects.append(
        SignatureSubject(
          signature: signature, parent: role, cover: .role, entity: entity, isOfDocument: false,
          isSurplus: number > 0))
    }
    return subjects
  }
}

/// Takes the signatures of a document as they come, and tells which one is over the whole of it.
struct SignatureCollector {
  /// The signature over the whole document, its verification left out.
  private(set) var whole: SignatureSubject?
  /// Signatures over parts.
  private(set) var partial = 0
  private var hasSeveral = false
  private var isLate = false
  /// The ID that the signature over a group names, and whether another element has it too.
  private var watched: String?
  private var isWatchedRepeated = false

  /// Takes the signatures of an entity; those that come back will not be verified.
  mutating func take(of entity: EntityDescriptor, isRoot: Bool) -> [SignatureSubject] {
    let subjects = SignatureSubject.all(of: entity, isRoot: isRoot)
    let others = subjects.filter { !$0.isOfDocument }
    if others.count < subjects.count { whole = subjects.first { $0.isOfDocument } }
    if isRoot, subjects.contains(where: { $0.cover == .entity && $0.isSurplus }) { hasSeveral = true }
    partial += others.count { !$0.isSurplus }
    return others
  }

  /// Takes a signature of a group; what comes back will not be verified.
  mutating func take(
    _ signature: Signature, over group: EntitiesDescriptor, isOutermost: Bool, entities: Int
  ) -> [SignatureSubject] {
    let subject = SignatureSubject(
      signature: signature, parent: group.element, cover: .group, entity: nil,
      isOfDocument: isOutermost && whole == nil, isSurplus: isOutermost && whole != nil)
    guard subject.isOfDocument else {
      if isOutermost { hasSeveral = true } else { partial += 1 }
      return [subject]
    }
    whole = subject
    isLate = entities > 0
    watched = signature.references.first?.id
    return []
  }

  /// Looks whether an element of the group has the ID that the group's signature names.
  mutating func look(at element: Element) {
    guard let watched, !isWatchedRepeated else { return }
    isWatchedRepeated = !element.identifiers(equalTo: watched).isEmpty
  }

  /// The signature over the whole document, and whether verifying it would prove anything.
  var signatureOfDocument: DocumentSignature? { whole.map { DocumentSignature($0, obstacle: obstacle(of: $0)) } }

  private func obstacle(of subject: SignatureSubject) -> String? {
    if hasSeveral { return "the document has several signatures" }
    if let misfit = subject.misfit { return misfit.message }
    if isWatchedRepeated || subject.identifiers.count > 1 {
      return "several elements have the ID that the signature names"
    }
    if isLate { return "the signature stands behind entities of its group" }
    return nil
  }
}
