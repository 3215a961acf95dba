/// A cursor on one element of a tree.
public struct Element: Sendable {
  /// The tree that the element belongs to.
  public let tree: Tree
  let index: Int

  init(tree: Tree, index: Int) {
    self.tree = tree
    self.index = index
  }

  private var node: Node { tree.nodes[index] }

  /// The vocabulary's term for the element's name, if it has one.
  public var term: Term? { node.term < 0 ? nil : Term(UInt16(node.term)) }

  /// Whether the element's name is this term.
  public func isNamed(_ term: Term) -> Bool { node.term == Int16(truncatingIfNeeded: term.index) }

  /// The name as written, prefix included; untrusted text.
  public var qualifiedName: String { String(decoding: raw(nameRange), as: UTF8.self) }

  /// The name without its prefix; untrusted text.
  public var localName: String {
    String(decoding: raw(nameRange).dropFirst(Int(node.prefixLength)), as: UTF8.self)
  }

  /// The namespace name of an element that is no term of the vocabulary; untrusted text.
  public var foreignNamespace: String? { node.namespace < 0 ? nil : tree.namespaces[Int(node.namespace)] }

  // MARK: Places

  /// From `<` of the start tag to the end of the element.
  public var range: SourceRange { range(node.start, node.end) }

  /// The start tag.
  public var startTagRange: SourceRange { range(node.start, node.contentStart) }

  /// The name in the start tag.
  public var nameRange: SourceRange { range(node.start + 1, node.start + 1 + Int32(node.nameLength)) }

  /// Everything between the tags, without surrounding white space; empty at the start tag's end where there is nothing.
  public var contentRange: SourceRange {
    let content = range(node.contentStart, max(node.contentStart, node.contentEnd))
    let bytes = tree.source(of: content)
    guard let first = bytes.firstIndex(where: { !isWhitespace($0) }),
      let last = bytes.lastIndex(where: { !isWhitespace($0) })
    else { return SourceRange(content.lowerBound, content.lowerBound) }
    let base = content.lowerBound - bytes.startIndex
    return SourceRange(base + first, base + last + 1)
  }

  /// The start tag, to point at.
  public var tag: Spot { Spot(tree, startTagRange) }

  /// The name in the start tag, to point at.
  public var name: Spot { Spot(tree, nameRange) }

  /// What stands between the tags, to point at; the start tag where there is nothing.
  public var content: Spot { Spot(tree, contentRange.count > 0 ? contentRange : startTagRange) }

  // MARK: Text

  /// The text directly inside, decoded, pieces joined; untrusted text.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// The bytes of `text`.
  public var textBytes: ArraySlice<UInt8> {
    let own = (Int32(index)..<node.next)
    let below = tree.runs[Int(node.firstRun)...].prefix { own.contains($0.node) }
    guard let first = below.first else { return [] }
    if below.count == 1, first.node == Int32(index) { return decoded(first) }
    return below.reduce(into: ArraySlice<UInt8>()) { joined, run in
      if run.node == Int32(index) { joined += decoded(run) }
    }
  }

  private func decoded(_ run: TextRun) -> ArraySlice<UInt8> {
    tree.decoded[Int(run.start)..<Int(run.start + run.count)]
  }

  /// Whether a comment or a processing instruction splits the text.
  public var isTextInterrupted: Bool { node.isInterrupted }

  // MARK: Structure

  /// The element around this one, inside the tree.
  public var parent: Element? { node.parent < 0 ? nil : Element(tree: tree, index: Int(node.parent)) }

  /// The elements directly inside.
  public var children: Children { Children(tree: tree, position: index + 1, end: Int(node.next)) }

  /// The elements directly inside that have this name.
  public func children(_ term: Term) -> [Element] { children.filter { $0.isNamed(term) } }

  /// The first element directly inside that has this name.
  public func first(_ term: Term) -> Element? { children.first { $0.isNamed(term) } }

  /// Every element below that has this name, in document order.
  public func descendants(_ term: Term) -> [Element] {
    descendants.filter { $0.isNamed(term) }
  }

  /// Every element below, in document order.
  public var descendants: some Sequence<Element> {
    ((index + 1)..<max(index + 1, Int(node.next))).lazy.map { [tree] in Element(tree: tree, index: $0) }
  }

  // MARK: Attributes

  /// The attribute of this name and no namespace.
  public func attribute(_ name: StaticString) -> Attribute? { attribute(name, in: nil) }

  /// The attribute of this local name and namespace.
  public func attribute(_ name: StaticString, in namespace: String?) -> Attribute? {
    let first = Int(node.firstAttribute)
    for position in first..<first + Int(node.attributeCount) where tree.attributes[position].isNamed(name, in: tree) {
      let attribute = Attribute(tree: tree, index: position)
      if namespace == nil ? tree.attributes[position].namespace < 0 : attribute.namespace == namespace {
        return attribute
      }
    }
    return nil
  }

  // MARK: -

  private func range(_ lower: Int32, _ upper: Int32) -> SourceRange {
    SourceRange(tree.origin + Int(lower), tree.origin + Int(upper))
  }

  private func raw(_ range: SourceRange) -> ArraySlice<UInt8> { tree.source(of: range) }

  /// The elements directly inside another one.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let tree: Tree
    var position: Int
    let end: Int

    /// The next sibling.
    public mutating func next() -> Element? {
      guard position < end else { return nil }
      defer { position = Int(tree.nodes[position].next) }
      return Element(tree: tree, index: position)
    }
  }
}

/// One attribute of an element.
public struct Attribute: Sendable {
  let tree: Tree
  let index: Int

  private var record: AttributeRecord { tree.attributes[index] }

  /// The name without its prefix; untrusted text.
  public var localName: String { String(decoding: localNameBytes, as: UTF8.self) }

  /// The namespace name, nil for an attribute without prefix; untrusted text.
  public var namespace: String? { record.namespace < 0 ? nil : tree.namespaces[Int(record.namespace)] }

  /// The decoded value, white space as XML normalises it; untrusted text.
  public var value: String { String(decoding: valueBytes, as: UTF8.self) }

  /// The bytes of `value`.
  public var valueBytes: ArraySlice<UInt8> {
    let record = record
    if record.decodedStart >= 0 {
      return tree.decoded[Int(record.decodedStart)..<Int(record.decodedStart + record.decodedLength)]
    }
    return tree.bytes[Int(record.valueStart)..<Int(record.valueStart + record.valueLength)]
  }

  /// The value between its quotes.
  public var range: SourceRange {
    SourceRange(
      tree.origin + Int(record.valueStart), tree.origin + Int(record.valueStart + record.valueLength))
  }

  /// The name, prefix included.
  public var nameRange: SourceRange {
    SourceRange(tree.origin + Int(record.nameStart), tree.origin + Int(record.nameStart + record.nameLength))
  }

  /// The value, to point at; the name where the value is empty.
  public var spot: Spot { Spot(tree, range.count > 0 ? range : nameRange) }

  private var localNameBytes: ArraySlice<UInt8> {
    let start = Int(record.nameStart)
    return tree.bytes[(start + Int(record.prefixLength))..<(start + Int(record.nameLength))]
  }
}

extension AttributeRecord {
  /// Whether this is the name without its prefix.
  fileprivate func isNamed(_ name: StaticString, in tree: Tree) -> Bool {
    guard Int(nameLength) - Int(prefixLength) == name.utf8CodeUnitCount else { return false }
    let bytes = tree.bytes
    return bytes.span.holds(name, at: Int(nameStart) + Int(prefixLength))
  }
}

/// Whether a byte is white space to XML.
func isWhitespace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B && byte != 0x0C)
}
