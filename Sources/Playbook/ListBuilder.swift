/// Lists the stages of a playbook.
public typealias PlaybookBuilder = ListBuilder<Stage>

/// Lists the steps of a stage.
public typealias StageBuilder = ListBuilder<Step>

/// Lists elements one under the other, with `if` and `for` where an overlay needs them.
@resultBuilder
public enum ListBuilder<Element> {
  /// One element.
  public static func buildExpression(_ element: Element) -> [Element] { [element] }
  /// Several elements at once.
  public static func buildExpression(_ elements: [Element]) -> [Element] { elements }
  /// Lines one after the other.
  public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }
  /// A `for` loop.
  public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap { $0 } }
}
