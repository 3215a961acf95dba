/// An element with everything below it: structure, decoded values and the bytes they came from.
///
/// Offsets inside are relative to `bytes`; what leaves the module is absolute (`origin` added).
public final class Tree: Sendable {
  let nodes: [Node]
  let attributes: [AttributeRecord]
  let runs: [TextRun]
  /// Decoded text and decoded attribute values, where they are not a slice of `bytes`.
  let decoded: [UInt8]
  /// Names of the namespaces that are no part of the vocabulary's terms.
  let namespaces: [String]
  let bytes: [UInt8]
  /// Offset of `bytes[0]` in the document.
  let origin: Int
  /// Place of `bytes[0]` in the document.
  let originPosition: SourcePosition
  /// The byte before `bytes[0]`, for a line end that was cut in two.
  let originPrevious: UInt8

  init(
    nodes: [Node], attributes: [AttributeRecord], runs: [TextRun], decoded: [UInt8], namespaces: [String],
    bytes: [UInt8], origin: Int, originPosition: SourcePosition, originPrevious: UInt8
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.runs = runs
    self.decoded = decoded
    self.namespaces = namespaces
    self.bytes = bytes
    self.origin = origin
    self.originPosition = originPosition
    self.originPrevious = originPrevious
  }

  /// The element at the top.
  public var root: Element { Element(tree: self, index: 0) }

  /// Places of offsets that are given in ascending order, in one pass over the bytes.
  public func positions(ofAscending offsets: [Int]) -> [SourcePosition] {
    var position = originPosition
    var previous = originPrevious
    var reached = 0
    let bytes = bytes
    return offsets.map { offset in
      let target = min(max(offset - origin, reached), bytes.count)
      position.advance(over: bytes.span.extracting(reached..<target), previous: &previous)
      reached = target
      return position
    }
  }

  /// The line of a range, for showing.
  public func excerpt(around range: SourceRange) -> Excerpt {
    Excerpt(of: bytes[...], around: range.lowerBound - origin, range.upperBound - origin)
  }

  /// The bytes of a range as they stand in the document's UTF-8 form.
  public func source(of range: SourceRange) -> ArraySlice<UInt8> {
    let lower = min(max(range.lowerBound - origin, 0), bytes.count)
    let upper = min(max(range.upperBound - origin, lower), bytes.count)
    return bytes[lower..<upper]
  }
}

/// An element of a tree, in document order.
struct Node: Sendable {
  /// Index in the vocabulary, or -1.
  let term: Int16
  /// Index in the tree's namespaces where the name is no term; -1 for no namespace.
  var namespace: Int16 = -1
  /// The parent's index, or -1.
  let parent: Int32
  /// Index of the first node after this one and everything below it.
  var next: Int32 = 0
  /// Offsets of `<`, of the byte after the start tag, of the end tag, and of the byte after the element.
  let start: Int32
  let contentStart: Int32
  var contentEnd: Int32 = 0
  var end: Int32 = 0
  /// Bytes of the qualified name, and of the prefix with its colon.
  let nameLength: UInt16
  let prefixLength: UInt16
  let firstAttribute: Int32
  var attributeCount: UInt16 = 0
  /// A comment or processing instruction stands directly inside.
  var isInterrupted = false
  /// The start tag is the end tag as well.
  let isEmptyTag: Bool
  let firstRun: Int32
}

/// A piece of text directly inside an element, decoded.
struct TextRun: Sendable {
  let node: Int32
  var start: Int32
  var count: Int32
}

/// An attribute as it stands in its tag; namespace declarations are not among them.
struct AttributeRecord: Sendable {
  /// Index in the tree's namespaces, or -1.
  let namespace: Int16
  let prefixLength: UInt16
  let nameStart: Int32
  let nameLength: Int32
  let valueStart: Int32
  let valueLength: Int32
  /// Where the decoded value lies in the tree's decoded bytes; -1 where it equals the raw bytes.
  let decodedStart: Int32
  let decodedLength: Int32
}
