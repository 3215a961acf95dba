public import Markup

/// A metadata document as it is read: one entity at a time, whatever its size.
///
/// Bytes are fed as they come; `deliver` is called for each group that opens and each entity, in document order.
public struct MetadataReader: ~Copyable {
  /// What is handed over while a document is read.
  public enum Part: Sendable {
    /// A group of entities has begun.
    case group(EntitiesDescriptor)
    /// An entity's element, whole; viewing it reads its certificates, which may be done elsewhere.
    case entity(Element)
    /// A signature over a group, which is handed over as it stands in the group: before the entities, as a rule.
    case signature(Signature, of: EntitiesDescriptor, isOutermost: Bool)
    /// Another element: the root of a document that is no metadata, or something beside the entities of a group.
    case other(Element, isRoot: Bool)
  }

  private var reader: DocumentReader

  /// Makes a reader with the product's limits.
  public init(limits: Limits = .standard, deliver: @escaping (Part) -> Void) {
    var groups: [EntitiesDescriptor] = []
    reader = DocumentReader(
      vocabulary: .saml, containers: [Word.entitiesDescriptor.term], limits: limits
    ) { part in
      switch part {
      case .opened(let element):
        guard let group = EntitiesDescriptor(element) else { return }
        groups.append(group)
        deliver(.group(group))
      case .element(let element):
        if element.isNamed(.entityDescriptor) {
          deliver(.entity(element))
        } else if let group = groups.last, let signature = Signature(element) {
          deliver(.signature(signature, of: group, isOutermost: groups.count == 1))
        } else {
          deliver(.other(element, isRoot: groups.isEmpty))
        }
      case .closed: _ = groups.popLast()
      }
    }
  }

  /// Whether more bytes can change anything.
  public var wantsMore: Bool { reader.wantsMore }

  /// Takes the next bytes of the document.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) { reader.feed(bytes) }

  /// Says that there are no more bytes, and what is known of the document.
  public mutating func finish() -> DocumentReader.Outcome { reader.finish() }
}
