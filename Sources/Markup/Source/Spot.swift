/// A range in a tree: what a judgement points at.
public struct Spot: Sendable {
  /// The tree whose bytes hold the range.
  public let tree: Tree
  /// The range, counted from the document's first byte.
  public let range: SourceRange

  /// Points at a range of a tree.
  public init(_ tree: Tree, _ range: SourceRange) {
    self.tree = tree
    self.range = range
  }
}
