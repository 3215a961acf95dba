public import Markup

/// A metadata document as it is read: one entity at a time, whatever its size.
///
/// Bytes are fed as they come; `deliver` is called for each group that opens and each entity, in document order.
public struct MetadataReader: ~Copyable {
  /// What is handed over while a document is read.
  public enum Part: Sendable {
    /// A group of entities has begun.
    case group(EntitiesDescriptor)
    /// An entity, whole.
    case entity(EntityDescriptor)
    /// Another element: the root of a document that is no metadata, or something beside the entities of a group.
    case other(Element, isRoot: Bool)
  }

  private var reader: DocumentReader

  /// Makes a reader with the product's limits.
  public init(limits: Limits = .standard, deliver: @escaping (Part) -> Void) {
    var depth = 0
    reader = DocumentReader(
      vocabulary: .saml, containers: [Word.entitiesDescriptor.term], limits: limits
    ) { part in
      switch part {
      case .opened(let element):
        depth += 1
        if let group = EntitiesDescriptor(element) { deliver(.group(group)) }
      case .element(let element):
        deliver(EntityDescriptor(element).map(Part.entity) ?? .other(element, isRoot: depth == 0))
      case .closed: depth -= 1
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
